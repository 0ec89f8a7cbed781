"""Headings that name a time: one that has begun, or one to come."""

from __future__ import annotations

from datetime import date

import pytest

from officecli.files.ledger.columns.by_heading.of_a_time import stretch


@pytest.mark.parametrize(
    ("heading", "first", "last"),
    [
        ("一季度完成情况", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026.2季度完成情况", date(2026, 4, 1), date(2026, 6, 30)),
        ("1-2季度完成情况", date(2026, 4, 1), date(2026, 6, 30)),
        ("前三季度任务完成情况", date(2026, 7, 1), date(2026, 9, 30)),
        ("2025年四季度", date(2025, 10, 1), date(2025, 12, 31)),
        ("1-6月完成情况", date(2026, 6, 1), date(2026, 6, 30)),
        ("二至三季度进展", date(2026, 7, 1), date(2026, 9, 30)),
        ("上半年目标", date(2026, 1, 1), date(2026, 6, 30)),
        ("8月计划", date(2026, 8, 1), date(2026, 8, 31)),
        ("12月完成情况", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026年6月15日进展", date(2026, 6, 15), date(2026, 6, 15)),
        ("2025年完成情况", date(2025, 1, 1), date(2025, 12, 31)),
        ("第27周", date(2026, 6, 29), date(2026, 7, 5)),
        ("Q1 status", date(2026, 1, 1), date(2026, 3, 31)),
        ("First half goals", date(2026, 1, 1), date(2026, 6, 30)),
        ("H2 2025 status", date(2025, 7, 1), date(2025, 12, 31)),
        ("Status, fourth quarter 2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("February update", date(2026, 2, 1), date(2026, 2, 28)),
        ("Status 05/2026", date(2026, 5, 1), date(2026, 5, 31)),
        ("进展 2026.5", date(2026, 5, 1), date(2026, 5, 31)),
        ("第60周", None, None),
        ("完成情况", None, None),
    ],
)
def test_the_time_that_a_heading_names_is_one_that_has_begun_or_the_nearest(heading: str, first: date | None, last: date | None) -> None:
    assert (stretch(heading, None, date(2026, 7, 6)) or (None, None)) == (first, last)


def test_a_time_to_come_is_that_of_the_ledgers_year_or_in_winter_the_last() -> None:
    assert stretch("12月完成情况", None, date(2027, 1, 5)) == (date(2026, 12, 1), date(2026, 12, 31))
    assert stretch("12月完成情况", 2024, date(2027, 1, 5)) == (date(2024, 12, 1), date(2024, 12, 31))
