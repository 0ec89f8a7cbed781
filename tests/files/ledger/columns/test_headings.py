from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.mapping import column_key, parse_mapping
from officecli.files.ledger.columns.by_heading.meaning import first_key, meanings, normal
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.columns.headings import Headings, find_headings
from officecli.files.ledger.columns.rating import rate
from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.model.item_fields import COLUMNS


def found(*rows: list[str], **mapping: str) -> Headings:
    return find_headings([SheetRow(number, list(row)) for number, row in enumerate(rows, 1)], mapping)[0]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("事项内容", "title"),
        ("事 项\n内 容（必填）", "title"),
        ("＊工作任务", "title"),
        ("Matter", "title"),
        ("ACTION ITEM:", "title"),
        ("目标(办结标准)", "goal"),
        ("A角", "lead"),
        ("B角", "support"),
        ("责任分工", "lead"),
        ("备注（负责人）", "lead"),
        ("备注（联系人）", "remarks"),
        ("督办结果", "result"),
        ("责任领导", "responsible"),
        ("牵头科室/责任人", "lead"),
        ("责任单位及责任人", "lead"),
        ("Responsible", "lead"),
        ("牵头单位", "unit"),
        ("配合(分工)", "support"),
        ("办结时限（年/月/日）", "due"),
        ("Suspense", "due"),
        ("Due date (required)", "due"),
        ("原定时限", "original_due"),
        ("First target date", "original_due"),
        ("First quarter target", "due"),
        ("交办日期", "issued"),
        ("销号日期", "closed"),
        ("事项 / Matter", "title"),
        ("责任人 Owner", "lead"),
        ("亮灯", "light"),
        ("序号", "sequence"),
        ("№", "sequence"),
        ("feedback_every", "feedback_every"),
        ("Target Resolution Date", "due"),
        ("Actual Resolution Date", "closed"),
        ("Response Deadline", "due"),
        ("Date to be mended", "due"),
        ("Completion target", "due"),
        ("When delivered", "closed"),
        ("Date of inspection", "issued"),
        ("Case Manager", "lead"),
        ("Other departments involved", "support"),
        ("Work to be done", "title"),
        ("Action to be taken", "title"),
        ("Progress / RAG", "status"),
        ("Minute ref", "number"),
        ("CAPA No.", "number"),
        ("Recommended action", "title"),
        ("Implementation update", "progress"),
        ("Abatement required", "title"),
        ("Measure of Success", "goal"),
        ("Working group", "support"),
        ("Hiring manager", "lead"),
        ("Seated on", "closed"),
        ("Motion / Direction to Staff", "title"),
        ("Commissioner Request", "title"),
        ("Staff Assigned", "lead"),
        ("Assignments", "title"),
        ("Inquiries", "title"),
        ("Required Training", "title"),
        ("Steps to close the gap", "title"),
        ("Activity to date", "progress"),
        ("Agreed action plan", "title"),
        ("Projected fix", "due"),
        ("Proposed fix", "title"),
        ("Ball in Court", "lead"),
        ("Item party", "lead"),
        ("Status / Action", "status"),
        ("Action / Status", "title"),
        ("Phase / Task", "title"),
        ("Customer due date", "due"),
        ("Entry cut-off", "due"),
        ("6/29 Update", "progress"),
        ("Anticipated", "due"),
        ("Close-out", "closed"),
    ],
)
def test_headings_of_real_ledgers(heading: str, key: str) -> None:
    assert meanings(heading)[0].key == key


def test_every_column_is_known_by_its_key_and_its_label() -> None:
    for key, column in COLUMNS.items():
        assert column_key(key) == key
        assert column_key(column.label) == key


def test_no_word_names_two_columns_plainly() -> None:
    words = [normal(word) for column in COLUMNS.values() for word in column.words.split()]
    assert sorted(words) == sorted(set(words))


@given(st.text())
def test_any_text_may_stand_as_a_heading(text: str) -> None:
    assert {meant.key for meant in meanings(text)} <= set(COLUMNS)


def test_the_heading_row_stands_under_titles() -> None:
    headings = found(["县政府办公室督办台账", "", ""], ["填报日期：2026年7月", "", ""], ["序号", "事项内容", "责任人"], ["1", "调研", "张三"])
    assert (headings.row_number, headings.columns) == (3, {"title": 1, "lead": 2})
    loops = [["Open loops", "", "", ""], ["Task", "Owner", "June 23", "June 30"], ["Fix the gate", "Ana Ray", "asked", ""]]
    assert found(*loops).row_number == 2
    assert found(loops[1], ["Fix the gate", "Owner", "2026-06-23", ""]).row_number == 1


def test_a_matter_with_two_days_and_a_no_is_no_row_of_headings() -> None:
    costumes = [["Queen's gown", "Cara", "7/10/2026", "7/20/2026", "No"], ["Page's boots", "Dan", "7/12/2026", "7/22/2026", "No"]]
    rows = [["Costume", "Cutter", "Fitting", "Parade", "Hung"], *costumes]
    assert heading_row([SheetRow(at, list(row)) for at, row in enumerate(rows, 1)], {})[0] == 0


def test_headings_in_two_rows_are_read_together() -> None:
    headings = found(["台账", "", "", ""], ["事项", "责任分工", "", "时间"], ["", "牵头人", "配合人", "办结时限"], ["调研", "张三", "李四", "7月5日"])
    assert headings.row_number == 3
    assert headings.columns == {"title": 0, "lead": 1, "support": 2, "due": 3}


def test_a_section_column_leads_where_no_person_column_is() -> None:
    assert found(["事项", "牵头科室"]).columns == {"title": 0, "lead": 1}
    assert found(["事项", "牵头科室", "责任人"]).columns == {"title": 0, "unit": 1, "lead": 2}


def test_a_plain_heading_is_taken_before_a_loose_one_and_that_is_said() -> None:
    headings = found(["主要内容", "事项名称", "责任人"], ["分三步", "调研", "张三"])
    assert headings.columns == {"title": 1, "lead": 2}
    assert headings.kept == {0: "主要内容"}
    assert headings.notes[0] == "“主要内容” is kept as a remark: “事项名称” is read as Matter."


def test_completion_time_is_the_deadline_or_the_closing_day_by_its_company() -> None:
    assert "due" in found(["事项", "责任人", "完成时间"]).columns
    assert found(["事项", "责任人", "办结时限", "完成时间"]).columns["closed"] == 3


def test_two_equal_headings_are_refused() -> None:
    with pytest.raises(BadInput, match=r"“完成时限” and “截止日期” both mean Deadline\.") as refused:
        found(["事项", "责任人", "完成时限", "截止日期"], ["调研", "张三", "7月5日", "7月8日"])
    assert '--map "截止日期=ignore"' in refused.value.fix
    assert found(["事项", "责任人", "完成时限", "截止日期"], ["调研", "张三", "7月5日", "7月5日"]).columns["due"] == 2


def test_a_mapping_names_what_a_heading_means() -> None:
    mapping = parse_mapping(["要干什么=事项", "谁=lead", "a=b=due", "备注=忽略"])
    assert mapping == {"要干什么": "title", "谁": "lead", "a=b": "due", "备注": "ignore"}
    headings = found(["要干什么", "谁", "a=b", "备注"], **mapping)
    assert headings.columns == {"title": 0, "lead": 1, "due": 2}
    assert headings.unused == ["备注"]


def test_a_mapped_heading_is_taken_before_a_plain_one() -> None:
    headings = found(["事项", "责任人", "截止日期", "调整"], ["调研", "张三", "7月5日", "7月8日"], 调整="due")
    assert headings.columns["due"] == 3
    assert headings.kept == {2: "截止日期"}


@pytest.mark.parametrize("option", ["title", "=title", "谁=", "谁=boss"])
def test_a_mapping_that_says_nothing_is_refused(option: str) -> None:
    with pytest.raises(BadInput):
        parse_mapping([option])


def test_a_mapping_that_does_not_fit_is_refused() -> None:
    with pytest.raises(BadInput, match=r"No column is headed “谁”\."):
        found(["事项", "责任人"], 谁="lead")
    with pytest.raises(BadInput, match=r"Two headings are mapped to Lead\."):
        found(["事项", "甲", "乙"], 甲="lead", 乙="lead")


def test_a_ledger_without_matter_or_lead_is_refused_with_an_example() -> None:
    with pytest.raises(BadInput) as refused:
        found(["序号", "事象", "截止日期", "责任人"], ["1", "调研", "7月5日", "张三"])
    assert refused.value.what == "No heading was recognised as Matter."
    assert "事象 ~ 事项" in refused.value.why
    assert refused.value.fix == 'Say which it is: --map "事象=title"'
    with pytest.raises(BadInput) as refused:
        found(["foo", "bar"])
    assert refused.value.what == "No heading was recognised as Matter and Lead."


def test_a_first_matter_is_not_taken_for_a_second_row_of_headings() -> None:
    headings = ["编号", "督办内容", "责任分工", "要求完成时间"]
    read = found(headings, ["督1", "招商会筹备", "由综合科牵头，秘书科配合", "7月25日前完成"], ["督2", "接待办法", "刘文涛", "8月15日"])
    assert (read.row_number, read.texts) == (1, tuple(headings))


def test_a_ledger_that_names_roles_is_no_form() -> None:
    led = [SheetRow(n, [*row]) for n, row in enumerate([["任务", "负责人", "时限"], ["修门", "项目经理", "8月1日"], ["换锁", "联系人", "8月2日"]], 1)]
    form = [
        SheetRow(n, [*row]) for n, row in enumerate([["项目名称", "项目组名称", ""], ["修门", "会议时间", "8月1日"], ["换锁", "主持人", "张三"]], 1)
    ]
    assert rate(led, {}).complete
    assert not rate(form, {}).complete


def test_a_heading_over_several_is_read_with_what_stands_under_it() -> None:
    read = found(["序号", "任务", "责任分工", "", "完成时间"], ["", "", "牵头单位", "配合单位", ""], ["1", "修订办法", "综合科", "财务科", "9月底"])
    assert (read.row_number, read.labels["lead"], read.labels["support"]) == (2, "牵头单位", "配合单位")


@pytest.mark.parametrize(("over", "due"), [("Time Frame", "Time Frame To"), ("Duration", "Duration To"), ("Location", "")])
def test_from_and_to_below_are_the_ends_of_a_time_and_of_nothing_else(over: str, due: str) -> None:
    under = [["Mend the rail", "Ana Ray", "Gate 4", "Gate 6"], ["Sign the logs", "Bob Lee", "Gate 7", "Gate 2"]]
    days = [[*row[:2], "2026-10-05", "2026-12-04"] for row in under]
    read = found(["Task", "Owner", over, ""], ["", "", "From", "To"], *(days if due else under))
    assert (read.row_number, read.texts[3], read.labels.get("due", "")) == (2, f"{over} To", due)


def test_what_stands_under_no_heading_is_kept_as_a_remark(read_table: Callable[..., Ledger]) -> None:
    ledger = read_table(
        ["事项", "", "责任人", "完成时限", ""], ["调研", "先电话", "张三", "2026-12-01", "见附件"], ["年报", "", "李四", "2026-12-11", "1"]
    )
    assert [row.remarks for row in ledger.rows] == ["column 2: 先电话\ncolumn 5: 见附件", "column 5: 1"]
    assert [row.title for row in ledger.rows] == ["调研", "年报"], "no second line of headings"


def test_numbers_as_programs_write_those_that_may_be_blank_are_numbers(read_table: Callable[..., Ledger]) -> None:
    ledger = read_table(["ID", "Task_x000D_", "Owner", "Due"], ["7.0", "Roof", "Ana", "2026-12-01"], ["7.10", "Door", "Ana", "2026-12-01"])
    assert [row.number for row in ledger.rows] == ["7", "7.10"]


MEANT = {
    "title": "事实表述 故障现象 不符合项描述 检查异常情况 矛盾纠纷简要情况 风险事项 检查风险点 整改内容 维修内容",
    "lead": "当前负责人 当前责任人 客户经理",
    "unit": "责任条线",
    "support": "协办部门名称 支撑部门 联动单位 次责部门 保障科室 联合承办单位 副组长",
    "source": "来文机关 批示文件 会议纪要 检查名称 所属专项",
    "goal": "整治目标 验收标准 达标要求 预期效果 交付成果 绩效目标 操作要求 关键成果 预期成效 验收条件 成果体现",
    "progress": "进度描述 处理过程 整改说明 反馈内容 工作动态 整治情况 未完成原因及当前进展 跟进内容 已完成工作",
    "problem": "风险 异常情况 偏差 需要支持 所需支持 求助事项 制约因素 困难及建议 问题及风险",
    "next_step": "明日计划 下一阶段计划 次月计划 下一步打算及措施",
    "result": "实施效果 化解结果 工作成果 办理答复 答复内容 结论意见",
    "status": "完成否 整改标识",
    "rating": "满意情况",
    "importance": "重要度 严重程度 关键程度",
    "urgency": "急缓 紧迫性",
    "evidence": "佐证资料 支撑材料",
    "feedback_every": "汇报周期 跟进频次",
    "original_due": "首次承诺时间 首次截止日期",
    "due": "统计截止时间 修改完成时间 核查完成时间 治理完成时间 现计划完成时间 最新完成时间 二次承诺时间 再次延期至 最后完成时间",
    "closed": "销记时间 关单时间 复查合格日期 处理结束时间",
    "responsible": "分管主任 班子成员 总负责人",
    "number": "事项代码",
    "": (
        "求助人 成本偏差 回访时间 资金来源 产品型号 身份证号 修改时间 填表时间 复查时间 是否反馈 是否有困难 是否上报领导 检查结果 考核结论 评分标准 "
        "四季度季度目标 数据更新时间 核查时间 下次沟通时间 检查组成员 是否预警 未完成原因及整改措施"
    ),
}
"""What Chinese ledgers in public are headed, and how a careful clerk takes it; "" for a remark."""


@pytest.mark.parametrize("key", MEANT)
def test_what_ledgers_in_public_are_headed(key: str) -> None:
    assert [heading for heading in MEANT[key].split() if (first_key(heading)) != key] == []
