"""The quarters and the months that have a column each, and what a row says is to be done in them: x under Q2 and Q3, 起草 under 7月."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.plain import DAY_WORD, plain_text
from officecli.files.ledger.words.states import read_state
from officecli.patterns import has_han, pattern
from officecli.typed.dates import Reading
from officecli.typed.dates.names import MONTH_NAME
from officecli.typed.text import is_nothing

_QUARTER = pattern(r"(?:^|第|年)(?P<quarter>[一二三四1-4])季度?")
_IN_ENGLISH = pattern(rf"(?P<quarter>(?:20\d\d )?q[1-4](?:,? ?20\d\d)?)|(?:(?P<year>20\d\d) )?(?P<month>(?:{MONTH_NAME})\.?(?:,? ?20\d\d)?)")
_MONTH = pattern(r"(?P<year>20\d\d年?)?(?P<month>1[0-2]|0?[1-9])月份?")
_FIGURE = pattern(r"[\d.,%％]+")
_TOLD = pattern(r"完成|进展|实际|情况|得分|结果")
_MARKS = frozenset({"x", "√", "✓", "✔", "■", "●", "•", "*", "◆", "▲"})

_OFTEN = pattern(
    r"(?:按|逐|每)(?:个|两个?|半)?(?:月|季度?|周|年|旬)[\u3400-\u9fff\d]{0,8}"
    r"|(?:every|each) (?:month|quarter|week)(?: [a-z]+){0,3}|(?:monthly|quarterly|weekly)(?: [a-z]+){0,3}"
)
"""All that a remark says is how often: 每月一期, monthly newsletter."""
_BY = pattern(
    r"(?:时间|时限)?:?(?:须|应|请|务必|争取|于|在)?(?P<han>(?:\d{1,2}月)\d{1,2}[日号](?:之前|以前|前)?|\d{1,2}[日号](?:之前|以前|前))(?:完成|办结|结束|举办|召开|报送|上报|交付|提交|开展)?"
    rf"|(?:(?:due|to be done|must be done) )?(?:by|before|nlt|no later than|due|on or before) (?P<word>{DAY_WORD})"
)
"""All that a remark says is by which day: 9月11日前, by Sept 11."""
_MANY = 3
"""Times under which nothing but the mark of an end stands, so that it is done in each of them."""

Time = tuple[str, str]
"""How a deadline says the end of a time, and what stands under it; "" for nothing."""


def quarters(cells: RowCells) -> list[Time]:
    """The quarters that have a column of what is to be done, with what stands there."""
    found = [
        (f"{quarter['quarter']}季度末", _planned(cells, place))
        for place, heading in cells.headings_kept()
        if (quarter := _QUARTER.search(heading)) and not _TOLD.search(heading)
    ]
    return found or _in_english(cells, "quarter")


def months(cells: RowCells) -> list[Time]:
    """The months that have a column each, with what stands there."""
    found = [
        (f"{_year(month)}{int(month['month'])}月底", _planned(cells, place))
        for place, heading in cells.headings_kept()
        if (month := _MONTH.fullmatch(heading))
    ]
    return found or _in_english(cells, "month")


def _year(month: re.Match[str]) -> str:
    return f"{month['year'].rstrip('年')}年" if month["year"] else ""


def _planned(cells: RowCells, place: int) -> str:
    """What stands at a place, where it says what is to be done: no figure."""
    text = cell_text(cells.at(place)).strip()
    return "" if is_nothing(text) or _FIGURE.fullmatch(text) else text


def _in_english(cells: RowCells, kind: str) -> list[Time]:
    """The times of a kind in English; none where it is told under them how far the work was then: Q1: On track."""
    found = [
        (f"{time[kind]} {time['year']}" if kind == "month" and time["year"] else time[kind], _planned(cells, place))
        for place, heading in cells.headings_kept()
        if (time := _IN_ENGLISH.fullmatch(heading.strip().casefold())) and time[kind]
    ]
    told = any(text and text.casefold() not in _MARKS and read_state(text) for _time, text in found)
    return [] if told else found


def is_done_in_each(cells: RowCells, times: Sequence[Time], ends: Collection[str]) -> bool:
    """Whether what is to be done comes again: nothing but the mark of an end, one of `ends`, stands under several times, or a remark says how often."""
    marked = [text for _time, text in times if text]
    if len(marked) >= _MANY and ends and all(text in ends for text in marked):
        return True
    return len(marked) > 1 and any(_OFTEN.fullmatch(plain_text(text)) for _heading, text in cells.notes(()))


def day_within(cells: RowCells, dates: DateCells, last: Reading, issued: date | None) -> Reading | None:
    """The day within the month that is marked, `last` its end, by which all that a remark says is that it is to be done."""
    for _heading, text in cells.notes(()):
        found = _BY.fullmatch(plain_text(text))
        words = (found["han"] or found["word"]) if found else ""
        if words and "月" not in words and words[0].isdecimal() and has_han(words):
            words = f"{last.day.month}月{words}"
        reading = dates.day_in("due", words, issued) if words else None
        if reading and (reading.day.year, reading.day.month) == (last.day.year, last.day.month):
            return reading
    return None
