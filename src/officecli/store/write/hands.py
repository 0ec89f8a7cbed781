"""The hands that entries of the trail are in: each stands once, in a row that is made when it is first needed."""

from __future__ import annotations

from typing import Any

from officecli.store.proof.chain import Hand
from officecli.store.read.reader import Reader

COLUMNS = ("id", *Hand._fields)

_KNOWN = f"SELECT {', '.join(COLUMNS)} FROM hand"


class Hands:
    """Those of one command: `waiting` are the rows that are not written yet."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._numbers: dict[Hand, int] = {}
        self.waiting: list[tuple[Any, ...]] = []

    def number(self, hand: Hand) -> int:
        """The number of a hand; one that is new gets the next."""
        if hand not in self._numbers:
            known = self._read.rows(f"{_KNOWN} WHERE actor = :actor", actor=hand.actor)
            self._numbers |= {Hand(*(row[name] for name in Hand._fields)): row["id"] for row in known}
        if hand not in self._numbers:
            last = self.waiting[-1][0] if self.waiting else int(self._read.value("SELECT COALESCE(MAX(id), 0) FROM hand"))
            self._numbers[hand] = last + 1
            self.waiting.append((last + 1, *hand))
        return self._numbers[hand]

    def part(self) -> Hands:
        """The same hands for a part of the command, none of which waits: what it makes goes with it where it is taken back."""
        part = Hands(self._read)
        part._numbers = dict(self._numbers)
        return part

    def are_kept(self, written: list[tuple[Any, ...]]) -> bool:
        """Whether these rows are there as they were written."""
        first, last = written[0][0], written[-1][0]
        there = self._read.rows(f"{_KNOWN} WHERE id BETWEEN :first AND :last ORDER BY id", first=first, last=last)
        return [tuple(row.values()) for row in there] == written
