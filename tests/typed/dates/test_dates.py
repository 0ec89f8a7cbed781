"""Dates as people write them: a table of what is understood, and what holds of every such day.

Seen from Wednesday 25 November 2026, in an office that works Monday to Friday, if nothing else is said.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates import Almanac, read_date
from officecli.typed.dates.holidays import days_of_holiday
from officecli.typed.dates.view import View
from stage.wednesday import LAST, PLAIN, WEDNESDAY, bases, dates_known

# China's National Day 2026, made up on Saturday 10 October.
CHINA = Almanac(WorkingDays({date(2026, 10, day): False for day in (1, 2, 5, 6, 7)} | {date(2026, 10, 10): True}, last=LAST))

FULL_DATES = [
    ("2026-12-01", "2026-12-01"),
    ("2026-12-1", "2026-12-01"),
    ("2026/12/1", "2026-12-01"),
    ("2026.7.5", "2026-07-05"),
    ("2026. 7. 5", "2026-07-05"),
    ("20261201", "2026-12-01"),
    ("2026-12-01 00:00:00", "2026-12-01"),
    ("2026/7/5 0:00", "2026-07-05"),
    ("31/12/2026", "2026-12-31"),
    ("12/31/2026", "2026-12-31"),
    ("31.12.2026", "2026-12-31"),
    ("05/05/2027", "2027-05-05"),
    ("Dec 1, 2026", "2026-12-01"),
    ("December 1, 2026", "2026-12-01"),
    ("december 1st 2026", "2026-12-01"),
    ("1 December 2026", "2026-12-01"),
    ("1 Dec. 2026", "2026-12-01"),
    ("1 Dec 26", "2026-12-01"),
    ("26.7.5", "2026-07-05"),
    ("26年12月1日", "2026-12-01"),
    ("12/31/26", "2026-12-31"),
    ("2026-12-01 14:30", "2026-12-01"),
    ("2026-12-01T14:30:00Z", "2026-12-01"),
    ("1st of December 2026", "2026-12-01"),
    ("1-Dec-2026", "2026-12-01"),
    ("2026 Dec 1", "2026-12-01"),
    ("2026年12月1日", "2026-12-01"),
    ("2026年12月1号", "2026-12-01"),
    ("2026 年 12 月 1 日", "2026-12-01"),
    ("2026年12月1", "2026-12-01"),
    ("二〇二六年十二月一日", "2026-12-01"),
    ("2026年12月1日", "2026-12-01"),
    ("2026-12-01", "2026-12-01"),
    ("2028-02-29", "2028-02-29"),
    ("今年12月31日", "2026-12-31"),
    ("明年3月1日", "2027-03-01"),
]

WITHOUT_A_YEAR = [  # the first on or after the base day
    ("Dec 1", "2026-12-01"),
    ("1 Dec", "2026-12-01"),
    ("Nov 25", "2026-11-25"),
    ("Nov 24", "2027-11-24"),
    ("sept 9th", "2027-09-09"),
    ("25-Dec", "2026-12-25"),
    ("12/25", "2026-12-25"),
    ("25.12", "2026-12-25"),
    ("7月5日", "2027-07-05"),
    ("7月5号", "2027-07-05"),
    ("12月1", "2026-12-01"),
    ("十二月二十五日", "2026-12-25"),
    ("30号", "2026-11-30"),
    ("5号", "2026-12-05"),
    ("5th of the month", "2026-12-05"),
    ("the 30th of month", "2026-11-30"),
    ("5th of this month", "2026-11-05"),
    ("本月30日", "2026-11-30"),
    ("下月5日", "2026-12-05"),
    ("下个月10号", "2026-12-10"),
]

DAYS_NEAR = [
    ("today", "2026-11-25"),
    ("Tomorrow", "2026-11-26"),
    ("yesterday", "2026-11-24"),
    ("day after tomorrow", "2026-11-27"),
    ("the day before yesterday", "2026-11-23"),
    ("今天", "2026-11-25"),
    ("当日", "2026-11-25"),
    ("明天", "2026-11-26"),
    ("明日", "2026-11-26"),
    ("后天", "2026-11-27"),
    ("大后天", "2026-11-28"),
    ("昨天", "2026-11-24"),
    ("前天", "2026-11-23"),
]

WEEKDAYS = [  # weeks run from Monday to Sunday; this week's Friday is the 27th
    ("fri", "2026-11-27"),
    ("Friday", "2026-11-27"),
    ("wed", "2026-11-25"),
    ("tues", "2026-12-01"),
    ("this friday", "2026-11-27"),
    ("this monday", "2026-11-23"),
    ("next friday", "2026-12-04"),
    ("friday week", "2026-12-04"),
    ("a week on Friday", "2026-12-04"),
    ("Friday fortnight", "2026-12-11"),
    ("a fortnight on Friday", "2026-12-11"),
    ("Friday in two weeks", "2026-12-11"),
    ("two weeks today", "2026-12-09"),
    ("a month tomorrow", "2026-12-26"),
    ("before next week", "2026-11-27"),
    ("before next month", "2026-11-30"),
    ("before next quarter", "2026-12-31"),
    ("before next year", "2026-12-31"),
    ("before 2026-W50", "2026-12-04"),
    ("before the week of December 9", "2026-12-04"),
    ("before 12/14 (5pm)", "2026-12-14"),
    ("12/14-16", "2026-12-16"),
    ("年度内", "2026-12-31"),
    ("next mon", "2026-11-30"),
    ("friday next week", "2026-12-04"),
    ("last friday", "2026-11-20"),
    ("周五", "2026-11-27"),
    ("星期五", "2026-11-27"),
    ("礼拜五", "2026-11-27"),
    ("周三", "2026-11-25"),
    ("周二", "2026-12-01"),
    ("周日", "2026-11-29"),
    ("礼拜天", "2026-11-29"),
    ("本周五", "2026-11-27"),
    ("11月27日（五）", "2026-11-27"),
    ("2026.11.27(五)前", "2026-11-27"),
    ("这个星期五", "2026-11-27"),
    ("本周一", "2026-11-23"),
    ("下周五", "2026-12-04"),
    ("下个星期一", "2026-11-30"),
    ("下下周五", "2026-12-11"),
    ("上周五", "2026-11-20"),
]

ENDS = [
    ("eow", "2026-11-27"),
    ("end of week", "2026-11-27"),
    ("end of next week", "2026-12-04"),
    ("本周末", "2026-11-27"),
    ("本周内", "2026-11-27"),
    ("周末前", "2026-11-27"),
    ("下周内", "2026-12-04"),
    ("eom", "2026-11-30"),
    ("end of month", "2026-11-30"),
    ("the end of the month", "2026-11-30"),
    ("month-end", "2026-11-30"),
    ("end of next month", "2026-12-31"),
    ("end of december", "2026-12-31"),
    ("end of Feb 2028", "2028-02-29"),
    ("end of october", "2027-10-31"),
    ("月底", "2026-11-30"),
    ("月末", "2026-11-30"),
    ("本月底", "2026-11-30"),
    ("本月内", "2026-11-30"),
    ("下月底", "2026-12-31"),
    ("下个月底", "2026-12-31"),
    ("11月底", "2026-11-30"),
    ("11月末", "2026-11-30"),
    ("十月底", "2027-10-31"),
    ("2027年2月底", "2027-02-28"),
    ("明年2月底", "2027-02-28"),
    ("上旬", "2026-12-10"),
    ("中旬", "2026-12-20"),
    ("下旬", "2026-11-30"),
    ("12月上旬", "2026-12-10"),
    ("11月中旬", "2027-11-20"),
    ("2026年11月中旬", "2026-11-20"),
    ("本月中旬", "2026-11-20"),
    ("11月下旬", "2026-11-30"),
    ("月中", "2026-12-15"),
    ("12月中", "2026-12-15"),
    ("eoq", "2026-12-31"),
    ("季度末", "2026-12-31"),
    ("本季度末", "2026-12-31"),
    ("下季度末", "2027-03-31"),
    ("end of next quarter", "2027-03-31"),
    ("一季度末", "2027-03-31"),
    ("2027年第二季度末", "2027-06-30"),
    ("eoy", "2026-12-31"),
    ("end of year", "2026-12-31"),
    ("year end", "2026-12-31"),
    ("年底", "2026-12-31"),
    ("年底前", "2026-12-31"),
    ("年内", "2026-12-31"),
    ("今年底", "2026-12-31"),
    ("今年年底", "2026-12-31"),
    ("明年底", "2027-12-31"),
    ("2028年底", "2028-12-31"),
]

SPANS = [  # counted from the day after
    ("2 weeks before August", "2027-07-18"),
    ("2 weeks before August 2027", "2027-07-18"),
    ("a week after August 2027", "2027-09-07"),
    ("3 working days", "2026-11-30"),
    ("in 3 working days", "2026-11-30"),
    ("within 3 business days", "2026-11-30"),
    ("+3wd", "2026-11-30"),
    ("3wd", "2026-11-30"),
    ("-3wd", "2026-11-20"),
    ("3 working days ago", "2026-11-20"),
    ("+3d", "2026-11-28"),
    ("in 3 days", "2026-11-28"),
    ("3 days ago", "2026-11-22"),
    ("3 days before", "2026-11-22"),
    ("+0d", "2026-11-25"),
    ("in a week", "2026-12-02"),
    ("in 2 weeks", "2026-12-09"),
    ("in two weeks", "2026-12-09"),
    ("+2w", "2026-12-09"),
    ("two weeks from now", "2026-12-09"),
    ("in 1 month", "2026-12-25"),
    ("+1m", "2026-12-25"),
    ("+3m", "2027-02-25"),
    ("in a year", "2027-11-25"),
    ("3个工作日", "2026-11-30"),
    ("12月11日前5天", "2026-12-06"),
    ("2027年1月15日之前3个工作日", "2027-01-12"),
    ("春节前两周", "2027-01-23"),
    ("+0个工作日", "2026-11-25"),
    ("＋2周", "2026-12-09"),
    ("+一个月", "2026-12-25"),
    ("+1 个月", "2026-12-25"),
    ("三个工作日内", "2026-11-30"),
    ("3 个 工作日 以内", "2026-11-30"),
    ("3个工作日", "2026-11-30"),
    ("十个工作日", "2026-12-09"),
    ("3个工作日前", "2026-11-20"),
    ("3天", "2026-11-28"),
    ("3日内", "2026-11-28"),
    ("三日之内", "2026-11-28"),
    ("3天后", "2026-11-28"),
    ("3天前", "2026-11-22"),
    ("60日", "2027-01-24"),
    ("二十一天", "2026-12-16"),
    ("九十九天", "2027-03-04"),
    ("两周内", "2026-12-09"),
    ("2个星期", "2026-12-09"),
    ("一个月内", "2026-12-25"),
    ("3个月", "2027-02-25"),
    ("半个月内", "2026-12-10"),
    ("半年", "2027-05-25"),
    ("一年内", "2027-11-25"),
]

WITH_WORDS_AROUND = [
    ("by friday", "2026-11-27"),
    ("before Dec 1", "2026-11-30"),
    ("prior to Friday", "2026-11-26"),
    ("before the 5th of December", "2026-12-04"),
    ("before 5pm on Dec 1", "2026-12-01"),
    ("on or before Dec 1", "2026-12-01"),
    ("before end of December", "2026-12-31"),
    ("before Nov 25", "2026-11-25"),
    ("Dec 1 before", "2026-12-01"),
    ("2026-12-01前", "2026-12-01"),
    ("12月1日前", "2026-12-01"),
    ("12月1日之前。", "2026-12-01"),
    ("下周五以前", "2026-12-04"),
    ("截至11月底", "2026-11-30"),
    ("今天内", "2026-11-25"),
    ("5号前", "2026-12-05"),
    ("2026年12月1日(周二)", "2026-12-01"),
    ("2026年12月1日(星期二)前", "2026-12-01"),
    ("12月6日周日", "2026-12-06"),
    ("2026-12-01 周二", "2026-12-01"),
    ("Tue 1 Dec 2026", "2026-12-01"),
    ("Tuesday, December 1, 2026", "2026-12-01"),
    ("2026-12-01 (Tue)", "2026-12-01"),
    ("  Fri.  ", "2026-11-27"),
]


@pytest.mark.parametrize(("text", "expected"), [*FULL_DATES, *WITHOUT_A_YEAR, *DAYS_NEAR, *WEEKDAYS, *ENDS, *SPANS, *WITH_WORDS_AROUND])
def test_read_from_wednesday_25_november_2026(text: str, expected: str) -> None:
    assert read_date(text, base=WEDNESDAY, by=PLAIN).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("3个工作日", "2026-09-29", "2026-10-09"),
        ("+3wd", "2026-09-29", "2026-10-09"),
        ("eow", "2026-10-08", "2026-10-10"),  # its last working day is a Saturday
        ("eow", "2026-09-30", "2026-09-30"),  # the holiday begins on Thursday
        ("本周内", "2026-10-01", "2026-10-10"),  # nothing of this week is left
        ("eow", "2026-11-28", "2026-12-04"),  # nor on a Saturday
        ("fri", "2026-11-28", "2026-12-04"),
        ("next friday", "2026-11-29", "2026-12-04"),  # Sunday is the week's last day
        ("周日", "2026-11-29", "2026-11-29"),
        ("下周日", "2026-11-29", "2026-12-06"),
        ("in 1 month", "2027-01-31", "2027-02-28"),
        ("一个月", "2026-12-31", "2027-01-31"),
        ("11月中旬", "2026-11-01", "2026-11-20"),
        ("11月底", "2026-12-01", "2027-11-30"),
        ("2月底", "2027-12-01", "2028-02-29"),
        ("2月29日", "2027-06-01", "2028-02-29"),
        ("中旬", "2026-12-25", "2027-01-20"),
        ("5号", "2026-12-25", "2027-01-05"),
        ("eoq", "2026-02-01", "2026-03-31"),
        ("Jan 5", "2026-12-31", "2027-01-05"),
    ],
)
def test_read_from_other_days(text: str, base: str, expected: str) -> None:
    assert read_date(text, base=date.fromisoformat(base), by=CHINA).isoformat() == expected


MONTHS = ("jan", "february", "Mar.", "april", "May", "june", "Jul", "August", "sept", "oct", "november", "DEC")


@given(dates_known, bases)
def test_a_full_date_is_read_in_every_shape(day: date, base: date) -> None:
    year, month, number = day.year, day.month, day.day
    name = MONTHS[month - 1]
    for text in (
        day.isoformat(),
        f"{year}/{month}/{number}",
        f"{year}.{month:02}.{number}",
        f"{year}{month:02}{number:02}",
        f"{year}年{month}月{number}日",
        f"{year}年{month:02}月{number:02}号前",
        f"{name} {number}, {year}",
        f"{number} {name} {year}",
        f"by {number}-{name}-{year}",
    ):
        assert read_date(text, base=base, by=PLAIN) == day, text


@given(bases, st.integers(0, 364))
def test_a_day_without_a_year_is_the_next_one(base: date, ahead: int) -> None:
    day = base + timedelta(days=ahead)
    if (day.month, day.day) == (2, 29):
        return
    assert read_date(f"{day.month}月{day.day}日", base=base, by=PLAIN) == day
    assert read_date(f"{day.day} {MONTHS[day.month - 1]}", base=base, by=PLAIN) == day


@given(bases, st.integers(0, 900), st.integers(0, 900), st.sampled_from(["+{}d", "+{}wd", "in {} weeks", "{}天内", "{}个工作日", "{}个月"]))
def test_a_longer_span_never_ends_earlier(base: date, one: int, two: int, shape: str) -> None:
    def end(count: int) -> date:
        try:
            return read_date(shape.format(count), base=base, by=PLAIN)
        except BadInput:
            return date.max

    shorter, longer = sorted((one, two))
    assert base <= end(shorter) <= end(longer)


@given(
    bases,
    st.sampled_from(
        [
            text
            for text, _expected in (*WEEKDAYS, *ENDS)
            if not any(word in text for word in ("last", "上", "this", "本", "这", "20", "明年2", "（五", "before the week of"))
        ]
    ),
)
def test_words_that_look_ahead_never_give_the_past(base: date, text: str) -> None:
    assert read_date(text, base=base, by=PLAIN) >= base


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("Easter Monday", "GB-ENG", "2027-03-29"),
        ("Easter Monday", "GR", "2027-05-03"),  # the Orthodox one
        ("Christmas Eve", "", "2026-12-24"),
        ("Christmas Eve", "CN", "2026-12-24"),
        ("Black Friday", "CA-ON", "2026-11-27"),  # of the American Thanksgiving
        ("Thanksgiving Eve", "CA-ON", "2027-10-10"),
        ("Columbus Day", "US-OR", "2027-10-11"),  # known there, though the state does not keep it
        ("Presidents Day", "US-GA", "2027-02-15"),
        ("MLK Day", "GB", ""),
        ("Election Day", "", ""),
        ("Election Day", "US-GA", "2027-11-02"),
        ("Election", "US-GA", ""),  # of the city, perhaps
        ("by president", "US-GA", ""),
    ],
)
def test_a_named_day_is_that_of_the_region(text: str, region: str, expected: str) -> None:
    by = Almanac(PLAIN.days, region)
    if expected:
        assert read_date(text, base=WEDNESDAY, by=by).isoformat() == expected
    else:
        with pytest.raises(BadInput):
            read_date(text, base=WEDNESDAY, by=by)


def test_the_days_of_a_holiday_are_the_holiday() -> None:
    view = View(Almanac(PLAIN.days, "US"), WEDNESDAY, WEDNESDAY, "past")
    labor_day, eve = date(2026, 9, 7), date(2025, 12, 24)
    assert days_of_holiday("labor day", view.fresh()) == (labor_day, labor_day)
    assert days_of_holiday("christmas eve", view.fresh()) == (eve, eve)
    worked = View(Almanac(WorkingDays({date(2026, 11, 26): False}, last=LAST), "US"), WEDNESDAY, WEDNESDAY)
    assert days_of_holiday("thanksgiving weekend", worked) == (date(2026, 11, 26), date(2026, 11, 29))
    assert days_of_holiday("thanksgiving break", worked.fresh()) == (date(2026, 11, 26), date(2026, 11, 26))


def test_reading_dates_imports_nothing_heavy() -> None:
    heavy = "{'sqlmodel', 'sqlalchemy', 'pydantic', 'dateutil', 'holidays', 'chinese_calendar', 'rich', 'typer'}"
    code = f"import officecli.typed.dates, officecli.model.time.sign_limits, sys; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
