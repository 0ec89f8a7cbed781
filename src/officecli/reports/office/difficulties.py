"""Difficulties of the staff: in full for those who may read them, as numbers for everybody."""

from __future__ import annotations

from officecli.errors import Refused
from officecli.i18n import _, ngettext
from officecli.reports.shape.build import build
from officecli.reports.shape.lists import unit_order
from officecli.reports.shape.report import WHEN_ASKED_FOR, Column, Report
from officecli.standing.office.confidants import find_difficulty, readers
from officecli.store.own_numbers import own_numbers
from officecli.store.read.reader import Reader, Row

_EVERY = """SELECT d.id, d.person_id, p.name AS person, p.unit, d.text, d.owner_id, o.name AS owner, d.day, d.due, d.answered, d.answer,
  CASE WHEN d.answered IS NULL AND p.left_on IS NULL THEN 1 ELSE 0 END AS waiting
FROM difficulty d JOIN v_person p ON p.id = d.person_id JOIN person o ON o.id = d.owner_id
ORDER BY CASE WHEN d.answered IS NULL THEN 0 ELSE 1 END, d.due, d.id"""

OPEN_BY_UNIT = f"""SELECT p.unit, CAST(COUNT(*) AS INTEGER) AS unanswered, CAST(SUM(CASE WHEN d.due < :today THEN 1 ELSE 0 END) AS INTEGER) AS late
FROM difficulty d JOIN v_person p ON p.id = d.person_id WHERE d.answered IS NULL AND p.left_on IS NULL GROUP BY p.unit_id, p.unit
ORDER BY {unit_order("p.")}"""


def every(read: Reader, reader: Row, *, answered: bool = False) -> Report:
    """The difficulties that wait for an answer, those the reader may read, all of them if asked; and how many wait in each unit."""
    found = [row for row in _every(read) if reader["id"] in readers(read, row["person_id"], row["owner_id"])]
    rows = [row for row in found if answered or row["waiting"]]
    units = read.rows(OPEN_BY_UNIT, today=read.today.isoformat())
    unanswered, late = sum(unit["unanswered"] for unit in units), sum(unit["late"] for unit in units)
    return build(
        read,
        "difficulty-list",
        _("Difficulties {name} may read").format(name=reader["name"]),
        _columns(),
        rows,
        summary={"unanswered": unanswered, "late": late, "units": units},
        headline=_("In the whole office: {count}.").format(count=said(unanswered, late)) if unanswered else "",
        notes=[_("{unit}: {count}").format(unit=unit["unit"] or "–", count=said(unit["unanswered"], unit["late"])) for unit in units],
        empty=_("None that you may read."),
        begin=_('To confide one: officecli difficulty add "…" --owner NAME --due DATE'),
    )


def one(read: Reader, reader: Row, typed: str) -> Report:
    """One difficulty; raises Refused for whom it is not meant."""
    wanted = find_difficulty(read, typed)
    row = next(row for row in _every(read) if row["id"] == wanted["id"])
    if reader["id"] not in readers(read, row["person_id"], row["owner_id"]):
        raise Refused(
            _("difficulty {number} is not shown to {name}.").format(number=row["number"], name=reader["name"]),
            why=_("It is for the person, who sees to it, and the direct superior alone."),
            fix=_("How many there are: officecli difficulty list"),
        )
    return build(read, "difficulty-show", _("Difficulty {number}").format(number=row["number"]), _columns(), [row])


def waiting_for_answer(read: Reader, person_id: int | None) -> str:
    """How many are unanswered of those a person sees to or is the direct superior for, of all for nobody; "" for none."""
    day = read.today.isoformat()
    found = [row for row in read.rows(_EVERY) if row["waiting"]]
    if person_id is not None:
        found = [row for row in found if person_id != row["person_id"] and person_id in readers(read, row["person_id"], row["owner_id"])]
    return said(len(found), sum(row["due"] < day for row in found)) if found else ""


def said(unanswered: int, late: int) -> str:
    """How many wait, and how many past their day."""
    count = ngettext("{n} unanswered", "{n} unanswered", unanswered).format(n=unanswered)
    return _("{count}, {late} past its date").format(count=count, late=late) if late else count


def _every(read: Reader) -> list[Row]:
    day, numbers = read.today.isoformat(), own_numbers(read, "difficulty")
    return [
        {**row, "number": numbers[row["id"]], "light": "blue" if row["answered"] else "red" if row["due"] < day else "green"}
        for row in read.rows(_EVERY)
    ]


def _columns() -> tuple[Column, ...]:
    return (
        Column("number", _("number")),
        Column("id", _("trail entry"), "integer", weight=WHEN_ASKED_FOR),
        Column("light", _("light"), "light"),
        Column("person", _("person")),
        Column("text", _("difficulty"), wide=True),
        Column("owner", _("seen to by")),
        Column("day", _("recorded on"), "date", weight=3),
        Column("due", _("until"), "date"),
        Column("answered", _("answered on"), "date", weight=2, sparse=True),
        Column("answer", _("answer"), wide=True, sparse=True),
    )
