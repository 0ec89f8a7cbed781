"""Tells whoever waits for a ledger how many of its rows are done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Tick = Callable[[int, int], None]
"""(rows done so far, rows in all)"""


def untold(_done: int, _all: int) -> None:
    """Nobody waits."""


AT_ONCE = 500
"""Rows between two words about it."""

T = TypeVar("T")


class Told:
    """Counts the rows of a ledger, whatever parts it is read in."""

    def __init__(self, tick: Tick, total: int) -> None:
        self._tick = tick
        self._total = total
        self._done = 0

    def each(self, rows: Iterable[T]) -> Iterator[T]:
        """The rows, each counted once it is done."""
        for row in rows:
            yield row
            self._done += 1
            if self._done % AT_ONCE == 0:
                self._tick(self._done, self._total)


def part(tick: Tick, at: int, of: int) -> Tick:
    """Tells of one part of the work (from 0) as a share of the whole, which takes every row through all its parts."""
    return lambda done, total: tick(at * total + done, of * total)
