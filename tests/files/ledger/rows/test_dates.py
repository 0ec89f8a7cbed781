from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from officecli.errors import BadInput
from officecli.files.ledger.rows.dates import DateCells
from officecli.files.ledger.sheets.cells import Cell

TODAY = date(2026, 11, 23)
ISSUED = date(2026, 6, 1)


@pytest.fixture
def dates(reads_dates: Callable[[str, date], date]) -> DateCells:
    return DateCells(reads_dates, TODAY)


@pytest.mark.parametrize(
    "cell",
    [
        datetime(2026, 7, 5, 9, 30),  # noqa: DTZ001
        date(2026, 7, 5),
        46208,
        46208.0,
        46208.4,
        "46208",
        "20260705",
        20260705,
        "2026-07-05",
        "2026.7.5",
        "2026年7月5日",
        "7月5日",
        "2026.7.5前完成",
        "7月5日前",
        "7月5日（已延期）",
        "于2026年7月5日前办结",
        "2026年7月5日前报送",
        " 2026/7/5 ",
        "By 5 July 2026",
    ],
)
def test_one_day_in_many_forms(dates: DateCells, cell: Cell) -> None:
    assert dates.ahead(cell, ISSUED) == date(2026, 7, 5)


@pytest.mark.parametrize(("cell", "day"), [("11月底", date(2026, 11, 30)), ("年底前", date(2026, 12, 31)), ("3个工作日", date(2026, 6, 4))])
def test_a_deadline_counts_from_the_issue_day(dates: DateCells, cell: str, day: date) -> None:
    assert dates.ahead(cell, ISSUED) == day


@pytest.mark.parametrize("cell", [None, "", "—", "/", "无", " "])
def test_no_date(dates: DateCells, cell: Cell) -> None:
    assert dates.ahead(cell, ISSUED) is None


@pytest.mark.parametrize(
    "cell",
    [
        "长期",
        "待定",
        "7月5日（延至7月20日）",
        "2026.7.5、2026.7.20",
        "20261345",
        "12345",
        12,
        "9" * 10_000,
        "2026-07-05\n2026-07-20",
        "2026.2.30",
        float("inf"),
        float("nan"),
        "#REF!",
        "7月5日\x00",
    ],
)
def test_what_is_no_one_day_is_refused_every_time(dates: DateCells, cell: Cell) -> None:
    for _again in range(2):
        with pytest.raises(BadInput) as refused:
            dates.ahead(cell, ISSUED)
        assert refused.value.what


def test_what_has_happened_is_read_as_the_latest_such_day(dates: DateCells) -> None:
    assert dates.past("7月5日") == date(2026, 7, 5)
    assert dates.past("12月5日") == date(2025, 12, 5)
    assert dates.past("11月23日") == TODAY
    assert dates.past("2027-01-05") == date(2027, 1, 5)
