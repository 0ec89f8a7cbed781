"""Whether rows are as the entries that made them say, seen while the trail is read in its order: a row has the number of the entry that made it, so both come in the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from officecli.store.proof import chain
from officecli.store.proof.row_text import RowText
from officecli.store.read.reader import Reader

MOST = 20_000
"""Rows of a table that are remembered; where more of them have a history, all of the table's are played."""

_SUBJECT = chain.COLUMNS.index("subject")


class AsMade:
    """Takes the entries one after the other. What is left to be played it tells in the end: most rows have one entry, and are as it made them."""

    def __init__(self, read: Reader, absent: Collection[str]) -> None:
        self._read = read
        self._seen: dict[Any, _Seen | None] = dict.fromkeys(absent)
        """The tables that entries spoke of; None: all of its rows are to be played."""

    def take(self, entries: Sequence[tuple[Any, ...]]) -> None:
        """Look at the rows of entries of one table, in which nothing is wrong."""
        subject = entries[0][_SUBJECT]
        if subject not in self._seen:
            self._seen[subject] = _Seen(self._read, subject)
        if seen := self._seen[subject]:
            for entry in entries:
                _seq, row, _item, before, after = entry[:5]
                if before is None and after is not None:
                    seen.look(row, after)
                else:
                    seen.others.add(row)
            if len(seen.others) > MOST:
                self._seen[subject] = None

    def doubt(self, entry: tuple[Any, ...]) -> None:
        """All of the table is to be played: something is wrong with an entry."""
        self._seen[entry[_SUBJECT]] = None

    def others(self) -> dict[str, list[int]]:
        """The rows that are to be played, in order, of each table of which it is not all."""
        found = {table: seen.rest() for table, seen in self._seen.items() if seen is not None}
        return {table: sorted(others) for table, others in found.items() if len(others) <= MOST and all(type(one) is int for one in others)}


class _Seen:
    """The rows of a table, as far as the trail has come; `others` are those that are not as the entry that made them, or have more of them, or none."""

    def __init__(self, read: Reader, table: str) -> None:
        names = list(read.row(f"SELECT * FROM {table} LIMIT 1") or ())
        self.others: set[Any] = set()
        self._texts = RowText(names)
        self._at = names.index("id") if names else 0
        self._rows = read.each(f"SELECT * FROM {table} ORDER BY id", {}) if names else iter(())
        self._next = next(self._rows, None)

    def look(self, row: int, after: str) -> None:
        """Whether the row of this number is as it was made; whatever stands before it no entry made."""
        found, at = self._next, self._at
        while found is not None and (type(found[at]) is not int or found[at] < row):
            self.others.add(found[at])
            found = self._next = next(self._rows, None)
        if found is None or found[at] != row:
            self.others.add(row)
            return
        if self._texts.by_pattern(found) != after:
            self.others.add(row)
        self._next = next(self._rows, None)

    def rest(self) -> set[Any]:
        """All of the others, with what stands after the last that an entry made."""
        while self._next is not None and len(self.others) <= MOST:
            self.others.add(self._next[self._at])
            self._next = next(self._rows, None)
        return self.others
