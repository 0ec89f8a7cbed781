"""Days in Chinese: 2026年12月1日, 明天, 下周五, 11月底, 中旬, 三季度, 上半年, 收到之日起15个工作日, 两周. Numerals may be Chinese."""

from __future__ import annotations

import re
from datetime import date, timedelta

from officecli.typed.dates.grammar import Grammar
from officecli.typed.dates.landmarks import (
    Term,
    coming,
    coming_day,
    coming_weekday,
    day_of,
    month_end,
    months_from,
    week_end,
    weekday_of,
    whole,
)
from officecli.typed.dates.refusals import ambiguous, no_definite_day
from officecli.typed.dates.view import View

chinese = Grammar()

YEARS = {"前": -2, "去": -1, "上": -1, "今": 0, "本": 0, "当": 0, "明": 1, "次": 1, "来": 1, "下": 1, "后": 2}
NEAR = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "今": 0, "下": 1, "次": 1, "下下": 2}
UNITS = {
    "工作日": "working day", "个工作天": "working day", "天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week", "月": "month", "年": "year",
    "小时": "hour", "钟头": "hour",
}  # fmt: skip

YEAR = r"(?:(?:(?P<year>\d{4}|\d\d)年度?|(?P<near_year>[前去今本当明次来后])年度?)的?)"
WEEK = r"(?:周|星期|礼拜)"
WEEKDAY = r"(?P<weekday>[1-6日天])"
PART = r"(?P<part>[底末中初]|月底|月末|[上中下]旬|中下旬|上中旬)"
BEFORE = r"(?P<back>之前|以前|前)"
WITHIN = r"(?:之内|以内|内|之后|以后|后)"


def weekday_number(written: str) -> int:
    """0 for 1, as in 周一; 6 for 日 and 天."""
    return 6 if written in "日天" else int(written) - 1


def _year(match: re.Match[str], view: View) -> int | None:
    """The year a match names; None if it names none. Words such as 明年 count from the text's own day, or the ledger's year."""
    said = match.groupdict()
    if said.get("near_year"):
        if view.base is None and view.year is not None:
            view.infer("year-of-ledger")
            return view.year + YEARS[said["near_year"]]
        return view.counted_from(match.string).year + YEARS[said["near_year"]]
    written = said.get("year")
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?(?P<day>\d{{1,2}})[日号]?")
@chinese.reads(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})[日号]")
@chinese.reads(r"(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})[日号]")
def _month_and_day(match: re.Match[str], view: View) -> date:
    year, month, day = _year(match, view), int(match["month"]), int(match["day"])
    return coming(match.string, view, month, day) if year is None else day_of(match.string, year, month, day)


@chinese.reads(r"(?P<near>[本这当次下上今]|下下)个?月的?(?P<day>\d{1,2})[日号]?")
def _day_of_near_month(match: re.Match[str], view: View) -> date:
    return day_of(match.string, *months_from(view.counted_from(match.string), NEAR[match["near"]]), int(match["day"]))


@chinese.reads(r"(?P<day>\d{1,2})号")
def _day_of_month(match: re.Match[str], view: View) -> date:
    return coming_day(match.string, view.counted_from(match.string), int(match["day"]))


@chinese.reads(rf"(?P<count>[1-9]|[12]\d|3[01])日{BEFORE}?")
def _day_of_month_or_so_many_days(match: re.Match[str], view: View) -> date:
    count, base = int(match["count"]), view.counted_from(match.string)
    readings = {coming_day(match.string, base, count), base + timedelta(days=-count if match["back"] else count)}
    if len(readings) > 1:
        raise ambiguous(match.string, readings)
    return readings.pop()


@chinese.reads(r"(?P<near>[今本当即明后昨前翌次]|大后|大前|同)[天日]")
def _near_day(match: re.Match[str], view: View) -> date:
    away = {"大前": -3, "前": -2, "昨": -1, "明": 1, "翌": 1, "次": 1, "后": 2, "大后": 3}.get(match["near"], 0)
    return view.counted_from(match.string) + timedelta(days=away)


@chinese.reads(r"(?:第2|次1?个?|下1?个)工作日")
def _next_working_day(match: re.Match[str], view: View) -> date:
    return view.days.add(view.counted_from(match.string), 1)


@chinese.reads(rf"(?:(?P<near>上上?|下下?|本|这|次)个?)?{WEEK}{WEEKDAY}")
def _weekday(match: re.Match[str], view: View) -> date:
    weekday, base = weekday_number(match["weekday"]), view.counted_from(match.string)
    return weekday_of(base, NEAR[match["near"]], weekday) if match["near"] else coming_weekday(base, weekday)


@chinese.reads(rf"(?:(?P<near>[本这下次]|下下)个?)?{WEEK}[末底内]")
@chinese.reads(rf"(?P<near>[本这下次]|下下)1?个?{WEEK}")
def _end_of_week(match: re.Match[str], view: View) -> date:
    base, weeks = view.counted_from(match.string), NEAR.get(match["near"] or "", 0)
    found = week_end(base, weeks, view.days)
    if match.string[-1] not in "末底内":
        view.starts = weekday_of(base, weeks, 0)
    return found


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?的?{PART}")
@chinese.reads(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})月?{PART}")
def _part_of_named_month(match: re.Match[str], view: View) -> date:
    year, month = _year(match, view), int(match["month"])
    if year is not None:
        return _part(match, view, day_of(match.string, year, month, 1))
    return view.in_some_year(lambda one: _part(match, view, day_of(match.string, one, month, 1)))


@chinese.reads(rf"(?P<near>[本这当下上次今]|下下)个?月份?(?:内|{PART})")
def _part_of_near_month(match: re.Match[str], view: View) -> date:
    return _part(match, view, date(*months_from(view.counted_from(match.string), NEAR[match["near"]]), 1))


@chinese.reads(rf"月(?:内|{PART})")
@chinese.reads(r"(?P<part>[上中下]旬|中下旬)")
def _coming_part(match: re.Match[str], view: View) -> date:
    base = view.counted_from(match.string)
    found = _part(match, view, base.replace(day=1))
    return found if found >= base else _part(match, view, date(*months_from(base, 1), 1))


def _part(match: re.Match[str], view: View, month: date) -> date:
    """The last day of the part of `month` that a match names, 内 and 底 being all of it."""
    part = match["part"]
    if part == "初":
        raise no_definite_day(match.string)
    if part == "中":
        view.infer("middle")
    day = {"上旬": 10, "中": 15, "中旬": 20, "上中旬": 20}.get(part or "")
    return month.replace(day=day) if day else month_end(match.string, month.year, month.month)


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?(?P<within>内|之内|以内|期间)?")
@chinese.reads(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})月份?(?P<within>内|之内)?")
def _month(match: re.Match[str], view: View) -> date:
    return _whole(match, view, int(match["month"]), 1, within=bool(match["within"]))


@chinese.reads(r"(?P<near>[本这当次下上今]|下下)1?个?月(?:份|度)?")
def _near_month(match: re.Match[str], view: View) -> date:
    year, month = months_from(view.counted_from(match.string), NEAR[match["near"]])
    return whole(match.string, view, year, month, 1)


@chinese.reads(rf"{YEAR}?年?[底末内终]")
@chinese.reads(r"(?P<year>\d{4})年?[底末]")
@chinese.reads(r"(?:(?P<year>\d{4})年?|(?P<near_year>[去今本当明后])?年?)(?:年[底末内终]|岁[末尾]|全年)")
@chinese.reads(rf"{YEAR}")
def _end_of_year(match: re.Match[str], view: View) -> date:
    year = _year(match, view)
    end = month_end(match.string, view.own_year() if year is None else year, 12)
    if match.string[-1] in "年度":
        view.starts = end.replace(month=1, day=1)
        view.infer("whole")
    return end


@chinese.reads(rf"{YEAR}?年中")
@chinese.reads(r"(?P<year>\d{4})年中")
def _middle_of_year(match: re.Match[str], view: View) -> date:
    view.infer("middle")
    year = _year(match, view)
    return view.in_some_year(lambda one: month_end(match.string, one, 6)) if year is None else month_end(match.string, year, 6)


@chinese.reads(rf"{YEAR}?第?(?P<quarter>[1-4])个?季度?(?P<within>[底末内]|之内|以内|结束)?")
@chinese.reads(rf"(?:{YEAR}|(?P<year4>\d{{4}}))?q(?P<quarter>[1-4])(?P<within>[底末内])?")
def _named_quarter(match: re.Match[str], view: View) -> date:
    return _whole(match, view, int(match["quarter"]) * 3, 3, within=bool(match["within"]))


@chinese.reads(r"(?P<near>[本这当下上次]?)1?个?季度?(?P<within>[底末内])")
@chinese.reads(r"(?P<near>[本这当下上次])1?个?季度?(?P<within>)")
def _quarter(match: re.Match[str], view: View) -> date:
    year, month = months_from(view.counted_from(match.string), 3 * NEAR.get(match["near"], 0))
    end = whole(match.string, view, year, (month + 2) // 3 * 3, 3)
    view.starts = None if match["within"] else view.starts
    return end


@chinese.reads(rf"{YEAR}?(?P<half>[上下])半年度?(?P<within>[内底末])?")
def _half_year(match: re.Match[str], view: View) -> date:
    return _whole(match, view, 6 if match["half"] == "上" else 12, 6, within=bool(match["within"]))


@chinese.reads(rf"{YEAR}?(?P<month>\d{{1,2}})月份?(?P<half>[上下])半月")
@chinese.reads(r"(?P<near>[本这当下次])?个?月?(?P<half>[上下])半月")
def _half_month(match: re.Match[str], view: View) -> date:
    said = match.groupdict()
    if said.get("month"):
        month = int(match["month"])
        year = _year(match, view)
        made = lambda one: _half_of(match, day_of(match.string, one, month, 1))  # noqa: E731
        return view.in_some_year(made) if year is None else made(year)
    return _half_of(match, date(*months_from(view.counted_from(match.string), NEAR.get(said.get("near") or "", 0)), 1))


def _half_of(match: re.Match[str], month: date) -> date:
    return month.replace(day=15) if match["half"] == "上" else month_end(match.string, month.year, month.month)


_EVENT = (
    "收到|接到|接收|接|收|领取|签收|交办|下达|下发|印发|发布|发出|发|转办|转|分办|派发|派|批示|批办|受理|立项|登记|部署|通知书?|任务|文件|来[文函电信]|文|件|单|函|督办单?|交办单|本|该|此|公文|指令|指示|要求|会议?|结束|之|信访件|工单|提案|建议|案件|意见|反馈"
)
FROM = rf"(?:自|从|在|于)?(?:{_EVENT})+(?P<since>之?日起?|当[日天]起?|之后|以后|后|起算?|次日起)(?:的|,|计算|算起)*"


@chinese.reads(rf"(?P<event>{FROM})?(?P<count>\d{{1,3}})个?(?P<unit>工作日|天|日|周|星期|礼拜)(?:{BEFORE}|{WITHIN})?")
@chinese.reads(rf"(?P<event>{FROM})?(?P<count>\d{{1,3}})个(?P<unit>月)(?:{BEFORE}|{WITHIN})?")
@chinese.reads(rf"(?P<event>{FROM})?(?P<count>\d)(?P<unit>年)(?:{BEFORE}|{WITHIN})")
@chinese.reads(rf"(?P<event>{FROM})?(?P<count>\d{{1,3}})个?(?P<unit>小时|钟头)(?:之内|以内|内)?")
@chinese.reads(r"(?P<event>)?(?P<count>1)(?P<unit>年)")
def _span(match: re.Match[str], view: View) -> date:
    term = term_of(match)
    if match["event"]:
        if match.groupdict().get("back"):
            raise no_definite_day(match.string)
        view.infer("from-issue")
    if term.unit == "hour":
        view.infer("hours")
    back = -1 if match.groupdict().get("back") else 1
    return Term(back * term.count, term.unit).after(view.counted_from(match.string), view.days)


def term_of(match: re.Match[str]) -> Term:
    """The count and unit that a match names."""
    return Term(int(match["count"]), UNITS[match["unit"]])


@chinese.reads(rf"(?P<event>{FROM})?半个?(?P<unit>[月年])(?:{BEFORE}|{WITHIN})?")
def _half(match: re.Match[str], view: View) -> date:
    back = -1 if match["back"] else 1
    term = Term(15 * back, "day") if match["unit"] == "月" else Term(6 * back, "month")
    if match["event"]:
        view.infer("from-issue")
    return term.after(view.counted_from(match.string), view.days)


@chinese.reads(rf"(?P<event>{FROM})?(?:半个?小时|\d{{1,3}}分钟|半[天日])(?:之内|以内|内)?")
def _within_the_day(match: re.Match[str], view: View) -> date:
    view.infer("hours")
    return view.counted_from(match.string)


def _whole(match: re.Match[str], view: View, month: int, months: int, *, within: bool) -> date:
    """The last day of a named month, quarter or half; `within` it, nobody means the day before it begins."""
    said = match.groupdict()
    year = int(said["year4"]) if said.get("year4") else _year(match, view)
    if view.fiscal and months > 1 and year is None:
        from officecli.typed.dates.refusals import no_day

        raise no_day("other-calendar", match.string)
    end = whole(match.string, view, year, month, months)
    if within:
        view.starts = None
    return end
