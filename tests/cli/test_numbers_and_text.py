"""NUMBER… [TEXT]: where the numbers end and the text begins, what the text is to each verb, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.cli.numbers_and_text import numbers_then_text
from officecli.errors import BadInput
from stage.small_office import Office


@pytest.mark.parametrize(
    ("typed", "numbers", "text"),
    [
        ("31", ["31"], ""),
        ("31 032 2026-033 #34", ["31", "032", "2026-033", "#34"], ""),
        ("31-34", ["31", "32", "33", "34"], ""),
        ("31,32，40-41", ["31", "32", "40", "41"], ""),
        ("31 、 32", ["31", "32"], ""),
        ("３１ 已办结", ["31"], "已办结"),
        ("31 draft is out", ["31"], "draft is out"),
        ("31 2nd draft", ["31"], "2nd draft"),
        ("31 draft 32", ["31"], "draft 32"),
        ("31 31-12-2026 is the day", ["31"], "31-12-2026 is the day"),
        ("31 12%", ["31"], "12%"),
        ("2026-031", ["2026-031"], ""),
        ("34-31", ["34-31"], ""),
        ("nothing at all", ["nothing"], "at all"),
    ],
)
def test_numbers_end_at_the_first_word_that_is_not_wholly_one(typed: str, numbers: list[str], text: str) -> None:
    found, said = numbers_then_text(typed.split())
    assert (found, said) == (numbers, text)


def test_a_range_of_thousands_is_a_slip() -> None:
    with pytest.raises(BadInput, match="more than 200 items"):
        numbers_then_text(["1-99999"])


@given(st.lists(st.text(max_size=8), min_size=1, max_size=5))
def test_whatever_is_typed_a_number_comes_first_and_no_word_is_lost(words: list[str]) -> None:
    try:
        numbers, text = numbers_then_text(words)
    except BadInput:
        return
    assert numbers
    assert text == "" or " ".join(words).endswith(text)


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Office:
    at("2026-07-06T02:00")
    return Office(sqlite_office, at)


def test_the_text_is_the_note_the_result_the_reason(office: Office) -> None:
    for title in ("核对台账", "来信办理", "会议纪要"):
        office.done("吴芳", f"add {title} -l 陈静 -d 7-31")
    office.done("陈静", "ack 1-3")
    office.done("陈静", "note 1 2 初稿 已出 --progress 40%")
    assert office.rows("SELECT text FROM note ORDER BY id") == [{"text": "初稿 已出"}] * 2
    office.done("陈静", "extend 1 --to +2wd 等数据")
    office.done("吴芳", "decline 1 -m 够了")
    office.done("陈静", "submit 1,2 已核对")
    office.done("吴芳", "return 1 数据不全")
    office.done("吴芳", "close 2 --rate 4")
    office.done("吴芳", "suspend 3 等文件")
    office.done("吴芳", "resume 3")
    office.done("吴芳", "assign 3 --to 李娜 分工调整")
    office.done("吴芳", "cancel 3 重复")
    office.done("陈静", "submit 1 --result 已改")
    office.done("吴芳", "close 1")
    assert office.rows("SELECT result, verdict, rating FROM submission ORDER BY id") == [
        {"result": "已核对", "verdict": "returned", "rating": None},
        {"result": "已核对", "verdict": "accepted", "rating": 4},
        {"result": "已改", "verdict": "accepted", "rating": None},
    ]
    assert office.rows("SELECT status FROM item ORDER BY id") == [{"status": "closed"}, {"status": "closed"}, {"status": "cancelled"}]
    reasons = " ".join(row["body"] for row in office.rows("SELECT body FROM trail WHERE item_id IS NOT NULL ORDER BY seq"))
    assert all(text in reasons for text in ("等数据", "够了", "数据不全", "等文件", "分工调整", "重复"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("submit 1 2", "2: an item, or the text?"),
        ("submit 1", "The text is missing."),
        ("cancel 1", "The text is missing."),
        ("submit 1 甲 -m 乙", "The text is given twice: “甲”, and after --result."),
        ("list --unit 督查室 --unit 秘书科", "--unit is given twice."),
        ("add", "The matter is missing."),
        ("edit 1 --due 8-3 --correct 笔误 --body 县林业局", "--correct goes without --body."),
        ("edit 1 --due 8-3 --correct 笔误 --from 会议", "--correct goes without --from."),
        ("requests --label 安全", "Requests have no label."),
        ("add 台账 --by 吴芳", "--lead is missing."),
    ],
)
def test_what_is_refused_says_what_to_type(office: Office, line: str, said: str) -> None:
    office.done("吴芳", "add 核对台账 -l 陈静 -d 7-31")
    assert said in office.type("陈静", line)
    assert office.code == 2
    assert office.rows("SELECT status FROM item") == [{"status": "issued"}]


def test_of_several_items_all_or_none(office: Office) -> None:
    office.done("吴芳", "add 核对台账 -l 陈静 -d 7-31")
    office.type("陈静", "ack 1-2")
    assert office.code == 3
    assert office.rows("SELECT status FROM item") == [{"status": "issued"}]


def test_a_matter_alone_is_ones_own(office: Office) -> None:
    office.done("陈静", "add 整理档案 -d 7-31")
    assert office.rows("SELECT p.name, i.status FROM item i JOIN person p ON p.id = i.lead_id") == [{"name": "陈静", "status": "in-hand"}]
