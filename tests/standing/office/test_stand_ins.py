"""While somebody is away their stand-in acts with their powers, and is recorded as such."""

from __future__ import annotations

import json

import pytest

from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite

MORE = "--tried 比价 --recommend 订两种"


def test_the_stand_in_acts_as_the_originator(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 陈静 --due fri")
    office.done("陈静", "submit 1 --result 已刊发")
    office.done("吴芳", "person absent 吴芳 --to fri --stand-in 张伟")
    office.done("张伟", "close 1")
    assert office.last() == ("张伟", "originator", "吴芳")


def test_the_stand_in_acts_as_the_lead(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 李娜 --due fri")
    office.done("李娜", "person absent 李娜 --to fri --stand-in 陈静")
    office.done("陈静", "note 1 进展顺利")
    assert office.last() == ("陈静", "lead", "李娜")
    assert office.rows("SELECT p.name FROM note n JOIN person p ON p.id = n.person_id") == [{"name": "李娜"}]


def test_the_stand_in_gives_work_as_the_superior(office: Office) -> None:
    office.done("李娜", "person absent 李娜 --to fri --stand-in 王强")
    office.done("王强", "add 核对台账 --lead 陈静 --due fri")
    assert office.last() == ("王强", "superior", "李娜")


def test_a_stand_in_named_for_the_same_days_is_added_and_the_items_of_those_days_are_counted(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 李娜 --due 2026-07-31")
    assert "1 open item without anybody to act: 2026-001." in office.done("李娜", "away 李娜 7-10 --from 7-8")
    assert [row["unattended"] for row in json.loads(office.done("李娜", "away --format json"))["rows"]] == [1]
    assert "陈静" in office.done("李娜", "away 李娜 7-10 --from 7-8 --stand-in 陈静")
    assert [row["unattended"] for row in json.loads(office.done("李娜", "away --format json"))["rows"]] == [0]
    assert len(office.rows("SELECT id FROM absence")) == 1
    assert "already" in office.type("李娜", "away 李娜 7-11 --from 7-8 --stand-in 王强"), "other days are another absence"
    office.done("李娜", "undo")
    assert office.rows("SELECT stand_in_id FROM absence") == [{"stand_in_id": None}]


def test_the_powers_end_with_the_absence(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 李娜 --due 2026-07-31")
    office.done("李娜", "person absent 李娜 --to 2026-07-07 --stand-in 陈静")
    office.at("2026-07-08T02:00")
    assert "A401" in office.type("陈静", "note 1 进展顺利")
    office.done("李娜", "person absent 李娜 --to fri --stand-in 陈静")
    office.at("2026-07-09T02:00")
    office.done("李娜", "person absent 李娜 --back")
    assert "A401" in office.type("陈静", "note 1 进展顺利")


def test_nobody_approves_their_own_as_a_stand_in(office: Office) -> None:
    office.done("李娜", "add 月度信息 --lead 陈静 --due 2026-07-31")
    office.done("陈静", "extend 1 --to 2026-08-07 --reason 缺数据")
    office.done("李娜", "person absent 李娜 --to fri --stand-in 陈静")
    assert "A402" in office.type("陈静", "grant 1")
    assert "A402" in office.type("陈静", "close 1 --result 已刊发")
    assert "A403" in office.type("陈静", "edit 1 --due 2026-08-31 --reason 缺数据")
    office.done("吴芳", "grant 1")


def test_a_stand_in_who_is_away_too_acts_for_nobody(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 李娜 --due fri")
    office.done("李娜", "person absent 李娜 --to fri --stand-in 陈静")
    said = office.done("陈静", "person absent 陈静 --to fri --stand-in 孙丽")
    assert "陈静 was to stand in for 李娜; meanwhile nobody does." in said
    assert "A401" in office.type("陈静", "note 1 进展顺利")
    office.done("孙丽", "note 1 进展顺利")
    assert office.last() == ("孙丽", "registrar", "李娜")  # as registrar, not as the stand-in's stand-in
    assert "goes to 吴芳" in office.done("陈静", f"request raise 订阅刊物 {MORE}")
    assert "Lead away, and nobody acts" in office.done("吴芳", "digest --for 吴芳")


def test_items_without_anybody_to_act_are_named(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 李娜 --due fri")
    said = office.done("李娜", "person absent 李娜 --to fri")
    assert "What waits for 李娜 is decided by 吴芳." in said
    assert "1 open item without anybody to act: 2026-001." in said


def test_whoever_decides_for_an_absent_person_is_told_of_what_waits(office: Office) -> None:
    office.done("李娜", "add 月度信息 --lead 陈静 --due 2026-07-31")
    office.done("李娜", "add 核对台账 --lead 陈静 --due 2026-07-31")
    office.done("陈静", f"request raise 订阅刊物 {MORE}")
    office.done("李娜", "person absent 李娜 --to fri")
    office.done("陈静", "submit 1 --result 已刊发")
    office.done("陈静", "extend 2 --to 2026-08-07 --reason 缺数据")
    said = office.done("吴芳", "digest --for 吴芳 --wide")
    assert said.count("李娜 (away; 吴芳 decides)") == 3  # the result, the extension, and what was asked before 李娜 went
    office.done("吴芳", "close 1")
    office.done("吴芳", "grant 2")
    office.done("吴芳", "request answer 1 同意")
    assert "李娜 (away" not in office.done("吴芳", "digest --for 吴芳 --wide")
    assert "李娜 (away" not in office.done("周海", "digest --for 周海 --wide")


def test_what_the_stand_in_leads_waits_for_who_decides_past_them(office: Office) -> None:
    """It was said that 吴芳 decides, and her digest said that nothing waits."""
    office.done("李娜", "add 月度信息 --lead 陈静 --due 2026-07-31")
    office.done("李娜", "add 核对台账 --lead 陈静 --due 2026-07-31")
    office.done("陈静", "add 座椅登记 --due 2026-07-31")
    office.done("陈静", f"request raise 订阅刊物 {MORE}")
    office.done("李娜", "person absent 李娜 --to fri --stand-in 陈静")
    office.done("陈静", "submit 1 3 --result 已刊发")
    office.done("陈静", "extend 2 --to 2026-08-07 --reason 缺数据")
    said = office.done("吴芳", "digest --for 吴芳 --wide")
    assert said.count("李娜 (away; 吴芳 decides)") == 3
    assert all(title in said for title in ("月度信息", "核对台账", "座椅登记", "订阅刊物")), said
    assert "李娜 (away" not in office.done("周海", "digest --for 周海 --wide")
    assert "李娜 (away" not in office.done("陈静", "digest --for 陈静 --wide")
    office.done("吴芳", "close 1 3")
    office.done("吴芳", "grant 2")
    office.done("吴芳", "request answer 1 同意")


def test_the_post_that_stands_in(office: Office) -> None:
    office.change("post 督查室主任 stand_in_id=post/督查员")
    office.done("吴芳", "add 月度信息 --lead 李娜 --due fri")
    assert "孙丽 acts with the powers of 李娜." in office.done("李娜", "person absent 李娜 --to fri")
    office.done("孙丽", "note 1 进展顺利")
    assert office.last() == ("孙丽", "lead", "李娜")


def test_a_lower_rank_has_the_powers_all_the_same(office: Office) -> None:
    assert "of lower rank" in office.done("吴芳", "person absent 吴芳 --to fri --stand-in 陈静")
    office.done("陈静", "add 核对台账 --lead 李娜 --due fri")
    assert office.last() == ("陈静", "superior", "吴芳")


@pytest.mark.parametrize(("line", "code", "said"), [
    ("person absent 李娜 --to fri --stand-in 李娜", 2, "cannot stand in for themselves"),
    ("person absent 李娜 --from 2026-07-10 --to 2026-07-08", 2, "2026-07-08 is before 2026-07-10"),
    ("person absent 李娜", 2, "--to is missing"),
    ("person absent 李娜 --back", 3, "李娜 is not away"),
    ("person absent 吴芳 --to fri", 1, "or a registrar"),
    ("person absent 李哪 --to fri", 3, "Did you mean 李娜?"),
])  # fmt: skip
def test_what_cannot_be_is_said(office: Office, line: str, code: int, said: str) -> None:
    assert said in office.type("李娜", line)
    assert office.code == code


def test_there_are_never_two_acting_directors(office: Office) -> None:
    office.done("周海", "person absent 周海 --to 2026-07-10 --stand-in 吴芳")
    assert "2026-07-10 already. 吴芳 stands in." in office.type("孙丽", "person absent 周海 --from 2026-07-10 --to 2026-07-15 --stand-in 张伟")
    assert office.code == 1
    office.done("孙丽", "person absent 周海 --from 2026-07-11 --to 2026-07-15 --stand-in 张伟")


def test_a_reporting_circle_ends_where_it_comes_back(office: Office) -> None:
    office.change("post 主任 reports_to_id=post/督查科员")
    assert "Superiors: 李娜 → 吴芳 → 周海." in office.done("陈静", "person show 陈静")
    assert "goes to 陈静" in office.done("周海", f"request raise 订阅刊物 {MORE}")
    office.done("陈静", "request escalate 1")
    assert office.rows("SELECT p.name FROM request_stage s JOIN person p ON p.id = s.holder_id ORDER BY s.id DESC")[0] == {"name": "李娜"}


def test_a_vacant_seat_is_passed_over(office: Office) -> None:
    office.done("孙丽", "person leave 李娜 --handover-to 吴芳")
    assert "goes to 吴芳" in office.done("陈静", f"request raise 订阅刊物 {MORE}")


def test_over_a_vacant_seat_the_next_superior_may_waive(office: Office) -> None:
    office.done("孙丽", "person leave 李娜 --handover-to 吴芳")
    assert "Ask 吴芳, who allows it alone" in office.type("陈静", "add 整理书架 --lead me --support 王强 --due fri --waive R104=来不及")
    assert office.code == 1
