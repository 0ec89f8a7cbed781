"""What holds of every text and every day: no text ends in anything but a day or a refusal, and a day comes back from every form it is written in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates import Almanac, NoDay, Reading
from officecli.typed.dates.orders import ORDERS, Orders, evidence, given_order
from officecli.typed.dates.plain import parts, plain
from officecli.typed.dates.reading import read
from officecli.typed.dates.view import View

LAST = date(2060, 12, 31)
WORKING = WorkingDays({}, last=LAST)
TODAY = date(2026, 7, 6)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
NUMERALS = "〇一二三四五六七八九"


def numeral(number: int) -> str:
    tens, units = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else NUMERALS[tens] + "十") + (NUMERALS[units] if units or not tens else "")


def tried(text: str, view: View) -> Reading | BadInput:
    try:
        return read(text, view)
    except BadInput as refused:
        return refused


near_days = st.dates(date(2022, 1, 1), date(2035, 12, 31))
bases = st.none() | st.dates(date(2005, 1, 1), date(2050, 12, 31))
views = st.builds(
    View,
    st.builds(
        Almanac,
        st.just(WORKING),
        st.sampled_from(["", "CN", "US"]),
        st.just("Asia/Shanghai"),
        st.builds(Orders, usual=st.sampled_from(["", *ORDERS])),
    ),
    st.just(TODAY),
    bases,
    st.sampled_from(["ahead", "near", "past"]),
    st.none() | st.integers(2020, 2035),
    st.booleans(),
)
PIECES = [
    "2026",
    "26",
    "12",
    "7",
    "31",
    "30",
    "2",
    "0",
    "1",
    "年",
    "月",
    "日",
    "号",
    "底",
    "末",
    "初",
    "中旬",
    "前",
    "内",
    "后",
    "起",
    "至",
    "-",
    "—",
    "~",
    "/",
    ".",
    ",",
    "，",
    "；",
    ";",
    "(",
    ")",
    "（",
    "）",
    "、",
    "周",
    "五",
    "三",
    "下",
    "本",
    "明",
    "次",
    "季度",
    "上半年",
    "工作日",
    "个",
    "小时",
    "收到之日",
    "交办",
    "完成",
    "原",
    "现",
    "延期至",
    "改为",
    "每",
    "长期",
    "力争",
    "预计",
    "左右",
    "17:00",
    "下午",
    "下班",
    "国庆",
    "①",
    "²",
    "第",
    "一",
    "批",
    "days",
    "day",
    "of",
    "within",
    "july",
    "jul",
    "mid",
    "end",
    "q3",
    "fy27",
    "h2",
    "by",
    "no",
    "later",
    "than",
    "cob",
    "friday",
    "next",
    "week",
    "month",
    "receipt",
    "from",
    "5pm",
    "z",
    "+08:00",
    "t",
    "ext",
    "rev.",
    "to",
    "was",
    "now",
    "->",
    "~~",
    "draft",
    "final",
    "and",
    "or",
    "tbd",
    "?",
    "every",
    "weekly",
    "am",
    "the",
    "first",
    "last",
    "15th",
]


@settings(max_examples=400, deadline=None)  # patterns are compiled when they are first needed
@given(
    st.one_of(
        st.lists(st.sampled_from(PIECES), max_size=9).map("".join), st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join), st.text(max_size=90)
    ),
    views,
)
@example("2026" * 40, View(Almanac(WORKING), TODAY))
@example("力争2026至17:00", View(Almanac(WORKING), TODAY))
@example("2026->17:00", View(Almanac(WORKING), TODAY))
def test_any_text_is_a_day_or_a_refusal_with_advice(text: str, view: View) -> None:
    found = tried(text, view)
    if isinstance(found, BadInput):
        assert found.fix
        return
    assert WORKING.first <= found.day <= WORKING.last
    assert not (found.relative and view.base is None)
    assert found.why or not found.inferred
    assert found.original is None or found.original <= found.day


@pytest.mark.parametrize(
    "text",
    [
        "文件" * 60,
        "截止到" * 40,
        "落实到位" * 29 + "x",
        "7月5日" + "完成" * 50 + "x",
        "a " * 60,
        "(1" * 60,
        "- " * 60,
        "to " * 40,
        "现" * 100 + "至",
        "原" * 119,
        "every " * 20,
        "1月" * 60,
    ],
)
def test_no_text_takes_for_ever(text: str) -> None:
    with pytest.raises(NoDay):
        read(text, View(Almanac(WORKING, "CN"), TODAY, TODAY))


FULL: list[Callable[[date], str]] = [
    lambda day: day.isoformat(),
    lambda day: f"{day:%Y%m%d}",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}.{day.month:02}.{day.day:02}",
    lambda day: f"{day.isoformat()} 17:30",
    lambda day: f"{day.isoformat()}T09:15:33.123456",
    lambda day: f"{day.isoformat()}T09:15:33+08:00",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}年{day.month}月{day.day}日前完成",
    lambda day: f"{day.year}年{day.month}月{day.day}日17时前",
    lambda day: f"{day.year}年{day.month}月{day.day}日下午下班前",
    lambda day: f"请于{day.year}年{day.month}月{day.day}日（周{'一二三四五六日'[day.weekday()]}）前反馈",
    lambda day: f"最迟不晚于{day.year}年{day.month}月{day.day}号",
    lambda day: "".join(NUMERALS[int(one)] for one in str(day.year)) + f"年{numeral(day.month)}月{numeral(day.day)}日",
    lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1][:3].upper()} {day.year % 100:02}",
    lambda day: f"{day.day:02}{MONTHS[day.month - 1][:3].upper()}{day.year}",
    lambda day: f"by no later than COB {day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    lambda day: f"{day:%A}, {MONTHS[day.month - 1]} {day.day}, {day.year} 5:00 PM",
    lambda day: f"due: {day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day:02}1700J{MONTHS[day.month - 1][:3].upper()}{day.year % 100:02}",
]  # fmt: skip


@pytest.mark.parametrize("form", range(len(FULL)))
@given(day=near_days, base=bases)
def test_a_whole_day_comes_back_from_every_form_and_nothing_is_inferred(form: int, day: date, base: date | None) -> None:
    found = read(FULL[form](day), View(Almanac(WORKING, "CN", "Asia/Shanghai", Orders(usual="ymd")), TODAY, base))
    assert (found.day, found.inferred) == (day, ())


@given(day=near_days, order=st.sampled_from(ORDERS), mark=st.sampled_from("/.-"))
def test_numbers_are_read_in_the_order_that_is_given(day: date, order: str, mark: str) -> None:
    almanac = Almanac(WORKING, orders=given_order(order))
    numbers = {"m": f"{day.month}", "d": f"{day.day:02}", "y": f"{day.year % 100:02}"}
    assert read(mark.join(numbers[one] for one in order), View(almanac, TODAY)).day == day


@given(st.lists(near_days, min_size=1, max_size=8), st.sampled_from(["mdy", "dmy"]))
def test_the_true_order_of_a_column_is_always_among_the_possible(column: list[date], order: str) -> None:
    assume(order == "mdy" or len({day.day for day in column}) > 1 or column[0].day <= 12)  # 26/7/25 beside 26/8/26 is taken to begin with the year
    texts = ["/".join({"m": f"{day.month}", "d": f"{day.day}", "y": f"{day.year % 100:02}"}[one] for one in order) for day in column]
    assert order in evidence(texts)


@given(st.integers(2020, 2035), st.integers(1, 12), bases, st.none() | st.integers(2022, 2032))
def test_months_quarters_and_halves_end_on_their_last_day(year: int, month: int, base: date | None, ledger: int | None) -> None:
    view = View(Almanac(WORKING, "CN"), TODAY, base, year=ledger)
    end = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    for text in (
        f"{year}年{month}月",
        f"{year}年{month}月底前",
        f"{year}.{month:02}",
        f"{MONTHS[month - 1]} {year}",
        f"end of {MONTHS[month - 1]} {year}",
    ):
        assert read(text, view).day == end, text
    quarter = (month + 2) // 3
    for text in (f"{year}年{'一二三四'[quarter - 1]}季度", f"Q{quarter} {year}", f"{year} Q{quarter}"):
        found = read(text, view).day
        assert (found.year, found.month) == (year, quarter * 3), text
        assert (found + timedelta(days=1)).day == 1


@given(near_days, bases, st.none() | st.integers(2022, 2032))
def test_a_deadline_without_its_year_is_never_before_the_issue_day(day: date, base: date | None, ledger: int | None) -> None:
    view = View(Almanac(WORKING, "CN"), TODAY, base, year=ledger)
    found = tried(f"{day.month}月{day.day}日", view)
    if isinstance(found, BadInput):
        assert (day.month, day.day) == (2, 29), found.what
        return
    assert (found.day.month, found.day.day) == (day.month, day.day)
    assert base is None or found.day >= base
    assert any(code.startswith("year-") for code in found.inferred)
    if base is None and ledger is None:
        assert abs(found.day - TODAY) <= timedelta(days=184)
    elif base is None or ledger in (None, base.year):
        assert found.day.year - (ledger or (base or TODAY).year) in (0, 1)


@given(near_days, near_days)
def test_of_a_deadline_and_the_one_that_replaced_it_both_are_kept(one: date, other: date) -> None:
    first, now = sorted((one, other))
    for text in (
        f"{first.year}年{first.month}月{first.day}日（延期至{now.year}年{now.month}月{now.day}日）",
        f"{now.isoformat()}（原{first.isoformat()}）",
        f"{first.isoformat()} -> {now.isoformat()}",
        f"{first.day} {MONTHS[first.month - 1]} {first.year}, revised to {now.day} {MONTHS[now.month - 1]} {now.year}",
    ):
        assert read(text, View(Almanac(WORKING, "CN"), TODAY)) == Reading(now, ("revised",), first), text


def test_what_counts_items_is_no_part_of_a_day() -> None:
    assert plain("①2月底") != plain("12月底")
    assert parts("①7月底前完成方案；②9月底前完成建设") == ["7月底前完成方案", "9月底前完成建设"]
    with pytest.raises(NoDay):
        read("July 5²7", View(Almanac(WORKING, "US"), TODAY, TODAY))
