"""Cells that are one whole day, real or in words: whether it has been, and which of two comes first, before it is known whether the month stands first."""

from __future__ import annotations

import re
from datetime import date

from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME, MONTHS, WEEKDAY_NAME

_FULL_DAY = pattern(r"(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,4})日?(?:[ T前]|$)")
_IN_WORDS = pattern(
    (
        rf"(?:(?P<month>{MONTH_NAME})\.?[ -]?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[ -]?(?P<month2>{MONTH_NAME})\.?)(?:(?:, ?|[ -])'?(?P<year>\d{{4}}|\d{{2}}))?(?: \d{{1,2}}:.*)?"
    ),
    re.IGNORECASE,
)
_WEEKDAY = pattern(rf"(?:{WEEKDAY_NAME})\b[.,]? +", re.IGNORECASE)
_YEARLESS = pattern(r"(\d{1,2})月(\d{1,2})日?")
_MONTHS, _HALF = 12, 6

_Day = tuple[int, int, int]


def is_whole(cell: Cell, text: str) -> bool:
    """Whether a cell is a whole day, of which it can be told whether it has been; one without a year is meant of this."""
    return bool(_ways(cell, text, 0))


def is_past(cell: Cell, text: str, today: date) -> bool:
    """Whether a cell is a whole day up to today, in whichever order its numbers stand."""
    return any(day <= (today.year, today.month, today.day) for day in _ways(cell, text, today.year))


def is_before(cell: Cell, other: Cell) -> bool:
    """Whether one whole day is before another, in whichever order their numbers stand; without their years, by less than half of one."""
    ways = zip(_ways(cell, cell_text(cell), 0), _ways(other, cell_text(other), 0), strict=False)
    possible = [(one, two) for one, two in ways if max(one[1], two[1]) <= _MONTHS]
    return bool(possible) and all(
        one < two and (one[0] == two[0] or 0 not in (one[0], two[0])) and (one[0] > 0 or two[1] - one[1] <= _HALF) for one, two in possible
    )


def _ways(cell: Cell, text: str, year: int) -> tuple[_Day, ...]:
    """A day with its month before its day, and with the day before the month; of the `year` where it names none. Nothing for what is no whole day."""
    if isinstance(cell, date):
        return ((cell.year, cell.month, cell.day),) * 2
    text = _WEEKDAY.sub("", text, count=1) if text[:1].isalpha() else text
    if found := _YEARLESS.fullmatch(text.rstrip("前")):
        return ((year, int(found[1]), int(found[2])),) * 2
    if found := _IN_WORDS.fullmatch(text):
        month = MONTHS.index((found["month"] or found["month2"])[:3].casefold()) + 1
        named = int(found["year"]) % 100 + 2000 if found["year"] else year
        return ((named, month, int(found["day"] or found["day2"])),) * 2
    if not (found := _FULL_DAY.match(text)):
        return ()
    first, middle, last = (int(one) for one in found.groups())
    if len(found[1]) > 2:
        return ((first, middle, last),) * 2
    return (last % 100 + 2000, first, middle), (last % 100 + 2000, middle, first)
