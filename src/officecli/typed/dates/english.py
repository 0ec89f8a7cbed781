"""Days in English: Dec 1, 15 JUL 26, friday, end of month, mid-July, Q4 2026, within 10 working days of receipt, +2w."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from officecli.typed.dates.grammar import Grammar
from officecli.typed.dates.landmarks import (
    Term,
    coming,
    coming_day,
    coming_weekday,
    day_of,
    month_end,
    months_from,
    nth_weekday,
    week_end,
    weekday_of,
    whole,
)
from officecli.typed.dates.refusals import ambiguous, no_day, no_definite_day, short_year
from officecli.typed.dates.view import View

english = Grammar()

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMBERS = {
    **{word: number for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1)},
    "a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90,
}  # fmt: skip
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "last": -1, "final": -1}
UNITS = {"b": "working day", "wo": "working day", "wd": "working day", "d": "day", "c": "day", "w": "week", "f": "fortnight", "m": "month", "y": "year", "h": "hour"}
NEARLY = 10
"""A year of two digits is one of so many around today's."""

MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY = r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?"
YEAR = r"(?P<year>\d{4}|'?\d\d)"
_WHICH = r"(?:(?:the|(?P<which>this|next|last|current|the following)) )"
_NTH = rf"(?P<nth>{'|'.join(ORDINALS)})"


def weekday_number(name: str) -> int:
    """0 for monday or mon."""
    return WEEKDAYS.index(name[:3])


def month_number(match: re.Match[str]) -> int:
    """The month a match names."""
    return MONTHS.index(match["month"][:3]) + 1


def _year(match: re.Match[str], view: View) -> int | None:
    """The year a match names; None if it names none; BadInput for two digits that are no year near."""
    said = match.groupdict()
    written = (said.get("year") or said.get("year4") or "").lstrip("'")
    if len(written) != 2:
        return int(written) if written else None
    year = 2000 + int(written)
    if abs(year - view.today.year) > NEARLY:
        raise short_year(match.string)
    return year


@english.reads(rf"{MONTH}-?(?P<year>\d\d)")
def _day_or_year(match: re.Match[str], view: View) -> date:
    """Dec-26, as spreadsheets show a month: its 26th, or all of it in 2026."""
    month, number = month_number(match), int(match["year"])
    fresh = view.fresh()
    day = coming(match.string, fresh, month, number) if 1 <= number <= 31 else None
    year = 2000 + number if abs(2000 + number - view.today.year) <= 5 else None
    if day and year:
        raise ambiguous(match.string, (day, month_end(match.string, year, month)))
    if day is None and year is None:
        raise short_year(match.string)
    view.infer(*fresh.inferred)
    return day or whole(match.string, view, year, month, 1)


@english.reads(rf"{MONTH} ?{DAY}(?:(?:,| |, |/|,? ?'){YEAR}|-(?P<year4>\d{{4}}))?")
@english.reads(rf"{MONTH}-{DAY}(?:-{YEAR})?")
@english.reads(rf"{DAY}(?:[- /.]?| of |, ?){MONTH}(?:(?:[-, /.]|, |,? ?')?{YEAR})?")
@english.reads(rf"(?P<year>\d{{4}})[- /]?{MONTH}[- /]?{DAY}")
def _month_by_name(match: re.Match[str], view: View) -> date:
    month, day, year = month_number(match), int(match["day"]), _year(match, view)
    return coming(match.string, view, month, day) if year is None else day_of(match.string, year, month, day)


@english.reads(rf"(?P<day>\d\d) ?(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) ?(?P<zone>[a-z])? ?{MONTH} ?{YEAR}?")
def _date_time_group(match: re.Match[str], view: View) -> date:
    """151700ZJUL26; the letter is a zone, J and L the office's own."""
    year, month, day, hour = _year(match, view), month_number(match), int(match["day"]), int(match["hour"])
    found = coming(match.string, view, month, day) if year is None else day_of(match.string, year, month, day)
    if match["zone"] in (None, "j", "l") or hour > 23:
        return found
    letters = "yxwvutsrqponzabcdefghiklm"
    from zoneinfo import ZoneInfo

    moment = datetime(found.year, found.month, found.day, hour, int(match["minute"]), tzinfo=timezone(timedelta(hours=letters.index(match["zone"]) - 12)))
    return moment.astimezone(ZoneInfo(view.almanac.timezone)).date()


@english.reads(r"(?:today|now|tonight|this (?:morning|afternoon|evening)|same day|day of (?:receipt|issue))")
def _today(match: re.Match[str], view: View) -> date:
    return view.counted_from(match.string)


@english.reads(r"(?P<word>tomorrow|tmrw|tmw|yesterday|(?:the )?next (?:working|business) day|(?:the )?day after tomorrow|(?:the )?day before yesterday)")
def _near_day(match: re.Match[str], view: View) -> date:
    word = match["word"]
    if word.endswith("g day") or word.endswith("s day"):
        return view.days.add(view.counted_from(match.string), 1)
    away = (-1 if "yesterday" in word else 1) * (2 if "day " in word else 1)
    return view.counted_from(match.string) + timedelta(days=away)


@english.reads(rf"(?:(?P<which>this|next|last|this coming|coming|the following|this past) )?{WEEKDAY}")
@english.reads(rf"{WEEKDAY} (?:of )?(?P<which>this|next|last) week")
def _weekday(match: re.Match[str], view: View) -> date:
    base, weekday, which = view.counted_from(match.string), weekday_number(match["weekday"]), match["which"]
    if which in (None, "this coming", "coming"):
        return coming_weekday(base, weekday)
    found = weekday_of(base, _further(which), weekday)
    if which == "next" and "week" not in match.string and found - base > timedelta(days=7):
        view.infer("next-week")
    return found


@english.reads(rf"(?:the )?{_NTH} {WEEKDAY} (?:of|in) (?:{MONTH}(?:,? {YEAR})?|{_WHICH}?month)")
def _nth_weekday(match: re.Match[str], view: View) -> date:
    nth, weekday, year = ORDINALS[match["nth"]], weekday_number(match["weekday"]), _year(match, view)
    if match["month"]:
        month = month_number(match)
        made = lambda one: nth_weekday(match.string, one, month, nth, weekday)  # noqa: E731
        return view.in_some_year(made) if year is None else made(year)
    return nth_weekday(match.string, *months_from(view.counted_from(match.string), _further(match["which"])), nth, weekday)


@english.reads(rf"(?:the )?{DAY}(?: (?:of|in) {_WHICH}?month)?")
@english.reads(rf"(?:the )?(?P<nth>first|last)(?: day)? of {_WHICH}?month")
def _day_of_month(match: re.Match[str], view: View) -> date:
    base = view.counted_from(match.string)
    said = match.groupdict()
    if not said.get("nth") and "month" not in match.string:
        view.infer("this-month")
        return coming_day(match.string, base, int(match["day"]))
    year, month = months_from(base, _further(match["which"]))
    if said.get("nth"):
        return month_end(match.string, year, month) if match["nth"] == "last" else coming_day(match.string, base, 1) if not match["which"] else date(year, month, 1)
    return day_of(match.string, year, month, int(match["day"]))


@english.reads(r"eo(?P<what>[wmqy])")
@english.reads(rf"(?:the )?(?:very )?(?:end|close|last day|close of) (?:of )?{_WHICH}?(?P<what>w|m|q|y)(?:eek|onth|uarter|ear)")
@english.reads(rf"{_WHICH}?(?P<what>[wmqy])(?:eek|onth|uarter|ear)(?:'s)?[- ]?end(?:ing)?")
@english.reads(r"(?P<which>this|next|last|current) (?P<what>[wmqy])(?:eek|onth|uarter|ear)")
def _end_of(match: re.Match[str], view: View) -> date:
    which = match.groupdict().get("which")
    further = _further(which)
    if match["what"] == "y" and which is None:
        return month_end(match.string, view.own_year(), 12)
    base = view.counted_from(match.string)
    if re.fullmatch(r"(this|next|last|current) \w+", match.string):
        view.infer("whole")
    if match["what"] == "w":
        return week_end(base, further, view.days)
    year, month = months_from(base, further * {"m": 1, "q": 3, "y": 12}[match["what"]])
    return month_end(match.string, year, {"m": month, "q": (month + 2) // 3 * 3, "y": 12}[match["what"]])


@english.reads(rf"(?:the )?last (?:working|business|work) ?day (?:of|in) (?:{_WHICH}?(?P<what>[mqwy])(?:onth|uarter|eek|ear)|{MONTH}(?:,? {YEAR})?)")
def _last_working_day(match: re.Match[str], view: View) -> date:
    if match["month"]:
        end = whole(match.string, view, _year(match, view), month_number(match), 1)
    else:
        inner = english.read(re.sub("last .*?day (of|in)", "end of", match.string), view)
        assert inner
        end = inner
    view.starts = None
    return view.days.add(end + timedelta(days=1), -1)


@english.reads(rf"(?:the )?(?P<part>(?:very )?(?:end|close|back|tail end|last day) of|end|late|eo|mid(?:dle of|dle)?|early|beginning of|beginning|start of|start|first week (?:of|in)|(?:second|third|fourth|last) week (?:of|in)|first half of|second half of|first part of)[- ]?{MONTH}(?:(?:,? |-){YEAR})?")
@english.reads(rf"(?:the )?{MONTH} (?P<part>end|mid)")
def _part_of_month(match: re.Match[str], view: View) -> date:
    part, month, year = match["part"], month_number(match), _year(match, view) if "year" in match.groupdict() else None
    if part.startswith(("early", "begin", "start", "first part")) or "week" in part:
        raise no_definite_day(match.string)
    if part.startswith("mid") or part == "first half of":
        view.infer("middle")
        return coming(match.string, view, month, 15) if year is None else day_of(match.string, year, month, 15)
    if part.startswith(("late", "back", "tail")):
        view.infer("late")
    end = whole(match.string, view, year, month, 1)
    view.starts = None
    return end


@english.reads(r"(?:the )?mid(?:dle)?(?:[- ]| of )(?:the )?(?:(?P<which>this|next) )?(?P<what>month|year)")
@english.reads(r"(?:(?P<which>this|next) )?mid[- ]?(?P<what>month|year)")
def _middle(match: re.Match[str], view: View) -> date:
    view.infer("middle")
    if match["what"] == "year":
        return view.in_some_year(lambda one: month_end(match.string, one, 6)) if not match["which"] else month_end(match.string, view.counted_from(match.string).year + _further(match["which"]), 6)
    base = view.counted_from(match.string)
    return day_of(match.string, *months_from(base, _further(match["which"])), 15) if match["which"] else coming_day(match.string, base, 15)


_QUARTER = r"(?:q(?:tr|uarter)? ?(?P<quarter>[1-4])|(?P<ordinal>1st|2nd|3rd|4th|first|second|third|fourth) (?:quarter|qtr)|(?P<number>[1-4]) ?q(?:tr)?)"
_HALF = r"(?:h(?P<half>[12])|(?P<halfno>[12]) ?h|(?P<halfword>1st|2nd|first|second) half(?: of(?: the)?(?: year)?)?)"
_OF_YEAR = r"(?:(?: of|,)?[- /]?(?:cy ?)?(?P<year>\d{4}|'?\d\d))?"


@english.reads(rf"(?:(?:the )?end of (?:the )?)?(?:the )?{_QUARTER}(?: end)?{_OF_YEAR}(?: end)?")
@english.reads(rf"(?P<year>\d{{4}})[- /]?{_QUARTER}")
def _quarter(match: re.Match[str], view: View) -> date:
    if view.fiscal:
        raise no_day("other-calendar", match.string)
    ordinal = match["ordinal"]
    number = int(match["quarter"] or match["number"] or ORDINALS[ordinal])
    return _period(match, view, number * 3, 3)


@english.reads(rf"(?:(?:the )?end of (?:the )?)?(?:the )?{_HALF}{_OF_YEAR}")
@english.reads(rf"(?P<year>\d{{4}})[- /]?{_HALF}")
def _half(match: re.Match[str], view: View) -> date:
    if view.fiscal:
        raise no_day("other-calendar", match.string)
    number = int(match["half"] or match["halfno"] or ORDINALS[match["halfword"]])
    return _period(match, view, number * 6, 6)


@english.reads(rf"{MONTH}(?:(?:,? |-|/| of |,? ?)(?P<year>\d{{4}}|'\d\d))?")
@english.reads(rf"(?P<year>\d{{4}})[- /]?{MONTH}")
def _month(match: re.Match[str], view: View) -> date:
    return _period(match, view, month_number(match), 1)


@english.reads(r"(?:(?:the )?(?:end of |year[- ]?end )?(?:the )?(?:calendar year|cy|year) ?)(?P<year>\d{4}|\d\d)")
@english.reads(r"(?:the )?(?:end of|year[- ]?end,?) (?P<year>\d{4})|(?P<year2>\d{4}) (?:year[- ]?)?end")
def _whole_year(match: re.Match[str], view: View) -> date:
    year = int(match.groupdict().get("year2") or 0) or _year(match, view)
    view.infer("whole")
    return month_end(match.string, year or view.own_year(), 12)


@english.reads(r"(?:the )?(?:w/?c|w/?b|wk\.? of|week (?:of|commencing|beginning|starting))[: ]+(?P<rest>.+)")
@english.reads(r"(?:the )?(?P<end>w/?e|week[- ]ending|wk\.? ending)[: ]+(?P<rest>.+)")
def _week_of(match: re.Match[str], view: View) -> date:
    from officecli.typed.dates.digits import digits

    rest = match["rest"].removeprefix("the ")
    day = digits.read(rest, view) or english.read(rest, view)
    if day is None:
        raise no_definite_day(match.string)
    if match.groupdict().get("end"):
        return day
    view.infer("week")
    return view.days.add(weekday_of(day, 1, 0), -1)


UNIT = (
    r"(?P<unit>(?:working|business|bus\.?|work|clear)[- ]?days?|workdays?|wd|bd|calendar[- ]days?|days?|d|w|wks?\.?|weeks?|fortnights?|mths?|mos?\.?|months?|m|years?|yrs?|y|hours?|hrs?\.?|h)"
)
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})(?: \(\d{{1,3}}\))?"
FROM = (
    r"(?: (?:of|from|after|following|since|upon|on)(?: the)?(?: date of| day of)?(?: its| their| the| your| being)?"
    r" (?P<event>receipt|receiving|receive[d]?|recd|issue|issued|issuance|assignment|assigned|referral|referred|referring|request|notification|notice|letter|memo|order|tasking|today|now|date received|submission date|meeting))(?: (?:date|of (?:the |this )?(?:request|letter|notice|memo|order|referral|document|complaint)))?"
)


@english.reads(rf"(?P<back>-)?\+?(?P<count>\d{{1,3}}) ?{UNIT}")
@english.reads(rf"(?:in |within |not (?:more|later) than )?(?:a |the next )?(?:period of )?{_COUNT}[ -]?{UNIT}(?P<back> ago| before)?(?: from now| later|{FROM})?")
def _span(match: re.Match[str], view: View) -> date:
    term = term_of(match)
    if match.groupdict().get("event") not in (None, "now", "today"):
        view.infer("from-issue")
    if term.unit == "hour":
        view.infer("hours")
    back = -1 if match["back"] else 1
    return Term(back * term.count, term.unit).after(view.counted_from(match.string), view.days)


def term_of(match: re.Match[str]) -> Term:
    """The count and unit that a match names."""
    written = match["count"]
    count = int(written) if written.isdigit() else NUMBERS[written]
    unit = next(name for start, name in UNITS.items() if match["unit"].startswith(start))
    return Term(2 * count, "week") if unit == "fortnight" else Term(count, unit)


def _period(match: re.Match[str], view: View, month: int, months: int) -> date:
    return whole(match.string, view, _year(match, view), month, months)


def _further(which: str | None) -> int:
    return {"next": 1, "the following": 1, "last": -1, "this past": -1}.get(which or "", 0)
