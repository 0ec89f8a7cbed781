from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.model.time.feedback import Calendar, by_calendar, missed_on
from officecli.model.time.working_days import WorkingDays

DAYS = WorkingDays({}, last=date(2056, 12, 31))


@pytest.mark.parametrize(
    ("code", "last", "missed"),
    [
        ("monthly-25", "2026-06-24", "2026-07-26"),
        ("monthly-25", "2026-06-25", "2026-07-26"),  # that day's own feedback
        ("monthly-25", "2026-06-26", "2026-08-26"),
        ("monthly-31", "2026-01-30", "2026-03-01"),  # February's last day
        ("monthly-10-25", "2026-07-09", "2026-07-26"),
        ("weekly-5", "2026-07-06", "2026-07-18"),
        ("weekly-5", "2026-07-10", "2026-07-18"),
        ("weekly-1-4", "2026-07-08", "2026-07-14"),
        ("quarterly-31", "2026-06-30", "2026-10-01"),
        ("quarterly-25", "2026-05-01", "2026-09-26"),
        ("weekly", "2026-07-06", "2026-07-14"),
        ("10d", "2026-07-06", "2026-07-17"),
    ],
)
def test_the_first_day_on_which_feedback_is_missing(code: str, last: str, missed: str) -> None:
    assert missed_on(code, date.fromisoformat(last), 5, DAYS).isoformat() == missed


@pytest.mark.parametrize(
    "code",
    ["weekly", "monthly", "10d", "weekly-8", "weekly-0", "monthly-32", "monthly-5-5", "monthly-25-10", "yearly-1", "monthly-1-2-3-4-5-6-7-8-9"],
)
def test_what_is_no_code_of_the_calendar(code: str) -> None:
    assert by_calendar(code) is None


@given(
    st.sampled_from(["weekly", "monthly", "quarterly"]),
    st.sets(st.integers(1, 7), min_size=1, max_size=3),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_no_two_due_days_pass_without_feedback_unseen(every: str, on: set[int], last: date) -> None:
    calendar = Calendar(every, tuple(sorted(on)))
    assert by_calendar(calendar.code) == calendar
    missed = missed_on(calendar.code, last, 0, DAYS)
    assert sum(calendar.is_due(last + timedelta(days=n)) for n in range((missed - last).days)) == 2
    assert calendar.is_due(missed - timedelta(days=1))
