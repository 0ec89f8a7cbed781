"""Plans with a row for each person and a column for each day, week or month: what stands in each box becomes a row of its own.

| Name      | Mon 7/6           | Tue 7/7 | Wed 7/8              |     | Owner     | Action            | Due     | Support |
| Ana Ruiz  | Order the ballots | PTO     |                      |  →  | Ana Ruiz  | Order the ballots | Mon 7/6 |         |
| Ben Okoye |                   |         | Draft a key (w/ Ana) |     | Ben Okoye | Draft a key       | Wed 7/8 | Ana     |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from officecli.files.ledger.sheets.by_person.across import find_across
from officecli.files.ledger.sheets.by_person.away import is_away, is_mark
from officecli.files.ledger.sheets.by_person.boxes import matters, read
from officecli.files.ledger.sheets.by_person.grid import FEWEST, Grid, boxes, find, signs
from officecli.files.ledger.sheets.by_person.times import Time, times
from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.sheet_rows import NOWHERE, RowNumber, Shapes, SheetRow
from officecli.files.ledger.sheets.table import Area, Book, Table
from officecli.i18n import _
from officecli.patterns import has_han

_OWNER, _ACTION, _DUE, _SUPPORT, _STATUS, _WEEK, _REMARKS = range(7)
_HEADS = {
    True: ("责任人", "事项", "完成时限", "配合", "状态", "周次", "备注"),
    False: ("Owner", "Action", "Due", "Support", "Status", "Week", "Remarks"),
}
_TITLE = 40  # characters of what may be a title over some of the rows
_ALWAYS = (_OWNER, _ACTION, _DUE)


class _Made(NamedTuple):
    """A matter of a box by its columns, those behind `_REMARKS` as they stand in the plan; which of them were not written there, and how they came to be."""

    number: RowNumber
    cells: dict[int, Cell]
    inferred: frozenset[int] = NOWHERE
    how: str = ""


def unfold(book: Book, shapes: Shapes) -> None:
    """Put a table with a row for each matter in the place of one with a row for each person and a column for each time; say so."""
    grids = [(table, grid) for table in book.tables if (grid := find(table, shapes) or find_across(table, shapes))]
    for table, grid in grids:
        _Unfolding(table, grid, shapes).unfold()
    if grids:
        what = _("A row or a column for each person, the other for each time: what stands in each box is a matter of its person, due by its time.")
        book.notes.append(what)


class _Unfolding:
    """Makes a row of each matter of one plan."""

    def __init__(self, table: Table, grid: Grid, shapes: Shapes) -> None:
        self._table, self._grid, self._shapes = table, grid, shapes
        self._areas = {(area.top, area.left): area for area in table.merged}
        self._rows: list[_Made] = []

    def unfold(self) -> None:
        """Do so, in place."""
        table, grid = self._table, self._grid
        begins = {*self._shapes.begins(table.rows)}
        end = next((at for at in range(grid.first, len(table.rows)) if at in begins), len(table.rows))
        who = ""
        for at in range(grid.first, end):
            row = table.rows[at]
            again = {} if grid.names else times(row.cells, table.rows[at - 1].cells)
            if len(again) >= FEWEST and {*again} == {*grid.times}:
                self._grid, who = grid._replace(times=again), ""
                self._rows.append(_Made(_numbered(row), {}))
                continue
            filled = [] if signs(row, grid) or (grid.names and row.number not in grid.when) else boxes(row, grid)
            here = row.text_at(grid.who) if filled else ""
            who = here or (who if filled else "")
            if who:
                self._read(row, who, filled, above=not here and not grid.names)
            else:
                self._pass(row, at + 1 < end and bool(boxes(table.rows[at + 1], grid)))
        above, below = table.rows[: grid.head], table.rows[end:]
        table.rows = [*map(_passed, above), *self._written(table.rows[grid.first - 1]), *map(_passed, below)]
        table.merged = []

    def _read(self, row: SheetRow, who: str, filled: Sequence[tuple[int, str]], *, above: bool) -> None:
        """Add the matters of a person's row, and put aside what is none; `above` where the person stands in a row above."""
        told = [(at, line) for at, text in filled for line in matters(text)]
        struck = self._table.struck.get(row.number, ())
        things = [line for at, line in told if not (is_away(line) or is_mark(line) or at in struck)]
        beside = {_REMARKS + 1 + place: row.cells[place] for place in self._grid.before if place < len(row.cells)}
        behind = {_REMARKS + 1 + place: row.cells[place] for place in self._grid.behind if row.text_at(place)}
        for part, (at, line) in enumerate(told):
            number, who = _numbered(row, part), self._grid.names.get(at, who)
            if line in things:
                self._rows.append(self._made(number, who, line, self._area(row, at), above=above, more=beside | (behind if len(things) == 1 else {})))
            else:
                self._table.boxes.append((SheetRow(number, [who, line]), "struck" if at in struck else "box"))
        if behind and len(things) != 1:  # which of several it is of, nobody says
            self._table.boxes.append((SheetRow(_numbered(row, len(told)), [who, *behind.values()]), "box"))

    def _pass(self, row: SheetRow, over: bool) -> None:
        """Leave a row of one text as the title of what it stands `over`, or as a remark below all, and put aside any other."""
        texts = [*dict.fromkeys(text for place in range(len(row.cells)) if (text := row.text_at(place)))]
        below_all = not any(one.number > row.number for one in self._table.rows if boxes(one, self._grid))
        titled = over and len(texts) == 1 and len(texts[0]) <= _TITLE and not texts[0].endswith((".", "。"))
        if len(texts) == 1 and (below_all or titled):
            self._rows.append(_Made(_numbered(row), {_ACTION: texts[0]}))
        else:
            self._table.boxes.append((SheetRow(_numbered(row), [*texts]), "box"))

    def _area(self, row: SheetRow, at: int) -> Area:
        """What a box takes up."""
        return self._areas.get((row.number, at), Area(row.number, at, row.number, at))

    def _made(self, number: RowNumber, who: str, line: str, area: Area, *, above: bool, more: Mapping[int, Cell]) -> _Made:
        """The row of one matter: of a box that runs over several columns the last one's time, over several people the others' help."""
        box = read(line, self._shapes)
        time = self._time(area)
        support = [box.support, *self._others(area, who)]
        cells: dict[int, Cell] = {_OWNER: who, _ACTION: box.what, _DUE: box.due or time.due, _SUPPORT: "; ".join(filter(None, support))}
        cells |= {_STATUS: box.state, _WEEK: time.heading if time.long and box.within else "", _REMARKS: box.remark}
        inferred = {place for place, is_so in ((_OWNER, above), (_DUE, not box.due)) if is_so}
        return _Made(number, cells | {**more}, frozenset(inferred), _("it stands under “{heading}”").format(heading=time.heading))

    def _time(self, area: Area) -> Time:
        """The last time that a box is of."""
        times, last = (self._grid.when, area.bottom) if self._grid.names else (self._grid.times, area.right)
        return times[max(at for at in times if at <= last)]

    def _others(self, area: Area, who: str) -> list[str]:
        """Who else a box is of that runs over several of them."""
        below = [row.text_at(self._grid.who) for row in self._table.rows if area.top < row.number <= area.bottom]
        beside = [name for place, name in self._grid.names.items() if area.left < place <= area.right]
        return [name for name in dict.fromkeys(beside if self._grid.names else below) if name and name != who]

    def _written(self, head: SheetRow) -> Iterator[SheetRow]:
        """The rows under their headings, without columns in which nothing stands."""
        used = sorted({*_ALWAYS, *(place for one in self._rows for place, cell in one.cells.items() if cell not in (None, ""))}, key=self._order)
        heads = _HEADS[any(has_han(text) for one in self._rows for text in (str(one.cells.get(_OWNER, "")), str(one.cells.get(_ACTION, ""))))]
        headings: list[Cell] = [heads[place] if place <= _REMARKS else self._grid.texts[place - _REMARKS - 1] or heads[_REMARKS] for place in used]
        yield SheetRow(_numbered(head), headings)
        for one in self._rows:
            cells = [one.cells.get(place) or None for place in used] if one.cells else [*headings]
            inferred = frozenset(at for at, place in enumerate(used) if place in one.inferred)
            yield SheetRow(one.number, cells, inferred, banner=_OWNER not in one.cells and bool(one.cells), how=one.how)

    def _order(self, place: int) -> tuple[int, int]:
        """The columns before the names first, and those behind the boxes last."""
        at = place - _REMARKS - 1
        return (0, at) if at in self._grid.before else (1, place)


def _numbered(row: SheetRow, part: int = 0) -> RowNumber:
    """The number of a part of a row, as it stands among the tables of its sheet."""
    of = row.number if isinstance(row.number, RowNumber) else RowNumber(row.number, "", 0)
    return RowNumber(of.shown, of.sheet, of.order, part)


def _passed(row: SheetRow) -> SheetRow:
    """A row that is no person's, as it stands."""
    row.number = _numbered(row)
    return row
