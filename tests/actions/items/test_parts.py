"""Sub-items: one tasking to several, a matter split into parts, and the matrix of who has done it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Office:
    """The small office on Monday, 6 July 2026."""
    at("2026-07-06T02:00")
    return Office(office_url, at)


def test_one_tasking_to_several_is_a_whole_and_a_part_for_each(office: Office) -> None:
    said = office.done("吴芳", 'add 消防演练报告 --each-unit "秘书科，督查室" --each 赵敏:名单 --due fri --goal 一页')
    assert "2026-001 is the whole of 3 parts" in said
    rows = office.rows("SELECT number, title, lead, due, parent_id, originator FROM v_item ORDER BY id")
    assert [(row["number"], row["lead"]) for row in rows] == [("2026-001", "吴芳"), ("2026-002", "张伟"), ("2026-003", "李娜"), ("2026-004", "赵敏")]
    assert {(row["title"], row["due"], row["originator"]) for row in rows} == {("消防演练报告", "2026-07-10", "吴芳")}
    whole = office.rows("SELECT id FROM item WHERE number = '2026-001'")[0]["id"]
    assert [row["parent_id"] for row in rows] == [None, whole, whole, whole]


def test_the_whole_shows_who_has_done_it_and_the_part_whose_part_it_is(office: Office) -> None:
    office.done("吴芳", "add 消防演练报告 --each-unit 秘书科,督查室 --each 赵敏:名单 --due fri")
    office.done("张伟", "submit 2 --result 已报")
    office.done("吴芳", "close 2")
    office.done("吴芳", "cancel 4 --reason 不必")
    office.at("2026-07-13T02:00")
    card = office.done("吴芳", "show 1")
    assert "Parts: 1 of 2 closed" in card
    assert "2026-002  张伟 (秘书科) · closed · 2026-07-06" in card
    assert "2026-003  李娜 (督查室) · overdue · due 2026-07-10 · 1 working day late" in card
    assert "2026-004  赵敏 (秘书科) · cancelled · due 2026-07-10 · 名单" in card
    assert "2026-001 · 消防演练报告 · 名单" in office.done("赵敏", "show 4")
    found = json.loads(office.done("吴芳", "show 1 --format json"))
    assert [(part["number"], part["status"], part["overdue"], part["done"]) for part in found["parts"]] == [
        ("2026-002", "closed", False, "2026-07-06"),
        ("2026-003", "issued", True, None),
        ("2026-004", "cancelled", False, None),
    ]
    assert json.loads(office.done("张伟", "show 2 --format json"))["parent"] == "2026-001"


def test_a_whole_submitted_with_open_parts_says_so_and_is_looked_at_first(office: Office) -> None:
    office.done("张伟", "add 消防演练报告 --lead 王强 --due fri --support 刘洋:名单")
    office.done("王强", "split 1 名单 --lead 王强 --due fri")
    said = office.done("王强", "submit 1 --result 已报")
    assert "Parts of it are still open, and it is closed after them: 2026-002." in said
    assert "  show 2026-001  " in office.done("张伟", "digest --for 张伟")
    assert json.loads(office.done("张伟", "next --format json"))["rows"][0]["to_type"] == "show 2026-001"
    office.done("王强", "submit 2 --result 已列")
    office.done("张伟", "close 2")
    assert "  close 2026-001  " in office.done("张伟", "digest --for 张伟")


def test_the_matrix_of_a_past_day_is_that_days(office: Office) -> None:
    office.done("吴芳", "add 消防演练报告 --each-unit 秘书科,督查室 --due fri")
    office.at("2026-07-08T02:00")
    office.done("张伟", "submit 2 --result 已报")
    office.done("吴芳", "close 2")
    assert "Parts: 0 of 2 closed" in office.done("吴芳", "show 1 --as-of 2026-07-07")
    assert "Parts: 1 of 2 closed" in office.done("吴芳", "show 1")


def test_a_part_split_off_is_due_with_the_whole_and_reviewed_by_who_gave_it(office: Office) -> None:
    office.done("吴芳", "add 防汛检查 --lead 李娜 --due fri --from 会议纪要12号")
    said = office.done("李娜", "split 1 西片检查 --lead 陈静")
    assert "2026-002 is a part of 2026-001, which is closed last: 防汛检查." in said
    assert "due with the whole, on 2026-07-10" in said
    row = office.rows("SELECT lead, originator, due, source, kind FROM v_item WHERE number = '2026-002'")[0]
    assert row == {"lead": "陈静", "originator": "李娜", "due": "2026-07-10", "source": "会议纪要12号", "kind": "adhoc"}
    assert "made a part of it" in office.done("李娜", "history 1")


def test_who_may_not_split_is_told_who_may(office: Office) -> None:
    office.done("吴芳", "add 防汛检查 --lead 李娜 --due fri")
    said = office.type("张伟", "split 1 西片检查 --lead 王强")
    assert (office.code, "A401" in said, "is for its lead, 李娜" in said) == (1, True, True)
    assert "A401" in office.type("李娜", "split 1 西片检查 --lead 王强")  # her matter, and not hers to give to him
    assert len(office.rows("SELECT id FROM item")) == 1


def test_a_part_is_not_split_again_nor_what_is_over(office: Office) -> None:
    office.done("吴芳", "add 防汛检查 --lead 李娜 --due fri")
    office.done("李娜", "split 1 西片检查 --lead 陈静")
    said = office.type("李娜", "split 2 北段 --lead 陈静")
    assert (office.code, "parts are not split again" in said, "officecli split 2026-001" in said) == (2, True, True)
    office.done("吴芳", "cancel 1 --reason 不办了")
    assert "It is cancelled" in office.type("李娜", "split 1 东片检查 --lead 孙丽")


def test_of_a_whole_that_is_halted_the_parts_that_go_on_are_named(office: Office) -> None:
    office.done("吴芳", "add 消防演练报告 --each 赵敏:名单 --each 陈静:图表 --due fri")
    office.done("吴芳", "cancel 3 不必")
    goes_on = "Its parts go on: 2026-002."
    assert goes_on in office.done("吴芳", "suspend 1 等上级文件")
    assert goes_on in office.done("吴芳", "cancel 1 不办了")
    office.done("吴芳", "undo")
    office.done("吴芳", "suspend 2 等上级文件")
    office.done("吴芳", "resume 1")
    assert "go on" not in office.done("吴芳", "suspend 1 再等")
    assert goes_on in office.done("吴芳", "cancel 1 不办了")  # suspended, it is not over


def test_of_a_whole_and_its_parts_named_together_that_is_done_first_which_lets_the_other_be_done(office: Office) -> None:
    office.done("吴芳", "add 消防演练报告 --lead 李娜 --due fri")
    office.done("李娜", "split 1 名单 --lead 李娜")
    for line in ("cancel 1 2 不办了", "suspend 1 2 等文件"):
        assert "go on" not in office.done("吴芳", line)
        assert [row["status"] for row in office.rows("SELECT DISTINCT status FROM item")] == [{"c": "cancelled", "s": "suspended"}[line[0]]]
        office.done("吴芳", "undo")
    for line in ("close 1-2 --result 已报", "reopen 2 1 还缺一页", "close 1 2 --result 已报 --all-or-none"):
        office.done("吴芳", line)
    assert [row["status"] for row in office.rows("SELECT status FROM item")] == ["closed", "closed"]
    assert "There is no item “9”" in office.type("吴芳", "cancel 9 1 不办了")


def test_what_is_due_after_its_whole_is_named(office: Office) -> None:
    office.done("吴芳", "add 消防演练报告 --each 赵敏:名单 --each 陈静:图表 --due 2026-07-15")
    after = "Due after the whole 2026-001 (due "
    assert "2026-07-17" not in office.done("吴芳", "edit 1 --due 2026-07-16")
    said = office.done("吴芳", "edit 1 --due 2026-07-10")
    assert after in said
    assert said.endswith("2026-002, 2026-003.\n")
    assert after not in office.done("吴芳", "edit 2 --due 2026-07-10")
    office.done("陈静", "extend 3 --to 2026-07-20 缺数据")
    assert office.done("吴芳", "grant 3").endswith("2026-003.\n")
    assert after in office.done("吴芳", "split 1 附件 --lead 赵敏 --due 2026-07-14")
    assert after not in office.done("吴芳", "split 1 封面 --lead 赵敏")


def test_wrong_taskings_say_what_is_wrong_and_make_nothing(office: Office) -> None:
    for line, code, why in (
        ("add 消防演练报告 --lead '' --due fri", 2, "--lead is missing"),
        ("add 消防演练报告 --each-unit 秘书课 --due fri", 3, "There is no unit “秘书课”"),
        ("add 消防演练报告 --each-unit 秘书科 --each 张伟 --due fri", 2, "would have two parts"),
        ("add 消防演练报告 --each 何人 --due fri", 3, "Nobody here is called"),
        ("add 消防演练报告 --each-unit 秘书科", 1, "D301"),
    ):
        assert why in office.type("吴芳", line), line
        assert office.code == code, line
    assert office.rows("SELECT id FROM item") == []
