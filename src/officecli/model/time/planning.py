"""Fits work into the hours somebody has: earliest deadline first, one work giving way to another whose deadline is nearer.

The criterion: this order finishes everything in time whenever any order does. All is whole minutes and days; nothing is estimated here.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from officecli.light import dataclass, replace

Days = Sequence[tuple[date, int]]
"""The days somebody has, in order, each with its minutes; a day that is missing has none."""


@dataclass(frozen=True)
class Work:
    """Minutes to be worked from the day `release` on and until the end of the day `due`; `precedence` orders works due on one day."""

    id: int
    release: date
    due: date
    minutes: int
    precedence: tuple[int | str, ...] = ()

    @property
    def order(self) -> tuple[date, tuple[int | str, ...], int]:
        """What is worked on first: the nearest deadline, then the precedence, then the lowest id."""
        return self.due, self.precedence, self.id


@dataclass(frozen=True)
class Stint:
    """Minutes of one day spent on one work."""

    day: date
    work_id: int
    minutes: int


@dataclass(frozen=True)
class Schedule:
    """Who works on what is in `stints`, by day; `finished` has the day each work is done (none where the days ran out).

    `short` has the minutes each late work still lacks at the end of its deadline; it is empty when everything can be done in time.
    """

    stints: tuple[Stint, ...]
    finished: Mapping[int, date]
    short: Mapping[int, int]


def schedule(works: Iterable[Work], days: Days) -> Schedule:
    """The works, day by day, within the minutes of each day and none before its release."""
    coming = sorted((work for work in works if work.minutes > 0), key=lambda work: (work.release, work.order), reverse=True)
    due = {work.id: work.due for work in coming}
    missing = {work.id: work.minutes for work in coming}
    left, short = dict(missing), dict(missing)
    finished: dict[int, date] = {}
    waiting: list[tuple[tuple[date, tuple[int | str, ...], int], int]] = []
    stints: list[Stint] = []
    for day, minutes in days:
        while coming and coming[-1].release <= day:
            work = coming.pop()
            heapq.heappush(waiting, (work.order, work.id))
        free = minutes
        while waiting and free > 0:
            current = waiting[0][1]
            spent = min(free, left[current])
            stints.append(Stint(day, current, spent))
            free -= spent
            left[current] -= spent
            if day <= due[current]:
                short[current] -= spent
            if not left[current]:
                finished[current] = day
                heapq.heappop(waiting)
        if not waiting and not coming:
            break
    return Schedule(tuple(stints), finished, {work: minutes for work, minutes in short.items() if minutes})


def first_late(works: Iterable[Work], planned: Schedule) -> Work | None:
    """The first work, in the order of deadlines, that cannot be done in time; without `planned.short[its id]` minutes of it, it could be."""
    return min((work for work in works if work.id in planned.short), key=lambda work: work.order, default=None)


def first_day_it_fits(late: Work, works: Iterable[Work], days: Days) -> date | None:
    """The nearest deadline that `late`, one of the `works`, can meet; no other work is finished later for it. None where the days run out."""
    others = [work for work in works if work.id != late.id]
    moved = late
    while True:
        ahead = (work for work in others if work.order < moved.order)  # what comes behind takes nothing from it
        done = schedule([*ahead, moved], days).finished.get(late.id)
        if done is None or done <= moved.due:
            return done and moved.due
        moved = replace(moved, due=done)
