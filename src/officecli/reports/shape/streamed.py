"""Rows that are fetched while they are written: a report of a million of them takes no more memory than one of a hundred."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, overload

Row = dict[str, Any]


class Streamed(Sequence[Row]):
    """So many rows, made anew by `make` whenever they are gone through; only as long as the reader they come from is open."""

    def __init__(self, total: int, make: Callable[[], Iterator[Row]]) -> None:
        self._total = total
        self._make = make

    def __len__(self) -> int:
        return self._total

    def __iter__(self) -> Iterator[Row]:
        return self._make()

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return tuple(islice(self, *at.indices(self._total)))
        return next(islice(self, range(self._total)[at], None))
