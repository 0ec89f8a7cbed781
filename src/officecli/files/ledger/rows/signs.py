"""Signs seen anywhere in a table: a question whose sign no cell shows is put to no row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.sheets.cells import Cell, Unclear, cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow

Sign = Callable[[str], object]
"""Whether a text shows what a question asks about, so that without it the question has no answer."""

KEPT = "kept"
"""In the place of a column: all those that no column takes."""


class Signs:
    """Looks for signs in the `rows` under these headings, once for all of them; where no rows are known any sign may stand.

    `ends` are the marks under months by which a matter is to be over, and whether the ledger itself says so.
    """

    def __init__(self, headings: Headings, rows: Sequence[SheetRow] | None = None, ends: Mapping[str, bool] = MappingProxyType({})) -> None:
        self.ends = ends
        self._headings = headings
        self._rows = rows
        self._doubtful: tuple[str, ...] | None = None
        self._shown: dict[tuple[Sign, tuple[str, ...]], bool] = {}

    def anywhere(self, sign: Sign, *keys: str) -> bool:
        """Whether any cell under these columns may show the sign."""
        found = self._shown.get((sign, keys))
        if found is None:
            found = self._rows is None or any(any(map(sign, _texts(self._rows, place))) for key in keys for place in self._places(key))
            self._shown[sign, keys] = found
        return found

    def doubtful(self) -> tuple[str, ...]:
        """The columns in which a cell may not be readable; nearly all are in none."""
        if self._doubtful is None:
            rows = self._rows
            self._doubtful = tuple(
                key
                for key in self._headings.columns
                if rows is None or any(any(map(_is_doubtful, {*_cells(rows, place)})) for place in self._places(key))
            )
        return self._doubtful

    def _places(self, key: str) -> Iterator[int]:
        """Where the cells of a column stand."""
        if key == KEPT:
            yield from self._headings.kept
        elif key in self._headings.columns:
            yield self._headings.columns[key]
            yield from self._headings.more.get(key, ())


def _is_doubtful(cell: Cell) -> bool:
    """Whether a cell may hold what cannot be read: it is unclear, has characters nobody sees, or shows an error."""
    return not (cell.isprintable() and not cell.startswith("#")) if isinstance(cell, str) else isinstance(cell, Unclear)


def _texts(rows: Sequence[SheetRow], place: int) -> Iterator[str]:
    """The texts of a column, each once; of rows that were read already nothing is left to be asked."""
    cells = _cells(rows, place)
    yield from map(cell_text, {cell for cell in cells if isinstance(cell, str)})
    yield from (cell_text(cell) for cell in cells if not isinstance(cell, str))


def _cells(rows: Sequence[SheetRow], place: int) -> list[Cell]:
    """The cells of a column."""
    return [row.cells[place] for row in rows if place < len(row.cells)]
