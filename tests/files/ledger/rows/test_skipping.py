from __future__ import annotations

from collections.abc import Callable

import pytest

from officecli.files.ledger.rows.ledger_row import Ledger

Read = Callable[..., Ledger]
ZH = ["序号", "事项", "责任人", "办结时限", "备注"]
EN = ["Done", "Matter", "Lead", "Deadline", "Status"]


@pytest.mark.parametrize(
    ("headings", "row", "reason"),
    [
        (ZH, ["二、推动落实"], "section"),
        (ZH, ["", "（三）长期任务"], "section"),
        (ZH, ["", "【督查事项】"], "section"),
        (EN, ["OPEN ITEMS"], "section"),
        (EN, ["", "Completed items"], "section"),
        (EN, ["", "— RECORDS —"], "section"),
        (EN, ["GOAL 3: Safer streets"], "section"),
        (ZH, ["合　计", "", "", "", "12"], "total"),
        (["编号", *ZH[1:]], ["合计"], "total"),
        (ZH, ["", "共12项"], "total"),
        (ZH, ["", "办结率：80%"], "total"),
        (EN, ["5", "done of 15"], "total"),
        (EN, ["", "Grand total: 12 items"], "total"),
        (EN, ["", "Average days to close", "", "", "8.2"], "total"),
        (EN, ["", "Tasks on track", "", "", "5"], "total"),
        (ZH, ["注：红灯为逾期，黄灯为临期。"], "footer"),
        (ZH, ["", "图例：√为办结"], "footer"),
        (ZH, ["制表人：张三", "", "审核人：李四"], "footer"),
        (ZH, ["", "", "填表人：张三", "2026年7月"], "footer"),
        (EN, ["CM = Council Member; WS = work session"], "footer"),
        (EN, ["", "Prepared by: Ana"], "footer"),
        (EN, ["Printed on 4 December 2026"], "footer"),
        (EN, ["", "Page 1 of 3"], "footer"),
        (ZH, ["", "填表人：张三", "", "审核人：李四"], "footer"),
        (ZH, ["", "打印日期：2026年7月9日"], "footer"),
        (ZH, ["第 1 页 共 2 页"], "footer"),
        (EN, ["* carried over from May"], "footer"),
        (ZH, ZH, "headings"),
        (ZH, ["7"], "empty"),
        (EN, ["FALSE"], "empty"),
        (EN, ["---", ":---", "---:", "___", ""], "empty"),
        (EN, ["☐", "", "", "", "Not started"], "empty"),
    ],
)
def test_a_row_that_is_no_item_is_skipped_with_its_reason(read_table: Read, headings: list[str], row: list[str], reason: str) -> None:
    ledger = read_table(headings, ["", "关于学位的答复", "张三", "", ""], row)
    assert [(one.row, one.reason) for one in ledger.skipped] == [(3, reason)]
    assert len(ledger.notes) >= 1
    assert (len(ledger.rows), ledger.problems) == (1, [])


def test_rows_of_formulas_that_come_to_nothing_are_skipped(read_table: Read) -> None:
    ledger = read_table(
        ["No.", "Matter", "Lead", "Deadline", "Hours", "Progress", "Urgency"],
        ["1", "Roof", "Ana", "", "3"],
        ["2", "", "", "", "0"],
        ["0", "0", "0", "0", "0"],
        ["3", "", "", "", "", "0", "ordinary"],
        ["4", "", "#N/A", "#VALUE!"],
    )
    assert [(one.row, one.reason) for one in ledger.skipped] == [(3, "empty"), (4, "empty"), (5, "empty"), (6, "empty")]


@pytest.mark.parametrize(
    "row",
    [
        ["3", "关于完成率的报告", "", "", ""],
        ["3", "修订办法", "", "", "已办结"],
        ["", "Total recall of badges", "Ana", "", ""],
        ["", "", "张三", "", ""],
        ["", "", "", "2026-07-01", ""],
        ["", "关于学位的答复", "", "", ""],
        ["", "合计核对", "张三", "", ""],
    ],
)
def test_a_row_that_may_be_an_item_is_never_skipped(read_table: Read, row: list[str]) -> None:
    assert read_table(ZH, ["", "关于电梯的答复", "张三", "", ""], row).skipped == []


def test_a_sections_title_stands_over_the_rows_below_it(read_table: Read) -> None:
    rows = [["", "a", "Ana"], ["RECORDS"], ["", "b", "Ana"], ["", "Total: 2"], ["", "c", "Ana"], ["", "ELECTION"], ["", "d", "Ana"]]
    assert [row.labels for row in read_table(EN, *rows).rows] == [(), ("RECORDS",), ("RECORDS",), ("ELECTION",)]


def test_a_title_written_out_over_the_whole_row_is_a_section(read_table: Read) -> None:
    ledger = read_table(ZH, ["二、民生"] * 5, ["", "甲", "张三", "", ""])
    assert [(row.title, row.labels) for row in ledger.rows] == [("甲", ("民生",))]
    assert [one.reason for one in ledger.skipped] == ["section"]


def test_a_further_table_below_is_read_under_its_own_headings(read_table: Read) -> None:
    ledger = read_table(
        ZH, ["1", "甲", "张三", "2026-12-01"], ["已办结事项"], ["责任人", "序号", "事项", "销号日期"], ["李四", "1", "乙", "2026-07-02"]
    )
    assert [(row.title, row.lead.name, row.closed is not None) for row in ledger.rows] == [("甲", "张三", False), ("乙", "李四", True)]
    assert [(one.row, one.reason) for one in ledger.skipped] == [(3, "section"), (4, "heads")]


def test_names_that_are_words_of_headings_begin_no_table(read_table: Read) -> None:
    assert len(read_table(ZH, ["", "来源", "编号", "", ""]).rows) == 1


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (["序号", "事项"], [["一", "起草方案"], ["二", "报送总结"]]),
        (["No.", "Task"], [["1", "Prepare the budget"], ["1.1", "Draft the letter"]]),
        (["Task", "Done"], [["Send the report", "X"], ["Order mats", "X"]]),
    ],
)
def test_what_one_person_leads_is_no_section_for_its_number_or_its_tick(read_table: Read, headings: list[str], rows: list[list[str]]) -> None:
    ledger = read_table(headings, *rows, lead="张三")
    assert len(ledger.rows) == len(rows)
    assert not ledger.skipped


@pytest.mark.parametrize(("below", "skipped"), [("二", []), ("1", [2]), ("（一）", [2])])
def test_a_number_in_chinese_heads_a_section_where_the_next_counts_otherwise(read_table: Read, below: str, skipped: list[int]) -> None:
    ledger = read_table(ZH, ["一", "教育类"], [below, "新建校舍", "张三", "", ""])
    assert [one.row for one in ledger.skipped] == skipped
