from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from officecli.errors import BadInput
from officecli.files.ledger.rows.ledger_row import Ledger, LedgerRow
from officecli.files.ledger.rows.reading import read_ledger
from officecli.files.ledger.sheets.cells import TargetCell
from officecli.typed.dates import Almanac
from officecli.typed.office.name_cell import NameCell

TODAY = date(2026, 11, 23)
Read = Callable[..., Ledger]
HEADINGS = ["事项", "责任人", "配合", "交办日期", "办结时限", "销号日期"]


def test_next_months_ledger_is_written_before_it(read_table: Read) -> None:
    rows = {
        ("12月7日", "12月25日", ""): (date(2026, 12, 7), date(2026, 12, 25)),  # to come within a month, and nothing told of it
        ("12月7日", "12月25日", "已办一半"): (date(2025, 12, 7), date(2025, 12, 25)),  # what goes on was handed out
        ("12月30日", "", ""): (date(2025, 12, 30), None),
        ("11月2日", "12月25日", ""): (date(2026, 11, 2), date(2026, 12, 25)),
    }
    cells = [[f"事项{place}", "张三", *row] for place, row in enumerate(rows)]
    ledger = read_table(["事项", "责任人", "交办日期", "办结时限", "进展情况"], *cells)
    days = {row.title: (row.issued, row.due) for row in ledger.rows}
    assert days == {f"事项{place}": found for place, found in enumerate(rows.values())}


def test_a_full_row(read_table: Read) -> None:
    headings = (
        "序号,编号,事项来源,事项内容,目标(办结标准),责任领导,牵头科室/责任人,配合(分工),紧急程度,交办日期,原定时限,现时限,"
        "反馈周期,进展情况,存在问题,下步措施,亮灯,佐证,销号日期,备注,量化目标,工时"
    )
    cells = (
        "1,2026-031,常务会议第12次,十二次常务会议定事项分解,22项全部登记,甲,督查室/张三,李四(资料)、王五:会务,加急,2026.7.5,7月20日,7月底,"
        "每周,60%,无,继续督办,绿,见附件,2026年7月18日,略,22项; 准确率100%,3"
    )
    ledger = read_table(headings.split(","), cells.split(","))
    assert ledger.problems == []
    assert ledger.unused == []
    assert ledger.rows == [
        LedgerRow(
            row=2,
            counted="1",
            number="2026-031",
            source="常务会议第12次",
            title="十二次常务会议定事项分解",
            goal="22项全部登记",
            fields={"responsible": "甲"},
            lead=NameCell("督查室", "张三"),
            supports=(NameCell("", "李四", "资料"), NameCell("", "王五", "会务")),
            urgency="urgent",
            issued=date(2026, 7, 5),
            original_due=date(2026, 7, 20),
            due=date(2026, 7, 31),
            feedback_every="weekly",
            progress="60%",
            percent=60,
            problem="无",
            next_step="继续督办",
            evidence="见附件",
            closed=date(2026, 7, 18),
            inferred={"original_due": "the year is that of the issue day", "due": "the year is that of the issue day"},
            targets=(TargetCell("", Decimal(22), "项"), TargetCell("准确率", Decimal(100), "%")),
            hours=3,
            remarks="略",
        )
    ]


def test_the_one_day_in_the_source_is_the_issue_day_where_no_column_has_one(read_table: Read) -> None:
    sources = {
        "Board, 15.03.2026, item 85": date(2026, 3, 15),
        "局务会 2026年3月15日": date(2026, 3, 15),
        "Minutes of 15 March 2026": date(2026, 3, 15),
        "Board of 15.03.2026 and of 13.05.2026": None,  # of one of the two
        "Audit 15.12.2026": None,  # still to come
        "Plan for 2026-27, 4.3.2 of 15.03": None,
        "Report 2026-12-15-04": None,
    }
    ledger = read_table(["Action", "Lead", "Due", "Source"], *(["Call", "张三", "2026-12-01", source] for source in sources))
    assert [row.issued for row in ledger.rows] == [*sources.values()]
    assert ledger.rows[0].inferred["issued"].startswith("by the day under “Source”")
    assert read_table(["Action", "Lead", "Due", "Source"], ["Call", "张三", "2026-03-15", "Board, 15.03.2026"]).rows[0].issued is None


def test_a_heading_with_a_bracket_left_open_is_a_heading(read_table: Read) -> None:
    row = read_table(["事项", "牵头人", "要求反馈(初稿时间", "是否反馈(初稿"], ["写总结", "张三", "2026-12-10", "是"]).rows[0]
    assert (row.title, row.status) == ("写总结", "closed")


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        (["", "张三", "", "", "", ""], ["事项"]),
        (["x" * 2_001, "张三", "", "", "", ""], ["事项"]),
        (["调研", "", "", "2026-07-01", "", ""], ["责任人"]),
        (["调研", "张\u202e三", "", "", "", ""], ["责任人"]),
        (["调研", "张三", "李\x00四", "", "", ""], ["配合"]),
        (["调\x1b研", "张三", "", "", "", ""], ["事项"]),
        (["调研", "#REF!", "", "", "", ""], ["责任人"]),
        (["调研", "张三", "", "2026-07-05", "2026-07-01", ""], ["办结时限"]),
        (["调研", "张三", "", "", "长期", ""], ["办结时限"]),
        (["调研", "张三", "", "2026-07-05", "", "2026-07-01"], ["销号日期"]),
        (["调研", "张三", "", "", "", "2026-11-24"], ["销号日期"]),
        (["", "", "李四", "soon", "长期", "never"], ["事项", "责任人", "交办日期", "销号日期"]),
    ],
)
def test_every_problem_of_a_row_is_told(read_table: Read, row: list[str], columns: list[str]) -> None:
    ledger = read_table(HEADINGS, ["好的", "张三", "", "", "", ""], row)
    assert [problem.column for problem in ledger.problems] == columns
    assert {problem.row for problem in ledger.problems} == {3}
    assert all(problem.reason and problem.fix for problem in ledger.problems)
    assert all(len(problem.value) <= 80 for problem in ledger.problems)
    assert [item.row for item in ledger.rows] == [2]


def test_everything_may_happen_on_one_day(read_table: Read) -> None:
    assert read_table(HEADINGS, ["调研", "张三", "", "2026-11-23", "2026-11-23", "2026-11-23"]).problems == []


def test_unknown_words_are_problems_with_the_known_ones(read_table: Read) -> None:
    ledger = read_table(["事项", "责任人", "紧急程度", "评价"], ["调研", "张三", "马上", "不错"], ["督查", "张三", "特急", "良"])
    assert [(problem.column, problem.value) for problem in ledger.problems] == [("紧急程度", "马上"), ("评价", "不错")]


def test_how_important_it_is_may_stand_under_how_urgent_and_is_said(read_table: Read) -> None:
    rows = read_table(["事项", "责任人", "紧急程度"], ["调研", "张三", "重要"], ["督查", "张三", "特急"]).rows
    assert [(row.urgency, row.importance, row.inferred.get("importance")) for row in rows] == [
        (None, "major", "by its word under “紧急程度”"), ("most-urgent", None, None)
    ]  # fmt: skip


def test_rows_that_are_no_items_are_passed_over_and_named(read_table: Read) -> None:
    ledger = read_table(
        ["督办台账"],
        ["序号", "事项", "责任人", "办结时限"],
        ["一、重点工作"],
        ["1", "甲", "张三", "2026-12-01"],
        [],
        ["序号", "事项", "责任人", "办结时限"],
        ["", "（二）日常工作", "", ""],
        ["2", "乙", "李四", ""],
        ["3", "", "", ""],
        ["小计", "2项", "", ""],
        ["合 计", "", "", "2"],
        ["备注：红灯为逾期", "", "", ""],
        ["填表人：张三", "", "审核人：李四", ""],
        ["", "", "", ""],
    )
    assert [(row.row, row.title) for row in ledger.rows] == [(4, "甲"), (8, "乙")]
    assert ledger.problems == []
    assert ledger.heading_row == 2
    assert [note.rsplit(": ", 1)[1] for note in ledger.notes] == ["rows 3, 7.", "rows 10, 11.", "rows 12, 13.", "row 6.", "row 9."]


def test_a_matter_alone_in_its_row_is_a_bad_row_not_a_title(read_table: Read) -> None:
    assert [problem.column for problem in read_table(HEADINGS, ["关于学位的答复", "", "", "", "", ""]).problems] == ["责任人"]


def test_what_letters_mean_by_the_ledgers_own_legend_is_said(read_table: Read) -> None:
    ledger = read_table(["事项", "责任人", "完成时限", "状态"], ["G=on track B=complete", "", "", ""], ["甲", "张三", "2026-12-01", "B"])
    assert [row.status for row in ledger.rows] == ["closed"]
    assert [note for note in ledger.notes if "ledger itself" in note] == ["Letters mean what the ledger itself says: g = open; b = closed."]


def test_y_beside_the_letters_of_other_lights_is_yellow(read_table: Read) -> None:
    rows = [["Status", "Task", "Owner", "Due"], ["G", "Mend", "Ana", "2026-12-30"], ["Y", "Paint", "Ana", "2026-12-30"]]
    lights = read_table(*rows)
    assert [row.status for row in lights.rows] == ["open", "open"]
    assert any("yellow" in note for note in lights.notes)
    ticks = read_table(*rows, ["N", "Clean", "Ana", "2026-12-30"])
    assert [row.status for row in ticks.rows] == ["open", "closed", "open"]


def test_a_state_that_only_its_heading_explains_is_marked(read_table: Read) -> None:
    ledger = read_table(["事项", "责任人", "完成时限", "摘牌情况"], ["甲", "张三", "2026-12-01", "已摘牌"], ["乙", "张三", "2026-12-02", "未摘牌"])
    assert [(row.status, "status" in row.inferred) for row in ledger.rows] == [("closed", True), ("open", False)]


def test_a_progress_column_in_words(read_table: Read) -> None:
    ledger = read_table(["事项", "责任人", "进度"], ["甲", "张三", "60%"], ["乙", "张三", "正在推进"])
    assert [(row.percent, row.progress) for row in ledger.rows] == [(60, ""), (None, "正在推进")]


def test_a_remark_beside_no_matter_is_passed_over(read_table: Read) -> None:
    ledger = read_table(["序号", "事项", "责任人", "备注"], ["1", "甲", "张三", ""], ["2", "", "", "转下月办理"])
    assert (len(ledger.rows), ledger.problems, ledger.notes) == (1, [], ["Remarks beside the matters are skipped: row 3."])


def test_an_empty_ledger_has_no_rows(read_table: Read) -> None:
    assert read_table(HEADINGS).rows == []
    with pytest.raises(BadInput, match="has no rows"):
        read_table([""])


def test_a_workbook_as_offices_keep_them(tmp_path: Path, almanac: Almanac) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "2026年台账"
    for row in (
        ["县政府办公室重点事项督办台账"],
        ["填报单位：督查室", None, None, None, None, "2026年11月"],
        ["序号", "事项\n内容", "责任分工", None, "时间", None, "办理\n情况"],
        [None, None, "牵头科室", "配合科室", "交办\n日期", "完成\n时限", None],
        [1, "老旧小区电梯来信办理", "督查室", "秘书科（联络）、信息科", datetime(2026, 10, 9), 46340, 0.6],  # noqa: DTZ001
        [2, "防汛值守抽查", None, "秘书科", "10月12日", "11月底前", "正在推进"],
        ["二、日常工作"],
        [3, "=B5", "机要科", None, None, "长期", None],
        [None, " ", None, None],
    ):
        page.append(row)
    for area in ("A1:G1", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4", "C5:C6", "A7:G7"):
        page.merge_cells(area)
    page["A900"].value = " "
    path = tmp_path / "台账.xlsx"
    book.save(path)
    ledger = read_ledger(path, almanac=almanac, today=TODAY)
    first, second = ledger.rows
    assert ledger.heading_row == 4
    assert (first.title, first.lead, first.percent) == ("老旧小区电梯来信办理", NameCell("", "督查室"), 60)
    assert first.supports == (NameCell("", "秘书科", "联络"), NameCell("", "信息科"))
    assert (first.issued, first.due) == (date(2026, 10, 9), date(2026, 11, 14))
    assert (second.lead.name, second.issued, second.due, second.progress) == ("督查室", date(2026, 10, 12), date(2026, 11, 30), "正在推进")
    assert [(problem.row, problem.column) for problem in ledger.problems] == [(8, "事项内容"), (8, "完成时限")]


def test_two_items_of_one_title_may_differ_in_their_goal(read_table: Read) -> None:
    ledger = read_table(
        ["Title", "Goal", "Lead", "Deadline"], ["Survey", "3 wards", "张三", "2026-07-20"], ["Survey", "9 wards", "李四", "2026-07-20"]
    )
    assert [(row.title, row.goal) for row in ledger.rows] == [("Survey", "3 wards"), ("Survey", "9 wards")]


@pytest.mark.parametrize("percent", ["120", "-5", "1001%"])
def test_a_number_that_is_no_percentage_is_no_progress_in_words(read_table: Read, percent: str) -> None:
    rows = ["Matter", "Lead", "% complete"], ["Roof", "Ana", percent], ["Hall", "Ana", "half of it"], ["Lift", "Ana", "33,3"]
    ledger = read_table(*rows)
    assert [(one.value, one.reason) for one in ledger.problems] == [(percent, "This is no percentage: it is not between 0 and 100.")]
    assert [(one.progress, one.percent) for one in ledger.rows] == [("half of it", None), ("", 33.3)]


def test_a_task_that_comes_again_under_other_objectives_has_all_that_is_over_it_as_its_source(read_table: Callable[..., Ledger]) -> None:
    ledger = read_table(
        ["Goal", "Objective", "Task", "Owner", "Due"],
        ["Safer streets", "Fewer crashes", "Draft the plan", "Ana", "2026-12-31"],
        ["Safer streets", "Fewer crashes", "Consult the wards", "Ben", "2026-12-14"],
        ["Safer streets", "Better light", "Draft the plan", "Cara", "2026-12-07"],
        ["Clean parks", "More bins", "Draft the plan", "Ben", "2026-12-21"],
    )
    assert [(row.title, row.source) for row in ledger.rows] == [
        ("Draft the plan", "Safer streets · Fewer crashes"),
        ("Consult the wards", "Safer streets · Fewer crashes"),
        ("Draft the plan", "Safer streets · Better light"),
        ("Draft the plan", "Clean parks · More bins"),
    ]


@pytest.mark.parametrize(
    ("codes", "numbers"),
    [
        (["A-1", "A-2", "B-1"], ["A-1", "A-2", "B-1"]),
        (["RFI-014", "RFI-9", "RFI-120"], ["RFI-014", "RFI-9", "RFI-120"]),
        (["1", "2", "3"], ["", "", ""]),
        (["A", "B", "C"], ["", "", ""]),
        (["A-1", "A-1", "A-2"], ["", "", ""]),
    ],
)
def test_under_no_a_code_of_letters_is_the_rows_number_and_a_count_is_none(read_table: Read, codes: list[str], numbers: list[str]) -> None:
    matters = ("Mend the door", "Clear the shelves", "Print the rules")
    ledger = read_table(["No.", "Task", "Owner", "Due"], *([code, matter, "Ana", "2026-12-01"] for code, matter in zip(codes, matters, strict=True)))
    assert [row.number for row in ledger.rows] == numbers
