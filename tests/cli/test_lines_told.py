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
