"""What is typed for a day and is none, or two: refused, with the reason and what to write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.i18n import use
from officecli.typed.dates import read_date
from stage.wednesday import LAST, PLAIN, WEDNESDAY, dates_known

WORDS = """
去 今 明 后 年 月 日 号 周 星期 礼拜 上 中 下 本 这 个 旬 底 末 初 内 前 后 之 以 工作日 天 一 二 两 三 十 〇 半 季度 第
12 2026 3 31 29 0 9999 - / . + , ( ) next this last end of in the week month year quarter days wd d w m y ago before by
fri monday dec february eom two st
"""
words = st.sampled_from(WORDS.split())


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("01/02/2026", "2026-01-02", "2026-02-01"),
        ("1/2/2026", "2026-01-02", "2026-02-01"),
        ("01-02-2026", "2026-01-02", "2026-02-01"),
        ("1.2.2026", "2026-01-02", "2026-02-01"),
        ("7/5", "2027-05-07", "2027-07-05"),
        ("7.5", "2027-05-07", "2027-07-05"),
        ("1/12", "2026-12-01", "2027-01-12"),
        ("12月前", "2026-11-30", "2026-12-31"),
        ("2h", "2026-11-25", "2026-12-31"),
        ("1 h", "2026-11-25", "2027-06-30"),
        ("3日", "2026-11-28", "2026-12-03"),
        ("三日前", "2026-11-28", "2026-12-03"),
    ],
)
def test_two_readings_are_refused_and_both_are_named(text: str, one: str, other: str) -> None:
    with pytest.raises(BadInput, match="ambiguous") as refusal:
        read_date(text, base=WEDNESDAY, by=PLAIN)
    assert f"{one} or {other}" in refusal.value.what
    assert f"{one} or {other}" in refusal.value.fix


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-02-29", "2026-02 has the days 1 to 28, and no 29"),
        ("2026年2月30日", "2026-02 has the days 1 to 28, and no 30"),
        ("2月30日", "2026-02 has the days 1 to 28, and no 30"),
        ("2月29日", "2026-02 has the days 1 to 28, and no 29"),
        ("Nov 31", "2026-11 has the days 1 to 30, and no 31"),
        ("31号", "2026-11 has the days 1 to 30, and no 31"),
        ("30/02/2026", "no 30"),
        ("2026-13-01", "no month 13"),
        ("13/13/2026", "no month 13"),
        ("13月底", "no month 13"),
        ("2026-00-10", "no month 0"),
        ("2026-01-00", "no 0"),
        ("0000-01-01", "no year 0"),
        ("0000年底", "no year 0"),
        ("0000年一季度末", "no year 0"),
        ("06年12月1日", "year of two digits"),
        ("15年内", "year of two digits"),
        ("1 Dec 06", "year of two digits"),
        ("31/12/98", "year of two digits"),
        ("尽快", "the day by which it is to be done"),
        ("asap", "the day by which it is to be done"),
        ("tbd", "not settled"),
        ("每月25日前", "how often, not by when"),
        ("every Friday", '--feedback-every "every Friday"'),
        ("every other Tuesday", "--feedback-every weekly|monthly|10d"),
        ("Q1 FY27", "another calendar"),
        ("两会前", "no day of the calendar"),
        ("12月1日后", "from when, not by when"),
        ("12月1日、12月8日", "more than one day"),
        ("2026-12-20至2026-12-01", "2026-12-01 is before 2026-12-20"),
        ("长期", "next review date"),
        ("长期坚持", "next review date"),
        ("ongoing", "next review date"),
        ("long-term", "next review date"),
        ("12月初", "does not say by which day"),
        ("收到之日起5日前", "does not say by which day"),
        ("月初", "does not say by which day"),
        ("2026年12月1日(周三)", "2026-12-01 is a Tue"),
        ("Fri 1 Dec 2026", "2026-12-01 is a Tue"),
        ("1999-12-31", "outside the office's calendar"),
        ("2099-01-01", "outside the office's calendar"),
        ("9999年底", "outside the office's calendar"),
        ("+999m", "outside the office's calendar"),
        ("+999y", "outside the office's calendar"),
        ("-999m", "outside the office's calendar"),
    ],
)
def test_refused_with_the_reason(text: str, said: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_date(text, base=WEDNESDAY, by=PLAIN)
    assert said in f"{refusal.value.what} {refusal.value.why} {refusal.value.fix}"
    assert refusal.value.fix


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "。",
        "45992",
        "一 31天",
        "3 0周",
        "二29日",
        "3d前",
        "5a",
        "12p",
        "2026天",
        "+2026d",
        "周八",
        "二十三十天",
        "2026-12/01",
        "十" * 60,
        "底",
        "\0",
        "\u202e2026-12-01",
        "1" * 10_000,
        "+" + "9" * 10_000 + "d",
        "一" * 10_000,
        "(" * 10_000,
        "a" * 10_000,
        " " * 10_000,
    ],
)
def test_anything_else_is_refused_with_examples(text: str) -> None:
    with pytest.raises(BadInput, match="is not a date officecli understands") as refusal:
        read_date(text, base=WEDNESDAY, by=PLAIN)
    assert text[:10] in refusal.value.what
    assert len(refusal.value.what) < 120
    assert "3 working days" in refusal.value.fix


def test_a_refusal_says_in_chinese_too_what_it_is_about() -> None:
    use("zh")
    with pytest.raises(BadInput) as refusal:
        read_date("not a day of ours", base=WEDNESDAY, by=PLAIN)
    assert refusal.value.what == "无法识别日期“not a day of ours”。"


@given(st.one_of(st.text(max_size=80), st.lists(words, max_size=7).map("".join), st.lists(words, max_size=7).map(" ".join)), dates_known)
@example("﷽" * 60, WEDNESDAY)
@example("eow", date(2000, 1, 1))
@example("eow", LAST)
def test_no_text_ends_in_anything_but_a_date_or_a_refusal(text: str, base: date) -> None:
    try:
        found = read_date(text, base=base, by=PLAIN)
    except BadInput:
        return
    assert PLAIN.days.first <= found <= PLAIN.days.last


@pytest.mark.parametrize("base", [date.min, date.max])
def test_a_base_outside_the_calendar_is_refused(base: date) -> None:
    for text in ("2026-12-01", "+3d", "last friday", "eoy", "3个月前", "Jan 1"):
        with pytest.raises(BadInput, match="outside the office's calendar"):
            read_date(text, base=base, by=PLAIN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tomorow", "tomorrow"), ("next Firday", "next friday"), ("5 Agust", "5 august"), ("3 workng days", "3 working days"), ("xyzzy", ""),
        ("blahday", ""), ("wensday next", "")],
)  # fmt: skip
def test_a_slip_of_the_pen_is_told_as_the_day_that_may_be_meant_and_taken_for_none(typed: str, meant: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_date(typed, base=WEDNESDAY, by=PLAIN)
    assert (f"Did you mean “{meant}”?" == refused.value.fix) is bool(meant)
