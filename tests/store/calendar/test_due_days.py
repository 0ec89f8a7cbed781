"""Feedback by the calendar is due by the same days in SQL, on both engines, as in Python."""

from __future__ import annotations

from datetime import date

import pytest

from officecli.model.time.feedback import by_calendar
from officecli.store.calendar.due_days import is_due_day
from officecli.store.place import place
from officecli.store.read.reader import reading

CODES = (
    "weekly-1",
    "weekly-5-7",
    "monthly-1",
    "monthly-10-25",
    "monthly-29",
    "monthly-30",
    "monthly-31",
    "monthly-5-31",
    "quarterly-15",
    "quarterly-31",
)


@pytest.mark.parametrize("code", CODES)
def test_the_same_days_as_in_python(office_url: str, code: str) -> None:
    calendar = by_calendar(code)
    assert calendar
    with reading(place(office_url)) as read:
        rows = read.rows(
            f"SELECT c.date, CASE WHEN {is_due_day('s.code', 'c.date')} THEN 1 ELSE 0 END AS due FROM calendar_day c, (SELECT '{code}' AS code) s"
        )
    assert len(rows) > 10_000
    assert [row["date"] for row in rows if row["due"]] == [row["date"] for row in rows if calendar.is_due(date.fromisoformat(row["date"]))]
