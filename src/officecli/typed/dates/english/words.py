"""The words of days in English, and the grammar they make up."""

from __future__ import annotations

import re

from officecli.typed.dates.grammar import Grammar
from officecli.typed.dates.names import MONTH_NAME, MONTHS, UNITS, WEEKDAY_NAME, ordinal_number
from officecli.typed.dates.refusals import short_year
from officecli.typed.dates.view import View

english = Grammar()

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

NUMBERS = {
    **{word: number for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1)},
    "a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90,
}  # fmt: skip

ORDINALS = {**{word: ordinal_number(word) for word in UNITS[:5]}, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "last": -1, "final": -1}

TERMS = {
    "b": "working day",
    "wo": "working day",
    "wd": "working day",
    "d": "day",
    "c": "day",
    "w": "week",
    "f": "fortnight",
    "m": "month",
    "y": "year",
    "h": "hour",
}

NEARLY = 10
"""A year of two digits is one of so many around today's."""

MONTH = rf"(?P<month>{MONTH_NAME})\.?"

DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"

WEEKDAY = rf"(?P<weekday>{WEEKDAY_NAME})\.?"

YEAR = r"(?P<year>(?:19|20|21)\d\d|'?\d\d)"

WHICH = r"(?:(?:the|(?P<which>this|next|last|current|the following)) )"

NTH = rf"(?P<nth>{'|'.join(ORDINALS)})"


def weekday_number(name: str) -> int:
    """0 for monday or mon."""
    return WEEKDAYS.index(name[:3])


def month_number(match: re.Match[str]) -> int:
    """The month a match names."""
    return MONTHS.index(match["month"][:3]) + 1


def year_of(match: re.Match[str], view: View) -> int | None:
    """The year a match names; None if it names none; BadInput for two digits that are no year near."""
    said = match.groupdict()
    written = (said.get("year") or said.get("year4") or said.get("year3") or said.get("cy") or "").lstrip("'")
    if len(written) != 2:
        return int(written) if written else None
    year = 2000 + int(written)
    if abs(year - view.today.year) > NEARLY:
        raise short_year(match.string)
    return year


def weeks_or_months(which: str | None) -> int:
    """How many weeks, months, quarters or years on: 1 for next."""
    return {"next": 1, "the following": 1, "last": -1, "this past": -1}.get(which or "", 0)
