"""Reads a table's rows by thousands in the order of their ids; columns that all had alike so far, as a ledger's mostly are, SQL compares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from officecli.store.proof.alike import FIRST, LAST
from officecli.store.read.questions import Questions

AT_ONCE = 1_000
"""Rows that are read at a time."""

Column = Sequence[Any]

_KINDS = (str, int, type(None))
"""Of these kinds what is equal has one text; 0.0 and -0.0 have two."""


class Ahead:
    """The rows that nobody has gone past yet, of a table as this version makes it: ids are numbers, each there once, and a column holds one kind of value."""

    def __init__(self, read: Questions, table: str) -> None:
        self._read, self._table = read, table
        self.names = list(read.row(f"SELECT * FROM {table} LIMIT 1") or ())
        self._alike: dict[str, Any] | None = None
        """What all rows so far have; None before the first. It only gets less, so that rows of many kinds are seldom read twice."""
        self._next: int | None = FIRST if self.names else None  # None: there are no more to read
        self._columns: list[Column] = []
        self._rows: list[tuple[Any, ...]] = []  # the same as rows, once somebody asks for one
        self._at = self._count = 0

    def columns(self, most: int) -> list[Column]:
        """The columns of the next rows, so many at most, and fewer where that many are at hand; of none at the end."""
        self._fill()
        return [column[self._at : self._at + most] for column in self._columns]

    def row(self) -> tuple[Any, ...] | None:
        """The next row."""
        self._fill()
        if self._at == self._count:
            return None
        if not self._rows:
            self._rows = [*zip(*self._columns, strict=True)]
        return self._rows[self._at]

    def go_past(self, count: int) -> None:
        """Leave so many rows behind, of those that are at hand."""
        self._at += count

    def _fill(self) -> None:
        """Have the next rows at hand, where there are no others and the table has more."""
        if self._at < self._count or self._next is None:
            return
        found = self._those_alike() or self._all()
        self._columns, self._rows, self._at = found, [], 0
        ids = found[self.names.index("id")]
        self._count = len(ids)
        self._next = ids[-1] + 1 if self._count == AT_ONCE and ids[-1] < LAST else None

    def _those_alike(self) -> list[Column] | None:
        """The next rows, where they have what those before them had; None where one has not, or nothing is known of any."""
        if not self._alike:
            return None
        same = " AND ".join(f'"{name}" IS NULL' if value is None else f'"{name}" = :{name}' for name, value in self._alike.items())
        own = [name for name in self.names if name not in self._alike]
        found = self._asked([*(f'"{name}"' for name in own), f"CASE WHEN {same} THEN 1 ELSE 0 END"], self._alike)
        if not all(found[-1]):
            return None
        of_each = dict(zip(own, found, strict=False))
        return [of_each[name] if name in of_each else (self._alike[name],) * len(found[-1]) for name in self.names]

    def _all(self) -> list[Column]:
        """The next rows, read whole, from which it is seen what is alike."""
        found = self._asked(["*"], {})
        of_each = dict(zip(self.names, found, strict=True))
        if self._alike is None:
            self._alike = {name: column[0] for name, column in of_each.items() if type(column[0]) in _KINDS}
        self._alike = {name: value for name, value in self._alike.items() if of_each[name].count(value) == len(of_each[name])}
        return found

    def _asked(self, what: Iterable[str], alike: dict[str, Any]) -> list[Column]:
        sql = f"SELECT {', '.join(what)} FROM {self._table} WHERE id >= :next_id ORDER BY id LIMIT :most"
        found = self._read.tuples(sql, next_id=self._next, most=AT_ONCE, **alike)
        return [*zip(*found, strict=True)] or [()] * len(self.names)
