from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from officecli.errors import BadInput
from officecli.files.ledger.rows.days.dates import DateCells, column_orders
from officecli.files.ledger.sheets.cells import Cell
from officecli.typed.dates import Almanac
from officecli.typed.dates.orders import Orders, order_said

TODAY = date(2026, 11, 23)
ISSUED = date(2026, 6, 1)


@pytest.fixture
def dates(almanac: Almanac) -> DateCells:
    return DateCells(almanac, TODAY)


def due(dates: DateCells, cell: Cell, issued: date | None = ISSUED) -> date | None:
    found = dates.due("due", cell, issued)
    return found.day if found else None


@pytest.mark.parametrize(
    "cell",
    [
        datetime(2026, 7, 15, 9, 30),  # noqa: DTZ001
        date(2026, 7, 15),
        46218,
        46218.0,
        46218.4,
        "46218",
        "'2026-07-15",
        "1784109600",
        1784109600000,
        "20260715093000",
        "202607150930",
        "20260715",
        20260715,
        "2026-07-15",
        "2026.7.15",
        "2026年7月15日",
        "7月15日",
        "2026.7.15前完成",
        "7月15日前",
        "于2026年7月15日前办结",
        "2026年7月15日前报送",
        " 2026/7/15 ",
        "By 15 July 2026",
        "7月1日至15日",
        "6月20日（延期至7月15日）",
    ],
)
def test_one_day_in_many_forms(dates: DateCells, cell: Cell) -> None:
    assert due(dates, cell) == date(2026, 7, 15)


@pytest.mark.parametrize(("cell", "day"), [("11月底", date(2026, 11, 30)), ("年底前", date(2026, 12, 31)), ("3个工作日", date(2026, 6, 4))])
def test_a_deadline_counts_from_the_issue_day(dates: DateCells, cell: str, day: date) -> None:
    assert due(dates, cell) == day


@pytest.mark.parametrize("cell", [None, "", "—", "/", "无", " ", "NULL", "NaT", float("nan")])
def test_no_date(dates: DateCells, cell: Cell) -> None:
    assert due(dates, cell) is None


@pytest.mark.parametrize(
    "cell",
    [
        "长期", "待定", "2026.7.5、2026.7.20", "20261345", "12345", 99.9, "9" * 10_000, "2026-07-05\n2026-07-20", "2026.2.30", float("inf"),
        "#REF!", "7月5日\x00", "每月25日前", "next meeting",
    ],
)  # fmt: skip
def test_what_is_no_one_day_is_refused_every_time(dates: DateCells, cell: Cell) -> None:
    for _again in range(2):
        with pytest.raises(BadInput) as refused:
            due(dates, cell)
        assert refused.value.what
        assert refused.value.fix


def test_what_has_happened_is_read_as_the_latest_such_day(dates: DateCells) -> None:
    def happened(cell: str, issued: date | None = None) -> date | None:
        found = dates.happened("closed", cell, issued)
        return found.day if found else None

    assert happened("7月5日") == date(2026, 7, 5)
    assert happened("12月5日") == date(2025, 12, 5)
    assert happened("11月23日") == TODAY
    assert happened("2027-01-05") == date(2027, 1, 5)
    assert happened("1月5日", date(2025, 12, 20)) == date(2026, 1, 5)
    assert happened("12月22日", date(2024, 12, 20)) == date(2024, 12, 22)


def test_midnight_of_utc_is_a_day_without_an_hour_and_any_other_hour_the_offices(almanac: Almanac) -> None:
    dates = DateCells(replace(almanac, timezone="America/New_York"), TODAY)
    for cell in ("2026-07-15T00:00:00Z", "2026-07-15T00:00:00.000+0000", "1784073600", "2026-07-16T03:59:00Z", "2026-07-15T00:00:00-04:00"):
        assert due(dates, cell) == date(2026, 7, 15), cell


def test_a_real_day_outside_the_calendar_is_refused_as_one_in_words_is(dates: DateCells) -> None:
    for cell in (date(2062, 7, 15), datetime(2062, 7, 15), "2062-07-15"):  # noqa: DTZ001
        with pytest.raises(BadInput, match="outside the office's calendar"):
            due(dates, cell)


@pytest.mark.parametrize("cell", ["月底", "周五", "by Friday", "3个工作日内", "tomorrow", "本月25日前", "明年3月"])
def test_words_that_count_from_the_issue_day_are_refused_without_one(dates: DateCells, cell: str) -> None:
    with pytest.raises(BadInput, match="counts from the issue day"):
        due(dates, cell, None)


@pytest.mark.parametrize(
    ("cell", "issued", "year", "day", "why"),
    [
        ("6月底", None, None, date(2026, 6, 30), "year-nearest"),  # passed, and overdue
        ("今年年底", None, None, date(2026, 12, 31), "year-this"),
        ("5月10日", None, None, date(2027, 5, 10), "year-nearest"),
        ("1月10日", None, None, date(2027, 1, 10), "year-nearest"),
        ("3月底", None, 2026, date(2026, 3, 31), "year-of-ledger"),
        ("3月底", date(2026, 6, 1), 2026, date(2027, 3, 31), "year-next"),
        ("3月底", date(2026, 6, 1), None, date(2027, 3, 31), "year-of-issue"),
        ("12月底", date(2025, 11, 20), 2026, date(2026, 12, 31), "year-of-ledger"),
        ("年底前", None, 2025, date(2025, 12, 31), "year-of-ledger"),
        ("年底前", None, None, date(2026, 12, 31), "year-this"),
        ("明年一季度", None, 2025, date(2026, 3, 31), "year-of-ledger"),
        ("一季度", None, 2026, date(2026, 3, 31), "year-of-ledger"),
    ],
)
def test_the_year_that_is_not_written(almanac: Almanac, cell: str, issued: date | None, year: int | None, day: date, why: str) -> None:
    found = DateCells(almanac, TODAY, year=year).due("due", cell, issued)
    assert found
    assert found.day == day
    assert why in found.inferred
    assert found.why


@pytest.mark.parametrize("part", ["Q1", "H1", "first half", "三季度", "上半年"])
def test_a_part_of_a_fiscal_year_is_refused(almanac: Almanac, part: str) -> None:
    with pytest.raises(BadInput, match="another calendar"):
        DateCells(almanac, TODAY, around=["FY27 work plan"]).due("due", part, None)


@pytest.mark.parametrize("part", ["4Q CY26", "CY 2026 Q4", "calendar year-end"])
def test_a_part_of_the_calendar_year_is_told_from_one_of_the_fiscal_year(almanac: Almanac, part: str) -> None:
    found = DateCells(almanac, TODAY, year=2026, around=["FY27 work plan"]).due("due", part, None)
    assert found is not None
    assert found.day == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("column", "region", "asked", "cell", "day"),
    [
        (["7/20/26", "8/3/26"], "", "", "8/3/26", date(2026, 8, 3)),
        (["20/7/26", "8/3/26"], "mdy", "", "8/3/26", date(2026, 3, 8)),  # its own evidence before the region
        (["8/3/26"], "mdy", "", "8/3/26", date(2026, 8, 3)),
        (["8/3/26"], "mdy", "dmy", "8/3/26", date(2026, 3, 8)),
        (["26.7.5", "26.9.20"], "", "", "26.9.20", date(2026, 9, 20)),
        (["09/07/26", "27/07/26", "18/07/26"], "mdy", "", "27/07/26", date(2026, 7, 27)),  # of one year: nobody has things due years apart
        (["12/14/26", "12/04/26"], "dmy", "", "12/04/26", date(2026, 12, 4)),
        (["31.12.2026", "05.06.2026"], "ymd", "", "05.06.2026", date(2026, 6, 5)),
        (["7.8"], "ymd", "", "7.8", date(2026, 7, 8)),
        (["7.8"], "dmy", "", "7.8", date(2026, 8, 7)),
    ],
)
def test_day_and_month_by_the_whole_column(almanac: Almanac, column: Sequence[str], region: str, asked: str, cell: str, day: date) -> None:
    orders = column_orders({"due": column}, Orders(usual=region), asked)
    found = DateCells(almanac, TODAY, orders=orders).due("due", cell, None)
    assert found
    assert found.day == day
    decided = {"mdy", "dmy", "ymd"} & set(found.inferred)
    assert decided == ({region} if len(column) == 1 and not asked else set())


def test_a_column_without_evidence_is_read_as_the_others_are(almanac: Almanac) -> None:
    orders = column_orders({"issued": ["13/05/2026"], "due": ["06/07/2026"]}, Orders(usual="mdy"))
    found = DateCells(almanac, TODAY, orders=orders).due("due", "06/07/2026", None)
    assert found
    assert (found.day, found.inferred) == (date(2026, 7, 6), ("dmy",))


def test_what_stands_in_no_column_is_read_as_the_columns_are(almanac: Almanac) -> None:
    orders = column_orders({"due": ["13/05/2026"]}, Orders(usual="mdy"))
    found = DateCells(almanac, TODAY, orders=orders).day_in("closed", "06-05-2026")
    assert found
    assert found.day == date(2026, 5, 6)


def test_two_columns_that_write_days_differently_tell_nothing_of_a_third(almanac: Almanac) -> None:
    orders = column_orders({"issued": ["13/05/2026"], "due": ["07/28/2026"], "closed": ["06/07/2026"]}, Orders(usual="mdy"))
    dates = DateCells(almanac, TODAY, orders=orders)
    found = [dates.due("due", "06/07/2026", None), dates.happened("issued", "06/05/2026", None), dates.happened("closed", "06/05/2026", None)]
    assert [one.day for one in found if one] == [date(2026, 6, 7), date(2026, 5, 6), date(2026, 6, 5)]


@pytest.mark.parametrize(
    ("column", "usual", "asked", "cell"),
    [
        (["05/06/2026"], "", "", "05/06/2026"),  # nothing tells
        (["13/05/2026", "05/13/2026", "05/06/2026"], "mdy", "", "05/06/2026"),  # the column contradicts itself
        (["05/13/2026"], "mdy", "dmy", "05/13/2026"),  # no such day in the order asked for
        (["26.7.15"], "ymd", "", "26.7.15"),
        (["26.12.15", "27.1.15"], "", "", "26.12.15"),  # the 15th of two months, or the 26th and 27th of one year
    ],
)
def test_day_and_month_that_nothing_tells_apart_are_refused(almanac: Almanac, column: Sequence[str], usual: str, asked: str, cell: str) -> None:
    cells = DateCells(almanac, TODAY, orders=column_orders({"due": column}, Orders(usual=usual), asked))
    with pytest.raises(BadInput, match=r"ambiguous|in the order"):
        cells.due("due", cell, None)


def test_in_a_column_that_contradicts_itself_what_can_be_one_day_only_is_marked(almanac: Almanac) -> None:
    cells = DateCells(almanac, TODAY, orders=column_orders({"due": ["13/05/2026", "05/14/2026"], "closed": ["05/14/2026"]}, Orders(usual="mdy")))
    found = [cells.day_in("due", "13/05/2026"), cells.day_in("due", "05/14/2026"), cells.day_in("closed", "05/14/2026")]
    assert [(one.day.day, one.inferred) for one in found if one] == [(13, ("dmy",)), (14, ("mdy",)), (14, ())]


@pytest.mark.parametrize(
    ("heading", "cells", "day"),
    [
        ("Due date (DD/MM/YYYY)", ["05/08/2026", "06/09/2026"], date(2026, 8, 5)),
        ("Due (mm-dd-yy)", ["05/08/2026"], date(2026, 5, 8)),
        ("完成时限（日/月/年）", ["5/8/2026"], date(2026, 8, 5)),
        ("完成时限（月/日）", ["5/8"], date(2027, 5, 8)),
        ("Due [yyyy-mm-dd]", ["05/08/2026"], None),
        ("Due (DD/MM/YYYY)", ["05/08/2026", "08/25/2026"], None),
        ("Day due", ["05/08/2026"], None),
        ("完成时限（日/月/年）", ["26/7/28"], date(2028, 7, 26)),
    ],
)
def test_a_form_that_says_how_a_day_is_written_is_believed_where_its_cells_do_not_deny_it(
    heading: str, cells: list[str], day: date | None, almanac: Almanac
) -> None:
    orders = column_orders({"due": cells}, Orders(), said={"due": order_said(heading, cells)})
    reading = DateCells(almanac, TODAY, orders=orders).day_in("due", cells[0])
    assert (reading and reading.day) == day


def test_a_short_year_far_off_is_asked_about_where_another_order_has_it_near(almanac: Almanac) -> None:
    orders = column_orders({"due": ["31/07/2026", "27.1.15"]}, Orders(usual="mdy"))
    with pytest.raises(BadInput, match="2015-01-27 or 2027-01-15"):
        DateCells(almanac, TODAY, orders=orders).due("due", "27.1.15", None)
