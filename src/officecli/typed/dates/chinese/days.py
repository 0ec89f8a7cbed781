"""Single days in Chinese: 2026年12月1日, 明天, 下周五, 次月5日."""

from __future__ import annotations

import re
from datetime import date, timedelta

from officecli.typed.dates.chinese.words import BEFORE, NEAR, WEEKDAY, YEAR, chinese, weekday_number, year_of
from officecli.typed.dates.landmarks import (
    day_around,
    day_of,
    month_end,
    months_from,
    nth_weekday,
    weekday_around,
    weekday_of,
)
from officecli.typed.dates.names import WEEK_HAN
from officecli.typed.dates.refusals import ambiguous
from officecli.typed.dates.view import View


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?(?P<day>\d{{1,2}})[日号]?")
@chinese.reads(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})[日号]")
@chinese.reads(rf"{YEAR}(?P<month>\d{{1,2}})\.(?P<day>\d{{1,2}})[日号]?")
@chinese.reads(r"(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})[日号]")
def _month_and_day(match: re.Match[str], view: View) -> date:
    month, day = int(match["month"]), int(match["day"])
    return view.in_year(year_of(match, view), lambda year: day_of(match.string, year, month, day))


@chinese.reads(r"(?P<near>[本这当次下上今]|下下)个?月的?(?P<day>\d{1,2})[日号]?", having="月")
def _day_of_near_month(match: re.Match[str], view: View) -> date:
    return day_of(match.string, *months_from(view.counted_from(match.string), NEAR[match["near"]]), int(match["day"]))


@chinese.reads(r"(?P<day>\d{1,2})号", having="号")
def _day_of_month(match: re.Match[str], view: View) -> date:
    return day_around(match.string, view, view.counted_from(match.string), int(match["day"]))


@chinese.reads(rf"(?P<count>[1-9]|[12]\d|3[01])日{BEFORE}?")
def _day_of_month_or_so_many_days(match: re.Match[str], view: View) -> date:
    count, base = int(match["count"]), view.counted_from(match.string)
    if view.looks_back and not match["back"]:
        return day_around(match.string, view, base, count)
    if match["back"] and view.looks == "ahead" and count > base.day:
        view.infer("this-month")  # 25日前, written on the 10th: within so many days would be 25日内
        return day_of(match.string, base.year, base.month, count)
    ago = bool(match["back"]) and view.looks != "ahead"
    readings = {day_around(match.string, view, base, count), base + timedelta(days=-count if ago else count)}
    if len(readings) > 1:
        raise ambiguous(match.string, readings)
    return readings.pop()


@chinese.reads(r"(?P<near>[今本当即明后昨前翌次转]|大后|大前|同|第2(?=天))[天日]", having="天日")
def _near_day(match: re.Match[str], view: View) -> date:
    away = {"大前": -3, "前": -2, "昨": -1, "明": 1, "翌": 1, "次": 1, "转": 1, "第2": 1, "后": 2, "大后": 3}.get(match["near"], 0)
    return view.counted_from(match.string) + timedelta(days=away)


@chinese.reads(r"(?P<near>[今明后当])[早晚]?", having="今明后当")
def _near_time_of_day(match: re.Match[str], view: View) -> date:
    return view.counted_from(match.string) + timedelta(days={"明": 1, "后": 2}.get(match["near"], 0))


@chinese.reads(r"(?:第2|次1?个?|下1?个)工作日", having="工")
def _next_working_day(match: re.Match[str], view: View) -> date:
    return view.days.add(view.counted_from(match.string), 1)


_LAST = "(?:最后|倒数第1)(?:1个?)?"


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?[底末]?的?(?:第(?P<which>\d)个?|{_LAST})工作日", having="工")
@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?[底末]?的?{_LAST}(?P<any>[天日])", having="后倒")
def _counted_day_of_month(match: re.Match[str], view: View) -> date:
    return view.in_year(year_of(match, view), lambda year: _counted(match, view, day_of(match.string, year, int(match["month"]), 1)))


@chinese.reads(rf"(?P<near>[本这当次下上今]|下下)个?月份?[底末]?的?(?:第(?P<which>\d)个?|{_LAST})工作日", having="工")
@chinese.reads(rf"(?P<near>[本这当次下上今]|下下)个?月份?[底末]?的?{_LAST}(?P<any>[天日])", having="后倒")
def _counted_day_of_near_month(match: re.Match[str], view: View) -> date:
    return _counted(match, view, date(*months_from(view.counted_from(match.string), NEAR[match["near"]]), 1))


@chinese.reads(rf"月[底末]的?{_LAST}工作日", having="工")
def _last_working_day_of_month(match: re.Match[str], view: View) -> date:
    base = view.counted_from(match.string)
    found = _counted(match, view, base.replace(day=1))
    return found if found >= base else _counted(match, view, date(*months_from(base, 1), 1))


@chinese.reads(rf"(?:(?P<year>\d{{4}})|(?P<near_year>[去今本当明]))?年[底末]?的?{_LAST}工作日", having="工")
def _last_working_day_of_year(match: re.Match[str], view: View) -> date:
    return view.in_year(year_of(match, view), lambda year: _counted(match, view, day_of(match.string, year, 12, 1)))


def _counted(match: re.Match[str], view: View, first: date) -> date:
    """The day of a month that is counted from its `first`, or from its end."""
    said = match.groupdict()
    if said.get("which"):
        return view.days.add(first - timedelta(days=1), int(said["which"]))
    end = month_end(match.string, first.year, first.month)
    return end if said.get("any") else view.days.add(end + timedelta(days=1), -1)


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?的?(?:第(?P<which>[1-4])个?|最后(?:1个?)?){WEEK_HAN}{WEEKDAY}", having="周期拜")
@chinese.reads(rf"(?P<near>[本这当次下上]|下下)个?月份?的?(?:第(?P<which>[1-4])个?|最后(?:1个?)?){WEEK_HAN}{WEEKDAY}", having="周期拜")
def _weekday_of_month(match: re.Match[str], view: View) -> date:
    nth, weekday = int(match["which"] or -1), weekday_number(match["weekday"])
    if near := match.groupdict().get("near"):
        return nth_weekday(match.string, *months_from(view.counted_from(match.string), NEAR[near]), nth, weekday)
    return view.in_year(year_of(match, view), lambda year: nth_weekday(match.string, year, int(match["month"]), nth, weekday))


@chinese.reads(rf"(?:(?P<near>上上?|下下?|本|这|次)个?)?{WEEK_HAN}{WEEKDAY}", having="周期拜")
def _weekday(match: re.Match[str], view: View) -> date:
    weekday, base = weekday_number(match["weekday"]), view.counted_from(match.string)
    return weekday_of(base, NEAR[match["near"]], weekday) if match["near"] else weekday_around(view, base, weekday)
