"""What was tried and what is recommended, read out of one text."""

from __future__ import annotations

import pytest

from officecli.typed.chain.tried_and_recommended import tried_and_recommended
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


def test_what_was_tried_and_what_is_recommended_is_read_out_of_one_text(office: Office) -> None:
    office.done("吴芳", "add 核对台账 -l 陈静 -d 7-31")
    said = office.done("陈静", "request raise 1 已询三家报价，建议取第二家")
    assert "Tried: 已询三家报价. Recommended: 取第二家." in said
    office.done("陈静", "request withdraw 1")
    assert "“核对台账” does not say what 陈静 recommends." in office.type("陈静", "request raise 1 已询三家报价")
    assert (office.code, "one text:" in office.type("陈静", "request raise 1 已询三家报价")) == (1, True)
    office.done("陈静", "request raise 1 询价 --tried 三家 --recommend 取第二家")
    assert office.rows("SELECT title, tried, recommend FROM request ORDER BY id") == [
        {"title": "核对台账", "tried": "已询三家报价", "recommend": "取第二家"}, {"title": "询价", "tried": "三家", "recommend": "取第二家"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("three offers came in; recommend the second", ("three offers came in", "the second")),
        ("rink or pool first? I recommend the rink", ("rink or pool first?", "the rink")),
        ("先修哪处？建议先修泵站", ("先修哪处？", "先修泵站")),
        ("Asked three firms. I propose to take the second: 5 years' service", ("Asked three firms", "take the second: 5 years' service")),
        ("asked three firms and recommend the second", ("asked three firms", "the second")),
        ("已拟三个方案；拟取第二个", ("已拟三个方案", "取第二个")),
        ("两次协调未果。倾向性意见：由行政科牵头", ("两次协调未果", "由行政科牵头")),
        ("what about the boiler?", ("what about the boiler?", "")),
        ("recommend the second", ("recommend the second", "")),
        ("拟订三个方案", ("拟订三个方案", "")),
        ("recommended offers came in", ("recommended offers came in", "")),
        ("已征求意见，建议均未采纳；我科建议上报", ("已征求意见，建议均未采纳", "上报")),
        ("已多次商谈，拟定方案", ("已多次商谈，拟定方案", "")),
        ("asked all, and suggestions were collected; my proposal is the first", ("asked all, and suggestions were collected", "the first")),
    ],
)
def test_where_the_recommendation_begins(text: str, both: tuple[str, str]) -> None:
    assert tried_and_recommended(text) == both
