"""Whether rows are as the entries that made them say, seen while the trail is read in
its order: a row has the number of the entry that made it, so both come in the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

from officecli.store.proof.chain import COLUMNS
from officecli.store.proof.row_text import RowText
from officecli.store.read.reader import Reader

MOST = 20_000
"""Rows of a table that are remembered; where more of them have a history, all of the table's are played."""

_ROW, _BEFORE, _AFTER, _SUBJECT = map(COLUMNS.index, ("subject_id", "before", "after", "subject"))


class AsMade:
    """Takes the entries one after the other. What is left to be played it tells in the end: most rows have one entry, and are as it made them."""

    def __init__(self, read: Reader, absent: Collection[str]) -> None:
        self._read = read
        self._seen: dict[Any, _Seen | None] = dict.fromkeys(absent)
        """The tables that entries spoke of; None: all of its rows are to be played."""

    def take(self, subject: str, entries: Sequence[tuple[Any, ...]]) -> None:
        """Look at the rows of entries of one table, in which nothing is wrong; of each no more is asked than what is its own."""
        if subject not in self._seen:
            self._seen[subject] = _Seen(self._read, subject)
        if seen := self._seen[subject]:
            made = len(entries) > 1 and all(entry[_BEFORE] is None and entry[_AFTER] is not None for entry in entries)
            if made and seen.are_next([entry[_ROW] for entry in entries], [entry[_AFTER] for entry in entries]):
                return
            for entry in entries:
                seen.look(entry[_ROW], entry[_BEFORE], entry[_AFTER])
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
        self._rows: Iterator[tuple[Any, ...]] = read.each(f"SELECT * FROM {table} ORDER BY id", {}) if names else iter(())
        self._ahead: deque[tuple[Any, ...]] = deque()  # those that were read and not gone past

    def are_next(self, rows: list[int], after: list[str]) -> bool:
        """Whether the next rows are those of these numbers, and all as they were made; where not, they are to be looked at one by one."""
        found = [*islice(self._seen_ahead(len(rows)), len(rows))]
        if [one[self._at] for one in found] != rows or self._told(found) != after:
            return False
        for _one in found:
            self._ahead.popleft()
        return True

    def _told(self, rows: list[tuple[Any, ...]]) -> list[str] | None:
        """The texts of rows; None where a hand put something into one that has none."""
        try:
            return self._texts.of_many(rows)
        except (TypeError, ValueError):
            return None

    def look(self, row: int, before: str | None, after: str | None) -> None:
        """Whether an entry made the row of this number, and it is so still; whatever stands before it no entry made."""
        if before is not None or after is None:
            self.others.add(row)
            return
        at = self._at
        while (ahead := self._seen_ahead(1)) and (type(ahead[0][at]) is not int or ahead[0][at] < row):
            self.others.add(ahead.popleft()[at])
        if not ahead or ahead[0][at] != row or self._texts.by_pattern(ahead.popleft()) != after:
            self.others.add(row)

    def rest(self) -> set[Any]:
        """All of the others, with what stands after the last that an entry made."""
        while len(self.others) <= MOST and (ahead := self._seen_ahead(1)):
            self.others.add(ahead.popleft()[self._at])
        return self.others

    def _seen_ahead(self, count: int) -> deque[tuple[Any, ...]]:
        """The rows ahead, so many of them at least, where there are."""
        if len(self._ahead) < count:
            self._ahead.extend(islice(self._rows, count - len(self._ahead)))
        return self._ahead
