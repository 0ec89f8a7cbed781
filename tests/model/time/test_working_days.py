"""Working days: a week with a holiday and a make-up day, and laws that hold for any calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.model.time.working_days import FIRST, WorkingDays

LAST = date(2056, 12, 31)

# China's National Day 2026: seven days off from Thursday 1 October, made up on Sunday 20 September and Saturday 10 October.
GOLDEN_WEEK = {date(2026, 10, day): False for day in (1, 2, 5, 6, 7)} | {date(2026, 9, 20): True, date(2026, 10, 10): True}
DAYS = WorkingDays(GOLDEN_WEEK, last=LAST)

calendars = st.dictionaries(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.booleans(), max_size=80).map(
    lambda exceptions: WorkingDays(exceptions, first=date(2026, 1, 1), last=date(2026, 12, 31))
)
dates = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2026-09-29", 1, "2026-09-30"),
        ("2026-09-29", 2, "2026-10-08"),  # over the holiday
        ("2026-09-29", 3, "2026-10-09"),
        ("2026-09-29", 4, "2026-10-10"),  # a Saturday that is worked
        ("2026-09-29", 5, "2026-10-12"),
        ("2026-10-03", 1, "2026-10-08"),  # from a day off
        ("2026-10-03", -1, "2026-09-30"),
        ("2026-10-08", -1, "2026-09-30"),
        ("2026-09-21", -1, "2026-09-20"),  # a Sunday that is worked
        ("2026-10-03", 0, "2026-10-03"),
    ],
)
def test_add_counts_from_the_day_after(start: str, count: int, expected: str) -> None:
    assert DAYS.add(date.fromisoformat(start), count) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("earlier", "later", "count"),
    [
        ("2026-09-30", "2026-10-08", 1),
        ("2026-10-08", "2026-09-30", -1),
        ("2026-10-01", "2026-10-07", 0),
        ("2026-10-09", "2026-10-12", 2),
        ("2026-11-23", "2026-11-23", 0),
    ],
)
def test_between_counts_the_last_day_but_not_the_first(earlier: str, later: str, count: int) -> None:
    assert DAYS.between(date.fromisoformat(earlier), date.fromisoformat(later)) == count


def test_rows_number_every_day_of_the_calendar() -> None:
    days = WorkingDays({date(2026, 1, 1): False, date(2026, 1, 4): True}, first=date(2026, 1, 1), last=date(2026, 1, 6))
    assert list(days.rows()) == [
        ("2026-01-01", 0, 0),
        ("2026-01-02", 1, 1),
        ("2026-01-03", 0, 1),
        ("2026-01-04", 1, 2),
        ("2026-01-05", 1, 3),
        ("2026-01-06", 1, 4),
    ]


@given(calendars, dates)
def test_the_working_days_since_a_day_are_those_of_the_rows(days: WorkingDays, start: date) -> None:
    assert [str(day) for day in days.since(start)] == [day for day, working, _number in days.rows() if working and day >= str(start)]


@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1), date.min, date.max])
def test_a_date_outside_the_calendar_is_refused(day: date) -> None:
    for ask in (DAYS.is_working, DAYS.number, DAYS.day, lambda day: DAYS.add(day, 0), lambda day: DAYS.between(FIRST, day)):
        with pytest.raises(BadInput, match=f"{day} is outside"):
            ask(day)
    with pytest.raises(BadInput, match=f"{day} is outside"):
        WorkingDays({day: True}, last=LAST)


@pytest.mark.parametrize(("start", "count"), [(LAST, 1), (FIRST, -1), (FIRST, 10**12), (LAST, -(10**12))])
def test_counting_out_of_the_calendar_is_refused(start: date, count: int) -> None:
    with pytest.raises(BadInput, match="working days from") as refusal:
        DAYS.add(start, count)
    assert refusal.value.why == "The calendar runs from 2000-01-01 to 2056-12-31."


@given(calendars, dates, st.integers(1, 30))
def test_adding_then_counting_gives_the_count_back(days: WorkingDays, start: date, count: int) -> None:
    try:
        end = days.add(start, count)
    except BadInput:
        assert days.between(start, days.last) < count
        return
    assert end > start
    assert days.is_working(end)
    assert days.between(start, end) == count
    if days.is_working(start):
        assert days.add(end, -count) == start


@given(calendars, dates, st.integers(1, 30))
def test_going_back_skips_as_many_working_days(days: WorkingDays, end: date, count: int) -> None:
    try:
        start = days.add(end, -count)
    except BadInput:
        assert days.number(end) - days.is_working(end) < count
        return
    assert sum(days.is_working(start + timedelta(days=n)) for n in range((end - start).days)) == count


@given(calendars, dates, dates, dates)
def test_counts_add_up_and_never_fall(days: WorkingDays, one: date, two: date, three: date) -> None:
    assert days.between(one, two) + days.between(two, three) == days.between(one, three)
    assert days.between(min(one, two), max(one, two)) >= 0
