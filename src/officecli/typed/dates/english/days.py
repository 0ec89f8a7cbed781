"""Single days in English: Dec 1, 15 JUL 26, 151700ZJUL26, tomorrow, next friday, the 15th, last Friday of July."""

from __future__ import annotations

import re
from datetime import date, timedelta

from officecli.patterns import pattern
from officecli.typed.dates.clock_times import At
from officecli.typed.dates.english.words import (
    DAY,
    MONTH,
    NTH,
    NUMBERS,
    ORDINALS,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    YEAR,
    english,
    month_number,
    weekday_number,
    weeks_or_months,
    year_of,
)
from officecli.typed.dates.landmarks import (
    Term,
    coming,
    coming_day,
    coming_nth_weekday,
    day_around,
    day_of,
    month_end,
    months_from,
    nth_weekday,
    weekday_around,
    weekday_of,
    whole,
)
from officecli.typed.dates.names import MONTHS, UNITS
from officecli.typed.dates.refusals import ambiguous, several, short_year
from officecli.typed.dates.view import View


@english.reads(rf"{MONTH}-?(?P<year>\d\d)", having=MONTHS)
def _day_or_year(match: re.Match[str], view: View) -> date:
    """Dec-26, as spreadsheets show a month: its 26th, or all of it in 2026."""
    month, number = month_number(match), int(match["year"])
    fresh = view.fresh()
    meant = view.almanac.orders.months
    day = coming(match.string, fresh, month, number) if 1 <= number <= 31 and meant not in ("my", "ym") else None
    year = 2000 + number if abs(2000 + number - view.today.year) <= 5 and meant != "md" else None
    if day and year:
        raise ambiguous(match.string, (day, month_end(match.string, year, month)))
    if day is None and year is None:
        raise short_year(match.string)
    view.infer(*fresh.inferred)
    return day or whole(match.string, view, year, month, 1)


@english.reads(rf"{MONTH}(?: the)? ?{DAY}(?:(?:,| |, |/|,? ?'){YEAR}|-(?P<year4>\d{{4}}))?", having=MONTHS)
@english.reads(rf"{MONTH}-{DAY}(?:-{YEAR})?", having=MONTHS)
@english.reads(rf"{DAY}(?:[- /.]?| of |, ?){MONTH}(?:(?:[-, /.]|, |,? ?')?{YEAR})?", having=MONTHS)
@english.reads(rf"(?P<year>\d{{4}})[- /]?{MONTH}[- /]?{DAY}", having=MONTHS)
def _month_by_name(match: re.Match[str], view: View) -> date:
    month, day = month_number(match), int(match["day"])
    if (either := _TWO_DAYS.search(match.string)) and day < int(either[1]) <= _LONGEST_MONTH:
        raise several(match.string)  # July 28/29
    return view.in_year(year_of(match, view), lambda year: day_of(match.string, year, month, day))


_TWO_DAYS = pattern(r"\d/(\d\d)$")
_LONGEST_MONTH = 31

_ZONES = "yxwvutsrqponzabcdefghiklm"
"""The zones of date-time groups by their letters, from 12 hours behind UTC to 12 ahead."""


@english.reads(rf"(?P<day>\d\d) ?(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) ?(?P<zone>[a-z])? ?{MONTH} ?{YEAR}?", having=MONTHS)
def _date_time_group(match: re.Match[str], view: View) -> date:
    """151700ZJUL26; the letter is a zone, J and L the office's own."""
    month, day = month_number(match), int(match["day"])
    found = view.in_year(year_of(match, view), lambda year: day_of(match.string, year, month, day))
    zone = None if match["zone"] in (None, "j", "l") else timedelta(hours=_ZONES.index(match["zone"]) - 12)
    return At("", int(match["hour"]), int(match["minute"]), zone, turns=False, time="", written="").day(found, view.almanac.timezone)


@english.reads(r"(?:today|tonight|this (?:morning|afternoon|evening)|same day|day of (?:receipt|issue))", having=("today", "this", "day"))
def _today(match: re.Match[str], view: View) -> date:
    return view.counted_from(match.string)


@english.reads(
    r"(?P<word>tomorrow|tmrw|tmw|yesterday|nbd|(?:the )?next (?:(?:working|business|bus\.?) )?day|(?:the )?day after tomorrow|(?:the )?day before yesterday)",
    having=("day", "tm", "tom", "nbd"),
)
def _near_day(match: re.Match[str], view: View) -> date:
    word = match["word"]
    if word.startswith(("nbd", "next", "the next")) and not word.endswith("next day"):
        return view.days.add(view.counted_from(match.string), 1)
    away = (-1 if "yesterday" in word else 1) * (2 if "day " in word else 1)
    return view.counted_from(match.string) + timedelta(days=away)


@english.reads(rf"(?:(?P<which>this|next|last|this coming|coming|the following|this past) )?{WEEKDAY}", having=WEEKDAYS)
@english.reads(rf"{WEEKDAY} (?:of )?(?P<which>this|next|last) week", having=WEEKDAYS)
@english.reads(rf"{WEEKDAY} (?P<which>next)", having=WEEKDAYS)
def _weekday(match: re.Match[str], view: View) -> date:
    base, weekday, which = view.counted_from(match.string), weekday_number(match["weekday"]), match["which"]
    if which in (None, "this coming", "coming"):
        return weekday_around(view, base, weekday)
    found = weekday_of(base, weeks_or_months(which), weekday)
    if which == "next" and "week" not in match.string and found - base > timedelta(days=7):
        view.infer("next-week")
    return found


_LONG = r"(?P<count>an?|one|two|three|four|[1-9]) (?P<unit>week|fortnight|month|year)s?"


@english.reads(rf"(?:{WEEKDAY}|today|tomorrow) (?P<unit>week|fortnight)", having=("week", "night"))
@english.reads(rf"(?:in )?{_LONG}(?:,? (?:on|from|this) {WEEKDAY}|(?:,? from)? (?:today|tomorrow))", having=("week", "night", "month", "year"))
@english.reads(rf"(?:{WEEKDAY}|today|tomorrow),? in {_LONG}(?:' time)?", having=("week", "night", "month", "year"))
def _so_long_on(match: re.Match[str], view: View) -> date:
    """Friday week, a week on Friday, two weeks today: so long after the next such day."""
    base, count, unit = view.counted_from(match.string), match.groupdict().get("count") or "a", match["unit"]
    first = weekday_around(view, base, weekday_number(match["weekday"])) if match["weekday"] else base + timedelta(days="tomorrow" in match.string)
    number = (2 if unit == "fortnight" else 1) * (int(count) if count.isdigit() else NUMBERS[count])
    return Term(number, "week" if unit == "fortnight" else unit).after(first, view.days)


@english.reads(rf"(?:the )?{NTH} {WEEKDAY} (?:of|in) (?:{MONTH}(?:,? {YEAR})?|{WHICH}?month)", having=WEEKDAYS)
def _nth_weekday(match: re.Match[str], view: View) -> date:
    nth, weekday, year = ORDINALS[match["nth"]], weekday_number(match["weekday"]), year_of(match, view)
    if match["month"]:
        month = month_number(match)
        return view.in_year(year, lambda one: nth_weekday(match.string, one, month, nth, weekday))
    if not match["which"]:
        return coming_nth_weekday(match.string, view, nth, weekday)
    return nth_weekday(match.string, *months_from(view.counted_from(match.string), weeks_or_months(match["which"])), nth, weekday)


@english.reads(rf"(?:the )?(?P<nth>{'|'.join(UNITS[:4])}) {WEEKDAY}", having=WEEKDAYS)
def _nth_weekday_of_a_month(match: re.Match[str], view: View) -> date:
    view.infer("this-month")
    return coming_nth_weekday(match.string, view, ORDINALS[match["nth"]], weekday_number(match["weekday"]))


@english.reads(rf"(?:the )?{DAY}(?: (?:of|in) {WHICH}?month)?")
@english.reads(rf"(?:the )?(?P<nth>first|last)(?: day)? of {WHICH}?month")
def _day_of_month(match: re.Match[str], view: View) -> date:
    base = view.counted_from(match.string)
    said = match.groupdict()
    if not said.get("nth") and not match["which"]:
        view.infer("this-month")
        return day_around(match.string, view, base, int(match["day"]))
    year, month = months_from(base, weeks_or_months(match["which"]))
    if said.get("nth"):
        return (
            month_end(match.string, year, month)
            if match["nth"] == "last"
            else coming_day(match.string, base, 1)
            if not match["which"]
            else date(year, month, 1)
        )
    return day_of(match.string, year, month, int(match["day"]))
