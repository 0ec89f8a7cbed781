"""By when a row is to be done, where it says it twice, not at all, or before it was handed out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.rows.reading import read_ledger
from officecli.typed.dates import Almanac
from officecli.typed.dates.orders import Orders

TODAY = date(2026, 11, 23)
Read = Callable[..., Ledger]
HEADINGS = ["事项", "责任人", "配合", "交办日期", "办结时限", "销号日期"]


def test_nothing_is_handed_out_at_the_meeting_by_which_it_is_due(tmp_path: Path, almanac: Almanac) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Log for the meeting on 2026-11-10,,\nAction,Lead,Due\nCall,张三,2026-11-10\nWrite,张三,2026-12-01\n", "utf-8")
    ledger = read_ledger(path, almanac=almanac, today=TODAY)
    assert [row.issued for row in ledger.rows] == [None, date(2026, 11, 10)]


def test_one_deadline_column_fills_the_other(read_table: Read) -> None:
    for heading in ("原定时限", "现时限"):
        row = read_table(["事项", "责任人", heading], ["调研", "张三", "2026-12-01"]).rows[0]
        assert (row.original_due, row.due) == (date(2026, 12, 1), date(2026, 12, 1))
    row = read_table(["事项", "责任人", "原定时限", "现时限"], ["调研", "张三", "2026-12-01", ""]).rows[0]
    assert row.due == date(2026, 12, 1)


def test_a_row_may_have_no_deadline_yet(read_table: Read) -> None:
    assert read_table(HEADINGS, ["调研", "张三", "", "", "", ""]).rows[0].due is None


def test_a_row_that_is_over_needs_no_deadline_and_keeps_what_it_says_there(read_table: Read) -> None:
    headings = ["事项", "责任人", "办结时限", "销号日期", "状态"]
    rows = [["调研", "张三", "长期", "2026-07-05", ""], ["走访", "张三", "待定", "", "取消"], ["汇报", "张三", "待定", "", "在办"]]
    ledger = read_table(headings, *rows)
    assert [(row.title, row.due, row.remarks) for row in ledger.rows] == [("调研", None, "办结时限: 长期"), ("走访", None, "办结时限: 待定")]
    assert [(problem.row, problem.column) for problem in ledger.problems] == [(4, "办结时限")]


def test_a_deadline_that_replaced_another_keeps_the_first(read_table: Read) -> None:
    row = read_table(["事项", "责任人", "办结时限"], ["调研", "张三", "2026年7月20日（延期至8月20日）"]).rows[0]
    assert (row.original_due, row.due) == (date(2026, 7, 20), date(2026, 8, 20))
    assert row.inferred == {"due": "the new deadline, the year is that of the issue day"}


def test_a_deadline_before_the_issue_day_may_be_one_with_day_and_month_swapped(tmp_path: Path, almanac: Almanac) -> None:
    def fix(issued: str, due: str) -> str:
        path = tmp_path / "ledger.csv"
        path.write_text(f"Matter,Lead,Issued,Deadline\nRoof,Bob,{issued},{due}\n")
        american = replace(almanac, orders=Orders(usual="mdy"))
        return read_ledger(path, almanac=american, today=TODAY).problems[0].fix

    assert fix("12/06/2026", "04/07/2026").endswith("with --dates dmy.")
    assert "--dates" not in fix("2026-12-06", "2026-07-04")
    assert "--dates" not in fix("12/06/2026", "02/01/2026"), "it is before it either way"


@pytest.mark.parametrize(
    ("span", "day", "said"),
    [
        ("10月29日—31日", date(2025, 10, 30), True),
        ("10月29日—31日", date(2025, 10, 28), False),
        ("10月", date(2025, 10, 31), True),
        ("2026年10月", date(2025, 10, 31), False),
    ],
)
def test_a_span_without_its_year_says_any_of_its_days_in_any_year(span: str, day: date, said: bool, read_table: Read) -> None:
    (row,) = read_table(["事项", "责任人", "交办日期", "办结时限"], ["调研", "张三", span, "2026-12-01"]).rows
    assert row.says_day("issued", day) is said
