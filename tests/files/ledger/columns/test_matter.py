"""Which column is the matter: by its heading, beside the task or the fault it belongs to, or by what every row says there."""

from __future__ import annotations

import pytest

from officecli.errors import BadInput
from stage.found_headings import found


def test_a_matter_in_the_first_column_tells_tasks_apart() -> None:
    rows = [(f"Paint room {n}", "Refurbish" if n < 4 else "Outreach", "Ana Ray", f"2026-12-0{n}") for n in range(1, 6)]
    assert found(("Activity", "Task", "Lead", "Due"), *rows).columns["title"] == 0


def test_what_was_said_to_the_office_is_the_matter_where_nothing_else_is() -> None:
    rows = (("饭菜偏咸", "赵某", "张三", "7月1日"), ("电梯异响", "钱某", "李四", "7月6日"))
    assert found(("反馈内容", "反馈人", "责任人", "时限"), *rows).columns == {"title": 0, "lead": 2, "due": 3}


def test_of_several_levels_the_lowest_is_the_matter_and_a_papers_number_its_source() -> None:
    rows = [("3号", "服务", "办文", "降低差错", "张三"), ("3号", "服务", "办文", "印发及时", "李四"), ("3号", "宣传", "信息", "采用条数", "王五")]
    read = found(("报告文号", "一级指标", "二级指标", "三级指标", "责任人"), *rows)
    assert read.columns == {"source": 0, "goal": 1, "title": 3, "lead": 4}


def test_a_measure_beside_its_task_is_the_matter() -> None:
    read = found(["重点任务", "工作举措", "责任人", "时限"], ["强基础", "建台账", "张三", "8月"], ["强基础", "办培训", "李四", "9月"])
    assert (read.columns["title"], read.tasks) == (1, (0,))


def test_the_measures_of_a_problem_are_its_goal_unless_it_has_several() -> None:
    once = found(["问题", "整改措施", "责任人", "时限"], ["台账不全", "补记", "张三", "8月"], ["印章混用", "专人管", "李四", "9月"])
    assert (once.columns["title"], once.columns["goal"], once.tasks) == (0, 1, ())
    several = found(["问题", "整改措施", "责任人", "时限"], ["台账不全", "补记", "张三", "8月"], ["台账不全", "专人管", "李四", "9月"])
    assert (several.columns["title"], several.tasks) == (1, (0,))


def test_what_says_something_else_in_each_row_is_the_matter_where_nothing_is_headed_so() -> None:
    rows = ["1", "Scan the deeds of the north ward", "Bob Lee", "5/1/26"], ["2", "Sort the maps of the harbour", "Ana Ray", "5/2/26"]
    read = found(["No", "Doing", "Owner", "Till"], *rows)
    assert read.columns == {"title": 1, "lead": 2, "due": 3}
    assert read.notes[:2] == ["“Till” is read as Deadline, by what stands under it.", "“Doing” is read as Matter, by what stands under it."]
    of_two = [[row[0], f"the north gate {row[0]}", *row[1:3]] for row in rows]
    assert found(["No", "Permit", "Doing", "Owner"], *of_two).columns["title"] == 2  # what is to be done with each
    told = [[*row[:2], row[2].replace("Scan the", "North").replace("Sort the", "Harbour"), row[3]] for row in of_two]
    assert found(["No", "Permit", "Doing", "Owner"], *told).columns["title"] == 1  # a register of permits
    assert found(["No", "Where", "Doing", "Owner"], *of_two).columns["title"] == 2
    with pytest.raises(BadInput):  # of two places it is not plain which
        found(["No", "Where", "Building", "Owner"], *told)


def test_how_far_behind_it_is_is_no_matter() -> None:
    rows = [["供电", "无", "张三", "8月"], ["通风", "滞后5天", "李四", "9月"]]
    with pytest.raises(BadInput) as refused:
        found(["子系统", "偏差", "责任人", "时限"], *rows)
    assert '--map "子系统=title"' in refused.value.fix
    assert found(["子系统", "偏差", "责任人", "时限"], ["供电", "票据缺章", "张三", "8月"], ["通风", "合同漏签", "李四", "9月"]).columns["title"] == 1
    assert found(["工作内容", "偏差", "责任人", "时限"], *rows).columns == {"title": 0, "problem": 1, "lead": 2, "due": 3}
