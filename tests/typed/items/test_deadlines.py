"""By how much a deadline is said to move."""

from __future__ import annotations

from datetime import date

import pytest

from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates import Almanac, read_date
from officecli.typed.items.deadlines import added_to_deadline

ALMANAC = Almanac(WorkingDays({}, last=date(2050, 12, 31)))
FRIDAY = date(2026, 7, 10)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("+2wd", date(2026, 7, 14)),
        ("＋5个工作日", date(2026, 7, 17)),
        ("延期5个工作日", date(2026, 7, 17)),
        ("同意再延期 10日", date(2026, 7, 20)),
        ("顺延一周", date(2026, 7, 17)),
        ("推迟两个月", date(2026, 9, 10)),
        ("extend by 2 weeks", date(2026, 7, 24)),
        ("Postponed 5 working days", date(2026, 7, 17)),
        ("3 more working days", date(2026, 7, 15)),
        ("defer a month", date(2026, 8, 10)),
        ("defer next month", None),
        ("extend working days", None),
        ("延期至8月15日", None),
        ("延期到月底", None),
        ("5个工作日", None),
        ("extended to 15 Aug", None),
        ("延期", None),
    ],
)
def test_by_how_much_a_deadline_moves_is_told_from_the_day_it_is_to_be(typed: str, day: date | None) -> None:
    span = added_to_deadline(typed)
    assert (read_date(span, base=FRIDAY, by=ALMANAC) if span else None) == day
