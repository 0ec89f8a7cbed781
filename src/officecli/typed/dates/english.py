"""Dates in English: Dec 1, 1 December 2026, tomorrow, next friday, end of month, in 3 working days, +2w."""

from __future__ import annotations

import re
from datetime import date, timedelta

from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates.grammar import Grammar
from officecli.typed.dates.landmarks import (
    after,
    coming,
    coming_weekday,
    day_of,
    month_end,
    months_from,
    quarter_end,
    week_end,
    weekday_of,
)
from officecli.typed.dates.refusals import open_ended, short_year

english = Grammar()

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
UNITS = {"b": "working day", "wo": "working day", "wd": "working day", "d": "day", "w": "week", "m": "month", "y": "year"}

MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY = r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?"
YEAR = r"(?P<year>\d{4}|\d\d)"


def weekday_number(name: str) -> int:
    """0 for monday or mon."""
    return WEEKDAYS.index(name[:3])


@english.reads(rf"{MONTH} ?{DAY}(?:(?:,| |, ){YEAR})?")
@english.reads(rf"{DAY}(?:[- ]?| of ){MONTH}(?:(?:[-, ]|, ){YEAR})?")
@english.reads(rf"{YEAR}[- ]{MONTH}[- ]{DAY}")
def _month_by_name(match: re.Match[str], base: date, days: WorkingDays) -> date:
    month, day, year = MONTHS.index(match["month"][:3]) + 1, int(match["day"]), match["year"]
    if year is None:
        return coming(match.string, base, month, day)
    if len(year) == 2:
        raise short_year(match.string)
    return day_of(match.string, int(year), month, day)


@english.reads(r"today|tomorrow|yesterday|(?:the )?day after tomorrow|(?:the )?day before yesterday")
def _near_day(match: re.Match[str], base: date, days: WorkingDays) -> date:
    away = {"today": 0, "tomorrow": 1, "yesterday": -1}.get(match.string)
    if away is None:
        away = 2 if match.string.endswith("tomorrow") else -2
    return base + timedelta(days=away)


@english.reads(rf"(?:(?P<which>this|next|last) )?{WEEKDAY}")
@english.reads(rf"{WEEKDAY} (?P<which>this|next|last) week")
def _weekday(match: re.Match[str], base: date, days: WorkingDays) -> date:
    weekday, which = weekday_number(match["weekday"]), match["which"]
    return weekday_of(base, _weeks_or_months(which), weekday) if which else coming_weekday(base, weekday)


@english.reads(r"eo(?P<what>[wmqy])")
@english.reads(r"(?:the )?end of (?:(?:the|(?P<which>this|next|last)) )?(?P<what>[wmqy])(?:eek|onth|uarter|ear)")
@english.reads(r"(?P<what>[wmqy])(?:eek|onth|uarter|ear)[- ]?end")
def _end_of(match: re.Match[str], base: date, days: WorkingDays) -> date:
    further = _weeks_or_months(match.groupdict().get("which"))
    if match["what"] == "w":
        return week_end(base, further, days)
    year, month = months_from(base, further * {"m": 1, "q": 3, "y": 12}[match["what"]])
    if match["what"] == "q":
        return quarter_end(year, (month + 2) // 3)
    return month_end(year, 12 if match["what"] == "y" else month)


@english.reads(rf"(?:the )?end of {MONTH}(?:,? (?P<year>\d{{4}}))?")
def _end_of_named_month(match: re.Match[str], base: date, days: WorkingDays) -> date:
    month = MONTHS.index(match["month"][:3]) + 1
    year = int(match["year"]) if match["year"] else base.year + (month < base.month)
    return month_end(day_of(match.string, year, month, 1).year, month)


UNIT = r"(?P<unit>(?:working|business) ?days?|workdays?|wd|d|days?|w|wks?|weeks?|m|months?|y|years?)"


@english.reads(rf"(?P<back>-)?\+?(?P<count>\d{{1,3}}) ?{UNIT}")
@english.reads(rf"(?:in |within )?(?:the next )?(?P<count>\d{{1,3}}|an?|{'|'.join(NUMBERS)}) {UNIT}(?P<back> ago| before)?(?: from now| later)?")
def _span(match: re.Match[str], base: date, days: WorkingDays) -> date:
    written = match["count"]
    count = int(written) if written.isdigit() else 1 if written == "an" else max(NUMBERS.index(written), 1)
    unit = next(name for start, name in UNITS.items() if match["unit"].startswith(start))
    return after(base, -count if match["back"] else count, unit, days)


@english.reads(r"ongoing|long[- ]?term|continuous(?:ly)?|permanent|open[- ]ended|no deadline")
def _open_ended(match: re.Match[str], base: date, days: WorkingDays) -> date:
    raise open_ended(match.string)


def _weeks_or_months(which: str | None) -> int:
    return {"next": 1, "last": -1}.get(which or "", 0)
