"""What was answered of one row is the answer for every other that has the same in the cells that were looked at for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import Cell

Answer = TypeVar("Answer")

_TOLD_APART = frozenset({str, type(None), date, datetime})  # 1 equals 1.0 and True, and is read otherwise
_KEPT = 4096
"""Answers that are kept."""
_FEWEST = 300
"""Answers after which it shows whether rows say the same at all: each has its own words, perhaps."""


class AskedOnce(Generic[Answer]):
    """Puts one `question` to rows, and again only where other cells stand; an answer with which something is said of the row, or changed in it, is not kept.

    The question may look at nothing but the cells, the section and what is the same for all rows, and nobody changes its answers.
    """

    def __init__(self, question: Callable[[RowCells, str], Answer]) -> None:
        self._question = question
        self._answers: dict[tuple[tuple[str, ...], tuple[int, ...]], dict[tuple[object, ...], Answer]] = {}
        self._asked = self._spared = 0

    def of(self, cells: RowCells, section: str = "") -> Answer:
        """The answer for a row under a section."""
        if cells.problems or (self._asked > _FEWEST and self._spared < self._asked):
            return self._question(cells, section)
        before = section, *cells.inferred.items()
        for (keys, places), answers in self._answers.items():
            found = answers.get((*before, *map(cells.get, keys), *map(cells.at, places)))
            if found is not None:
                self._spared += 1
                return found
        if self._asked > _KEPT:
            return self._question(cells, section)
        self._asked += 1
        said, watched = cells.said(), _Watched(cells)
        answer = self._question(watched, section)
        if cells.said() == said and not watched.changed and _TOLD_APART.issuperset(map(type, watched.looked_at.values())):
            keys = tuple(one for one in watched.looked_at if isinstance(one, str))
            places = tuple(one for one in watched.looked_at if isinstance(one, int))
            told = [*map(watched.looked_at.get, keys), *map(watched.looked_at.get, places)]
            self._answers.setdefault((keys, places), {})[*before, *told] = answer
        return answer


class _Watched(RowCells):
    """The cells of a row while a question is answered: `looked_at` are those it hangs on, by key or place, `changed` whether one is another now."""

    def __init__(self, cells: RowCells) -> None:
        dict.__init__(self, cells)
        self.__dict__.update(cells.__dict__)
        self._cells_of = cells
        self.looked_at: dict[str | int, Cell] = {}
        self.changed = False

    def __getitem__(self, key: str) -> Cell:
        cell = super().__getitem__(key)
        self.looked_at.setdefault(key, cell)
        return cell

    def get(self, key: str, default: Any = None) -> Any:
        if key not in self:
            return default
        return self[key]

    def __contains__(self, key: object) -> bool:
        there = super().__contains__(key)
        if not there and isinstance(key, str):
            self.looked_at.setdefault(key, None)  # another row may have it by now
        return there

    def __setitem__(self, key: str, cell: Cell) -> None:
        self.changed = True
        super().__setitem__(key, cell)
        self._cells_of[key] = cell

    def at(self, place: int) -> Cell:
        return self.looked_at.setdefault(place, super().at(place))
