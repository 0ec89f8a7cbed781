"""Tells whether rows are as their entries made them, while the trail is read: a row's id is the number of its entry, so both come in one order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from officecli.store.proof.ahead import Ahead, Column
from officecli.store.proof.chain import COLUMNS
from officecli.store.proof.row_text import RowText
from officecli.store.read.reader import Reader

MOST = 20_000
"""Rows of a table that are remembered; where more of them have a history, all of the table's are played."""

_ROW, _BEFORE, _AFTER, _SUBJECT = map(COLUMNS.index, ("subject_id", "before", "after", "subject"))


class AsMade:
    """Takes the entries one after the other. What is left to be played it tells in the end: most rows have one entry, and are as it made them."""

    def __init__(self, read: Reader, others: Collection[str]) -> None:
        """`others` are the tables that are not as this version makes them: of them all is to be played."""
        self._read = read
        self._seen: dict[Any, _Seen | None] = dict.fromkeys(others)
        """The tables that entries spoke of; None: all of its rows are to be played."""

    def take(self, subject: str, entries: Sequence[tuple[Any, ...]]) -> None:
        """Look at the rows of entries of one table, in which nothing is wrong; of each no more is asked than what is its own."""
        if subject not in self._seen:
            self._seen[subject] = _Seen(self._read, subject)
        if seen := self._seen[subject]:
            rows, before, after = ([entry[place] for entry in entries] for place in (_ROW, _BEFORE, _AFTER))
            made = len(entries) > 1 and before.count(None) == len(before) and None not in after
            done = seen.go_on(rows, after) if made else 0
            for entry in entries[done:]:
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
        self.others: set[Any] = set()
        self._ahead = Ahead(read, table)
        self._texts = RowText(self._ahead.names)
        self._at = self._ahead.names.index("id") if self._ahead.names else 0

    def go_on(self, rows: list[int], after: list[str]) -> int:
        """How many of these are the next rows, and as they were made; the others are to be looked at one by one."""
        done = 0
        while done < len(rows) and (columns := self._ahead.columns(len(rows) - done)) and columns[self._at]:
            end = done + len(columns[self._at])
            if [*columns[self._at]] != rows[done:end] or self._told(columns) != after[done:end]:
                break
            self._ahead.go_past(end - done)
            done = end
        return done

    def _told(self, columns: list[Column]) -> list[str] | None:
        """The texts of rows; None where a hand put something into one that has none."""
        try:
            return self._texts.of_columns(columns)
        except (TypeError, ValueError):
            return None

    def look(self, row: int, before: str | None, after: str | None) -> None:
        """Whether an entry made the row of this number, and it is so still; whatever stands before it no entry made."""
        if before is not None or after is None:
            self.others.add(row)
            return
        at = self._at
        while (found := self._ahead.row()) and found[at] < row:
            self.others.add(found[at])
            self._ahead.go_past(1)
        if not found or found[at] != row:
            self.others.add(row)
            return
        self._ahead.go_past(1)
        if self._texts.by_pattern(found) != after:
            self.others.add(row)

    def rest(self) -> set[Any]:
        """All of the others, with what stands after the last that an entry made."""
        while len(self.others) <= MOST and (found := self._ahead.row()):
            self.others.add(found[self._at])
            self._ahead.go_past(1)
        return self.others
