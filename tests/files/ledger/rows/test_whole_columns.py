from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.rows.whole_columns import mend_columns
from officecli.files.ledger.sheets.cells import Cell, Unclear
from officecli.files.ledger.sheets.sheet_rows import SheetRow


def mended(key: str, *cells: Cell, since_1904: bool = False) -> tuple[list[Cell], list[str]]:
    rows = [SheetRow(number, [cell]) for number, cell in enumerate(cells, 2)]
    said = mend_columns(rows, Headings(row_number=1, columns={key: 0}, labels={key: "when"}), since_1904=since_1904)
    return [row.cells[0] for row in rows], said


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        ((0.4, 0.85, 1), ["40%", "85%", "100%"]),
        (("0.4", "0.85", "1", "好", ""), ["40%", "85%", "100%", "好", ""]),
        (("0.4\x1f", "1"), ["40%", "100%"]),
        ((40, "85", 1), [40, "85", 1]),
        (("40%", 0.5), ["40%", "50%"]),
        ((0.45, 1.08), ["45%", "108%"]),
        ((1.5, 2.25), [1.5, 2.25]),
    ],
)
def test_a_column_of_fractions_is_one_of_percentages(cells: tuple[Cell, ...], read: list[Cell]) -> None:
    assert mended("percent", *cells)[0] == read


def test_t_and_f_alone_in_a_column_of_states_are_yes_and_no() -> None:
    assert mended("status", "t", "f", None)[0] == [True, False, None]
    assert mended("status", "t", "f", "Open")[0] == ["t", "f", "Open"]


def test_a_fraction_among_whole_percentages_is_unclear() -> None:
    (unclear, plain), _said = mended("progress", 0.6, 80)
    assert isinstance(unclear, Unclear)
    assert "0.6 % or 60 %" in unclear.why
    assert plain == 80
    assert [isinstance(cell, Unclear) for cell in mended("percent", 1.25, 0.5, 1.4)[0]] == [False, True, False]
    assert [isinstance(cell, Unclear) for cell in mended("percent", 0.5, 0.25, 2.5)[0]] == [True, True, False]


def test_the_last_moment_of_a_day_is_its_own_and_what_lacks_a_rounding_of_the_next_is_that() -> None:
    assert mended("due", 46218.99999, 46218 + 86_399.999 / 86_400, 46218.9999999999)[0] == [date(2026, 7, 15), date(2026, 7, 15), date(2026, 7, 16)]


def test_a_bare_number_is_the_day_it_counts_by_the_workbooks_epoch() -> None:
    assert mended("due", 46208, 46208.75, date(2026, 7, 5))[0] == [date(2026, 7, 5)] * 3
    assert mended("due", 44898.0, since_1904=True)[0] == [date(2026, 12, 4)]


@pytest.mark.parametrize("number", [9.3, 9.1, 12.2, 2026.1, 15.1])
def test_a_number_that_may_be_two_days_names_both(number: float) -> None:
    (cell,) = mended("due", number)[0]
    assert isinstance(cell, Unclear)
    assert f"{number} or {number}0" in cell.why


@pytest.mark.parametrize("cell", [9.15, 7.4, 2026.8, 2.3, 20260705, True, "9.3", None, datetime(2026, 7, 5, 17)])  # noqa: DTZ001
def test_what_can_only_be_one_day_is_left_to_the_reader_of_days(cell: Cell) -> None:
    assert mended("due", cell)[0] == [cell]


def test_a_day_shown_as_hours_is_that_day_and_an_hour_alone_is_unclear() -> None:
    assert mended("due", timedelta(days=46208))[0] == [date(2026, 7, 5)]
    assert isinstance(mended("due", time(17, 30))[0][0], Unclear)


def test_a_number_shown_as_a_day_of_1900_is_unclear() -> None:
    assert isinstance(mended("due", date(1900, 1, 9))[0][0], Unclear)


def test_days_swapped_by_a_program_are_told_before_all_else() -> None:
    real: list[Cell] = [date(2026, 3, 4), date(2026, 5, 6)]
    assert "“when”" in mended("due", *real, "7/25/2026", "13.8.2026")[1][0]
    assert mended("due", *real, "7/5/2026")[1] == []
    assert mended("due", *real, date(2026, 3, 20), "7/25/2026")[1] == []
    assert mended("due", *real)[1] == []


def test_columns_are_mended_before_their_rows_are_read(read_table: Callable[..., Ledger]) -> None:
    ledger = read_table(["事项", "责任人", "进度"], ["甲", "张三", "0.4"], ["乙", "张三", "1"])
    assert [row.percent for row in ledger.rows] == [40, 100]


@pytest.mark.parametrize(
    "cell",
    [
        0,
        0.0,
        "0",
        "0000-00-00",
        "00/00/0000",
        "00.00.00",
        "0000-00-00 00:00:00",
        "1899-12-30",
        "0001-01-01T00:00:00Z",
        "1970-01-01",
        "1/0/1900",
        date(1899, 12, 31),
        time(),
        datetime(1970, 1, 1),  # noqa: DTZ001
    ],
)
def test_what_programs_write_for_no_day_is_blank_under_days_alone(cell: Cell) -> None:
    assert mended("closed", cell)[0] == [None]
    assert mended("title", cell)[0] == [cell]
