"""How a day is said back to whoever typed it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from officecli.typed.dates import read_date
from officecli.typed.day_said import say_date
from stage.wednesday import PLAIN, WEDNESDAY, bases, dates_known


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-25", "Wed 25 Nov 2026, today"),
        ("2026-11-26", "Thu 26 Nov 2026, tomorrow, in 1 working day"),
        ("2026-12-01", "Tue 1 Dec 2026, in 4 working days"),
        ("2026-11-24", "Tue 24 Nov 2026, yesterday, 1 working day ago"),
        ("2026-11-16", "Mon 16 Nov 2026, 7 working days ago"),
    ],
)
def test_a_date_is_said_back(day: str, said: str) -> None:
    assert say_date(date.fromisoformat(day), base=WEDNESDAY, days=PLAIN.days) == said


def test_a_day_off_is_said_back_without_a_count_of_nothing() -> None:
    friday, saturday, sunday = (date(2026, 11, day) for day in (27, 28, 29))
    assert say_date(saturday, base=friday, days=PLAIN.days) == "Sat 28 Nov 2026, tomorrow, before the next working day"
    assert say_date(sunday, base=friday, days=PLAIN.days) == "Sun 29 Nov 2026, before the next working day"
    assert say_date(friday, base=saturday, days=PLAIN.days) == "Fri 27 Nov 2026, yesterday, 0 working days ago"


@given(dates_known, bases)
def test_what_is_said_is_read_as_the_same_day(day: date, base: date) -> None:
    assert read_date(say_date(day, base=base, days=PLAIN.days).split(", ")[0], base=base, by=PLAIN) == day
