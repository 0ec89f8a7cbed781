"""The quarters and the months that have a column each, and what a row says is to be done in them: x under Q2 and Q3, 起草 under 7月."""

from __future__ import annotations

import re

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.states import read_state
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME
from officecli.typed.text import is_nothing

_QUARTER = pattern(r"(?:^|第|年)(?P<quarter>[一二三四1-4])季度?")
_IN_ENGLISH = pattern(rf"(?P<quarter>(?:20\d\d )?q[1-4](?:,? ?20\d\d)?)|(?:(?P<year>20\d\d) )?(?P<month>(?:{MONTH_NAME})\.?(?:,? ?20\d\d)?)")
_MONTH = pattern(r"(?P<year>20\d\d年?)?(?P<month>1[0-2]|0?[1-9])月份?")
_FIGURE = pattern(r"[\d.,%％]+")
_TOLD = pattern(r"完成|进展|实际|情况|得分|结果")
_MARKS = frozenset({"x", "√", "✓", "✔", "■", "●", "•", "*", "◆", "▲"})

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
