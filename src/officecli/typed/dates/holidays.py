"""Around a public holiday of the office's region: its last working day before; one of the first behind it; or the days of the holiday itself."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from officecli.patterns import compiled, pattern
from officecli.typed.dates.english.words import weekday_number
from officecli.typed.dates.landmarks import coming_weekday
from officecli.typed.dates.names import WEEKDAY_NAME
from officecli.typed.dates.refusals import no_day
from officecli.typed.dates.view import View

_CHINESE = {
    "元旦": "New Year's Day", "春节": "Chinese New Year (Spring Festival)", "除夕": "Chinese New Year's Eve", "清明": "Tomb-Sweeping Day",
    "五一": "Labor Day", "5一": "Labor Day", "劳动": "Labor Day", "端午": "Dragon Boat Festival", "中秋": "Mid-Autumn Festival", "国庆": "National Day",
}  # fmt: skip
_IN_CHINESE = (
    rf"(?:(?P<near>[今明]年)|(?P<year>20\d\d)年)?(?P<name>{'|'.join(_CHINESE)})(?:劳动)?(?:节|假期|长假|黄金周|节日|放假)*"
    r"(?P<back>之前|以前|前|前夕)?"
)
BEFORE_A_HOLIDAY = rf"(?:{'|'.join(_CHINESE)})(?:劳动)?(?:节|假期|长假|黄金周|节日|放假)*(?:之前|以前|前)"
"""By when something is to be done, within a sentence: 国庆节前."""
_WORK_AGAIN = r"之?后的?(?:第(?P<nth>[1-5])|首)个?(?:工作日|上班日)|之?后(?:上班|复工)?(?:第(?P<nth2>[1-5])|首)(?:个工作)?[日天]"
"""Behind a holiday: the first working day after it."""
_AT_LEAST = {"国庆": 3, "春节": 3}
"""Days of a holiday, where the law gives it more than one."""
_COMMEMORATED = {
    "三八": (3, 8), "妇女": (3, 8), "植树": (3, 12), "五四": (5, 4), "青年": (5, 4), "六一": (6, 1), "儿童": (6, 1),
    "七一": (7, 1), "建党": (7, 1), "八一": (8, 1), "建军": (8, 1), "教师": (9, 10),
}  # fmt: skip
_ON_A_DAY = (
    rf"(?:(?P<near>[今明]年)|(?P<year>20\d\d)年)?(?P<name>{'|'.join(_COMMEMORATED)})(?:妇女|青年|国际|儿童|建党"
    rf"|建军)*(?:(?:节|纪念日)(?:之前|以前|前夕?)?|(?:之前|以前|前夕?))"
)
"""Days that are kept and not free; without 节 or 前 the name of one is none."""
_IN_ENGLISH = (
    r"(?:(?:by|until|on|(?P<before>before|prior to|ahead of)) )?(?:the )?(?P<name>[a-z][a-z .']{3,30}?)"
    r"(?: (?P<free>holiday|weekend|break))?(?: (?P<year>\d{4}))?"
)
_FIRST_AFTER = (
    rf"(?:the )?(?:(?P<working>(?:first|1st|next) (?:work(?:ing)?|business) ?day)|(?:next )?day|(?:first )?(?P<weekday>{WEEKDAY_NAME})) (?:after|following)"
    r" (?P<name>.+)"
)
_BESIDE = pattern(r"[前后]|before|by|prior|ahead|until|after|following")
_NOISE = r"\((?:observed|substitute.*?)\)|\b(?:day|the|'s|holiday|eve)\b|[^a-z]"


def by_holiday(text: str, view: View) -> date | None:
    """The last working day before the holiday that `text` names, or, by Labor Day, the holiday itself; None for no holiday."""
    if match := compiled(_ON_A_DAY).fullmatch(text):
        return view.days.add(_commemorated(match, view), -1)
    behind = compiled(rf"(?:{_IN_CHINESE})(?:{_WORK_AGAIN})").fullmatch(text)
    match = behind if behind and not behind["back"] else compiled(_IN_CHINESE).fullmatch(text)
    first_after = compiled(_FIRST_AFTER).fullmatch(text)
    if match:
        name, region, year = _CHINESE[match["name"]], "CN", _year(match, view)
    else:
        match = compiled(_IN_ENGLISH).fullmatch(first_after["name"] if first_after else text)
        region = view.almanac.region.strip().upper()
        if not match or region in ("", "NONE", "CN", "CHN"):
            return None
        found = _named(region, view.today.year, _bare(match["name"]))
        if found is None:
            return None
        name, year = found, int(match["year"]) if match["year"] else None

    def made(one: int) -> date:
        return _first(region, one, name)

    day = view.in_some_year(made) if year is None else made(year)
    if "year-next" in view.inferred:
        view.inferred.remove("year-next")  # nobody thinks of the one that has passed
    view.infer("holiday")
    if not behind:
        if first_after:
            return _behind(first_after, day, view)
        return day if region != "CN" and not (match["before"] or match["free"]) else view.days.add(day, -1)
    if view.days.is_provisional(day) or any(view.days.is_working(day + timedelta(days=at)) for at in range(_AT_LEAST.get(match["name"], 1))):
        raise no_day("event", text)  # of that year nobody knows yet how long it is
    return view.days.add(day, int(behind["nth"] or behind["nth2"] or 1))


def _behind(match: re.Match[str], holiday: date, view: View) -> date:
    """The working day, the weekday or the very next day after a holiday."""
    if match["working"]:
        return view.days.add(holiday, 1)
    behind = holiday + timedelta(days=1)
    return coming_weekday(behind, weekday_number(match["weekday"])) if match["weekday"] else behind


def days_of_holiday(text: str, view: View) -> tuple[date, date] | None:
    """The first and the last day of the holiday that is named, for whoever asks what was then; None for any other text, and for the days before one."""
    if _BESIDE.search(text):
        return None
    if match := compiled(_ON_A_DAY).fullmatch(text):
        kept = _commemorated(match, view)
        return kept, kept
    eve = by_holiday(text, view)
    if eve is None:
        return None
    return eve + timedelta(days=1), view.days.add(eve, 1) - timedelta(days=1)


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


def is_holiday(day: date, view: View) -> bool:
    """Whether a day is a public holiday of the office's region, whichever day it is observed on."""
    region = view.almanac.region.strip().upper()
    return region not in ("", "NONE", "CN", "CHN") and any(one == day for one, _name in _of_year(region, day.year))


def _bare(name: str) -> str:
    return compiled(_NOISE).sub("", name.casefold().replace("\u2019", "'").replace("xmas", "christmas"))


@lru_cache(maxsize=64)
def _of_year(region: str, year: int) -> tuple[tuple[date, str], ...]:
    from officecli.store.calendar.sources import holiday_names

    return holiday_names(region, year)


def _named(region: str, year: int, bare: str) -> str | None:
    """The holiday's name that these words begin, if they begin only one's."""
    # The day itself is meant, not the one on which it is observed.
    names = {_bare(name): name for _day, name in sorted(_of_year(region, year), key=lambda one: "(" not in one[1])}
    if bare in names:
        return names[bare]
    begun = {name for key, name in names.items() if len(bare) > 3 and key.startswith(bare)}
    return begun.pop() if len(begun) == 1 else None


def _first(region: str, year: int, name: str) -> date:
    found = [day for day, one in _of_year(region, year) if one == name]
    if not found:
        raise no_day("event", name)
    return min(found)
