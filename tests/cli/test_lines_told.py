"""Lines that the answers of reports and rules tell: they go through as they stand, or have in capitals what is to be put there."""

from __future__ import annotations

import shlex

import pytest

from officecli.rules import every_rule
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


def test_what_suggest_lead_tells_to_type_is_done(office: Office) -> None:
    office.done("吴芳", "add 核对台账 --lead 陈静 --due fri")
    said = office.done("吴芳", "suggest-lead 1").partition("officecli ")[2].splitlines()[0]
    assert "now has the lead" in office.done("吴芳", shlex.join(shlex.split(said)))


def test_no_rule_tells_to_change_a_duty_or_an_item_by_an_example_of_one() -> None:
    told = {rule.code: [rule.fix] if isinstance(rule.fix, str) else list(rule.fix.values()) for rule in every_rule()}
    assert not [code for code, texts in told.items() for text in texts if "Keep the action log" in text or "edit 31" in text]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "request raise '已询两家；建议取第二家'",
            (
                'If it is about an item: officecli request raise NUMBER "已询两家；建议取第二家"\n'
                '    Else name the matter: officecli request raise "…" --tried 已询两家 --recommend 取第二家'
            ),
        ),
        ("request 租一辆车", 'To raise one: officecli request raise 租一辆车 --tried "…" --recommend "…"'),
    ],
)
def test_a_request_that_lacks_its_matter_is_told_the_whole_line(office: Office, line: str, said: str) -> None:
    assert said in office.type("陈静", line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("list --status 逾期", "· 状态：逾期"),
        ("list --sort 现时线", "是不是“现时限”？"),
        ("list --columns 编号,现时线", "是不是“现时限”？"),
        ("list --sort -现时线", "是不是“-现时限”？"),
    ],
)
def test_a_reader_of_chinese_is_told_headings_and_no_keys(office: Office, line: str, said: str) -> None:
    office.done("吴芳", "add 核对台账 --lead 陈静 --due fri")
    assert said in office.type("陈静", f"{line} --lang zh")


def test_an_extension_says_who_decides_on_it_and_whoever_leaves_whose_bodies_pass_on(office: Office) -> None:
    office.done("李娜", "add 核对台账 --lead 陈静 --due 7-31")
    assert "2026-001: 李娜 decides on it." in office.done("陈静", "extend 1 --to +2wd 数据未齐")
    office.done("吴芳", "add 来信办理 --lead 陈静 --due 7-31")
    assert "2026-002: 吴芳 or 李娜 decides on it." in office.done("陈静", "extend 2 --to +2wd 数据未齐")
    assert " 吴芳 / 李娜 " in office.done("李娜", "digest --for 李娜 --wide")
    office.done("孙丽", "body add 县水利局 --follow-up 王强")
    assert "刘洋 now follows up what these do: 县水利局." in office.done("孙丽", "person leave 王强 --handover-to 刘洋")
    assert "Nobody is named any more who follows up what these do: 县水利局." in office.done("孙丽", "person leave 刘洋")
