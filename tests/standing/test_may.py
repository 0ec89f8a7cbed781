"""What a person may do is answered from the same place that judges it."""

from __future__ import annotations

import json

import pytest

from stage.small_office import Office

PEOPLE = ("周海", "吴芳", "张伟", "李娜", "王强", "陈静", "孙丽")
ACTS = {
    "sign": "ack 1", "note": "note 1 x", "submit": "submit 1 --result x", "close": "close 1 --result x", "extend": "extend 1 --to 2026-07-13 --reason x",
    "set-deadline": "edit 1 --due 2026-07-13", "set-goal": "edit 1 --goal x", "prod": "prod 1", "cancel": "cancel 1 --reason x",
    "suspend": "suspend 1 --reason x", "grant": "grant 1",
}  # fmt: skip


@pytest.mark.parametrize(
    ("office_url", "who"), [*(("sqlite", who) for who in PEOPLE), *(("postgresql", who) for who in PEOPLE[3:5])], indirect=["office_url"]
)
def test_yes_and_no_are_what_the_act_itself_meets(office: Office, who: str) -> None:
    office.done("吴芳", "add 月度信息 --lead 陈静 --due fri")
    office.done("李娜", "person absent 李娜 --to fri --stand-in 王强")
    for act, line in ACTS.items():
        answer = json.loads(office.type("周海", f"may {who} {act} 1 --format json"))["summary"]
        assert office.code == (0 if answer["allowed"] else 1)
        said = office.type(who, line)
        assert (office.code == 0) == answer["allowed"], (act, answer, said)
        if office.code == 0:
            assert office.last()[1:] == (answer["role"], answer["behalf"] or None)
            office.done(who, "undo")
        elif answer["rule"] and not answer["why"]:
            assert answer["rule"] in said


def test_yes_is_said_only_where_the_act_would_be_taken(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 李娜 --due fri")
    office.done("李娜", "split 1 数据核对 --lead 陈静")
    office.done("吴芳", "add 年度总结 --lead 陈静 --due 2026-07-07")
    office.done("陈静", "extend 3 --to +2wd --reason 缺数据")

    def agree(who: str, act: str, number: int, line: str, rule: str) -> None:
        answer = json.loads(office.type("周海", f"may {who} {act} {number} --format json"))["summary"]
        assert (answer["allowed"], answer["rule"], bool(answer["why"])) == (False, rule, True), (act, answer)
        said = office.type(who, line)
        assert office.code != 0, said
        assert rule in said

    agree("吴芳", "close", 1, "close 1 --result x", "F606")
    agree("陈静", "split", 2, "split 2 再拆 --lead 陈静", "")
    agree("陈静", "extend", 3, "extend 3 --to +2wd --reason x", "")
    agree("李娜", "part", 1, "part 1 陈静", "")
    office.at("2026-07-09T02:00")
    agree("陈静", "extend", 3, "extend 3 --to 2026-07-20 --reason x", "D304")
    office.done("孙丽", "config set rules.F606.severity warn")
    assert "Yes: 吴芳 may do this now." in office.done("周海", "may 吴芳 close 1")


def test_who_stands_where(office: Office) -> None:
    office.done("吴芳", "person absent 吴芳 --to fri --stand-in 李娜")
    said = json.loads(office.done("周海", "may 李娜 --format json"))["summary"]
    assert (said["superiors"], said["below"], said["stands_in_for"]) == (["吴芳", "周海"], ["陈静", "孙丽"], ["吴芳"])
    assert said["extension_days"] == 30


def test_the_answer_names_the_item_by_its_whole_number(office: Office) -> None:
    office.done("吴芳", "add 月度信息 --lead 陈静 --due fri")
    assert "close · 2026-001" in office.done("周海", "may 吴芳 close 1")


def test_on_a_request(office: Office) -> None:
    office.done("陈静", "request raise 订阅刊物 --tried a --recommend b")
    said = office.done("周海", "may 李娜 answer 1")
    assert "Yes: 李娜 may do this now." in said
    assert "answer · Q2026-001" in said
    assert "A402" in office.type("周海", "may 陈静 answer 1")
    assert "A401" in office.type("周海", "may 张伟 answer 1")


@pytest.mark.parametrize(("line", "code", "said"), [
    ("may 李娜 clse 1", 2, "Did you mean close?"),
    ("may 李娜 close 7", 3, "There is no item"),
    ("may 李哪", 3, "Did you mean 李娜?"),
])  # fmt: skip
def test_what_cannot_be_is_said(office: Office, line: str, code: int, said: str) -> None:
    assert said in office.type("周海", line)
    assert office.code == code
