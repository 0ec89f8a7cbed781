"""What has a number of its own and is no page elsewhere: a result, a waiver, a handover note, a notice; each shown by itself, with what it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from officecli.errors import NotFound, Refused
from officecli.i18n import _
from officecli.model.acts import ACTS
from officecli.model.time.periods import Period
from officecli.reports.office import difficulties
from officecli.reports.record import waivers
from officecli.reports.shape.build import build
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Column, Report
from officecli.store.own_numbers import LETTERS, own_number_of
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import every_terms
from officecli.typed.own_numbers import find_own


def result(read: Reader, _who: Row, typed: str) -> Report:
    """What was achieved of a target in a period, when, and who recorded it; raises NotFound where there is none of this number."""
    row_id = _found(read, "target_result", typed, _("There is no result “{number}”."), "officecli target list")
    row = read.row(
        """SELECT v.*, p.name AS person, c.name AS confirmed_by FROM target_result v JOIN person p ON p.id = v.person_id
           LEFT JOIN person c ON c.id = v.confirmed_by_id WHERE v.id = :id""",
        id=row_id,
    )
    if row is None:
        raise _taken_back(typed)
    terms = next(one for one in every_terms(read) if one.id == row["target_id"])
    number = own_number_of(read, "target_result", row_id)
    shown = {
        "number": number, "target": terms.number, "metric": terms.metric,
        "period": Period(terms.period, date.fromisoformat(row["period_start"])).label, "amount": row["value"],
        "unit": terms.unit, "day": row["day"], "person": row["person"], "evidence": row["evidence"] or None, "confirmed_by": row["confirmed_by"],
        "corrects": own_number_of(read, "target_result", row["corrects_id"]) if row["corrects_id"] else None, "reason": row["reason"] or None,
    }  # fmt: skip
    columns = (
        Column("number", _("number")),
        Column("target", _("target")),
        Column("metric", _("what"), wide=True),
        Column("period", _("period"), "period"),
        Column("amount", _("amount"), "amount"),
        Column("unit", _("measured in"), sparse=True),
        Column("day", _("day"), "date"),
        Column("person", _("recorded by")),
        Column("evidence", _("evidence"), wide=True, sparse=True),
        Column("confirmed_by", _("confirmed by"), sparse=True),
        Column("corrects", _("corrects"), sparse=True),
        Column("reason", _("reason"), sparse=True),
    )
    unconfirmed = _("It counts once it is confirmed: officecli target confirm {number}").format(number=number)
    return build(
        read,
        "result",
        _("Result {number}").format(number=number),
        columns,
        [shown],
        notes=[
            unconfirmed if row["to_confirm"] and not row["confirmed"] else "",
            _("Its target: officecli show {number}").format(number=terms.number),
        ],
    )


def waiver(read: Reader, _who: Row, typed: str) -> Report:
    """One waiver, in force or over; raises NotFound where there is none of this number."""
    row_id = _found(read, "waiver", typed, _("There is no waiver “{number}”."), "officecli waivers --all")
    every = waivers.report(read, Filters(), all_=True)
    row = next((row for row in every.rows if row["id"] == row_id), None)
    if row is None:
        raise _taken_back(typed)
    return build(
        read,
        "waiver",
        _("Waiver {number}").format(number=row["waiver"]),
        every.columns,
        [row],
        notes=[_("Its item: officecli show {number}").format(number=row["number"])],
    )


def difficulty(read: Reader, who: Row, typed: str) -> Report:
    """One difficulty, for those who may read it; raises Refused for others."""
    return difficulties.one(read, who, typed)


def note(read: Reader, _who: Row, typed: str) -> Report:
    """What one duty officer left to the next; raises NotFound where there is none of this number."""
    row_id = _found(read, "handover_note", typed, _("There is no handover note “{number}”."), "officecli roster today")
    row = read.row(
        """SELECT n.day, n.text, n.done, f.name AS giving, t.name AS taking
           FROM handover_note n JOIN person f ON f.id = n.from_id LEFT JOIN person t ON t.id = n.to_id WHERE n.id = :id""",
        id=row_id,
    )
    if row is None:
        raise _taken_back(typed)
    number = own_number_of(read, "handover_note", row_id)
    columns = (
        Column("number", _("number")),
        Column("text", _("matter"), wide=True),
        Column("giving", _("by")),
        Column("taking", _("to"), sparse=True),
        Column("day", _("since"), "date"),
        Column("done", _("done on"), "date", sparse=True),
    )
    over = "" if row["done"] else _("When it is done: officecli roster done {number}").format(number=number)
    return build(read, "note", _("Handover note {number}").format(number=number), columns, [{**row, "number": number}], notes=[over])


def notice(read: Reader, who: Row, typed: str) -> Report:
    """What somebody was told of, for them alone; raises Refused for others, NotFound where there is none of this number."""
    row_id = _found(read, "notice", typed, _("There is no notice “{number}”."), "officecli digest")
    row = read.row(
        """SELECT n.person_id, n.cause, n.text, n.day, n.seen, p.name AS told, b.name AS told_by, i.number AS item
           FROM notice n JOIN person p ON p.id = n.person_id LEFT JOIN person b ON b.id = n.by_id LEFT JOIN item i ON i.id = n.item_id WHERE n.id = :id""",
        id=row_id,
    )
    if row is None:
        raise _taken_back(typed)
    number = own_number_of(read, "notice", row_id)
    if row["person_id"] != who["id"]:
        raise Refused(
            _("Notice {number} is not shown to {name}.").format(number=number, name=who["name"]),
            why=_("It is shown only to whom it is addressed."),
            fix=_("What you are told of: officecli digest"),
        )
    columns = (
        Column("number", _("number")),
        Column("cause", _("why you are told"), "word"),
        Column("act", _("act"), "word", sparse=True),
        Column("text", _("text"), wide=True, sparse=True),
        Column("told_by", _("told by"), sparse=True),
        Column("day", _("since"), "date"),
        Column("seen", _("seen on"), "date", sparse=True),
    )
    said = {"act": row["text"], "text": None} if row["text"] in ACTS else {"act": None}  # of a target, and of what was taken back
    item = _("Its item: officecli show {number}").format(number=row["item"]) if row["item"] else ""
    seen = "" if row["seen"] else _("When you have seen it: officecli seen {number}").format(number=row["item"] or number)
    return build(read, "notice", _("Notice {number}").format(number=number), columns, [{**row, **said, "number": number}], notes=[item, seen])


_OF_A_TABLE: dict[str, Callable[[Reader, Row, str], Report]] = {
    "target_result": result,
    "waiver": waiver,
    "difficulty": difficulty,
    "handover_note": note,
    "notice": notice,
}
OF_A_LETTER = {LETTERS[table]: shows for table, shows in _OF_A_TABLE.items()}
"""Letter of the number → what shows the thing of this number to somebody."""


def _found(read: Reader, table: str, typed: str, none: str, list_: str) -> int:
    row_id = find_own(read, table, typed)
    if row_id is None:
        raise NotFound(none.format(number=typed[:20]), fix=_("See them with: {command}").format(command=list_))
    return row_id


def _taken_back(typed: str) -> NotFound:
    return NotFound(_("“{number}” was taken back.").format(number=typed[:20]), fix=_("What happened: officecli history"))
