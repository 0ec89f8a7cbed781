"""Around a public holiday of the office's region: its last working day before; one of the first behind it; or the days of the holiday itself."""

from __future__ import annotations

import re
from datetime import date, timedelta

from officecli.patterns import compiled, pattern
from officecli.typed.dates.english.holidays import by_english_holiday, first_of
from officecli.typed.dates.refusals import no_day
from officecli.typed.dates.view import View

_CHINESE = {
    "元旦": "New Year's Day", "春节": "Chinese New Year (Spring Festival)",
    **dict.fromkeys(("除夕夜", "除夕", "大年30", "年30"), "Chinese New Year's Eve"), "清明": "Tomb-Sweeping Day",
    "五一": "Labor Day", "5一": "Labor Day", "劳动": "Labor Day", "端午": "Dragon Boat Festival", "中秋": "Mid-Autumn Festival", "国庆": "National Day",
}  # fmt: skip
_IN_CHINESE = (
    rf"(?:(?P<near>[今明]年)|(?P<year>20\d\d)年)?(?P<name>{'|'.join(_CHINESE)})(?:劳动)?(?:节|假期|长假|黄金周|节日|放假)*"
    r"(?P<back>之前|以前|前|前夕|前夜)?"
)
BEFORE_A_HOLIDAY = rf"(?:{'|'.join(_CHINESE)})(?:劳动)?(?:节|假期|长假|黄金周|节日|放假)*(?:之前|以前|前)"
"""By when something is to be done, within a sentence: 国庆节前."""
_WORK_AGAIN = r"之?后的?(?:第(?P<nth>[1-5])|首)个?(?:工作日|上班日)|之?后(?:上班|复工)?(?:第(?P<nth2>[1-5])|首)(?:个工作)?[日天]"
"""Behind a holiday: the first working day after it."""
_AT_LEAST = {"国庆": 3, "春节": 3}
"""Days of a holiday, where the law gives it more than one."""
_COMMEMORATED = {
    "三八": (3, 8), "妇女": (3, 8), "植树": (3, 12), "五四": (5, 4), "青年": (5, 4), "六一": (6, 1), "儿童": (6, 1),
    "七一": (7, 1), "建党": (7, 1), "八一": (8, 1), "建军": (8, 1), "教师": (9, 10), "圣诞": (12, 25),
}  # fmt: skip
_ON_A_DAY = (
    rf"(?:(?P<near>[今明]年)|(?P<year>20\d\d)年)?(?P<name>{'|'.join(_COMMEMORATED)})(?:妇女|青年|国际|儿童|建党"
    rf"|建军)*(?:(?:节|纪念日)(?:之前|以前|前夕?)?|(?:之前|以前|前夕?))"
)
"""Days that are kept and not free; without 节 or 前 the name of one is none."""
_ON_AN_EVE = r"(?:(?P<near>[今明]年)|(?P<year>20\d\d)年)?(?:(?P<christmas>圣诞节?(?:前夜|前夕|夜)|平安夜)|跨年夜?)"
"""Eves that are days of their own: they are not the last working day before."""
_BEFORE_A_WEEKEND = (3, 4)
"""Thursday and Friday: the weekend of a holiday on one of them ends with its Sunday, though Friday be worked."""
_BESIDE = pattern(r"[前后]|before|by|prior|ahead|until|after|following")


def by_holiday(text: str, view: View) -> date | None:
    """The last working day before the holiday that `text` names in Chinese, or, by Labor Day, the holiday itself; None for no holiday."""
    if text.isascii():
        return by_english_holiday(text, view)
    if eve := compiled(_ON_AN_EVE).fullmatch(text):
        return view.in_year(_year(eve, view), lambda one: date(one, 12, 24 if eve["christmas"] else 31))
    if match := compiled(_ON_A_DAY).fullmatch(text):
        return view.days.add(_commemorated(match, view), -1)
    behind = compiled(rf"(?:{_IN_CHINESE})(?:{_WORK_AGAIN})").fullmatch(text)
    match = behind if behind and not behind["back"] else compiled(_IN_CHINESE).fullmatch(text)
    if not match:
        return None
    name, year = _CHINESE[match["name"]], _year(match, view)

    def made(one: int) -> date:
        return first_of("CN", one, name)

    day = view.in_some_year(made) if year is None else made(year)
    if "year-next" in view.inferred:
        view.inferred.remove("year-next")  # nobody thinks of the one that has passed
    if not behind:
        view.infer("holiday")
        return view.days.add(day, -1)
    if view.days.is_provisional(day) or any(view.days.is_working(day + timedelta(days=at)) for at in range(_AT_LEAST.get(match["name"], 1))):
        raise no_day("event", text)  # of that year nobody knows yet how long it is
    return view.days.add(day, int(behind["nth"] or behind["nth2"] or 1))


def days_of_holiday(text: str, view: View) -> tuple[date, date] | None:
    """The first and the last day of the holiday that is named, for whoever asks what was then; None for any other text, and for the days before one."""
    if _BESIDE.search(text):
        return None
    if match := compiled(_ON_A_DAY).fullmatch(text):
        kept = _commemorated(match, view)
        return kept, kept
    found = by_holiday(text, view)
    if found is None or "holiday" not in view.inferred:
        return (found, found) if found else None
    first, last = found + timedelta(days=1), view.days.add(found, 1) - timedelta(days=1)
    if text.endswith("weekend") and first.weekday() in _BEFORE_A_WEEKEND:
        last = max(last, first + timedelta(days=6 - first.weekday()))  # Thanksgiving weekend: Thursday to Sunday
    return first, last


def _commemorated(match: re.Match[str], view: View) -> date:
    month, day = _COMMEMORATED[match["name"]]
    named = _year(match, view)
    kept = view.in_year(named, lambda year: date(year, month, day))
    if named is None and view.looks == "ahead" and kept.year > (view.base or view.today).year:
        raise no_day("event", match.string)  # this year's has passed, and a year on is hardly meant
    view.infer("holiday")
    return kept


def _year(match: re.Match[str], view: View) -> int | None:
    """The year that is named before a holiday, in figures or as 明年; None where none is."""
    if match["near"]:
        return view.counted_from(match.string).year + (match["near"] == "明年")
    return int(match["year"]) if match["year"] else None
