"""Holidays by their English names, their eves, and the days beside them: by Labor Day, Christmas Eve, the Monday after Thanksgiving."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from officecli.patterns import compiled
from officecli.typed.dates.english.named_days import Made, named_day
from officecli.typed.dates.english.words import weekday_number
from officecli.typed.dates.landmarks import coming_weekday
from officecli.typed.dates.names import WEEKDAY_NAME
from officecli.typed.dates.refusals import no_day
from officecli.typed.dates.view import View

_NAME = r"(?P<name>[a-z][a-z .'-]{1,30}?)"
_HOLIDAY = (
    rf"(?:(?:by|until|on|(?P<before>before|prior to|ahead of)) )?(?P<eve_of>(?:the )?(?:eve of|(?:day|night|evening) before) )?(?:the )?{_NAME}"
    r"(?P<eve>[' ]+eve)?(?: (?P<free>holiday|weekend|break))?(?:,? (?P<year>(?:19|20|21)\d\d))?"
)
_BESIDE = (
    rf"(?:the )?(?:(?P<working>(?:(?:first|1st|next|last) )?(?:work(?:ing)?|business) ?day)|(?:next )?day|(?:first |last )?(?P<weekday>{WEEKDAY_NAME}))"
    r" (?P<side>after|following|before) (?P<name>.+)"
)
_NOISE = r"\((?:observed|substitute.*?)\)|\b(?:day|the|'s|holiday)\b|[^a-z]"
_NO_CALENDAR = ("", "NONE", "CN", "CHN")
"""Regions without a calendar of holidays that have English names."""
_OF_OTHERS_AS_WELL = frozenset({"election", "president", "presidents", "veteran"})
"""Names that without Day are those of somebody, or of any election: by president."""


def by_english_holiday(text: str, view: View) -> date | None:
    """The day that `text` names, or lies so beside it; before a holiday, its weekend or its break, the last working day. None for no holiday."""
    beside = compiled(_BESIDE).fullmatch(text)
    match = compiled(_HOLIDAY).fullmatch(beside["name"] if beside else text)
    if beside and not (match and not match["before"]):
        beside, match = None, compiled(_HOLIDAY).fullmatch(text)
    made = _made(match, view) if match else None
    if match is None or made is None:
        return None
    day = made(int(match["year"])) if match["year"] else view.in_some_year(made)
    if "year-next" in view.inferred:
        view.inferred.remove("year-next")  # nobody thinks of the one that has passed
    if beside:
        return _beside(beside, day, view)
    if not (match["before"] or match["free"]):
        return day
    view.infer("holiday")
    return view.days.add(day, -1)


def is_holiday(day: date, view: View) -> bool:
    """Whether a day is a public holiday of the office's region, whichever day it is observed on."""
    region = _region(view)
    return region not in _NO_CALENDAR and any(one == day for one, _name in _of_year(region, day.year))


def _made(match: re.Match[str], view: View) -> Made | None:
    """The day in each year that a holiday's name means, or the day before it; an eve that has a place of its own in the calendar is that day."""
    region, name = _region(view), match["name"]
    if not match["free"] and _bare(name) in _OF_OTHERS_AS_WELL and "day" not in name.split():
        return None
    if match["eve"] and not match["eve_of"] and (own := _called(_bare(f"{name} eve"), region, view.today.year, begun=False)):
        return own
    found = _called(_bare(name), region, view.today.year, begun=True)
    if found and (match["eve"] or match["eve_of"]):
        return _eve(found)
    return found


def _eve(holiday: Made) -> Made:
    """The day before a holiday, in the same year: that of New Year is its last."""

    def made(year: int) -> date:
        eve = holiday(year) - timedelta(days=1)
        return eve if eve.year == year else holiday(year + 1) - timedelta(days=1)

    return made


def _called(bare: str, region: str, year: int, *, begun: bool) -> Made | None:
    """The day of this name: the region's own holiday before one that is known everywhere; and, `begun`, the only one whose name begins so."""
    names = _names(region, year) if region not in _NO_CALENDAR else {}
    if bare in names:
        return _of_region(region, names[bare])
    if known := named_day(bare, region):
        return known
    starting = {name for key, name in names.items() if begun and len(bare) > 3 and key.startswith(bare)}
    return _of_region(region, starting.pop()) if len(starting) == 1 else None


def _beside(match: re.Match[str], holiday: date, view: View) -> date:
    """The working day, the weekday or the very next day after a holiday, or before it."""
    back = match["side"] == "before"
    if match["working"]:
        return view.days.add(holiday, -1 if back else 1)
    if not match["weekday"]:
        return holiday + timedelta(days=-1 if back else 1)
    weekday = weekday_number(match["weekday"])
    return coming_weekday(holiday - timedelta(days=7), weekday) if back else coming_weekday(holiday + timedelta(days=1), weekday)


def _region(view: View) -> str:
    return view.almanac.region.strip().upper()


def _bare(name: str) -> str:
    plain = compiled(_NOISE).sub("", name.casefold().replace("\u2019", "'"))
    return plain.replace("xmas", "christmas")


@lru_cache(maxsize=64)
def _of_year(region: str, year: int) -> tuple[tuple[date, str], ...]:
    from officecli.store.calendar.sources import holiday_names

    return holiday_names(region, year)


def _names(region: str, year: int) -> dict[str, str]:
    """The names of a region's holidays, by all that tells them apart; the day itself is meant, not the one on which it is observed."""
    return {_bare(name): name for _day, name in sorted(_of_year(region, year), key=lambda one: "(" not in one[1])}


def _of_region(region: str, name: str) -> Made:
    return lambda year: first_of(region, year, name)


def first_of(region: str, year: int, name: str) -> date:
    """The first day of a holiday by its name in the region's calendar; NoDay in a year that has none."""
    found = [day for day, one in _of_year(region, year) if one == name]
    if not found:
        raise no_day("event", name)
    return min(found)
