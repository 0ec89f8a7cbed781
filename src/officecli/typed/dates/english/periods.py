"""Weeks, months, quarters, halves and years in English, and their parts: end of month, mid-July, Q4 2026, week of July 13."""

from __future__ import annotations

import re
from datetime import date, timedelta

from officecli.patterns import pattern
from officecli.typed.dates.english.words import MONTH, NTH, ORDINALS, WHICH, YEAR, english, month_number, weeks_or_months, year_of
from officecli.typed.dates.landmarks import (
    Term,
    coming_day,
    day_of,
    month_end,
    months_from,
    week_end,
    week_of,
    weekend_named,
    whole,
    whole_week,
)
from officecli.typed.dates.names import FIRST_TO_FOURTH, MONTHS
from officecli.typed.dates.refusals import ambiguous, no_day, no_definite_day
from officecli.typed.dates.view import View


@english.reads(r"eo(?P<what>[wmqy])", having=("eo", "w", "month", "q", "y"))
@english.reads(
    rf"(?:the )?(?:very )?(?:end|close|last day|close of) (?:of )?{WHICH}?(?P<what>w|m|q|y)(?:eek|onth|uarter|ear)",
    having=("eo", "w", "month", "q", "y"),
)
@english.reads(rf"{WHICH}?(?P<what>[wmqy])(?:eek|onth|uarter|ear)(?:'s)?[- ]?end(?:ing)?", having=("eo", "w", "month", "q", "y"))
@english.reads(r"(?P<which>this|next|last|current) (?P<what>[wmqy])(?:eek|onth|uarter|ear)", having=("eo", "w", "month", "q", "y"))
@english.reads(
    r"(?:the )?(?:(?:end|close) of (?:the )?(?:(?P<which>this|next) )?calendar (?P<what>y)ear|calendar year[- ]?end)", having=("calendar",)
)
def _end_of(match: re.Match[str], view: View) -> date:
    which = match.groupdict().get("which")
    further = weeks_or_months(which)
    if match["what"] in ("y", None) and which is None:
        return month_end(match.string, view.own_year(), 12)
    base = view.counted_from(match.string)
    is_whole = re.fullmatch(r"(this|next|last|current) \w+", match.string) is not None
    if is_whole:
        view.infer("whole")
    if match["what"] == "w" and match.string.endswith(("weekend", "week-end")):
        return weekend_named(base, further, view)
    if match["what"] == "w":
        return whole_week(base, further, view) if is_whole else week_end(base, further, view.days)
    months = {"m": 1, "q": 3, "y": 12}[match["what"]]
    year, month = months_from(base, further * months)
    end = whole(match.string, view, year, (month + months - 1) // months * months, months)
    view.starts = view.starts if is_whole else None
    return end


@english.reads(
    rf"(?:the )?{NTH} (?:working|business|bus\.?|work) ?day (?:of|in) (?:{WHICH}?(?P<what>[mqwy])(?:onth|uarter|eek|ear)|{MONTH}(?:,? {YEAR})?)",
    having=("day",),
)
def _counted_working_day(match: re.Match[str], view: View) -> date:
    """The first to fifth working day of a month, or the last of a month, quarter, week or year."""
    nth = ORDINALS[match["nth"]]
    if nth > 0 and match["what"] not in ("m", None):
        raise no_definite_day(match.string)
    if match["month"]:
        end = whole(match.string, view, year_of(match, view), month_number(match), 1)
    else:
        inner = english.read(re.sub("^.*?day (of|in)", "end of", match.string), view)
        assert inner
        end = inner
    view.starts = None
    return view.days.add(end + timedelta(days=1), -1) if nth < 0 else view.days.add(end.replace(day=1) - timedelta(days=1), nth)


@english.reads(
    (
        rf"(?:the )?(?P<part>(?:very )?(?:end|close|back|tail end|last day) of|end|late|eom?"
        rf"|mid(?: to |[-/ ])late|(?:early(?: to |[-/ ]))?mid|middle(?: of)?|early|beginning of|beginning"
        rf"|start of|start|first week (?:of|in)|(?:second|third|fourth|last) week (?:of|in)|(?:first|1st) half of|(?:second|2nd) half of"
        rf"|(?:first|last) (?:10|ten) days (?:of|in)|first part of)[- ]?{MONTH}(?:(?:,? |-){YEAR})?"
    ),
    having=MONTHS,
)
@english.reads(rf"(?:the )?{MONTH}(?:'s)? (?P<part>end|mid|month[- ]?end)", having=MONTHS)
def _part_of_month(match: re.Match[str], view: View) -> date:
    part, month, year = match["part"], month_number(match), year_of(match, view) if "year" in match.groupdict() else None
    if part.startswith("first") and "days" in part:
        return _within(view, 1, view.in_year(year, lambda one: day_of(match.string, one, month, 10)))
    early = part.startswith(("early", "begin", "start", "first part")) and not part.endswith("mid")
    if early or (part.endswith(("week of", "week in")) and not part.startswith("last")):
        raise no_definite_day(match.string)
    if part.endswith("mid") or part in ("middle", "middle of", "first half of", "1st half of"):
        view.infer("middle")
        middle = view.in_year(year, lambda one: day_of(match.string, one, month, 15))
        return _within(view, 1, middle) if "half" in part else middle
    if "week" in part:
        view.infer("whole")
    if part.startswith(("late", "back", "tail")):
        view.infer("late")
    end = whole(match.string, view, year, month, 1)
    view.starts = None
    return _within(view, 16, end) if "half" in part else end


def _within(view: View, first: int, last: date) -> date:
    """The last day of a part of a month; on which day it begins is kept in mind where it is no deadline."""
    if view.looks != "ahead":
        view.starts = last.replace(day=first)
    return last


@english.reads(r"(?:the )?mid(?:dle)?(?:[- ]| of )(?:the )?(?:(?P<which>this|next) )?(?P<what>month|year)", having=("mid",))
@english.reads(r"(?:(?P<which>this|next) )?mid[- ]?(?P<what>month|year)", having=("mid",))
@english.reads(r"mid(?:dle of |[- ])(?P<year>\d{4})", having=("mid",))
def _middle(match: re.Match[str], view: View) -> date:
    view.infer("middle")
    if match.groupdict().get("year"):
        return month_end(match.string, int(match["year"]), 6)
    if match["what"] == "year":
        return (
            view.in_some_year(lambda one: month_end(match.string, one, 6))
            if not match["which"]
            else month_end(match.string, view.counted_from(match.string).year + weeks_or_months(match["which"]), 6)
        )
    base = view.counted_from(match.string)
    return day_of(match.string, *months_from(base, weeks_or_months(match["which"])), 15) if match["which"] else coming_day(match.string, base, 15)


_QUARTER = rf"(?:q(?:tr|uarter)? ?(?P<quarter>[1-4])|(?P<ordinal>{FIRST_TO_FOURTH}) (?:quarter|qtr)|(?P<number>[1-4]) ?q(?:tr)?)"

_HALF = r"(?:h(?P<half>[12])|(?P<halfno>[12]) ?h|(?P<halfword>1st|2nd|first|second) half(?: of(?: the)?(?: year)?)?)"

_OF_THE_CALENDAR = pattern(r"\bcy ?'?\d|\bcalendar\b")
"""By which a quarter is none of the fiscal year: 4Q CY26."""
_AT_ITS_END = pattern(r"\b(?:eo|end|close)")
_OF_YEAR = r"(?:(?: of|,)?[- /]?(?:cy ?)?(?P<year>\d{4}|'?\d\d))?"


@english.reads(
    rf"(?:eo|(?:the )?(?:end|close) (?:of )?(?:the )?)?(?:the )?(?:cy ?(?P<cy>\d\d|\d{{4}}) )?{_QUARTER}(?: end| close)?{_OF_YEAR}(?: end| close)?",
    having=("q",),
)
@english.reads(rf"(?:before|prior to) (?:the )?{_QUARTER}(?: end| close){_OF_YEAR}", having=("q",))
@english.reads(rf"(?P<part>late) {_QUARTER}{_OF_YEAR}", having=("q",))
@english.reads(rf"(?P<year>\d{{4}})[- /]?{_QUARTER}", having=("q",))
def _quarter(match: re.Match[str], view: View) -> date:
    number = int(match["quarter"] or match["number"] or ORDINALS[match["ordinal"]])
    if match.groupdict().get("part"):
        view.infer("late")
    return _period(match, view, number * 3, 3)


@english.reads(rf"(?:(?:the )?end (?:of )?(?:the )?)?(?:the )?{_HALF}{_OF_YEAR}", having=("h",))
@english.reads(rf"(?P<year>\d{{4}})[- /]?{_HALF}", having=("h",))
def _half(match: re.Match[str], view: View) -> date:
    number = int(match["half"] or match["halfno"] or ORDINALS[match["halfword"]])
    half = _period(match, view, number * 6, 6)
    if match["halfno"] and match.string[-1] == "h" and match.string[0] == match["halfno"]:  # 2h by itself, where 3h is hours
        raise ambiguous(match.string, (Term(number, "hour").after(view.counted_from(match.string), view.days), half))
    return half


@english.reads(rf"{MONTH}(?:(?:,? |-|/| of |,? ?)(?P<year>\d{{4}}|'\d\d))?", having=MONTHS)
@english.reads(rf"(?P<year>\d{{4}})[- /]?{MONTH}", having=MONTHS)
def _month(match: re.Match[str], view: View) -> date:
    return _period(match, view, month_number(match), 1)


@english.reads(r"(?:(?:the )?(?:end of |year[- ]?end )?(?:the )?(?:calendar year|cy|year) ?)(?P<year>\d{4}|\d\d)", having=("year", "cy", "end"))
@english.reads(
    r"(?:the )?(?:end (?:of )?|eoy ?|y/?e ?|year[- ]?end,? )(?P<year>\d{4})|(?:eoy|y/?e) ?(?P<year3>\d\d)|(?P<year2>\d{4}) (?:year[- ]?)?end",
    having=("y", "end"),
)
def _whole_year(match: re.Match[str], view: View) -> date:
    year = int(match.groupdict().get("year2") or 0) or year_of(match, view)
    view.infer("whole")
    return month_end(match.string, year or view.own_year(), 12)


@english.reads(r"(?:the )?(?:calendar )?(?:[ck]?w|wk|week)\.? ?(?:no\.? ?|# ?)?\d{1,2}", having=("w",))
def _week_by_number(match: re.Match[str], view: View) -> date:
    """Refused here: as a day of the month, 53 would be refused for what nobody meant."""
    raise no_day("other-calendar", match.string)


_COUNTED_IN_A_MONTH = pattern(rf"(?:the )?(?:wk\.?|week) [1-6](?:,| of|, of) {MONTH}(?:,? (?:19|20|21)\d\d)?")
"""Week 3 of January is its third, not the one with the 3rd in it."""


@english.reads(r"(?:the )?(?:w/?c|w/?b|wk\.?(?: of)?|week(?: of| commencing| beginning| starting)?)[: ]+(?P<rest>.+)", having=("w",))
@english.reads(r"(?:the )?(?P<end>w/?e|week[- ]ending|wk\.? ending)[: ]+(?P<rest>.+)", having=("w",))
def _week_of(match: re.Match[str], view: View) -> date:
    from officecli.typed.dates.digits import digits

    rest = match["rest"].removeprefix("the ")
    if _COUNTED_IN_A_MONTH.fullmatch(match.string):
        raise no_definite_day(match.string)
    day = digits.read(rest, view) or english.read(rest, view)
    if day is None or not any(char.isdigit() for char in rest):
        raise no_definite_day(match.string)
    if match.groupdict().get("end"):
        return day
    view.infer("week")
    return week_of(day, view)


@english.reads(r"(?:m|month) ?\d{1,2} ?\((?P<rest>[^()]*\d[^()]*)\)", having=("m",))
def _month_of_a_project(match: re.Match[str], view: View) -> date:
    """A project's month, with that of the calendar beside it: M6 (Jul 2026)."""
    if (found := english.read(match["rest"].strip(), view)) is None:
        raise no_day("other-calendar", match.string)
    return found


def _period(match: re.Match[str], view: View, month: int, months: int) -> date:
    if view.fiscal and months > 1 and not _OF_THE_CALENDAR.search(match.string):
        raise no_day("other-calendar", match.string)
    end = whole(match.string, view, year_of(match, view), month, months)
    if _AT_ITS_END.search(match.string):
        view.starts = None  # before the end of Q3 is not before it begins
    return end
