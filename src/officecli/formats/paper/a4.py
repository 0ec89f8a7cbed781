"""How a sheet lies on A4: upright or across, in what size of type, how wide each column."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from officecli.formats.paper.sheet import Sheet
from officecli.formats.terminal.layout import GAP, fit
from officecli.reports.shape.report import Column

LONG, SHORT = 297.0, 210.0  # mm
MARGIN = 18.0  # mm, on every side
_CELL = 0.52 * 25.4 / 72  # mm for each point of type: half a Han character, or a Latin one in bold
_AROUND = len(GAP) + 1  # cells: the padding on both sides, and what a broad letter takes more
_LOOKED_AT = 200  # rows of a table that say how wide its columns should be; a million would say the same
_SMALL = 7.0  # points: below that, columns are many
_OF_REPORTS = ((False, 9.0), (True, 9.0), (True, 7.5), (True, 6.0))
_OF_BOOKS = ((False, 9.0), (False, 8.0), (False, 7.5), (True, 7.5), (True, 6.0))
_WORDS = frozenset({"word", "words", "missing"})

Columns = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """`across`: landscape. `points` is the size of the type in tables, `shares` the part of the width that each of a table's columns gets."""

    across: bool
    points: float
    shares: dict[Columns, list[float]] = field(default_factory=dict)

    @property
    def room(self) -> float:
        """Between the margins, in mm."""
        return (LONG if self.across else SHORT) - 2 * MARGIN


def paper_for(sheet: Sheet) -> Paper:
    """The first of upright, across and across in smaller type on which every table shows every column; the last, if none does.

    A paper of several parts is read like a book, and stays upright as long as it can.
    Tables of the same columns are laid out as one, so that the eye finds a column where it was.
    """
    tables = _tables(sheet)
    for across, points in _OF_BOOKS if sheet.contents else _OF_REPORTS:
        paper = Paper(across, points)
        room = int(paper.room / (points * _CELL))
        fitted = [_widths(columns, cells, room, dense=points < _SMALL) for columns, cells in tables.items()]
        if all(fitted):
            break
    for (columns, cells), widths in zip(tables.items(), fitted, strict=True):
        while not widths:  # wider than any paper: as it would be on one wide enough, drawn together
            room = room * 5 // 4
            widths = _widths(columns, cells, room, dense=True)  # noqa: PLW2901 - the widths of this table, once there are any
        paper.shares[columns] = [wide / sum(widths) for wide in widths]
    return paper


def _widths(columns: Columns, cells: list[list[str]], room: int, *, dense: bool) -> list[int]:
    """The cells each column gets, padding included; none where the room is too small. On a `dense` paper long text has to do with less."""
    found = fit([_wrapping(column, dense=dense) for column in columns], cells, room)
    return [wide + _AROUND for wide in found[1]] if found else []


def _wrapping(column: Column, *, dense: bool) -> Column:
    """A column that no paper leaves out, and whose words may take several lines."""
    return replace(column, weight=1, wide=column.wide and not dense, kind="text" if column.kind in _WORDS else column.kind)


def _tables(sheet: Sheet) -> dict[Columns, list[list[str]]]:
    """The cells of each kind of table."""
    tables: dict[Columns, list[list[str]]] = {}
    for part in sheet.parts:
        for grid in part.grids:
            cells = tables.setdefault(grid.columns, [])
            cells += (texts for _values, texts in grid.rows[: max(0, _LOOKED_AT - len(cells))])
    return tables
