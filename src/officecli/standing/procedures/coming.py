"""Which occurrences of which procedures are to become items: looked up and counted, nothing is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from officecli.light import dataclass, field
from officecli.model.time.recurrence import passed_by, turns
from officecli.model.time.working_days import WorkingDays
from officecli.standing.procedures.leads import How, WhoLeads
from officecli.store.posts import CLEAR_POST
from officecli.store.read.reader import Reader, Row
from officecli.store.steps import NEWEST_VERSION

DAYS_AHEAD = 7
"""Days of the calendar: what is handed out within a week is made, so that a missed night of cron, or a holiday, delays nobody."""


@dataclass
class Occurrence:
    """One item to be made: `version` is the procedure as it stands for that day; `late`: its deadline would have passed before it is handed out.

    `own` is the day the rule says, where the occurrence moved from it to `day`; `away`: its lead is away until it is due.
    """

    procedure: Row
    version: Row
    own: date
    day: date
    issued: date
    due: date
    late: bool = False
    away: bool = False
    lead: Row = field(default_factory=dict)
    giver: Row = field(default_factory=dict)


@dataclass
class Coming:
    """What is to be made, in the order of handing out; `marks` is how far each procedure has then come round, by its id.

    `instead` are procedures led by others than the holder of their post (and by whom, and how), `leaderless` those nobody can lead.
    """

    until: date
    found: list[Occurrence] = field(default_factory=list)
    marks: dict[int, date] = field(default_factory=dict)
    instead: list[tuple[Row, How, tuple[Row, ...]]] = field(default_factory=list)
    leaderless: list[Row] = field(default_factory=list)


def coming(read: Reader, days: WorkingDays, until: date, *, without: Collection[int] = ()) -> Coming:
    """Everything to be handed out up to the day `until`, except of the procedures `without`; at once where all of it was made before."""
    result = Coming(until)
    who = WhoLeads(read)
    for procedure in _in_use(read, until):
        limit = _limit(procedure, days, until)
        if procedure["id"] in without or _reached(procedure, limit):
            continue
        leads = who.of_post(procedure["post_id"])
        if leads is None:
            result.leaderless.append(procedure)
            continue
        found, mark = _of_procedure(read, procedure, days, limit)
        if mark:
            result.marks[procedure["id"]] = mark
        if found and leads.how != "holder":
            result.instead.append((procedure, leads.how, leads.people))
        result.found.extend(found)
    result.found.sort(key=lambda one: (one.issued, one.procedure["id"], one.day))
    for one in result.found:
        leads = who.of_post(one.procedure["post_id"])
        assert leads is not None
        one.lead = who.next(one.procedure["post_id"], leads, one.issued, one.due)
        one.away = who.is_away(one.lead, one.issued, one.due)
        one.giver = who.giver(one.lead)
    return result


_IN_USE = f"""
SELECT p.id, p.name, p.kind, p.post_id, {CLEAR_POST} AS post, p.duty_id, p.recurrence, p.start, p.until, p.days_off, p.generated_until,
       v.ahead_days, v.due_days
FROM procedure p
JOIN post po ON po.id = p.post_id
JOIN unit pu ON pu.id = po.unit_id
JOIN {NEWEST_VERSION}
WHERE p.retired = 0 AND p.recurrence IS NOT NULL AND p.start IS NOT NULL
  AND (p.generated_until IS NULL OR (p.generated_until < :last AND (p.until IS NULL OR p.generated_until < p.until)))
ORDER BY p.id"""


def _in_use(read: Reader, until: date) -> list[Row]:
    """The procedures that come round by themselves and have not come as far as a year, the longest lead, past `until`."""
    return read.rows(_IN_USE, last=(until + timedelta(days=400)).isoformat())


def _limit(procedure: Row, days: WorkingDays, until: date) -> date:
    """The last day an item handed out by `until` can be for; its deadline, and the limits for signing, must lie in the calendar."""
    room = days.add(days.last, -(procedure["due_days"] + 25))
    ahead = procedure["ahead_days"]
    limit = days.add(until, ahead) if until < room and ahead <= days.between(until, room) else room
    return min(limit, date.fromisoformat(procedure["until"])) if procedure["until"] else limit


def _reached(procedure: Row, limit: date) -> bool:
    return procedure["generated_until"] is not None and procedure["generated_until"] >= limit.isoformat()


def _of_procedure(read: Reader, procedure: Row, days: WorkingDays, limit: date) -> tuple[list[Occurrence], date | None]:
    """What is to be made of one procedure up to `limit`, and how far it has then come round: None where nothing came.

    What falls into a pause that may yet be ended is passed over for now only.
    """
    passed = date.fromisoformat(procedure["generated_until"]) if procedure["generated_until"] else None
    start, days_off = date.fromisoformat(procedure["start"]), procedure["days_off"]
    came = list(turns(procedure["recurrence"], start=start, passed=passed, until=limit, days_off=days_off, days=days))
    if not came:
        return [], None
    versions = read.rows("SELECT * FROM procedure_version WHERE procedure_id = :id ORDER BY number", id=procedure["id"])
    pauses = read.rows("SELECT since, until FROM procedure_pause WHERE procedure_id = :id ORDER BY id", id=procedure["id"])
    made = {
        row["occurrence"]
        for row in read.rows(
            "SELECT occurrence FROM item WHERE procedure_id = :id AND occurrence >= :first", id=procedure["id"], first=came[0].comes.isoformat()
        )
    }
    existed = date.fromisoformat(versions[0]["since"])
    found, mark = [], passed_by(limit, days_off, days)
    for (own, day), version in zip(came, _versions([turn.comes for turn in came], versions), strict=True):
        text = day.isoformat()
        if any(pause["since"] <= text and (pause["until"] is None or text < pause["until"]) for pause in pauses):
            if day >= read.today:
                mark = min(mark, own - timedelta(days=1))
            continue
        due = days.add(day, version["due_days"])
        if due >= existed and text not in made:
            handed_out = max(days.add(day, -version["ahead_days"]), read.today)  # what comes late is handed out now, not in the past
            late = due < handed_out
            found.append(Occurrence(procedure, version, own, day, handed_out, _working_day(handed_out, days) if late else due, late))
    return found, mark


def _working_day(day: date, days: WorkingDays) -> date:
    """The day, or the first working day after it."""
    return day if days.is_working(day) else days.add(day, 1)


def _versions(came: list[date], versions: list[Row]) -> Iterator[Row]:
    """For each day the version that holds on it: the newest that began by then, the first for days before."""
    place = 0
    for day in came:
        while place + 1 < len(versions) and versions[place + 1]["since"] <= day.isoformat():
            place += 1
        yield versions[place]
