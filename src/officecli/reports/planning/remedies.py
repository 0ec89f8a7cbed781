"""What would make work fit that does not: hand it to somebody below with room, a later deadline, or so much less of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from officecli.light import dataclass, replace
from officecli.model.time.planning import Work, first_day_it_fits, schedule
from officecli.reports.planning import same_rank
from officecli.reports.planning.workload import Workload, workload
from officecli.standing.office.superiors import people_below
from officecli.store.effort import DONE
from officecli.store.read.reader import Reader, Row

NAMED = 3


@dataclass(frozen=True)
class Taker:
    """Somebody who could do the work by the end of `day`, and the minutes free besides until then."""

    name: str
    day: date
    free: int


@dataclass(frozen=True)
class Remedy:
    """Ways for one late work: `takers`, the nearest below first; `extend_to`, None where no day fits; `less`, the minutes that must go.

    Where nobody below can do it in time, the one taker is who could do it first, if that is sooner than `extend_to`.
    `estimate` is the most whole tenths of an hour the item may be estimated at for the rest of it to fit; 0 where nothing of it fits.
    """

    takers: Sequence[Taker]
    in_time: bool
    extend_to: date | None
    less: int
    estimate: Decimal


def remedy(read: Reader, known: Workload, person: int, late: Work) -> Remedy:
    """What would make `late` fit, one of the works of that person."""
    item = read.rows(f"SELECT i.id, i.kind, {DONE} AS done FROM item i WHERE i.id = :id", id=late.id, as_of=read.as_of.isoformat())[0]
    takers = _takers(read, late, person, item)
    extend_to = first_day_it_fits(late, known.works(person), known.days(person))
    in_time = [taker for taker in takers if taker.day <= late.due]
    sooner = [taker for taker in takers if extend_to is None or taker.day < extend_to]
    first = sorted(sooner, key=lambda taker: taker.day)[:1]  # stable: the nearest below of those
    less = known.plan(person).short[late.id]
    return Remedy((in_time or first)[:NAMED], bool(in_time), extend_to, less, _estimate(late.minutes - less, item["done"]))


def _estimate(minutes: int, done: int) -> Decimal:
    """The most whole tenths of an hour of which, with `done` percent done, no more than the `minutes` are left."""
    return Decimal(minutes * 100 // (6 * (100 - done))) / 10


def day_for(known: Workload, person: int, work: Work) -> date | None:
    """The first day by which the person can do the work, its own deadline or later, making nothing they have late or later than it is."""
    works, days = known.works(person), known.days(person)
    day = first_day_it_fits(work, [*works, work], days)
    harmless = day and schedule([*works, replace(work, due=day)], days).short == known.plan(person).short
    return day if harmless else None


def free(known: Workload, person: int, until: date) -> int:
    """The person's minutes until that day that no work due by then takes."""
    return max(0, known.minutes(person, until) - sum(work.minutes for work in known.works(person) if work.due <= until))


def _takers(read: Reader, late: Work, lead: int, item: Row) -> list[Taker]:
    """Who is below the lead, here today, not one too many of a rank, and has room: the nearest first, then who has the most.

    Who has something overdue, or is about to be away, comes after all others.
    """
    others = [*same_rank.twins(read, item["id"]), *(same_rank.supporters(read, item["id"]) if item["kind"] == "adhoc" else ())]
    below = {one["id"]: one["depth"] for one in people_below(read, lead)}
    known = workload(read, list(below))
    soon = known.last_of(read.settings["load.days"])
    found = []
    for number, person in known.people.items():
        if known.days_away(number, known.last_of(1)) or same_rank.of_one_rank(person, others):
            continue
        if day := day_for(known, number, late):
            held = bool(known.overdue(number) or known.leaves_on(number, soon))
            found.append(
                (held, below[number], -free(known, number, day), number, Taker(person["name"], day, free(known, number, day) - late.minutes))
            )
    return [taker for *_order, taker in sorted(found, key=lambda one: one[:4])]
