"""Which heading becomes which column, by its words, by what stands under it and by its company; every ledger here is invented."""

from __future__ import annotations

from datetime import date

import pytest

from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.of_a_time import times
from stage.found_headings import found


def test_a_day_of_issue_is_no_stage_after_a_first_answer() -> None:
    rows = [(f"Matter {n}", "Ana Ray", date(2026, 12, n), date(2026, 10, n)) for n in range(1, 6)]
    columns = found(("Task", "Lead", "Initial response due", "Date issued"), *rows).columns
    assert (columns["due"], columns["issued"]) == (2, 3)


def test_a_row_that_ends_before_its_state_has_it_blank() -> None:
    headings = ("Task", "Owner", "Completion date", "Status")
    rows = [("Roof", "Ana Ray", "2026-06-01", "Done"), ("Door", "Bob Lee", "2026-06-02", "Done"), ("Gate", "Ana Ray", None, "Open")]
    short = ("Wall", "Bob Lee", "2026-06-03")
    assert found(headings, *rows, short).columns == found(headings, *rows, (*short, None)).columns


@pytest.mark.parametrize("form", ["%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%m月%d日", ""])
def test_stages_are_told_apart_by_days_in_words_as_by_real_ones(form: str) -> None:
    def deadline(*days: tuple[date, date]) -> int:
        cells = [[day.strftime(form) if form else day for day in pair] for pair in days]
        rows = [(f"Matter {n}", "Ana Ray", *pair) for n, pair in enumerate(cells)]
        return found(("Task", "Lead", "Advertise by", "Award by"), *rows).columns["due"]

    after = [(date(2026, 11, day), date(2026, 12, day)) for day in (3, 16, 27)]
    assert (deadline(*after), deadline(*after, (date(2026, 12, 24), date(2026, 12, 9)))) == (3, 2)


def test_points_of_a_form_are_no_days() -> None:
    assert times(["Task", "6.15 Progress", "6.30 Progress"]) == {1: -1, 2: 0}
    assert times(["1.1 Task", "1.2 Lead", "1.3 Progress", "1.4 Progress"]) == times(["2.1 进展", "2.2 进展"]) == {}


@pytest.mark.parametrize(
    ("headings", "cells", "columns"),
    [
        ("序号 反馈问题 整改责任科室 整改责任人 整改期限 整改进展 是否整改到位", "1 台账不全 综合科 张三 8月底 已补 否",
            "- title unit lead due progress status"),
        ("提案号 案由 主办单位 会办单位 答复期限 办理结果", "7号 增设路灯 综合科 督查室 9月5日 采纳", "number title lead support due result"),
        ("任务名称 牵头科室 责任科室 完成时间", "办好会务 综合科 督查室 8月1日", "title lead support due"),
        ("工作任务 主责部门 参与部门 预计完成时间 实际完成时间", "写年报 综合科 督查室 8月1日 7月2日", "title lead support due closed"),
        ("来文单位及标题 批示内容 承办科室 办结时限", "县科协请示 请阅办 综合科 8月1日", "title - lead due"),
        ("议题 会议要求 责任科室 时限", "食堂外包 比选后报会 综合科 8月1日", "title - lead due"),
        ("来件单位 来件标题 批办领导 承办人 限办时间", "县科协 请示 赵 张三 8月1日", "source title responsible lead due"),
        ("ID;Action Item;Actionee;Date Raised;Target Completion;Actual Completion;State", "4;Fix roof;Bob Lee;5/1/26;7/1/26;6/30/26;Done",
            "number title lead issued due closed status"),
        ("Ref;Recommendation;Responsible Officer;Supporting Team;Original Due Date;Revised Due Date;Latest Update",
            "1;Do it;Ana Ray;Records;5/1/26;6/1/26;begun", "number title lead support original_due due progress"),
        ("task_id;task_name;assigned_to;created_at;due_date;pct_complete", "8;Print;Bob Lee;2026-01-01;2026-02-01;20%", "number title lead issued due percent"),
        ("S.No;Issue Description;Owner / Team;ETA;Comments", "1;Leak;Ana Ray;5/1/26;soon", "- title lead due remarks"),
        ("Task;Assigned;Due", "Print;Bob Lee;5/1/26", "title lead due"),
        ("Issue;Client;Client Owner;Due", "Print;Acme;Bob Lee;5/1/26", "title - lead due"),
        ("Task;Owner;Due;Complete", "Print;Bob Lee;5/1/26;TRUE", "title lead due status"),
        ("Task;Owner;Completion Date", "Print;Bob Lee;5/1/26", "title lead due"),
        ("Task;Owner;Due;Completion Date", "Print;Bob Lee;5/1/26;4/30/26", "title lead due closed"),
        ("议决事项 包干干部 帮办人员 时间要求 落实反馈", "装路灯 张三 李四 8月1日 已下单", "title lead support due progress"),
        ("攻坚任务 主攻手 助攻手 攻坚时点 战果", "拓户 张三 李四 9月30日 已拓六户", "title lead support due -"),
        ("结账事项 操作岗 复核岗 应完成 √", "对账 张三 李四 7月2日 √", "title lead - due status"),
        ("工作项目 经办人 协同执行 计划完成日期 未完成原因及改进措施", "编目录 张三 综合科 8月1日 缺料", "title lead support due -"),
        ("工作内容 负责人 起止时间 抽查人员", "组考 张三 6月22日-6月26日 李四", "title lead due -"),
        ("信访人 反映问题 责任单位 主要负责人 稳控责任人 化解时限", "赵某 补偿 综合科 张三 李四 8月1日", "- title unit lead - due"),
        ("工作内容 负责人 工作人员 时间节点 完成情况", "印座签 张三 李四 7月13日 ☐", "title lead support due status"),
        ("工作内容 工作人员 完成", "印座签 张三 7月13日", "title lead due"),
        ("存在问题 责任人 预期完成 是否关闭", "漏签 张三 7月15日 否", "title lead due status"),
        ("工作任务 牵头单位 参加单位 年度进度要求", "建园 综合科 督查室 8月底建成，9月投用", "title lead support due"),
        ("检查单位 隐患简要情况 治理责任人 挂牌时间 治理到位期限 摘牌情况", "某站 接地失效 张三 2026-05-20 8月20日 已摘牌", "- title lead issued due status"),
        ("事由 受文单位 承办联系人 回复期限 是否回复", "报总结 综合科 张三 7月1日 否", "title - lead due status"),
        ("改进项目 现存短板 项目负责人 目标达成日 结算情况", "降低差错 漏核 张三 9月30日 未结算", "title problem lead due progress"),
        ("课题 执笔 提纲报送 成稿报送", "营商环境 张三 6月20日 8月31日", "title lead - due"),
        ("故障描述 维修人 承诺修复 验收签字", "空调漏水 张三 8月2日 李四", "title lead due -"),
        ("风险点 管户经理 整改截止 是否解除 是否公开", "保险到期 张三 8月2日 是 否", "title lead due status -"),
        ("活动名称 牵头委员 协助党员 完成时间要求 反馈情况", "主题党日 张三 李四 8月2日 已反馈", "title lead support due progress"),
        ("选题 撰稿人 截稿时间", "夏粮收购 张三 8月1日", "title lead due"),
        ("需求描述 指派给 创建时间 开始日期 预计结束 处理状态", "改版 张三 6月1日 6月8日 8月1日 处理中", "title lead issued - due status"),
        ("任务名 包保人 其他责任单位 最晚时间 当前环节 现状", "防汛 张三 督查室 8月1日 核稿 待查", "title lead support due status progress"),
        ("问题 责任人 整改期限 整改标识", "漏签 张三 8月1日 整改中", "title lead due status"),
        ("问题 责任人 整改期限 完成标识", "漏签 张三 8月1日 签名补齐并归档", "title lead due goal"),
        ("巡查项目 责任人 时限 异常情况", "配电房 张三 8月1日 积水", "title lead due problem"),
        ("异常情况 责任人 时限", "门锁损坏 张三 8月1日", "title lead due"),
        ("求助事项 求助人 办理人 时限", "路灯不亮 赵某 张三 8月1日", "title - lead due"),
        ("本周工作 责任人 时限 求助事项", "写年报 张三 8月1日 请拨经费", "title lead due problem"),
        ("指令 责任人 时限", "清理河道 张三 8月1日", "title lead due"),
        ("会议纪要 责任人 时限", "研究修桥 张三 8月1日", "title lead due"),
        ("批示文件 任务 责任人 时限", "第3号 修桥 张三 8月1日", "source title lead due"),
        ("政策文件 起草人 出台时限", "人才办法 张三 8月1日", "title lead due"),
        ("工作任务 责任人 时限 反馈内容", "写年报 张三 8月1日 已下单", "title lead due progress"),
        ("工作任务 总负责人 时限", "写年报 张三 8月1日", "title lead due"),
        ("工作任务 班子成员 时限", "写年报 张三 8月1日", "title lead due"),
        ("检查任务 检查组长 检查组成员 时限", "查食堂 张三 李四 8月1日", "title lead - due"),
        ("问题 责任科室 检查组长 时限", "漏签 综合科 张三 8月1日", "title lead - due"),
        ("隐患 责任人 治理完成时间", "滑坡 张三 8月底", "title lead due"),
        ("问题 责任人 处理完成时间", "漏水 张三 8月底", "title lead due"),
        ("问题 责任人 时限 处理完成时间", "漏水 张三 8月1日 7月2日", "title lead due closed"),
        ("Machine;Fault;Fault reported;Owner;Due", "Lift;Door sticks;5/1/26;Bob Lee;7/1/26", "- title issued lead due"),
        ("Task;Owner;Report due;Rent due", "Print;Bob Lee;5/1/26;6/1/26", "title lead due -"),
        ("Task;Owner;Work to complete by", "Print;Bob Lee;5/1/26", "title lead due"),
        ("Name;Assignee;Promised by;Parent task;Health", "Print;Bob Lee;5/1/26;Mail;On track", "title lead due - status"),
        ("Agenda item;Follow-up;Person responsible;To be completed by", "Fees;Print;Bob Lee;5/1/26", "source title lead due"),
        ("Issue;Corrective Action;By Whom;Date Needed;Date of Completion", "Leak;Patch;Bob Lee;5/1/26;4/1/26", "- title lead due closed"),
    ],
)  # fmt: skip
def test_headings_by_the_words_they_are_put_together_of(headings: str, cells: str, columns: str) -> None:
    apart = ";" if ";" in headings else " "
    texts = headings.split(apart)
    read = found(texts, cells.split(apart), cells.split(apart)).columns
    assert {texts[place]: key for key, place in read.items()} == {text: key for text, key in zip(texts, columns.split(), strict=True) if key != "-"}


def test_the_day_of_what_the_deadline_names_is_that_of_the_end() -> None:
    rows = (("漏水", "张三", "7月1日", "7月3日"), ("门锁", "李四", "7月6日", None), ("卡纸", "王五", "7月8日", None))
    assert found(("故障描述", "维修人", "承诺修复", "修复时间"), *rows).columns == {"title": 0, "lead": 1, "due": 2, "closed": 3}


def test_deeds_under_a_heading_of_time_are_days() -> None:
    above, below = ("序号", "具体举措", "经办", "时间安排", ""), ("", "", "", "启动", "完成")
    rows = (
        ("一、降本", None, None, None, None),
        (1, "换灯具", "张三", "3月", "8月底"),
        (2, "减差旅", "李四", "1月", "全年"),
        ("小计", "2项", None, None, None),
    )
    assert found(above, below, *rows).columns == {"title": 1, "lead": 2, "issued": 3, "due": 4}


def test_two_rows_of_headings_are_read_as_one_text() -> None:
    read = found(
        ["事项", "牵头", "", "配合", "", "完成时间", ""],
        ["", "单位", "人员", "单位", "人员", "计划", "实际"],
        ["调研", "综合科", "张三", "", "李四", "8月1日", ""],
    )
    assert read.columns == {"title": 0, "unit": 1, "lead": 2, "support": 4, "due": 5, "closed": 6}
    assert read.more == {"support": [3]}


def test_words_that_are_no_code_s_are_labels_and_refuse_nothing() -> None:
    read = found(["Task", "Owner", "Type", "Priority"], ["a", "Bob Lee", "Bug", "P1"], ["b", "Bob Lee", "Risk", "Highest"])
    assert (read.labelled, read.columns["urgency"]) == ({2: "Type"}, 3)
    assert any(note == "Kept as labels: Type." for note in read.notes)


def test_what_no_column_takes_is_kept_and_named_once() -> None:
    read = found(["事项", "责任人", "联系电话", "一季度"], ["调研", "张三", "5221001", "√"])
    assert read.kept == {2: "联系电话", 3: "一季度"}
    assert [note for note in read.notes if "联系电话" in note] == [
        "Kept as remarks on the item, since no column of a ledger takes them: 联系电话, 一季度."
    ]


def test_a_sentence_ends_with_one_stop_behind_a_heading_that_has_its_own() -> None:
    read = found(
        ["Cond. No.", "Condition", "Owner", "Due"], ["3", "Plant trees", "Bob Lee", "2026-12-01"], ["3", "Build a wall", "Bob Lee", "2026-12-01"]
    )
    assert [note for note in read.notes if note.startswith("Kept")] == [
        "Kept as remarks on the item, since no column of a ledger takes them: Cond. No."
    ]


def test_a_heading_that_its_cells_contradict_is_said() -> None:
    read = found(["Task", "Assigned", "Due"], ["Print", "Bob Lee", "5/1/26"], ["File", "Ana Ray", "5/2/26"])
    assert read.columns["lead"] == 1
    read = found(["Task", "Timeline", "Due"], ["Print", "Bob Lee", "5/1/26"], ["File", "Ana Ray", "5/2/26"])
    assert read.columns["lead"] == 1
    assert read.notes[:1] == ["“Timeline” is headed like Deadline, but what stands under it is not: it is read as Lead."]
    read = found(["Task", "Owner", "Target", "Filed"], ["Print", "Bob Lee", "5/1/26", "4/1/26"], ["File", "Ana Ray", "5/2/26", "4/2/26"])
    assert (read.columns["due"], read.columns["issued"]) == (2, 3)
    assert not any("headed like" in note for note in read.notes)  # it may mean that, and is told as read so
    read = found(["Task", "Owner", "Timeline"], ["Print", "Bob Lee", "Ana Ray"], ["File", "Ana Ray", "Bob Lee"])
    assert read.notes[:1] == ["“Timeline” is kept as a remark: “Owner” is read as Lead."]  # and not that it is read as another
    deeds = [("Deed 3", "Ana Ray", "6/9/26", "6/8/26", "6/9/26"), ("Deed 4", "Bob Lee", "6/20/26", "6/19/26", None), ("Deed 5", "Ana Ray", "7/1/26")]
    read = found(["Task", "Owner", "Due", "Accepted", "Recorded"], *deeds)
    assert [note for note in read.notes if "Recorded" in note] == ["“Recorded” is read as Closed, by what stands under it."]  # once


def test_an_unknown_heading_over_known_people_leads() -> None:
    read = found(["Task", "Squad", "Due"], ["Print", "Bob Lee", "5/1/26"], ["File", "Ana Ray", "5/2/26"])
    assert read.columns["lead"] == 1
    assert read.notes[:1] == ["“Squad” is read as Lead, by what stands under it."]


def test_people_under_a_heading_of_who_has_a_hand_in_it_support_where_nobody_else_does() -> None:
    rows = [["Print the forms", "Bob Lee", "Ana Ray", "5/1/26"], ["Sort the maps", "Ana Ray", "Bob Lee", "5/2/26"]]
    read = found(["Task", "Owner", "Help From", "Due"], *rows)
    assert read.columns == {"title": 0, "lead": 1, "support": 2, "due": 3}
    assert read.notes == ["“Help From” is read as Support, by what stands under it."]
    assert all(
        "support" not in found(["Task", "Owner", other, "Due"], *rows).columns for other in ("Mentor", "Ordering Department", "Handbook section")
    )
    assert "support" not in found(["Task", "Owner", "Help From", "Due"], *([*row[:2], "the neighbours", row[3]] for row in rows)).columns
    assert found(["Task", "Owner", "Help From", "Support", "Due"], *([*row[:2], "Ana Ray", *row[2:]] for row in rows)).columns["support"] == 3


def test_of_two_unknown_columns_of_days_none_is_the_deadline() -> None:
    rows = ["Print the forms", "Bob Lee", "5/1/26", "6/1/26"], ["File the deeds", "Ana Ray", "5/2/26", "6/2/26"]
    assert "due" not in found(["Task", "Owner", "Aye", "Nay"], *rows).columns
    assert found(["CAPA #", "Action", "Owner", "Target"], *(["C-1", *row[:3]] for row in rows)).columns["due"] == 3


def test_yes_and_no_are_no_days_and_no_state_under_a_heading_of_days() -> None:
    read = found(["Task", "Owner", "Due", "Extended?"], ["Print", "Bob Lee", "5/1/26", "Yes"], ["File", "Ana Ray", "5/2/26", "No"])
    assert read.columns == {"title": 0, "lead": 1, "due": 2}
    assert read.kept == {3: "Extended?"}


def test_a_list_is_a_state_only_where_states_stand_under_it() -> None:
    rows = ["Print", "Bob Lee", "Doing"], ["File", "Ana Ray", "Done"]
    assert found(["Task", "Owner", "List"], *rows).columns["status"] == 2
    assert found(["Task", "Owner", "List"], *([*row[:2], "Cash desk"] for row in rows)).labelled == {2: "List"}


def test_a_day_on_which_only_some_were_done_is_no_deadline() -> None:
    read = found(["Task", "Owner", "Completion Date"], ["Print", "Bob Lee", "5/1/26"], ["File", "Ana Ray", ""], ["Sort", "Ana Ray", ""])
    assert "due" not in read.columns
    assert read.columns["closed"] == 2


def test_of_two_that_may_lead_it_is_the_one_with_names_of_the_office() -> None:
    read = found(["Manager", "Contact", "Task"], ["Night shift", "Bob Lee", "Print"], ["Day shift", "Ana Ray", "File"])
    assert read.columns["lead"] == 1


def test_days_alone_say_nothing_of_which_day_they_are() -> None:
    read = found(["Task", "Owner", "Ack. Sent"], ["Print", "Bob Lee", "5/1/26"], ["File", "Ana Ray", "5/2/26"])
    assert "due" not in read.columns
    assert read.kept == {2: "Ack. Sent"}


def test_a_column_may_be_called_one_of_labels() -> None:
    read = found(["Task", "Owner", "Ward"], ["Print", "Bob Lee", "North"], Ward="label")
    assert read.labelled == {2: "Ward"}


def test_a_heading_of_what_has_happened_means_nothing_where_amounts_stand_under_it() -> None:
    read = found(["Task", "Owner", "Due", "Directed"], ["Print", "Bob Lee", "5/1/26", "1,200 sheets"], ["File", "Ana Ray", "5/2/26", "40 boxes"])
    assert read.columns == {"title": 0, "lead": 1, "due": 2}
    assert read.kept == {3: "Directed"}


@pytest.mark.parametrize(
    ("heading", "asks"),
    [("是否解除", True), ("是否拆除", True), ("是否投用", True), ("是否入户", False), ("是否报备", False), ("是否了解", False), ("是否超期", False)],
)
def test_a_tick_ends_only_what_the_heading_says_comes_to_its_end(heading: str, asks: bool) -> None:
    columns = found(("事项", "责任人", "时限", heading), ("修桥", "张三", "8月1日", "是"), ("补路", "李四", "8月2日", "否")).columns
    assert ("status" in columns) is asks


@pytest.mark.parametrize(
    ("headings", "cells", "columns"),
    [
        ("Thing;Owner;Due", "Hiring two clerks;Ana Ray;5/1/26|Painting the hall;Bob Lee;5/2/26|Updating the map;Bob Lee;5/3/26", "title lead due"),
        ("Application;Decision;Owner;Due", "Fence at Elm;Approved;Ana Ray;5/1/26|Sign at Oak;Refused;Bob Lee;5/2/26", "title result lead due"),
        ("Task;Owner;Due;Actual", "Print it;Ana Ray;5/1/26;1,200|Post it;Bob Lee;5/2/26;900", "title lead due -"),
        ("Item;Action by;Target date", "Print it;Zoe Max;5/1/26|Post it;Max Zoe;5/2/26", "title lead due"),
        ("Item;Owner;Action by", "Print it;Ana Ray;5/1/26|Post it;Bob Lee;5/2/26", "title lead due"),
        ("Task;Delegate;Due;Approver", "Print it;Ana Ray;5/1/26;Bob Lee|Post it;Bob Lee;5/2/26;Bob Lee", "title lead due -"),
        ("事项;责任人;初稿时限;交办时间", "写规程;张三;8月1日;2026-06-02|编手册;李四;8月4日;2026-06-03", "title lead due issued"),
        ("事项;责任人;初稿时限;印发时间", "写规程;张三;8月1日;8月20日|编手册;李四;8月4日;8月21日", "title lead - due"),
        ("报表名称;责任人;报送时间;报送时限", "月报;张三;2026-05-02;2026-05-03|季报;李四;2026-05-04;2026-05-09", "title lead closed due"),
        (
            "材料名称;责任人;提交人;提交时间;截止时间",
            "总结;张三;张三;2026-05-02;2026-05-03|计划;李四;李四;2026-05-04;2026-05-09",
            "title lead - - due",
        ),
        (
            "考核事项;完成进度;存在问题;责任人;完成时限",
            "签约五家;40%;缺地;张三;8月1日|引才十人;20%;缺房;李四;8月2日",
            "title percent problem lead due",
        ),
        ("隐患;责任人;整改期限;上报时间", "积水;张三;8月1日;2026-05-02|缺页;李四;8月4日;2026-05-04", "title lead due issued"),
        ("案由;承办人;提交时间", "增设路灯;张三;2026-05-02|修缮桥栏;李四;2026-05-04", "title lead issued"),
        ("案由;承办人;报送时间", "增设路灯;张三;2026-05-02|修缮桥栏;李四;2026-05-04", "title lead due"),
        ("诉求;承办人;时限;处理时间", "积水;张三;5月9日;5月4日|噪声;李四;5月9日;|断电;李四;5月9日;", "title lead due closed"),
        ("诉求;承办人;时限;处理时间;状态", "积水;张三;5月9日;5月4日;在办|噪声;李四;5月9日;;在办|断电;李四;5月9日;;在办", "title lead due - status"),
        ("诉求;承办人;时限;处理时间", "积水;张三;8月9日;5月4日|噪声;李四;8月9日;5月5日", "title lead due -"),
        ("诉求;承办人;时限;期望完成时间", "积水;张三;8月9日;5月4日|噪声;李四;8月9日;5月5日", "title lead due -"),
        ("诉求;承办人;时限;计划解决时间", "积水;张三;5月9日;5月4日|噪声;李四;5月9日;|断电;李四;5月9日;", "title lead due -"),
        ("诉求;承办人;时限;通知时间", "积水;张三;5月9日;5月4日|噪声;李四;5月9日;|断电;李四;5月9日;", "title lead due -"),
        ("问题;责任人;整改完成时间;验收时间", "积水;张三;2026-05-04;2026-05-06|噪声;李四;;|断电;李四;;", "title lead - closed"),
        (
            "Item;Owner;Order by;Ordered;Deliver by",
            "Chairs;Ana Ray;2026-08-01;2026-06-01;2026-09-01|Lamps;Bob Lee;2026-08-03;;2026-09-04|Mats;Bob Lee;2026-08-03;;2026-09-04",
            "title lead - issued due",
        ),
        (
            "Request;Resolution;Council member;Staff;Due",
            "Pothole on Elm;Filled it today;Hugo Marsh;Ana Ray;2026-08-01|Lamp on Oak;Put in a new bulb;Iris Pell;Bob Lee;2026-08-03",
            "title result - lead due",
        ),
        (
            "Resident;Resolution;Council district;Staff;Due",
            "Jon Quade;Filled it today;North;Ana Ray;2026-08-01|Kit Rowe;Put in a new bulb;North;Bob Lee;2026-08-03",
            "title result - lead due",
        ),
        ("Task;Who reported it;Who does it;Due", "Mend it;Bob Lee;Ana Ray;2026-08-01|Print it;Ana Ray;Bob Lee;2026-08-03", "title - lead due"),
        ("任务;责任人;1季度进展;2季度进展", "修桥;张三;画完图纸;办完招标|修路;李四;选定路线;备齐材料", "title lead - progress"),
        (
            "Goal;Action;Measure;Owner;Due",
            "Fewer leaks;Mend the roof;Leaks per month;Ana Ray;2026-08-01|Fewer fires;Cut the trees;Fires per year;Bob Lee;2026-08-03",
            "goal title - lead due",
        ),
        (
            "Name;Title;Task;Due",
            "Ana Ray;Clerk of works;File the answer;2026-08-01|Bob Lee;Head of roads;Serve the claim;2026-08-03",
            "lead - title due",
        ),
        ("隐患标题;隐患描述;责任人;时限", "积水;地面有水;张三;8月1日|缺页;记录缺页;李四;8月2日", "title remarks lead due"),
        ("问题;责任人;时限;困难及建议", "积水;张三;8月1日;缺人|缺页;李四;8月2日;缺钱", "title lead due problem"),
        ("不符合项描述;纠正措施;责任部门;时限", "缺页;补记;综合科;8月1日|漏签;补签;督查室;8月2日", "title goal lead due"),
        ("考核事项;存在问题;责任人;完成时限", "内务;地面积水;张三;8月1日|值守;记录缺页;李四;8月2日", "- title lead due"),
        ("办什么;谁来办;什么时候交的;什么时候办完", "修门;张三;2026-05-02;8月3日|换锁;李四;2026-05-04;8月9日", "title lead issued due"),
        ("办什么;谁来办;哪天办完的;哪天要完", "修门;张三;2026-05-02;2026-05-03|换锁;李四;;2026-05-09", "title lead closed due"),
        ("内容;子项目;责任人;起止日期", "扫码入库;扫码（8.1-8.12）;张三;8.1-8.27|盘点;盘点（8.12-8.27）;李四;8.12-8.27", "title - lead due"),
        ("平台;5.13讨论问题记录;责任人;预计完成时间", "网页;列表一页几条;张三;5.13|网页;通知怎么发;李四;5.14", "- title lead due"),
        ("任务;责任人;版本", "画图;张三;V1.0|刻版;李四;V1.1", "title lead -"),
        ("任务;责任人;轮次", "画图;张三;3.16|刻版;李四;3.20", "title lead due"),
        ("任务;成员单位;责任人;起止时间", "画图;督查室;张三;8.1-8.9|刻版;督查室;李四;8.2-8.9", "title support lead due"),
        ("任务;组长;组员;开始及截止日期", "画图;张三;李四;8.1|刻版;李四;张三;8.2", "title lead support due"),
        ("任务;责任人;交办/办结时间", "画图;张三;5.1|刻版;李四;5.2", "title lead issued"),
        ("Matter;Desk;Due;Notes;Cost;Room", "Print it;Ana Ray;;;;|Post it;Bob Lee;;;;", "title lead due remarks - -"),
    ],
)
def test_what_a_careful_clerk_would_not_mistake(headings: str, cells: str, columns: str) -> None:
    read = found(headings.split(";"), *([text or None for text in row.split(";")] for row in cells.split("|"))).columns
    assert read == {key: place for place, key in enumerate(columns.split()) if key != "-"}


@pytest.mark.parametrize(
    ("first", "second", "columns"),
    [
        ("Deadline", "Revised deadline", {"original_due": 2, "due": 3}),
        ("Current deadline", "Due date", {"due": 2, "original_due": 3}),
        ("办结时限", "现时限", {"original_due": 2, "due": 3}),
        ("完成时限", "延期后时限", {"original_due": 2, "due": 3}),
    ],
)
def test_a_deadline_that_says_it_is_the_later_one_replaces_the_other(first: str, second: str, columns: dict[str, int]) -> None:
    read = found(["Matter", "Lead", first, second], ["Roof", "Bob Lee", "2026-12-04", "2026-12-11"], ["Hall", "Ana Ray", "2026-12-05", "2026-12-12"])
    assert {key: read.columns.get(key) for key in columns} == columns


def test_of_headings_that_are_the_same_the_second_is_called_so_and_can_be_told_apart() -> None:
    rows = (["Matter", "Lead", "Deadline", "Deadline", "Labels", "Labels"], ["Roof", "Bob Lee", "2026-12-04", "2026-12-11", "a", "b"])
    with pytest.raises(BadInput) as refused:
        found(*rows)
    assert refused.value.fix.endswith('--map "Deadline (2)=ignore".')
    assert found(*rows, **{"Deadline (2)": "ignore"}).columns["due"] == 2
    assert found(*rows, **{"Deadline (2)": "due"}).columns["due"] == 3
    assert found(*rows, Labels="ignore", **{"Deadline (2)": "due"}).unused == ["Labels", "Labels (2)"]
    assert found(*rows, Labels="ignore", **{"Labels (2)": "label", "Deadline (2)": "due"}).unused == ["Labels"]
