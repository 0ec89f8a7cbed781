"""The tables of what a ledger says otherwise than the office, field by field, and of the items gone from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from officecli.files.ledger.sheets.sheet_rows import row_list, sheet_of, shown_number
from officecli.formats.value import cell
from officecli.i18n import _, in_brackets, listed, ngettext
from officecli.model.acts import past_words
from officecli.model.codes import OPEN
from officecli.model.item_fields import FIELDS
from officecli.model.words import word
from officecli.reports.items.item_rows import column
from officecli.reports.shape.report import Column, Report

if TYPE_CHECKING:
    from officecli.files.ledger.imported import Imported
    from officecli.files.ledger.reconciling.plan import Difference, Paired

_ENDED = ("closed", "cancelled")

SHOWN = 300
"""Differences that a person is shown; a file has them all."""


def differences(came: Imported, *, for_people: bool) -> Report:
    """Every field in which a row differs from its item: what is on record, what the ledger says, and what was done to it here meanwhile."""
    rows = [
        row for one in sorted([*came.differing, *came.conflict], key=lambda one: one.made.row.row) for row in _rows(one, came, for_people=for_people)
    ]
    shown = rows[:SHOWN] if for_people else rows
    title = _("What the ledger says otherwise")
    if len(shown) < len(rows):
        title = _("What the ledger says otherwise, the first {shown} of {total}").format(shown=len(shown), total=len(rows))
    return Report(
        name="differences",
        title=title,
        as_of=came.day,
        columns=(
            Column("row", _("row"), "integer"),
            Column("number", _("number")),
            Column("title", _("matter"), weight=2, wide=True),
            Column("field", _("column")),
            Column("old", _("on record"), wide=True),
            Column("new", _("in the ledger"), wide=True),
            Column("standing", _("what becomes of it")),
            Column("changed", _("changed here"), wide=True, sparse=True),
            Column("sheet", _("sheet"), sparse=True),
        ),
        rows=tuple(shown),
        total=len(shown),
    )


def gone(came: Imported, *, for_people: bool) -> Report:
    """The items that were in the ledger once and are not now, for people those that are still open."""
    return Report(
        name="gone",
        title=_("Gone from the ledger, and left as they are"),
        as_of=came.day,
        columns=(
            Column("number", _("number")),
            Column("title", _("matter"), wide=True),
            Column("lead", _("lead")),
            Column("due", _("deadline"), "date"),
            Column("status", _("status"), "word"),
        ),
        rows=tuple(row for row in came.gone if not for_people or row["status"] in OPEN),
        total=len(came.gone),
    )


def notes(came: Imported) -> Iterator[str]:
    """What is to be said of the rows that differ, and what to do about them."""
    differing = [one.made.row.row for one in came.differing]
    if differing and not came.update:
        yield _(
            "On record otherwise, and left as they are: {rows}. To bring them in line: officecli import FILE --update (first with --dry-run)."
        ).format(rows=row_list(differing))
    if came.conflict:
        yield _(
            "In conflict, and left as they are: {rows}. What is right here goes into the ledger; what is right in the ledger is changed here by hand; then import it again."
        ).format(rows=row_list([one.made.row.row for one in came.conflict]))
    over = sum(1 for row in came.gone if row["status"] not in OPEN)
    if over:
        yield ngettext("{n} item that is over is gone from the ledger.", "{n} items that are over are gone from the ledger.", over).format(n=over)


def in_words(paired: Paired, came: Imported) -> list[str]:
    """Each difference of a row in a few words, with who changed it here."""
    return [
        _("{label}: {old} → {new}").format(label=row["field"], old=row["old"], new=row["new"])
        + (in_brackets(row["changed"]) if row["changed"] else "")
        for row in _rows(paired, came, for_people=True)
    ]


def _rows(paired: Paired, came: Imported, *, for_people: bool) -> Iterator[dict[str, Any]]:
    in_conflict = paired in came.conflict
    changed = {one.field: one for one in paired.changed}
    for one in _told(paired.differences) if for_people else paired.differences:
        here = changed.pop(one.field, None) or (changed.pop("status", None) if one is paired.differences[-1] else None)
        told = (
            _("{day} {name} ({act})").format(day=here.day, name=here.name, act=past_words(here.verb))
            if here
            else _("the number is another matter's")
            if in_conflict and not paired.changed
            else None
        )
        standing = "conflict" if in_conflict else "updated" if came.update and not came.trial and came.written else "differs"
        plain = {"field": one.field, "old": one.old, "new": one.new, "standing": standing}
        yield {
            "row": shown_number(paired.made.row.row),
            "number": paired.number,
            "title": paired.record["title"],
            "changed": told,
            "sheet": sheet_of(paired.made.row.row) or None,
            **(_in_words(one, standing, paired.differences) if for_people else plain),
        }


def _told(differences: Sequence[Difference]) -> list[Difference]:
    """What people are told: the day of an end stands beside the state it ended in."""
    over = any(one.field == "status" and one.new in _ENDED for one in differences)
    return [one for one in differences if not (over and one.field in _ENDED)]


def _in_words(one: Difference, standing: str, differences: Sequence[Difference]) -> dict[str, str]:
    words = {"conflict": _("in conflict"), "updated": _("updated"), "differs": _("differs")}
    ended = next((other.new for other in differences if other.field == one.new), None) if one.field == "status" else None
    new = " ".join(filter(None, (_value(one.field, one.new), ended)))
    return {"field": _(FIELDS[one.field].label), "old": _value(one.field, one.old), "new": new, "standing": words[standing]}


def _value(key: str, value: Any) -> str:
    if isinstance(value, list) and FIELDS[key].kind != "names":
        return listed(value)
    if key == "parts_done":
        return listed(value or ())
    if key == "status" and value == "open":
        return _("open")
    return cell(column(key), value, "UTC") if FIELDS[key].kind != "period" else (word("feedback_every", value) if value else "–")
