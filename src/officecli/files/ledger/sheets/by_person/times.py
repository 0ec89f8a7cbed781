"""The days, weeks and months over the columns of a plan: Mon 7/6, 周一（7月6日）, 第一周（7月6日—7月10日）, Week of July 6."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from officecli.files.ledger.sheets.cells import Cell, cell_text, joined_lines
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME, MONTHS, WEEK_HAN, WEEKDAY_NAME

_LONGEST = 40  # characters
_DAY = (
    r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}(?:[-/.](?:20)?\d\d)?(?![\d.])"
    rf"|\b(?:{MONTH_NAME})\b\.?(?:\s*\d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,?\s*20\d\d)?|\b(?:\d{{1,2}}\s*[-–—]\s*)?\d{{1,2}}(?:st|nd|rd|th)?[\s-]*(?:{MONTH_NAME})\b\.?(?:\s*20\d\d)?"
    r"|(?:20\d\d年)?\d{1,2}月(?:份|\d{1,2}[日号]?)?|\d{1,2}[日号]"
)
_WEEKDAY = rf"\b(?:{WEEKDAY_NAME})\b\.?|{WEEK_HAN}[一二三四五六日天]"
_WEEK = r"第[一二三四五六\d]{1,3}周|\b(?:week|wk\.?|w)\s*#?\d{1,2}\b|\b\d(?:st|nd|rd|th) (?:week|wk)\b"
_NUMBERED = pattern(_WEEK)
_TIME = pattern(rf"{_DAY}|{_WEEKDAY}|{_WEEK}|[上中下]旬|\bq[1-4]\b|第?[一二三四1-4]季度")
_BESIDE = pattern(
    r"\b(?:week|wk\.?)\s*(?:of|ending|beginning|commencing|starting)\b|\bw/?[cbeo]\b\.?|[-–—~～至到]\s*\d{1,2}(?:st|nd|rd|th|[日号])?\b|[-–—~～至到]"
    r"|\bto\b|\bthe\b|20\d\d年?"
)
"""What may stand beside a time, and says no other."""
_NUMBER = pattern(r"\d{1,2}")
_WEEKDAY_ALONE = pattern(rf"(?:{_WEEKDAY})")
_OF_A_DAY = pattern(r"\d.*\d|\d[日号]|[a-z]{3}.*\d")
_IN_BRACKETS = pattern(
    rf"(?P<week>{_WEEK})?\s*[(（]\s*(?P<days>[^()（）]*\d[^()（）]*)\s*[)）]"
    rf"|(?P<week2>{_WEEK})[\s:：,，–—-]+(?P<days2>[^()（）]*\d[^()（）]*)",
    re.IGNORECASE,
)
_SPAN = pattern(
    rf"[-–—~～至到]|\bto\b|{_WEEK}|\bweek\b|\bwk\b|\bw/?[cbeo]\b|[旬季]|\bq\d"
    rf"|^\W*(?:{MONTH_NAME})\b\.?(?:,? ?20\d\d)?\W*$|^\W*(?:20\d\d年)?\d{{1,2}}月份?\W*$"
)
_ISO = pattern(r"20\d\d-\d{1,2}-\d{1,2}")
_ENDING = pattern(r"\b(?:week|wk\.?)\s*ending\b|\bw/?e\b|周[末五]|截[至止]")
_IN_FIGURES = pattern(r"(?P<one>\d{1,2})[-/.](?P<other>\d{1,2})|(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?")
_IN_WORDS = pattern(rf"(?:{_WEEKDAY})?,?\s*(?P<name>{MONTH_NAME})\.?\s*(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})[\s-]*(?P<name2>{MONTH_NAME})")
_A_WEEK = timedelta(days=7)


class Time(NamedTuple):
    """What stands over a column, as it is told, the words or the day by which what stands below is due, and whether it is longer than a day."""

    heading: str
    due: Cell
    long: bool


def is_time(text: str) -> bool:
    """Whether a text is a day, a week or a longer time and nothing else."""
    plain = _plain(text)
    if not plain or len(plain) > _LONGEST or not _TIME.search(plain):
        return False
    rest = _BESIDE.sub(" ", _TIME.sub(" ", plain))
    return not any(map(str.isalnum, rest))


def times(row: Sequence[Cell], over: Sequence[Cell] = ()) -> dict[int, Time]:
    """The times that stand side by side in a row, by their places; `over` stands in the row above, as 第一周 or Week ending does."""
    found = {at: cell for at, cell in enumerate(row) if _is_time(cell)}
    ended = " ".join(map(_plain_cell, over))
    weekly = _a_week_apart([*found.values()]) and not _ENDING.search(ended)
    return {at: _time(cell, _over(over, at), weekly=weekly) for at, cell in found.items()}


def are_numbers(row: Sequence[Cell], over: dict[int, Time]) -> bool:
    """Whether the bare days of a month stand under weekdays: 6, 7, 8 under Mon, Tue, Wed."""
    days = [int(number) for at in over if at < len(row) and _NUMBER.fullmatch(number := _plain_cell(row[at]))]
    return len(days) == len(over) and days == sorted({*days}) and all(_WEEKDAY_ALONE.fullmatch(_plain(time.heading)) for time in over.values())


def numbered(time: Time, cell: Cell, month: str) -> Time:
    """A weekday with the day of the `month` that stands below it."""
    number = _plain_cell(cell)
    if not time.heading.isascii():
        words = f"{month}{number}日（{time.heading}）"
    else:
        words = f"{time.heading}, {month} {number}" if month else f"{time.heading} {number}"
    return Time(words, words, long=False)


def _is_time(cell: Cell) -> bool:
    return isinstance(cell, date) or (isinstance(cell, str) and is_time(cell))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", joined_lines(text)).casefold().strip()


def _plain_cell(cell: Cell) -> str:
    return _plain(cell_text(cell)).removesuffix(".0")


def _over(over: Sequence[Cell], at: int) -> str:
    text = cell_text(over[at]) if at < len(over) else ""
    return joined_lines(text) if _NUMBERED.fullmatch(_plain(text)) else ""


def _time(cell: Cell, over: str, *, weekly: bool) -> Time:
    text = joined_lines(cell_text(cell))
    long = bool(_SPAN.search(_ISO.sub("", _plain(text))))
    heading = f"{over} {text}" if over else text
    if weekly and not long:
        return Time(heading, f"{text}当周" if not text.isascii() else f"week of {text}", long=True)
    if isinstance(cell, date):
        return Time(heading, cell.date() if isinstance(cell, datetime) else cell, long)
    inner = _IN_BRACKETS.fullmatch(text)
    days = (inner["days"] or inner["days2"]) if inner else ""
    return Time(heading, days.strip() if days and _OF_A_DAY.search(_plain(days)) else text, long)


def _a_week_apart(cells: Sequence[Cell]) -> bool:
    """Whether each day is a week after the one before it; of days in figures the month may stand first or last."""
    for month_first in (True, False):
        days = [_day(cell, month_first=month_first) for cell in cells]
        if len(days) > 1 and all(before and after and after - before == _A_WEEK for before, after in pairwise(days)):
            return True
    return False


def _day(cell: Cell, *, month_first: bool) -> date | None:
    """The day of a cell that holds no more, in some year."""
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    text = _plain_cell(cell)
    if found := _IN_FIGURES.fullmatch(text):
        one, other = (found["one"], found["other"]) if found["one"] else (found["month"], found["day"])
        month, day = (int(one), int(other)) if month_first or found["month"] else (int(other), int(one))
    elif found := _IN_WORDS.fullmatch(text):
        month, day = MONTHS.index((found["name"] or found["name2"])[:3]) + 1, int(found["day"] or found["day2"])
    else:
        return None
    try:
        return date(2000, month, day)
    except ValueError:
        return None
