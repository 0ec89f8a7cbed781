"""Rows that are fetched while they are written, by their columns: a report of a million of them takes no more memory than one of a hundred."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from officecli.hints import Any, overload

Row = dict[str, Any]
Portion = Mapping[str, Sequence[Any]]
"""Some hundred rows by column: a key, and as many values as there are rows. What is done a column at a time costs no row anything."""

AT_ONCE = 500
"""The rows of a portion."""


class Streamed(Sequence[Row]):
    """So many rows, made anew by `make` whenever they are gone through; only as long as the reader they come from is open."""

    def __init__(self, total: int, make: Callable[[], Iterator[Portion]]) -> None:
        self._total = total
        self._make = make

    def portions(self) -> Iterator[Portion]:
        """The rows by column, some hundred at a time."""
        return self._make()

    def __len__(self) -> int:
        return self._total

    def __iter__(self) -> Iterator[Row]:
        for portion in self._make():
            for values in zip(*portion.values(), strict=True):
                yield dict(zip(portion, values, strict=True))

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return tuple(islice(self, *at.indices(self._total)))
        return next(islice(self, range(self._total)[at], None))


def by_column(rows: Iterable[Row], keys: Iterable[str]) -> Iterator[Portion]:
    """Rows in portions by these columns; None where a row has nothing."""
    if isinstance(rows, Streamed):
        yield from rows.portions()
        return
    keys, left = tuple(keys), iter(rows)
    while portion := list(islice(left, AT_ONCE)):
        yield {key: [row.get(key) for row in portion] for key in keys}
