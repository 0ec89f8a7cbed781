"""Any table of any words, in any kind of file: it is read or refused, and every row of it is accounted for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError

from officecli.errors import BadInput
from officecli.files.ledger.imported import How
from officecli.files.ledger.importing import import_ledger
from officecli.files.ledger.rows.reading import read_ledger
from officecli.typed.dates import Almanac
from stage import by_row
from stage.ledger_files import WRITERS

HEADINGS = [
    "序号", "编号", "事项", "事项内容", "具体措施", "任务", "来源", "牵头单位", "责任人", "责任单位", "配合单位", "时限", "完成时间", "交办日期",
    "是否办结", "进展情况",
    "销号日期", "备注", "紧急程度", "类别", "Matter", "Task", "Lead", "Owner", "Support", "Due", "Status", "Done", "% complete", "Notes",
    "Team / Owner", "", "x",
]  # fmt: skip
WORDS = [
    "", " ", "同上", "〃", "合计", "一、重点工作", "OPEN ITEMS", "注：红灯为逾期", "制表人：张三", "TRUE", "FALSE", "☐", "√", "×", "是", "否",
    "已办结", "长期", "暂缓",
    "各科室", "李明", "综合科", "李明、张三", "综合科（李明）", "Ana Silva", "Ana Silva + 李明", "由综合科牵头，督查室配合", "县财政局", "2026-12-01",
    "7月5日", "11月底前",
    "31/12/2026", "2/30", "收到之日起15个工作日内", "每月25日前", "60%", "0.6", "46208", "#REF!", "=1+1", "9.3", "年底", "Q4 2026", "ASAP",
    "In progress", "EXT to 7/31",
    "关于学位的答复", "a\nb", "x" * 3000, "\u202eabc", "事项", "责任人", "Matter", "5", "done of 15", "2026年8月", "√ 6.28", "Done June 24",
]  # fmt: skip
cells = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([None, 1, 0.4, 9.3, 46208, 1e17, date(2026, 7, 5), datetime(2026, 7, 5, 17, 30)]),  # noqa: DTZ001 - a spreadsheet's dates have no zone
    st.text(max_size=12),
)
tables = st.tuples(st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=9), st.lists(st.lists(cells, max_size=10), max_size=7)).map(
    lambda drawn: [[heading for heading in drawn[0]], *drawn[1]]  # noqa: C416 - cells of any kind stand beside texts
)
kinds = st.sampled_from(["csv", "xlsx", "a.xlsx", "a.ods", "a.docx", "page.xls", "2003.xls"])


def written(tmp_path: Path, kind: str, rows: list[list[Any]], more: list[list[Any]]) -> Path:
    """The table as a file of a kind, with another on a second sheet; a writer that refuses a character leaves the file as text."""
    path = tmp_path / (kind if "." in kind else "a.csv")
    if "." in kind:
        merged = [(2, 1, 3, 1)] if len(rows) > 2 else []
        try:
            return WRITERS[kind](path, {"a": rows, "b": more}, merged)
        except (ValueError, TypeError, UnicodeError, IndexError, IllegalCharacterError):  # what its library does not write
            path = tmp_path / "a.csv"
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    path.write_bytes(out.getvalue().encode("utf-8", "ignore"))
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(tables, tables, kinds)
def test_every_row_of_any_table_is_an_item_or_bad_or_skipped(
    tmp_path: Path, almanac: Almanac, rows: list[list[Any]], more: list[list[Any]], kind: str
) -> None:
    path = written(tmp_path, kind, rows, more)
    try:
        ledger = read_ledger(path, almanac=almanac, today=date(2026, 11, 23))
    except BadInput as refused:
        assert refused.fix  # noqa: PT017 - any of these may be no ledger
        return
    good, bad, skipped = {row.row for row in ledger.rows}, {problem.row for problem in ledger.problems}, [one.row for one in ledger.skipped]
    assert sorted([*good, *bad, *skipped]) == sorted(ledger.read)
    assert len({*ledger.read}) == len(ledger.read)
    assert all(row.title for row in ledger.rows)


@pytest.fixture
def office(sqlite_url: str, at: Callable[[str], None]) -> by_row.Staged:
    """One for all the tables of a test."""
    at("2026-11-23T01:00")
    return by_row.office(sqlite_url)


@pytest.mark.parametrize("dry_run", [True, False])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=10)
@given(table=tables, kind=kinds)
def test_any_table_is_imported_or_refused_and_adds_up(
    office: by_row.Staged, tmp_path: Path, dry_run: bool, table: list[list[Any]], kind: str
) -> None:
    path = written(tmp_path, kind, [["事项", "责任人", *map(str, table[0])], *[["关于学位的答复", "李明", *row] for row in table[1:]]], table)
    try:
        came = import_ledger(office.place, path, how=How(dry_run=dry_run, skip_bad=True))
    except BadInput as refused:
        assert refused.fix  # noqa: PT017
        return
    assert came.read == came.good + len(came.here) + len(came.differing) + len(came.conflict) + came.bad + len(came.skipped)
    assert came.written == (not dry_run and came.good > 0)
