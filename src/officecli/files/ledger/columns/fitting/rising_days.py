"""Columns of days that follow one another in every row, as the stages of a plan do: 方案设计, 招标采购, 竣工验收."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from officecli.files.ledger.columns.by_heading.of_a_time import stretch
from officecli.files.ledger.columns.contents import ENOUGH, NEARLY_ALL
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.patterns import pattern

_SEVERAL = 3
"""Columns that make up stages; two may be a day that was planned and one on which something came about."""
_SOME_YEAR = date(2000, 12, 31)
"""Days without a year are compared as those of one."""
_CAME_ABOUT = pattern(r"实际|actual")


def are_stages(rows: Sequence[Sequence[Cell]], places: Sequence[int], texts: Sequence[str]) -> bool:
    """Whether the days under these headings come later from left to right in practically every row that has them all."""
    if len(places) < _SEVERAL or any(_CAME_ABOUT.search(texts[place].casefold()) for place in places):
        return False
    days = [[_last_day(cells[place]) for place in places] for cells in rows]
    whole = [[day for day in row if day] for row in days if all(row)]
    rising = sum(all(before < after for before, after in pairwise(row)) for row in whole)
    return len(whole) >= ENOUGH and rising >= NEARLY_ALL * len(days)


def is_later_stage(rows: Sequence[Sequence[Cell]], before: int, place: int) -> bool:
    """Whether the days in one column are never before those in another, and some behind them."""
    days = [pair for cells in rows if all(pair := (_last_day(cells[before]), _last_day(cells[place])))]
    return len(days) >= ENOUGH and all(one <= other for one, other in days if one and other) and any(one != other for one, other in days)


def _last_day(cell: Cell) -> date | None:
    found = stretch(cell_text(cell), None, _SOME_YEAR)
    return found[1] if found else None
