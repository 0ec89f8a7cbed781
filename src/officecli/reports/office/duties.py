"""The duties: which post answers for what, and which posts support it."""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.i18n import _, listed, one_of
from officecli.model.names import name_key
from officecli.model.words import word
from officecli.reports.office.shape import joined, named, office_report, people_on
from officecli.reports.report import Column, Report
from officecli.store.read import Reader, Row

_DUTIES = """SELECT d.id, d.title, d.title AS name, d.function, d.kind, po.id AS post_id, po.title AS post, u.name AS unit
FROM duty d JOIN post po ON po.id = d.post_id JOIN unit u ON u.id = po.unit_id WHERE d.retired = 0 ORDER BY u.id, po.id, d.id"""

_SUPPORT = """SELECT s.duty_id, s.post_id, po.title AS post, u.name AS unit, s.part
FROM duty_support s JOIN post po ON po.id = s.post_id JOIN unit u ON u.id = po.unit_id ORDER BY s.id"""


def every(read: Reader) -> Report:
    """All duties, by unit and post."""
    found = _duties(read)
    columns = (
        Column("unit", _("unit"), weight=2),
        Column("post", _("post")),
        Column("title", _("duty"), wide=True),
        Column("held_by", _("held by"), "names"),
        Column("function", _("function"), "word", weight=2),
        Column("kind", _("kind of work"), weight=3),
        Column("supports", _("support"), "names", weight=3),
    )
    vacant = sum(1 for duty in found if not duty["held_by"])
    return office_report(
        read,
        "duty-list",
        _("Duties"),
        columns,
        found,
        summary={"duties": len(found), "without_holder": vacant},
        notes=[_("{n} duties are on a vacant post.").format(n=vacant) if vacant else ""],
        empty=_("No duties yet: officecli setup FILE"),
    )


def one(read: Reader, typed: str) -> Report:
    """One duty: who answers for it, and who supports it; raises NotFound, and BadInput where several have the title."""
    unit_post, slash, title = typed.rpartition("/")
    found = [duty for duty in _duties(read) if name_key(duty["title"]) == name_key(typed)]
    if slash and not found:
        found = [
            duty
            for duty in _duties(read)
            if name_key(duty["title"]) == name_key(title) and name_key(f"{duty['unit']}/{duty['post']}") == name_key(unit_post)
        ]
    if len(found) > 1:
        raise BadInput(
            _("Several posts have the duty “{title}”.").format(title=typed[:60]),
            fix=_("Write unit/post/title: {choices}.").format(
                choices=one_of(f"“{duty['unit']}/{duty['post']}/{duty['title']}”" for duty in found[:4])
            ),
        )
    duty = found[0] if found else named(_duties(read), typed, _("There is no duty “{name}”."), "officecli duty list")
    held = people_on(read)
    rows = [{**row, "held_by": held.get(row["post_id"], [])} for row in read.rows(_SUPPORT) if row["duty_id"] == duty["id"]]
    columns = (Column("unit", _("unit")), Column("post", _("post")), Column("part", _("part"), wide=True), Column("held_by", _("held by"), "names"))
    holders = [holder["name"] for holder in duty["held_by"]]
    return office_report(
        read,
        "duty-show",
        _("Duty {name}").format(name=duty["title"]),
        columns,
        rows,
        summary={key: duty[key] for key in ("title", "unit", "post", "function", "kind")} | {"held_by": holders},
        headline=joined(
            (
                f"{duty['unit']}/{duty['post']}",
                _("held by {names}").format(names=listed(holders)) if holders else _("vacant"),
                word("function", duty["function"]) if duty["function"] else "",
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
    return [{**duty, "held_by": held.get(duty["post_id"], []), "supports": supports.get(duty["id"], [])} for duty in read.rows(_DUTIES)]
