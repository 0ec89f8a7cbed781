"""How far a row says its matter is, and what contradicts itself; every ledger here is invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from officecli.files.ledger.columns.by_heading.mapping import parse_mapping
from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.i18n import use

Read = Callable[..., Ledger]
HEADINGS = ["事项", "责任人", "办结时限", "进展情况", "状态", "办结日期", "备注"]


def told(read_table: Read, *cells: str, headings: Sequence[str] = HEADINGS) -> tuple[str | None, date | None, list[str]]:
    ledger = read_table(list(headings), ["调研", "张三", "2026-12-01", *cells])
    row = ledger.rows[0] if ledger.rows else None
    return (row.status if row else None), (row.closed or row.cancelled if row else None), [one.reason for one in ledger.problems]


@pytest.mark.parametrize(
    ("cells", "status", "ended"),
    [
        (("", "已办结", "2026-11-20", ""), "closed", date(2026, 11, 20)),
        (("", "已办结", "", ""), "closed", None),
        (("", "已办结", "", "11月18日办结"), "closed", date(2026, 11, 18)),
        (("已完成", "", "", ""), "closed", None),
        (("", "", "√", ""), "closed", None),
        (("", "", "", "Done November 12"), "closed", date(2026, 11, 12)),
        (("", "", "", "撤案"), "cancelled", None),
        (("暂缓实施", "", "", ""), "suspended", None),
        (("已完成，整改9处", "", "", ""), None, None),
        (("正在推进", "", "", "待会签"), None, None),
        (("已完成", "待验收", "", ""), "submitted", None),
        (("", "因征地停工", "", ""), "suspended", None),
        (("", "略有起色", "", ""), "open", None),
        (("", "好了", "2026-11-20", ""), "closed", date(2026, 11, 20)),
        (("", "", "已办结11月20日", ""), None, date(2026, 11, 20)),
        (("", "", "Done 20 Nov", ""), None, date(2026, 11, 20)),
        (("", "", "Closed 20 November 2026", ""), None, date(2026, 11, 20)),
        (("", "", "Cancelled 11/20", ""), "cancelled", date(2026, 11, 20)),
        (("", "", "TBD", ""), None, None),
        (("", "", "late October", ""), None, date(2026, 10, 31)),
        (("", "进行中", "待定", ""), "open", None),
        (("", "🟢", "2026-11-20", ""), None, date(2026, 11, 20)),
        (("", "Approved", "2026-11-20", ""), "closed", date(2026, 11, 20)),
        (("", "", "2026-11-20", "Closed: Main St to traffic"), "closed", date(2026, 11, 20)),
        (("", "", "", "Closed: no further action"), "closed", None),
    ],
)
def test_states_and_ends_wherever_they_are_told(read_table: Read, cells: tuple[str, ...], status: str | None, ended: date | None) -> None:
    assert told(read_table, *cells) == (status, ended, [])


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("", "进行中", "2026-11-20", ""), "It is open, and yet has a day on which it was closed."),
        (("", "暂缓", "2026-11-20", ""), "It is suspended, and yet has a day on which it was closed."),
        (("", "否", "√", ""), "closed here, and open under “状态”."),
        (("已完成", "否", "", ""), "“已完成” under “进展情况” says otherwise: the state here is open."),
        (("", "进行中", "", "已销号"), "“已销号” under “备注” says otherwise: the state here is open."),
        (("", "已送达", "", ""), "This word is not known here."),
        (("", "已完成（12/18）", "", ""), "2026-12-18 is still to come."),
        (("", "Retired by vote", "", ""), "This word is not known here."),
        (("", "", "", "Closed: Main St to traffic"), "“Closed: Main St to traffic” under “备注” may end the matter, or tell of the work."),
    ],
)
def test_what_contradicts_itself_is_a_bad_row(read_table: Read, cells: tuple[str, ...], said: str) -> None:
    assert told(read_table, *cells) == (None, None, [said])


def test_only_striking_off_closes_where_it_has_a_column_of_its_own(read_table: Read) -> None:
    headings = ["事项", "责任人", "办结时限", "是否完成整改", "是否销号"]
    said = [told(read_table, *cells, headings=headings)[0] for cells in (("是", "是"), ("是", "否"), ("是", ""), ("否", "否"))]
    assert said == ["closed", "open", "open", "open"]


def test_what_was_handed_in_has_the_day_beside_the_word(read_table: Read) -> None:
    ledger = read_table(["事项", "责任人", "状态"], ["Tide tables", "王芳", "Submitted 11/20"])
    assert [(row.status, row.submitted) for row in ledger.rows] == [("submitted", date(2026, 11, 20))]


def test_a_tick_and_a_word_are_weighed_together(read_table: Read) -> None:
    headings = ["Task", "Owner", "Due", "Done?", "Status"]
    said = [
        told(read_table, *cells, headings=headings) for cells in (("TRUE", "Done"), ("FALSE", "Paused"), ("FALSE", "At risk"), ("TRUE", "At risk"))
    ]
    assert [status for status, _ended, _problems in said] == ["closed", "suspended", "open", None]
    assert said[3][2] == ["closed here, and open under “Status”."]


def test_an_x_marks_what_is_done_but_under_a_chinese_heading_what_is_not(read_table: Read) -> None:
    english = read_table(["Task", "Owner", "Due", "Closed"], ["Print", "Ana", "2026-12-01", "X"], ["File", "Ana", "2026-12-01", "2026-11-10"])
    chinese = read_table(["事项", "责任人", "时限", "销号日期"], ["印刷", "张三", "2026-12-01", "x"], ["归档", "张三", "2026-12-01", "2026-11-10"])
    assert [ledger.rows[0].status for ledger in (english, chinese)] == ["closed", None]


def test_what_was_answered_and_came_back_is_in_hand_again(read_table: Read) -> None:
    ledger = read_table(["案由", "承办人", "办理期限", "办理状态", "答复日期"], ["增设路灯", "张三", "2026-12-01", "不满意重办", "2026-11-10"])
    (row,) = ledger.rows
    assert (row.status, row.closed, row.submitted) == ("in-hand", None, date(2026, 11, 10))


def test_a_dash_is_a_blank_where_the_progress_tells_the_state(read_table: Read) -> None:
    headings = ["事项", "责任人", "办结时限", "办理进展", "备注"]
    assert read_table(headings, ["调研", "张三", "2026-12-01", "——", "——"]).rows[0].status is None


def test_a_word_may_be_said_to_mean_a_state(read_table: Read) -> None:
    table = (["Task", "Owner", "Due", "Status"], ["Print", "Bob", "2026-12-01", "Mitigated"])
    assert read_table(*table).problems[0].fix.startswith('Say what it means: --map "Status:Mitigated=open"')
    assert not read_table(*table, mapping=parse_mapping(["Status=progress"])).problems
    ledger = read_table(*table, mapping=parse_mapping(["Status:Mitigated=closed"]))
    assert [row.status for row in ledger.rows] == ["closed"]
    use("zh")
    assert '"Status:Mitigated=未办结"，或其他状态（已报结、已中止、已撤销、已办结）' in read_table(*table).problems[0].fix
    ledger = read_table(*table, mapping=parse_mapping(["Status:Mitigated=已中止"]))
    assert [row.status for row in ledger.rows] == ["suspended"]


def test_the_title_of_a_section_says_a_state_or_is_a_label(read_table: Read) -> None:
    ledger = read_table(["Task", "Owner", "Due"], ["COMPLETED ITEMS"], ["Print", "Bob", "2026-12-01"], ["— RECORDS —"], ["File", "Bob", "2026-12-01"])
    assert [(row.status, row.labels) for row in ledger.rows] == [("closed", ()), (None, ("RECORDS",))]


def test_a_cell_that_does_not_fit_a_loose_heading_is_kept_as_a_remark(read_table: Read) -> None:
    ledger = read_table(["事项", "责任人", "群众满意度", "联系电话"], ["调研", "张三", "基本满意", "5221001"])
    assert ledger.rows[0].remarks == "联系电话: 5221001\n群众满意度: 基本满意"
    row = read_table(["Matter", "Lead", "Hours"], ["Roof", "Ana", "a few"], ["Hall", "Ana", "3"]).rows[0]
    assert (row.hours, row.remarks, row.inferred) == (None, "Hours: a few", {"hours": "“a few” is not understood, and kept as a remark"})
    assert read_table(["事项", "责任人", "评价"], ["调研", "张三", "尚可"]).problems[0].value == "尚可"
    assert read_table(["事项", "责任人", "评分"], ["调研", "张三", "92"], ["走访", "李四", "88.5分"]).rows[1].remarks == "评分: 88.5分"
    assert read_table(["事项", "责任人", "评分"], ["调研", "张三", "92"], ["走访", "李四", "4"]).problems[0].value == "92"


@pytest.mark.parametrize(
    ("state", "ended", "kept"),
    [
        ("在办", "", True),
        ("已办结", "", True),
        ("撤销", "2026-11-20", True),
        ("已办结", "2026-11-20", False),
        ("待验收", "", False),
    ],
)
def test_a_result_of_nothing_that_was_handed_in_is_kept_as_a_remark(state: str, ended: str, kept: bool, read_table: Read) -> None:
    headings = ["事项", "责任人", "办结时限", "状态", "办结日期", "办理结果", "评价"]
    (row,) = read_table(headings, ["调研", "张三", "2026-12-01", state, ended, "属实", "4"]).rows
    assert row.remarks == ("办理结果: 属实\n评价: 4" if kept else "")


@pytest.mark.parametrize(
    ("state", "ended", "kept"),
    [
        ("In progress - waiting for parts", "", "状态: In progress - waiting for parts"),
        ("暂缓，待资金到位", "", "状态: 暂缓，待资金到位"),
        ("Superseded", "", "状态: Superseded"),
        ("Permitting", "", "状态: Permitting"),
        ("Completed 11/20, by phone", "", "状态: Completed 11/20, by phone"),
        ("招标中", "", "状态: 招标中"),
        ("", "Waiting for the county", "办结日期: Waiting for the county"),
        ("Completed 11/20", "", ""),
        ("100% 完成", "", ""),
        ("2-整改中", "", ""),
        ("☑已完成 □未完成", "", ""),
        ("Completed 已完成", "", ""),
        ("🟢", "", ""),
        ("On hold", "", ""),
    ],
)
def test_what_a_state_tells_besides_is_kept_as_a_remark(state: str, ended: str, kept: str, read_table: Read) -> None:
    (row,) = read_table(["事项", "责任人", "办结时限", "状态", "办结日期"], ["调研", "张三", "2026-12-01", state, ended]).rows
    assert row.remarks == kept


def test_where_the_state_is_that_of_striking_off_what_is_done_is_no_end(read_table: Read) -> None:
    headings = ["事项", "责任人", "整改时限", "整改情况", "是否销号"]
    ledger = read_table(headings, ["台账不全", "张三", "2026-12-01", "已完成", "否"], ["留样不足", "张三", "2026-12-01", "已完成", "是"])
    assert [row.status for row in ledger.rows] == ["open", "closed"]


@pytest.mark.parametrize("said", ["Y", "Yes", "✓"])
def test_a_yes_that_it_is_done_is_no_light_beside_a_state_that_says_it_goes_on(read_table: Read, said: str) -> None:
    ledger = read_table(
        ["Matter", "Lead", "Due", "Status", "Done?"],
        ["Agenda", "Ana Silva", "2026-12-01", "in progress", said],
        ["Minutes", "Ana Silva", "2026-12-01", "in progress", "N"],
        ["Report", "Ana Silva", "2026-12-01", "", said],
    )
    assert ([row.status for row in ledger.rows], [one.row for one in ledger.problems]) == (["open", "closed"], [2])


def test_a_tick_that_says_no_where_the_day_of_the_end_stands_contradicts_the_state(read_table: Read) -> None:
    ledger = read_table(["Task", "Owner", "Due", "Status", "Closed"], ["Audit the keys", "Ana", "2026-12-01", "Closed", "No"])
    assert [one.fix for one in ledger.problems] == ["Correct one of the two."]


@pytest.mark.parametrize(("told", "day"), [("2026年11月", date(2026, 11, 23)), ("11月", date(2026, 11, 23)), ("10月上旬", date(2026, 10, 10))])
def test_an_end_in_a_month_is_on_its_last_day_or_by_today_and_it_is_said_which(read_table: Read, told: str, day: date) -> None:
    (row,) = read_table(["事项", "责任人", "办结时限", "办结日期"], ["调研", "张三", "2026-12-01", told]).rows
    assert row.closed == day
    assert ("today, by which it was" if day.day == 23 else "the last day of it") in row.inferred["closed"]


def test_an_end_in_a_part_of_this_month_that_has_not_begun_is_still_to_come(read_table: Read) -> None:
    ledger = read_table(["事项", "责任人", "办结时限", "办结日期"], ["调研", "张三", "2026-12-01", "11月下旬"], today=date(2026, 11, 12))
    assert [one.reason for one in ledger.problems] == ["2026-11-30 is still to come."]
    headings = ["事项", "责任人", "交办时间", "办结时限", "办结日期"]
    ledger = read_table(headings, ["调研", "张三", "2026-10-08", "2026-12-01", "11月底"], today=date(2026, 11, 12))
    assert [one.reason for one in ledger.problems] == ["2026-11-30 is still to come."]  # and not last year's, before the issue day


def test_a_day_of_the_end_in_words_cannot_be_still_to_come(read_table: Read) -> None:
    assert told(read_table, "", "2026年12月20日办结", "", "") == (None, None, ["2026-12-20 is still to come."])


@pytest.mark.parametrize(
    ("cells", "status", "percent"),
    [
        (("", "2/40 done", "", ""), "open", 5),
        (("", "11/25 done", "", ""), "open", 44),
        (("", "3 of 4 doors done", "", ""), "open", 75),
        (("", "0/4 done", "", ""), "open", 0),
        (("40%", "1/40 done", "", ""), "open", 40),
        (("", "75%", "", ""), "open", 75),
        (("", "In progress (75%)", "", ""), "open", 75),
        (("", "进行中，已完成60%", "", ""), "open", 60),
        (("", "On hold (40 %)", "", ""), "suspended", 40),
        (("40%", "In progress (75%)", "", ""), "open", 40),
        (("", "In progress - 10-20%", "", ""), "open", None),
        (("", "40% - waiting for parts", "", ""), "open", None),
        (("", "Complete 100%", "", ""), "closed", None),
        (("", "4 out of 4 done", "", ""), "closed", None),
        (("", "11/13 done", "", ""), "closed", None),
        (("", "⏳ 11/14", "", ""), "open", None),
    ],
)
def test_a_part_of_the_whole_is_progress_and_a_day_where_it_can_be_one(
    read_table: Read, cells: tuple[str, ...], status: str, percent: float | None
) -> None:
    (row,) = read_table(["Task", "Owner", "Due", "% done", "Status", "Closed on", "Notes"], ["Paint", "Ana", "2026-12-01", *cells]).rows
    assert (row.status, row.percent) == (status, percent)
    assert "-" not in cells[1] or row.remarks == f"Status: {cells[1]}"
    if "11/13" in cells[1]:
        assert row.inferred["closed"] == "as a day; it may be a part of the whole as well"


@pytest.mark.parametrize(
    ("title", "progress", "status", "inferred"),
    [
        ("支部观摩（取消）", "取消", "cancelled", "by the words “取消”"),
        ("取消收费（暂定）", "取消", None, "left open: “取消” may tell of its end"),
        ("【暂缓】支部观摩", "已拟方案", None, "left open: “暂缓” may tell of its end"),
        ("[DONE] Print forms", "", None, "left open: “DONE” may tell of its end"),
        ("修订办法（试行）", "已拟稿", None, None),
        ("完成验收（第一批）", "", None, None),
    ],
)
def test_a_state_in_brackets_about_the_matter_is_not_the_matter(
    read_table: Read, title: str, progress: str, status: str | None, inferred: str | None
) -> None:
    row = read_table(["事项", "责任人", "办结时限", "进展情况"], [title, "张三", "2026-12-01", progress]).rows[0]
    assert (row.status, row.inferred.get("status")) == (status, inferred)


def test_what_was_done_in_a_time_that_the_matter_does_not_name_ends_nothing(read_table: Read) -> None:
    headings = ["事项", "责任人", "办结时限", "落实情况"]
    rows = read_table(
        headings, ["发放高温慰问物资", "张三", "2026-12-01", "首批物资已发放"], ["发放高温慰问物资", "张三", "2026-12-02", "物资已发放"]
    ).rows
    assert [row.status for row in rows] == [None, "closed"]
