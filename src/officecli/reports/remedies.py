"""What would make work fit that does not: hand it to somebody below with room, a later deadline, or so much less of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from officecli.actions.people import people_below
from officecli.model.planning import Days, Schedule, Work, first_day_it_fits, schedule
from officecli.reports.workload import Workload, workload
from officecli.store.read import Reader, Row

NAMED = 3


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who could do the work by the end of `day`, and the minutes free besides until then."""

    name: str
    day: date
    free: int


@dataclass(frozen=True, slots=True)
class Remedy:
    """Ways for one late work: `takers`, the nearest below first; `extend_to`, None where no day fits; `less`, the minutes that must go.

    Where nobody below can do it in time, the one taker is who could do it first, if that is sooner than `extend_to`.
    """

    takers: Sequence[Taker]
    in_time: bool
    extend_to: date | None
    less: int


def remedy(read: Reader, late: Work, item: Row, works: Sequence[Work], planned: Schedule, days: Days) -> Remedy:
    """What would make `late` fit, one of the `works` of the lead of `item`, whose plan and days are given."""
    takers = _takers(read, late, item)
    extend_to = first_day_it_fits(late, works, days)
    in_time = [taker for taker in takers if taker.day <= late.due]
    sooner = [taker for taker in takers if extend_to is None or taker.day < extend_to]
    first = sorted(sooner, key=lambda taker: taker.day)[:1]  # stable: the nearest below of those
    return Remedy((in_time or first)[:NAMED], bool(in_time), extend_to, planned.short[late.id])


def day_for(known: Workload, person: int, work: Work) -> date | None:
    """The first day by which the person can do the work, its own deadline or later, making nothing they have late or later than it is."""
    works, days = known.works(person), known.days(person)
    day = first_day_it_fits(work, [*works, work], days)
    harmless = day and schedule([*works, replace(work, due=day)], days).short == known.plan(person).short
    return day if harmless else None


def free(known: Workload, person: int, until: date) -> int:
    """The person's minutes until that day that no work due by then takes."""
    return max(0, known.minutes(person, until) - sum(work.minutes for work in known.works(person) if work.due <= until))


def same_rank(read: Reader, item_id: int, person: Row) -> str | None:
    """Who supports the item and is of the person's own rank level: were the person to lead it, R102 would speak."""
    name = read.value(
        """SELECT p.name FROM support s JOIN v_person p ON p.id = s.person_id
           WHERE s.item_id = :item AND s.until IS NULL AND p.id <> :person AND p.level = :level ORDER BY s.id LIMIT 1""",
        item=item_id,
        person=person["id"],
        level=person["level"],
    )
    return None if name is None else str(name)


def _takers(read: Reader, late: Work, item: Row) -> list[Taker]:
    """Who is below the lead, here today, of no supporter's rank on ad hoc work, and has room; the nearest first, then who has the most."""
    below = {one["id"]: one["depth"] for one in people_below(read, item["lead_id"])}
    known = workload(read, list(below))
    found = []
    for number, person in known.people.items():
        if known.days_away(number, known.last_of(1)) or (item["kind"] == "adhoc" and same_rank(read, item["id"], person)):
            continue
        if day := day_for(known, number, late):
            found.append((below[number], -free(known, number, day), number, Taker(person["name"], day, free(known, number, day) - late.minutes)))
    return [taker for _depth, _free, _id, taker in sorted(found, key=lambda one: one[:3])]
