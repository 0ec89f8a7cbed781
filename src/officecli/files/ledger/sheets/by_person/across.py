"""Finds plans with a column for each person and a row for each day or week.

| Week of | Ana Ruiz          | Ben Okoye    |
| July 6  | Order the ballots | Draft a key  |
| July 13 | Proof the ballots |              |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from officecli.files.ledger.sheets.by_person.grid import FEWEST, HEADINGS_IN, MOST, MOSTLY, PERSONS, Grid, is_meant, lines_over
from officecli.files.ledger.sheets.by_person.times import Time, is_time, times
from officecli.files.ledger.sheets.cells import cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import Shapes, SheetRow
from officecli.files.ledger.sheets.table import Table

_WEEKDAYS = frozenset("一二三四五六日天")
"""Under 星期, beside the days."""


def find_across(table: Table, shapes: Shapes) -> Grid | None:
    """Where a table is such a plan; None where it is another table, a roster, or tells what was done."""
    for at, row in enumerate(table.rows[:HEADINGS_IN] if len(table.rows) <= MOST else ()):
        heads = {place: text for place in range(len(row.cells)) if not row.banner and (text := joined_lines(row.text_at(place)))}
        names = {place: text for place, text in heads.items() if place and place not in row.inferred and shapes.names(text)}
        others = [place for place in heads if place not in names and place > min(names, default=0)]
        if len({*names.values()}) < max(PERSONS, len(names)) or others:
            continue
        when = _when(table.rows[at + 1 :], min(names), row.text_at(0))
        grid = Grid(at, at + 1, 0, {}, (), (), tuple(heads.get(place, "") for place in range(len(row.cells))), names, when)
        return grid if len(when) >= FEWEST and is_meant(table, grid, shapes, lines_over(table, at)) else None
    return None


def _when(rows: Sequence[SheetRow], first: int, heading: str) -> dict[int, Time]:
    """The times before the boxes, by the numbers of their rows; none where anything else stands before most of the boxes, as 上午 does."""
    filled = [row for row in rows if not row.banner and any(row.text_at(place) for place in range(first, len(row.cells)))]
    told = [[row.cells[place] for place in range(min(first, len(row.cells))) if row.text_at(place)] for row in filled]
    timed = [bool(cells) and all(isinstance(cell, date) or is_time(text := cell_text(cell)) or text in _WEEKDAYS for cell in cells) for cells in told]
    if sum(timed) < MOSTLY * len(filled):
        return {}
    last = [cells[0] if cells else None for cells in told]
    found = times(last, [heading] * len(last))
    return {filled[at].number: time for at, time in found.items()}
