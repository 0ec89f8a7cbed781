"""The duties: which post answers for what, and which posts support it."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.i18n import _, listed, ngettext
from officecli.model.words import word
from officecli.reports.shape.build import build
from officecli.reports.shape.chosen import units_under
from officecli.reports.shape.lists import joined, people_on
from officecli.reports.shape.report import Column, Report
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code
from officecli.typed.office.duties import every_duty, find_duty
from officecli.typed.office.functions import functions

_SUPPORT = """SELECT s.duty_id, s.post_id, po.title AS post, u.name AS unit, s.part
FROM duty_support s JOIN post po ON po.id = s.post_id JOIN unit u ON u.id = po.unit_id ORDER BY s.id"""


def every(read: Reader, unit: Sequence[str] = (), function: str = "", *, retired: bool = False) -> Report:
    """The duties in use (or those retired), by unit and post; raises NotFound for an unknown unit, BadInput for an unknown function."""
    found = [duty for duty in _duties(read) if bool(duty["retired"]) == retired]
    if unit:
        inside = units_under(read, *unit)
        found = [duty for duty in found if duty["unit_id"] in inside]
    if function:
        wanted = check_code(function, functions(read), "--function")
        found = [duty for duty in found if duty["function"] == wanted]
    columns = (
        Column("unit", _("unit"), weight=2),
        Column("post", _("post")),
        Column("title", _("duty"), wide=True),
        Column("held_by", _("held by"), "names"),
        Column("function", _("function"), "word", weight=2),
        Column("kind", _("kind of work"), weight=3),
        Column("nature", _("nature"), "word", weight=3, sparse=True),
        Column("supports", _("support"), "names", weight=3),
    )
    vacant = sum(1 for duty in found if not duty["held_by"])
    return build(
        read,
        "duty-list",
        _("Duties"),
        columns,
        found,
        summary={"duties": len(found), "without_holder": vacant},
        notes=[
            ngettext("{n} duty is on a vacant post.", "{n} duties are on a vacant post.", vacant).format(n=vacant) if vacant and not retired else ""
        ],
        empty=_("No duty fits.")
        if unit or function or retired
        else _("No duties yet: officecli duty add TITLE --post POST, or officecli setup FILE"),
    )


def one(read: Reader, typed: str) -> Report:
    """One duty: who answers for it, and who supports it; raises NotFound, and BadInput where several have the title."""
    wanted = find_duty(read, typed, retired=True)["id"]
    duty = next(row for row in _duties(read) if row["id"] == wanted)
    held = people_on(read)
    rows = [{**row, "held_by": held.get(row["post_id"], [])} for row in read.rows(_SUPPORT) if row["duty_id"] == duty["id"]]
    columns = (Column("unit", _("unit")), Column("post", _("post")), Column("part", _("part"), wide=True), Column("held_by", _("held by"), "names"))
    holders = [holder["name"] for holder in duty["held_by"]]
    nature = duty["nature"] or duty["unit_nature"]
    return build(
        read,
        "duty-show",
        _("Duty {name}").format(name=duty["title"]),
        columns,
        rows,
        summary={key: duty[key] for key in ("title", "unit", "post", "function", "kind")}
        | {"nature": nature, "retired": bool(duty["retired"]), "held_by": holders},
        headline=joined(
            (
                _("retired") if duty["retired"] else "",
                f"{duty['unit']}/{duty['post']}",
                _("held by {names}").format(names=listed(holders)) if holders else _("vacant"),
                word("function", duty["function"]) if duty["function"] else "",
                word("nature", nature),
                duty["kind"] or "",
            )
        ),
        empty=_("No post supports it."),
    )


def _duties(read: Reader) -> list[Row]:
    held = people_on(read)
    supports: dict[int, list[Row]] = {}
    for row in read.rows(_SUPPORT):
        supports.setdefault(row["duty_id"], []).append({"name": f"{row['unit']}/{row['post']}", "part": row["part"], "done": False})
    return [{**duty, "held_by": held.get(duty["post_id"], []), "supports": supports.get(duty["id"], [])} for duty in every_duty(read)]
