"""Earliest deadline first finds a plan whenever there is one, says what does not fit, and by how much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from officecli.model.time.planning import Days, Work, first_day_it_fits, first_late, schedule

MONDAY = date(2026, 7, 6)
LENGTH = 8


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


@st.composite
def works(draw: st.DrawFn) -> list[Work]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        release = draw(st.integers(0, LENGTH - 1))
        due = draw(st.integers(release, LENGTH - 1))
        found.append(Work(number, day(release), day(due), draw(st.integers(0, 9)), (draw(st.integers(0, 1)),)))
    return found


days = st.lists(st.integers(0, 5), min_size=LENGTH, max_size=LENGTH).map(lambda all_: [(day(n), minutes) for n, minutes in enumerate(all_)])


def most_over(some: list[Work], days: Days) -> int:
    """By how much the worst interval asks for more than it has: nobody can do in it what must be done in it (Hall's condition)."""
    worst = 0
    for first in {work.release for work in some}:
        for last in {work.due for work in some}:
            asked = sum(work.minutes for work in some if first <= work.release and work.due <= last)
            worst = max(worst, asked - sum(minutes for one, minutes in days if first <= one <= last))
    return worst


@settings(max_examples=80)
@given(works(), days)
def test_everything_is_in_time_exactly_when_no_interval_asks_too_much(some: list[Work], days: Days) -> None:
    assert (not schedule(some, days).short) == (most_over(some, days) == 0)


@settings(max_examples=80)
@given(works(), days)
def test_the_first_that_cannot_be_done_is_short_by_what_its_worst_interval_lacks(some: list[Work], days: Days) -> None:
    planned = schedule(some, days)
    ordered = sorted(some, key=lambda work: work.order)
    over = next(((work.id, lack) for n, work in enumerate(ordered, 1) if (lack := most_over(ordered[:n], days))), None)
    late = first_late(some, planned)
    assert (late and (late.id, planned.short[late.id])) == over
    if late:
        fitting = [replace(work, minutes=work.minutes - planned.short[late.id]) if work is late else work for work in some]
        again = first_late(fitting, schedule(fitting, days))
        assert again is None or again.order > late.order


@settings(max_examples=80)
@given(works(), days)
def test_a_schedule_keeps_to_the_days_and_loses_nothing(some: list[Work], days: Days) -> None:
    planned = schedule(some, days)
    by_id = {work.id: work for work in some}
    for one, minutes in days:
        assert sum(stint.minutes for stint in planned.stints if stint.day == one) <= minutes
    for work in some:
        spent = [stint for stint in planned.stints if stint.work_id == work.id]
        assert all(stint.day >= work.release and stint.minutes > 0 for stint in spent)
        total = sum(stint.minutes for stint in spent)
        assert total == work.minutes if work.id in planned.finished or not work.minutes else total < work.minutes
        assert planned.short.get(work.id, 0) == work.minutes - sum(stint.minutes for stint in spent if stint.day <= by_id[work.id].due)
    assert schedule(some[::-1], days) == planned


@settings(max_examples=80)
@given(works(), days)
def test_the_first_day_it_fits_is_the_nearest_and_harms_nobody(some: list[Work], days: Days) -> None:
    planned = schedule(some, days)
    late = first_late(some, planned)
    if late is None:
        return
    fits = first_day_it_fits(late, some, days)
    others = [work for work in some if work is not late]
    possible = [one for one, _minutes in days if one > late.due and late.id not in schedule([*others, replace(late, due=one)], days).short]
    assert fits == min(possible, default=None)
    if fits:
        moved = schedule([*others, replace(late, due=fits)], days)
        assert all(moved.finished[work.id] <= end for work in others if (end := planned.finished.get(work.id)))


def test_a_nearer_deadline_interrupts_what_was_begun() -> None:
    long, short = Work(1, day(0), day(4), 8), Work(2, day(1), day(1), 3)
    planned = schedule([long, short], [(day(n), 4) for n in range(5)])
    assert [(stint.day, stint.work_id, stint.minutes) for stint in planned.stints] == [
        (day(0), 1, 4),
        (day(1), 2, 3),
        (day(1), 1, 1),
        (day(2), 1, 3),
    ]
    assert planned.finished == {2: day(1), 1: day(2)}
    assert not planned.short
