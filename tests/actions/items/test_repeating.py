"""What is done already is no error where it means the same: it is told, and nothing is recorded. What would say something else stays refused."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite

NOTHING = "nothing was changed."


@pytest.fixture
def two(office_url: str, at: Callable[[str], None]) -> Office:
    """Items 1 and 2 of 王强's, given by her superior 张伟."""
    at("2026-07-06T02:00")
    office = Office(office_url, at)
    for title in ("核对台账", "整理名册"):
        office.done("张伟", f"add {title} --lead 王强 --due 7-20")
    return office


def entries(office: Office) -> int:
    return int(office.rows("SELECT COUNT(*) AS n FROM trail")[0]["n"])


def again(office: Office, who: str, line: str, *words: str) -> None:
    """The command succeeds, says so, and records nothing."""
    before = entries(office)
    said = office.done(who, line)
    assert all(word in said for word in ("already", *words)), said
    assert entries(office) == before


def refused(office: Office, who: str, line: str) -> None:
    before = entries(office)
    assert NOTHING in office.type(who, line)
    assert (office.code, entries(office)) == (1, before)


def test_of_several_what_is_left_is_done(two: Office) -> None:
    two.done("王强", "ack 1")
    said = two.done("王强", "ack 1 2")
    assert "2026-001 was signed for already, on 2026-07-06" in said
    assert "2026-002 signed for" in said
    assert [row["status"] for row in two.rows("SELECT status FROM item ORDER BY id")] == ["in-hand", "in-hand"]
    again(two, "王强", "ack 1 2", "2026-001", "2026-002")
    again(two, "王强", "ack 1", "2026-001")
    answered = json.loads(two.done("王强", "ack 1 2 --format json"))
    assert [one["done"][0] | {"title": ""} for one in answered] == [
        {"act": "already-done", "number": f"2026-00{n}", "title": "", "verb": "sign", "day": "2026-07-06", "name": ""} for n in (1, 2)
    ]


def test_nobody_learns_by_repeating_what_they_may_not_do(two: Office) -> None:
    two.done("王强", "ack 1")
    refused(two, "刘洋", "ack 1")


def test_a_waiver_is_not_recorded_of_what_was_done_already(two: Office) -> None:
    two.done("张伟", "close 1 --result 核对完毕")
    two.done("张伟", "close 1 2 --result 核对完毕 --waive F602=急件")
    numbers = two.rows("SELECT i.number FROM waiver w JOIN item i ON i.id = w.item_id")
    assert [row["number"] for row in numbers] == ["2026-002"]


def test_closing_again_is_harmless_only_without_another_result_or_rating(two: Office) -> None:
    two.done("王强", "submit 1 --result 核对完毕")
    again(two, "王强", "submit 1 --result 核对完毕")
    refused(two, "王强", "submit 1 --result 另一结果")
    two.done("张伟", "close 1 --rating 4")
    for line in ("close 1", "close 1 --rating 4", "close 1 --result 核对完毕"):
        again(two, "张伟", line, "2026-001 was closed")
    for line in ("close 1 --rating 5", "close 1 --result 另一结果", "close 1 2 --rating 5"):
        refused(two, "张伟", line)
    refused(two, "王强", "close 1")


def test_halting_again_is_harmless_for_the_same_reason(two: Office, at: Callable[[str], None]) -> None:
    two.done("张伟", "suspend 1 --reason 等数据")
    again(two, "张伟", "suspend 1 --reason 等数据")
    refused(two, "张伟", "suspend 1 --reason 另有任务")
    refused(two, "张伟", "resume 2")
    two.done("张伟", "resume 1 --reason 数据已到")
    at("2026-07-08T02:00")
    again(two, "张伟", "resume 1", "2026-07-06")
    again(two, "张伟", "resume 1 --reason 数据已到")
    refused(two, "张伟", "resume 1 --reason 领导催要")
    two.done("张伟", "cancel 1 --reason 合并")
    said = two.done("张伟", "cancel 1 2 --reason 合并")
    assert "2026-001 was cancelled with this reason already" in said
    assert "2026-002 cancelled" in said
    refused(two, "张伟", "cancel 1 --reason 撤销任务")


def test_a_return_a_prod_and_an_answered_extension_said_twice(two: Office) -> None:
    two.done("王强", "submit 1 --result 核对完毕")
    two.done("张伟", "return 1 --reason 漏项")
    again(two, "张伟", "return 1 --reason 漏项")
    refused(two, "张伟", "return 1 --reason 格式不对")
    two.done("张伟", "prod 1 --text 明天要")
    said = two.done("张伟", "prod 1 2 --text 明天要")
    assert "2026-001: 王强 was prodded already" in said
    assert len(two.rows("SELECT id FROM prod")) == 2
    refused(two, "张伟", "prod 1 --text 今天要")
    two.done("王强", "note 1 正在补 --progress 50")
    two.done("王强", "extend 1 --to 7-24 --reason 补数据")
    two.done("张伟", "grant 1")
    again(two, "张伟", "grant 1")
    refused(two, "张伟", "grant 1 --to 7-27")
    refused(two, "王强", "grant 1")
    two.done("王强", "extend 1 --to 7-27 --reason 再补数据")
    two.done("张伟", "decline 1")
    again(two, "张伟", "decline 1")


def test_a_part_done_and_a_superior_told_twice(two: Office) -> None:
    two.done("张伟", "support 1 add 刘洋:查档")
    two.done("刘洋", "part 1 me")
    again(two, "刘洋", "part 1 me", "刘洋")
