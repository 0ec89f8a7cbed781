"""Weeks, months, quarters, halves and years in Chinese, and their parts: 本周内, 11月底, 中旬, 三季度, 上半年, 年底."""

from __future__ import annotations

import re
from datetime import date

from officecli.typed.dates.chinese.words import NEAR, PART, YEAR, chinese, year_of
from officecli.typed.dates.landmarks import (
    day_of,
    month_end,
    months_from,
    week_end,
    week_of,
    weekend_named,
    whole,
    whole_week,
)
from officecli.typed.dates.names import WEEK_HAN
from officecli.typed.dates.refusals import no_day, no_definite_day
from officecli.typed.dates.view import View


@chinese.reads(rf"(?:(?P<near>[本这下次上]|下下)个?)?{WEEK_HAN}[末底内]", having="周期拜")
@chinese.reads(rf"(?P<near>[本这下次全整]|下下|上上?)1?个?{WEEK_HAN}", having="周期拜")
def _end_of_week(match: re.Match[str], view: View) -> date:
    base, weeks = view.counted_from(match.string), NEAR.get(match["near"] or "", 0)
    if match.string[-1] == "末":
        return weekend_named(base, weeks, view)
    return week_end(base, weeks, view.days) if match.string[-1] in "末底内" else whole_week(base, weeks, view)


@chinese.reads(rf"(?P<rest>.*\d[日号]?)的?(?:当|那1?个?|所在的?){WEEK_HAN}(?:内|之内)?", having="周期拜")
def _week_of(match: re.Match[str], view: View) -> date:
    from officecli.typed.dates.digits import digits

    day = digits.read(match["rest"], view) or chinese.read(match["rest"], view)
    if day is None:
        raise no_definite_day(match.string)
    view.infer("week")
    return week_of(day, view)


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?的?{PART}", having="底末中初旬")
@chinese.reads(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})月?{PART}", having="底末中初旬")
def _part_of_named_month(match: re.Match[str], view: View) -> date:
    year, month = year_of(match, view), int(match["month"])
    found = view.in_year(year, lambda one: _part(match, view, day_of(match.string, one, month, 1)))
    _starts(view, found, match["part"])
    return found


@chinese.reads(rf"(?P<near>[本这当下上次今]|下下)个?月份?(?:内|{PART})", having="月")
def _part_of_near_month(match: re.Match[str], view: View) -> date:
    found = _part(match, view, date(*months_from(view.counted_from(match.string), NEAR[match["near"]]), 1))
    if (match["part"] or "").endswith("旬"):
        _starts(view, found, match["part"])
    return found


@chinese.reads(rf"月(?:内|{PART})", having="月旬")
@chinese.reads(r"(?P<part>[上中下]旬|中下旬)", having="月旬")
def _coming_part(match: re.Match[str], view: View) -> date:
    base = view.counted_from(match.string)
    found = _part(match, view, base.replace(day=1))
    if found < base:
        found = _part(match, view, date(*months_from(base, 1), 1))
    if view.looks == "near":
        _starts(view, found, match["part"])
    return found


_BEGINS = {"中旬": 11, "中下旬": 11, "下旬": 21, "底": 21, "末": 21, "月底": 21, "月末": 21}
"""The day on which a part of a month begins, where it is not the first."""


def _starts(view: View, found: date, part: str | None) -> None:
    """Keep in mind when a part of a month begins, where it is no deadline: of what has happened it is not told on which of its days."""
    if (view.looks == "past" and part != "中") or (view.looks == "near" and (part or "").endswith("旬")):
        view.starts = found.replace(day=_BEGINS.get(part or "", 1))


def _part(match: re.Match[str], view: View, month: date) -> date:
    """The last day of the part of `month` that a match names, 内 and 底 being all of it."""
    part = match["part"]
    if part == "初":
        raise no_definite_day(match.string)
    if part == "中":
        view.infer("middle")
    day = {"上旬": 10, "中": 15, "中旬": 20, "上中旬": 20}.get(part or "")
    return month.replace(day=day) if day else month_end(match.string, month.year, month.month)


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?[底末]?的?(?:最后(?:1个?)?|末){WEEK_HAN}内?", having="周期拜")
@chinese.reads(rf"(?P<near>[本这当下次上今]|下下)个?月份?[底末]?的?最后(?:1个?)?{WEEK_HAN}内?", having="周期拜")
def _last_week_of_month(match: re.Match[str], view: View) -> date:
    view.infer("whole")
    if near := match.groupdict().get("near"):
        return month_end(match.string, *months_from(view.counted_from(match.string), NEAR[near]))
    return view.in_year(year_of(match, view), lambda year: month_end(match.string, year, int(match["month"])))


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?(?P<within>内|之内|以内|期间)?", having="月")
@chinese.reads(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})月份?(?P<within>内|之内)?", having="月")
def _month(match: re.Match[str], view: View) -> date:
    return _whole(match, view, int(match["month"]), 1, within=bool(match["within"]))


@chinese.reads(r"(?P<near>[本这当次下上今全整]|下下)1?个?月(?:份|度)?", having="月")
def _near_month(match: re.Match[str], view: View) -> date:
    year, month = months_from(view.counted_from(match.string), NEAR.get(match["near"], 0))
    return whole(match.string, view, year, month, 1)


@chinese.reads(rf"{YEAR}年?[底末内终]", having="年岁")
@chinese.reads(r"(?P<year>\d{4})年?[底末]", having="年岁")
@chinese.reads(r"(?:(?P<year>\d{4})年?|(?P<near_year>[去今本当明后])?年?)(?:年[底末内终]|岁[末尾]|全年)", having="年岁")
@chinese.reads(r"年度[内底末]", having="年")
@chinese.reads(rf"{YEAR}", having="年岁")
def _end_of_year(match: re.Match[str], view: View) -> date:
    year = year_of(match, view)
    end = month_end(match.string, view.own_year() if year is None else year, 12)
    if match.string[-1] in "年度":
        view.starts = end.replace(month=1, day=1)
        view.infer("whole")
    return end


@chinese.reads(rf"{YEAR}?年中", having="年")
@chinese.reads(r"(?P<year>\d{4})年中", having="年")
def _middle_of_year(match: re.Match[str], view: View) -> date:
    view.infer("middle")
    return view.in_year(year_of(match, view), lambda year: month_end(match.string, year, 6))


@chinese.reads(rf"{YEAR}?(?:[第前](?P<counted>[1-4])个季|[第前]?(?P<quarter>[1-4])季)度?(?P<within>[底末内]|之内|以内|结束)?", having="季q")
@chinese.reads(rf"(?:{YEAR}|(?P<year4>\d{{4}}))?q(?P<quarter>[1-4])(?P<within>[底末内])?", having="季q")
def _named_quarter(match: re.Match[str], view: View) -> date:
    return _whole(match, view, int(match.groupdict().get("counted") or match["quarter"]) * 3, 3, within=bool(match["within"]))


@chinese.reads(r"(?P<near>[本这当下上次]?)1?个?季度?(?P<within>[底末内])", having="季")
@chinese.reads(r"(?P<near>[本这当下上次])1?个?季度?(?P<within>)", having="季")
def _quarter(match: re.Match[str], view: View) -> date:
    year, month = months_from(view.counted_from(match.string), 3 * NEAR.get(match["near"], 0))
    end = whole(match.string, view, year, (month + 2) // 3 * 3, 3)
    view.starts = None if match["within"] else view.starts
    return end


@chinese.reads(rf"(?:{YEAR}|(?P<year4>\d{{4}}))?(?P<half>[上下])半年度?(?P<within>[内底末])?", having="半")
def _half_year(match: re.Match[str], view: View) -> date:
    return _whole(match, view, 6 if match["half"] == "上" else 12, 6, within=bool(match["within"]))


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?(?P<half>[上下])半月", having="半")
@chinese.reads(r"(?P<near>[本这当下次])?个?月?(?P<half>[上下])半月", having="半")
def _half_month(match: re.Match[str], view: View) -> date:
    said = match.groupdict()
    if said.get("month"):
        month = int(match["month"])
        found = view.in_year(year_of(match, view), lambda one: _half_of(match, day_of(match.string, one, month, 1)))
    else:
        found = _half_of(match, date(*months_from(view.counted_from(match.string), NEAR.get(said.get("near") or "", 0)), 1))
    if view.looks != "ahead":
        view.starts = found.replace(day=1 if match["half"] == "上" else 16)
    return found


def _half_of(match: re.Match[str], month: date) -> date:
    return month.replace(day=15) if match["half"] == "上" else month_end(match.string, month.year, month.month)


def _whole(match: re.Match[str], view: View, month: int, months: int, *, within: bool) -> date:
    """The last day of a named month, quarter or half; `within` it, nobody means the day before it begins."""
    said = match.groupdict()
    year = int(said["year4"]) if said.get("year4") else year_of(match, view)
    if view.fiscal and months > 1:
        raise no_day("other-calendar", match.string)
    end = whole(match.string, view, year, month, months)
    if within:
        view.starts = None
    return end
