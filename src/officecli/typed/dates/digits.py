"""Dates written in digits alone: 2026-12-01, 2026/12/1, 2026.7.5, 20261201, 31/12/2026."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates.grammar import Grammar
from officecli.typed.dates.landmarks import coming, day_of
from officecli.typed.dates.refusals import ambiguous, short_year

digits = Grammar()

# What spreadsheets add to a day that has no time.
MIDNIGHT = r"(?:[ t]0?0:00(?::00(?:\.0+)?)?)?"


@digits.reads(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){MIDNIGHT}")
def _year_first(match: re.Match[str], base: date, days: WorkingDays) -> date:
    return day_of(match.string, int(match[1]), int(match[3]), int(match[4]))


@digits.reads(r"(\d{4})(\d\d)(\d\d)")
def _eight_digits(match: re.Match[str], base: date, days: WorkingDays) -> date:
    return day_of(match.string, int(match[1]), int(match[2]), int(match[3]))


@digits.reads(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){MIDNIGHT}")
def _year_last(match: re.Match[str], base: date, days: WorkingDays) -> date:
    return _only_reading(match, partial(day_of, match.string, int(match[4])))


@digits.reads(r"(\d{1,2})([-/.])(\d{1,2})")
def _no_year(match: re.Match[str], base: date, days: WorkingDays) -> date:
    # Dots are no clearer than strokes: 7.5 is July in China and May in Germany, and a spreadsheet turns 7.10 into 7.1.
    return _only_reading(match, partial(coming, match.string, base))


@digits.reads(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})")
def _two_digit_year(match: re.Match[str], base: date, days: WorkingDays) -> date:
    if int(match[1]) <= 12:
        _only_reading(match, partial(day_of, match.string, 2000 + int(match[4])))
    raise short_year(match.string)


def _only_reading(match: re.Match[str], dated: Callable[[int, int], date]) -> date:
    """The date `dated` gives for month and day, whichever of the two numbers is which; BadInput if both can be either."""
    one, other = int(match[1]), int(match[3])
    if one != other and 1 <= one <= 12 and 1 <= other <= 12:
        raise ambiguous(match.string, (dated(one, other), dated(other, one)))
    return dated(other, one) if one > 12 else dated(one, other)
