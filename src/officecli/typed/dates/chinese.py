"""Dates in Chinese: 2026年12月1日, 明天, 下周五, 11月底, 中旬, 3个工作日内, 两周内. Numerals may be Chinese."""

from __future__ import annotations

import re
from datetime import date, timedelta

from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates.grammar import Grammar
from officecli.typed.dates.landmarks import (
    after,
    coming,
    coming_day,
    coming_weekday,
    day_of,
    month_end,
    months_from,
    quarter_end,
    week_end,
    weekday_of,
)
from officecli.typed.dates.refusals import ambiguous, no_definite_day, open_ended, short_year

chinese = Grammar()

YEARS = {"去": -1, "今": 0, "本": 0, "当": 0, "明": 1, "后": 2}
NEAR = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "下": 1, "下下": 2}
UNITS = {"工作日": "working day", "天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week", "月": "month", "年": "year"}

YEAR = r"(?:(?P<year>\d{4}|\d\d)年|(?P<near_year>[去今本明后])年)"
WEEK = r"(?:周|星期|礼拜)"
WEEKDAY = r"(?P<weekday>[1-6日天])"
PART = r"(?P<part>[底末中初]|[上中下]旬)"
BEFORE = r"(?P<back>之前|以前|前)"
WITHIN = r"(?:之内|以内|内|之后|以后|后)"


def weekday_number(written: str) -> int:
    """0 for 1, as in 周一; 6 for 日 and 天."""
    return 6 if written in "日天" else int(written) - 1


def _year(match: re.Match[str], base: date) -> int | None:
    """The year a match names; None if it names none."""
    if match["near_year"]:
        return base.year + YEARS[match["near_year"]]
    if match["year"] and len(match["year"]) == 2:
        raise short_year(match.string)
    return int(match["year"]) if match["year"] else None


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?")
def _month_and_day(match: re.Match[str], base: date, days: WorkingDays) -> date:
    year, month, day = _year(match, base), int(match["month"]), int(match["day"])
    return coming(match.string, base, month, day) if year is None else day_of(match.string, year, month, day)


@chinese.reads(r"([本这当下上]|下下)个?月(?P<day>\d{1,2})[日号]?")
def _day_of_near_month(match: re.Match[str], base: date, days: WorkingDays) -> date:
    return day_of(match.string, *months_from(base, NEAR[match[1]]), int(match["day"]))


@chinese.reads(r"(?P<day>\d{1,2})号")
def _day_of_month(match: re.Match[str], base: date, days: WorkingDays) -> date:
    return coming_day(match.string, base, int(match["day"]))


@chinese.reads(rf"(?P<count>[1-9]|[12]\d|3[01])日(?:{BEFORE})?")
def _day_of_month_or_so_many_days(match: re.Match[str], base: date, days: WorkingDays) -> date:
    count = int(match["count"])
    readings = {coming_day(match.string, base, count), base + timedelta(days=-count if match["back"] else count)}
    if len(readings) > 1:
        raise ambiguous(match.string, readings)
    return readings.pop()


@chinese.reads(r"([今本当即明后昨前]|大后|大前)[天日]")
def _near_day(match: re.Match[str], base: date, days: WorkingDays) -> date:
    return base + timedelta(days={"大前": -3, "前": -2, "昨": -1, "明": 1, "后": 2, "大后": 3}.get(match[1], 0))


@chinese.reads(rf"(?:(上上?|下下?|本|这)个?)?{WEEK}{WEEKDAY}")
def _weekday(match: re.Match[str], base: date, days: WorkingDays) -> date:
    weekday = weekday_number(match["weekday"])
    return weekday_of(base, NEAR[match[1]], weekday) if match[1] else coming_weekday(base, weekday)


@chinese.reads(rf"(?:([本这下])个?)?{WEEK}[末底内]")
def _end_of_week(match: re.Match[str], base: date, days: WorkingDays) -> date:
    return week_end(base, 1 if match[1] == "下" else 0, days)


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?{PART}")
def _part_of_named_month(match: re.Match[str], base: date, days: WorkingDays) -> date:
    year, month = _year(match, base), int(match["month"])
    found = _part(match, day_of(match.string, base.year if year is None else year, month, 1))
    return found if year is not None or found >= base else _part(match, date(found.year + 1, month, 1))


@chinese.reads(rf"(?P<near>[本这当下上]|下下)个?月份?(?:内|{PART})")
def _part_of_near_month(match: re.Match[str], base: date, days: WorkingDays) -> date:
    return _part(match, date(*months_from(base, NEAR[match["near"]]), 1))


@chinese.reads(rf"月(?:内|{PART})")
@chinese.reads(r"(?P<part>[上中下]旬)")
def _coming_part(match: re.Match[str], base: date, days: WorkingDays) -> date:
    found = _part(match, base)
    return found if found >= base else _part(match, date(*months_from(base, 1), 1))


def _part(match: re.Match[str], month: date) -> date:
    """The last day of the part of `month` that a match names, 内 and 底 being all of it."""
    if match["part"] == "初":
        raise no_definite_day(match.string)
    day = {"上旬": 10, "中": 15, "中旬": 20}.get(match["part"])
    return month.replace(day=day) if day else month_end(month.year, month.month)


@chinese.reads(rf"{YEAR}?年[底末内]")
@chinese.reads(r"(?:(?P<year>\d{4})|(?P<near_year>[去今本当明后]))年[底末内]")
def _end_of_year(match: re.Match[str], base: date, days: WorkingDays) -> date:
    year = _year(match, base)
    return day_of(match.string, base.year if year is None else year, 12, 31)


@chinese.reads(rf"{YEAR}?第?(?P<quarter>[1-4])季度?[底末内]")
def _end_of_named_quarter(match: re.Match[str], base: date, days: WorkingDays) -> date:
    year, quarter = _year(match, base), int(match["quarter"])
    found = quarter_end(day_of(match.string, base.year if year is None else year, 1, 1).year, quarter)
    return found if year is not None or found >= base else quarter_end(base.year + 1, quarter)


@chinese.reads(r"(?P<near>[本这当下上]?)个?季度?[底末内]")
def _end_of_quarter(match: re.Match[str], base: date, days: WorkingDays) -> date:
    year, month = months_from(base, 3 * NEAR.get(match["near"], 0))
    return quarter_end(year, (month + 2) // 3)


@chinese.reads(rf"(?P<count>\d{{1,3}})个?(?P<unit>工作日|天|日|周|星期|礼拜)(?:{BEFORE}|{WITHIN})?")
@chinese.reads(rf"(?P<count>\d{{1,3}})个(?P<unit>月)(?:{BEFORE}|{WITHIN})?")
@chinese.reads(rf"(?P<count>\d)(?P<unit>年)(?:{BEFORE}|{WITHIN})?")
def _span(match: re.Match[str], base: date, days: WorkingDays) -> date:
    count = int(match["count"])
    return after(base, -count if match["back"] else count, UNITS[match["unit"]], days)


@chinese.reads(rf"半个?(?P<unit>[月年])(?:{BEFORE}|{WITHIN})?")
def _half(match: re.Match[str], base: date, days: WorkingDays) -> date:
    count, unit = (15, "day") if match["unit"] == "月" else (6, "month")
    return after(base, -count if match["back"] else count, unit, days)


@chinese.reads("长期.{0,4}|持续.{0,4}|常年.{0,4}|永久|无期限|不限时?")
def _open_ended(match: re.Match[str], base: date, days: WorkingDays) -> date:
    raise open_ended(match.string)
