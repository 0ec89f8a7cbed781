"""The order of somebody's work, fitted into the hours they have: what is worked on when, what cannot be done in time, what would make it fit.

The nearest deadline goes first, then the important, the urgent, what was handed out first; what is overdue is due today. This order finishes
everything in time whenever any order does. Today counts as a whole day; absences are taken off. Where nothing has an estimate, there is only
the order of the deadlines, with the days that are left. A filter shows some of the work, at its place in the whole:
  officecli plan
  officecli plan Ana
  officecli plan Records --format csv
  officecli plan Ana -w urgency:urgent
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from datetime import date
from itertools import pairwise

from officecli.hints import TYPE_CHECKING, Any
from officecli.i18n import N_, _, clauses, listed, ngettext, sentences
from officecli.model.names import name_key
from officecli.model.time.planning import Schedule, first_late
from officecli.model.time.working_days import WorkingDays
from officecli.reports.items.fitting import fitting_items
from officecli.reports.items.item_rows import columns, some_columns
from officecli.reports.planning.workload import Workload, workload
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import units_under
from officecli.reports.shape.filters import Filters, look_at
from officecli.reports.shape.report import VERSION, Column, Report
from officecli.reports.shape.takes import Argument, Takes
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.other_names import name_on_record
from officecli.typed.office.people import find_person_ever

if TYPE_CHECKING:
    from officecli.reports.planning.remedies import Remedy

TAKES = Takes(
    argument=Argument("NAME|UNIT", N_("Whose work: a person's or a unit's; yours if left out."), who="asker"),
    without=("unit", "person", "role", "since", "until", "status", "urgency", "source", "body", "label", "sort"),
)

KEYS = ("number", "light", "title", "due", "working_days_left", "working_days_late", "importance", "urgency")


def report(read: Reader, filters: Filters) -> Report:
    """The plan of a person, of everybody in a unit, or of the office; raises NotFound for a name that is none of these."""
    look_at(read, filters.as_of)
    people = _people(read, filters.text)
    fitting = fitting_items(read, filters, by=("where",))
    known = workload(read, people)
    days = working_days(read)
    rows: list[dict[str, Any]] = []
    notes: list[str] = []
    lates = 0
    for person in known.people.values():
        planned = known.plan(person["id"])
        found, told = _rows(read, known, person, planned, days, fitting)
        rows += found
        notes += told
        lates += sum(1 for row in found if row["short"])
    single = len(known.people) == 1
    limit = most_rows(read, filters.limit)
    hours = sum(row["hours"] or 0 for row in rows)
    unknown = [row["number"] for row in rows if row["hours"] is None]
    shown = rows[: limit or None]
    _look_up(read, shown)
    if unknown:
        notes.append(_without_hours(unknown))
    return build(
        read,
        name="plan",
        title=_("Plan for {name}").format(name=next(iter(known.people.values()))["name"] if single else filters.text),
        filters=filters.given("where"),
        columns=_columns(),
        rows=shown,
        summary={"items": len(rows), "hours": hours, "late": lates, "without_hours": len(unknown)},
        headline=_headline(len(rows) - len(unknown), hours, lates) if len(rows) > len(unknown) else _by_deadlines(shown),
        notes=notes,
        empty=_("Nothing is in hand.") if fitting is None else _("No item in hand fits."),
        total=len(rows),
        group_by="name",
    )


def _people(read: Reader, name: str) -> list[int] | None:
    """Whose plan is meant: a unit's people, one person, or (None) the whole office."""
    key = name_key(name)
    if key == name_key(read.office["name"]):
        return None
    name = name_on_record(read, name)
    key = name_key(name)
    if any(name_key(unit["name"]) == key for unit in read.rows("SELECT name FROM unit ORDER BY id")):
        units = units_under(read, name)
        return [row["id"] for row in read.rows("SELECT id, unit_id FROM v_person ORDER BY id") if row["unit_id"] in units]
    return [find_person_ever(read, name)["id"]]


def _columns() -> tuple[Column, ...]:
    number, light, title, due, left, late, importance, urgency = columns(*KEYS)
    return (
        Column("name", _("name")),
        number,
        light,
        title,
        due,
        left,
        late,
        Column("hours", _("hours left"), "number"),
        Column("worked", _("worked on"), beside=("worked_days",)),
        Column("finished", _("finished on"), "date", weight=3),
        Column("slack", _("slack in days"), "integer", weight=2),
        Column("short", _("hours too many"), "number", sparse=True),
        Column("delegate", _("could be handed to"), weight=3, wide=True, sparse=True, beside=("takers",)),
        Column("extend_to", _("fits by"), "date", weight=3, sparse=True),
        importance,
        urgency,
    )


def _rows(
    read: Reader, known: Workload, person: Row, planned: Schedule, days: WorkingDays, fitting: Container[int] | None
) -> tuple[list[dict[str, Any]], list[str]]:
    """The person's rows, what is estimated first, and what to say of the first that does not fit; those `fitting` alone, where only some are meant."""
    works, own_days = known.works(person["id"]), known.days(person["id"])
    late = first_late(works, planned)
    nth = {day: number for number, (day, _minutes) in enumerate(own_days)}
    worked: dict[int, list[date]] = {}
    for stint in planned.stints:
        worked.setdefault(stint.work_id, []).append(stint.day)
    rows, notes = [], []
    for task in sorted(known.tasks[person["id"]], key=lambda task: task.work is None):
        if fitting is not None and task.id not in fitting:
            continue
        row: dict[str, Any] = {"id": task.id, "name": person["name"], "number": task.number}
        row |= dict.fromkeys(("hours", "worked", "finished", "slack", "short", "delegate", "extend_to"))
        row |= {"worked_days": [], "takers": []}
        if work := task.work:
            end = planned.finished.get(work.id)
            row["hours"] = work.minutes / 60
            row["worked"] = _spans(worked.get(work.id, []), nth) or None
            row["worked_days"] = [day.isoformat() for day in worked.get(work.id, [])]
            row["finished"] = end.isoformat() if end else None
            row["slack"] = days.between(end, date.fromisoformat(task.deadline)) if end else None
            row["short"] = planned.short[work.id] / 60 if work.id in planned.short else None
        if work and work is late:
            from officecli.reports.planning.remedies import remedy  # most plans fit

            ways = remedy(read, known, person["id"], work)
            row["delegate"] = listed(taker.name for taker in ways.takers) or None
            row["takers"] = [taker.name for taker in ways.takers]
            row["extend_to"] = ways.extend_to.isoformat() if ways.extend_to else None
            notes.append(_said(person["name"], task.number, ways, late=task.deadline < read.as_of.isoformat()))
        rows.append(row)
    return rows, notes


def _look_up(read: Reader, rows: list[dict[str, Any]]) -> None:
    """Put into the rows what only the table shows of their items, in place of the items' ids."""
    found = some_columns(read, [row["id"] for row in rows], *KEYS, VERSION)
    for row in rows:
        item = found[row.pop("id")]
        row |= {key: item[key] for key in (*KEYS, VERSION)}


def _spans(worked: Sequence[date], nth: Mapping[date, int]) -> str:
    """The days something is worked on, working days in a row as one span: `07-06…07-08, 07-10`; `nth` is each day's place among the person's."""
    if not worked:
        return ""
    breaks = [n for n, (one, other) in enumerate(pairwise(worked), 1) if nth[other] > nth[one] + 1]
    spans = [worked[first:last] for first, last in pairwise([0, *breaks, len(worked)])]
    return listed(f"{span[0]:%m-%d}" + (f"…{span[-1]:%m-%d}" if len(span) > 1 else "") for span in spans)


def _said(name: str, number: str, ways: Remedy, *, late: bool) -> str:
    """What cannot be done in time, and each way to make it fit; what is `late` already is not extended any more, but given another deadline."""
    hours = _tenths(ways.less + 5)  # rounded up, or what is taken away would not be enough
    offers = [
        _handed(ways) if ways.takers else _("nobody below has room for it (of others, see: officecli suggest-lead {number})").format(number=number),
        _later(number, ways.extend_to.isoformat(), late=late) if ways.extend_to else _("no later day fits it"),
    ]
    if ways.estimate:
        offers.append(
            _("take {hours} hours of it away: officecli edit {number} --hours {estimate}").format(hours=hours, number=number, estimate=ways.estimate)
        )
    return _("{number} is the first that {name} cannot do in time ({hours} hours too many). What would make it fit: {ways}.").format(
        number=number, name=name, hours=hours, ways=clauses(offers)
    )


def _tenths(minutes: int) -> str:
    """Hours to the whole tenth that is not above them."""
    return f"{minutes // 6 / 10:.1f}"


def _handed(ways: Remedy) -> str:
    """To whom it could be handed."""
    if not ways.in_time:
        return _("hand it to {name}, who could do it by {day}").format(name=ways.takers[0].name, day=ways.takers[0].day.isoformat())
    named = (_("{name} ({hours} h free besides)").format(name=taker.name, hours=_tenths(taker.free)) for taker in ways.takers)
    return _("hand it to {takers}").format(takers=listed(named))


def _without_hours(numbers: Sequence[str]) -> str:
    named = listed(numbers[:7]) + (" …" if len(numbers) > 7 else "")
    return ngettext(
        "{n} item has no estimate and is not planned: {numbers}. Give it hours: officecli edit {number} --hours N",
        "{n} items have no estimate and are not planned: {numbers}. Give them hours: officecli edit {number} --hours N",
        len(numbers),
    ).format(n=len(numbers), numbers=named, number=numbers[0])


def _by_deadlines(rows: Sequence[dict[str, Any]]) -> str:
    """What can be said of items that nobody has estimated: their order, and the day on which most fall."""
    if not rows:
        return ""
    said = _("No hours are on record: in the order of the deadlines, with the days that are left.")
    day, most = Counter(row["due"] for row in rows).most_common(1)[0]
    return sentences([said, _("Most fall on {day}: {n}.").format(day=day, n=most)]) if most > 1 else said


def _headline(planned: int, hours: float, lates: int) -> str:
    said = ngettext("{n} item of {hours} hours in all; {late}.", "{n} items of {hours} hours in all; {late}.", planned)
    late = ngettext("{n} cannot be done in time", "{n} cannot be done in time", lates).format(n=lates) if lates else _("all can be done in time")
    return said.format(n=planned, hours=f"{hours:.1f}", late=late)


def _later(number: str, day: str, *, late: bool) -> str:
    if late:
        return _('a later deadline, which its originator\'s side sets: officecli edit {number} --due {day} --reason "…"').format(
            number=number, day=day
        )
    return _("extend it to {day}").format(day=day)
