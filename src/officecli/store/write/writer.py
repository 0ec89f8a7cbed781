"""One transaction that writes rows; a row it has found or made is one object for as long as it lasts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain
from typing import Any, TypeVar

from officecli.model.declaring import SQLModel
from officecli.model.row import ONLY_THROUGH_CHANGE, columns
from officecli.store.read.reader import Reader
from officecli.store.write.rows import plain

T = TypeVar("T", bound=SQLModel)
Fields = dict[str, Any]


class Writer:
    """What both writers share. `read` sees what was written so far; nothing is written that is not `allowed`, which only `Change` does."""

    def __init__(self, connection: Any, engine: str) -> None:
        self.connection = connection
        self.engine = engine
        self.read = Reader(connection, engine)
        self._rows: dict[tuple[type[SQLModel], int], SQLModel] = {}
        self._allowed = False

    @contextmanager
    def allowed(self) -> Iterator[None]:
        """In this block one may write."""
        self._allowed = True
        try:
            yield
        finally:
            self._allowed = False

    def get(self, model: type[T], row_id: int) -> T | None:
        """The row with this id, if there is one."""
        known: Any = self._rows.get((model, row_id))
        if known is None:
            values = self._find(model, row_id)
            return None if values is None else self._keep(model, values)
        row: T = known
        return row

    def add(self, model: type[T], values: Fields) -> T:
        """Write a new row of checked values."""
        self._refuse_unless_allowed()
        self._insert(model, values)
        return self._keep(model, values)

    def change(self, row: SQLModel, values: Fields) -> None:
        """Write these checked values into a row."""
        self._refuse_unless_allowed()
        self._update(type(row), vars(row)["id"], values)
        vars(row).update(values)

    def remove(self, row: SQLModel) -> None:
        """Take the row away."""
        self._refuse_unless_allowed()
        row_id = vars(row)["id"]
        self._delete(type(row), row_id)
        self._rows.pop((type(row), row_id), None)

    def run(self, statement: str, rows: Sequence[tuple[Any, ...]] | None = None) -> None:
        """Execute a statement, once for each of the rows if there are any to be given."""
        self._refuse_unless_allowed()
        self._execute(statement, rows)

    def insert(self, table: str, rows: Sequence[Fields]) -> None:
        """Write rows of one form, whose values are as the tables hold them."""
        if rows:
            self.insert_values(table, tuple(rows[0]), [tuple(row.values()) for row in rows])

    def insert_values(self, table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]], *, alike: tuple[Any, ...] = ()) -> None:
        """Write rows whose values are as the tables hold them, in the order of these columns; the last of them are those that are `alike` in all rows."""
        if rows:
            self.insert_columns(table, names, [*zip(*rows, strict=True)], alike=alike)

    def insert_columns(self, table: str, names: Sequence[str], columns: Sequence[Sequence[Any]], *, alike: tuple[Any, ...] = ()) -> None:
        """The same of rows that are given column by column."""
        self._refuse_unless_allowed()
        named = ", ".join(f'"{name}"' for name in names)
        into = f'INSERT INTO "{table}" ({named}) VALUES '
        if self.engine == "sqlite":
            whole = len(columns[0]) // TOGETHER * TOGETHER
            if whole:
                self._execute(*_together(into, [column[:whole] for column in columns], alike))
            columns = [column[whole:] for column in columns]
        rows = [(*row, *alike) for row in zip(*columns, strict=True)]
        if len(rows) < MANY or self.engine == "sqlite":
            if rows:
                self._execute(f"{into}({self.marks(len(names))})", rows)
            return
        with self.connection.cursor().copy(f'COPY "{table}" ({named}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)

    def marks(self, count: int) -> str:
        """So many places for values in a statement."""
        return ", ".join(["?" if self.engine == "sqlite" else "%s"] * count)

    def look_again(self) -> None:
        """Rows were written by statements: bring those that are held up to date."""
        for (model, row_id), row in list(self._rows.items()):
            values = self._find(model, row_id)
            if values is None:
                del self._rows[model, row_id]
            else:
                vars(row).update(values)

    def begin_part(self) -> None:
        """From here on what is written can be taken back alone."""
        self.run("SAVEPOINT part")

    def keep_part(self) -> None:
        """Keep what was written since the part began."""
        self.run("RELEASE SAVEPOINT part")

    def take_back_part(self) -> None:
        """Take back what was written since the part began; rows are looked for anew."""
        self.run("ROLLBACK TO SAVEPOINT part")
        self.keep_part()
        self._rows.clear()

    def commit(self) -> None:
        """Keep what was written."""
        self.connection.commit()

    def checked(self, model: type[SQLModel], fields: Fields) -> Fields:
        """Every column of a row of these fields, checked and with its default. Raises BadInput for a value that does not fit."""
        raise NotImplementedError

    def kept(self, model: type[SQLModel], said: Mapping[str, Sequence[Any]]) -> list[Sequence[Any]]:
        """The same of many rows, which are told by column: the table's columns in their order, with values as it holds them."""
        rows = [plain(self.checked(model, dict(zip(said, row, strict=True))), keep_none=True) for row in zip(*said.values(), strict=True)]
        return [[row[one.name] for row in rows] for one in columns(model)]

    def _refuse_unless_allowed(self) -> None:
        if not self._allowed:
            raise RuntimeError(ONLY_THROUGH_CHANGE)

    def _keep(self, model: type[T], values: Fields) -> T:
        made: Any = model
        row: T = made(values)
        self._rows[model, values["id"]] = row
        return row

    def _find(self, model: type[SQLModel], row_id: int) -> Fields | None:
        raise NotImplementedError

    def _insert(self, model: type[SQLModel], values: Fields) -> None:
        raise NotImplementedError

    def _update(self, model: type[SQLModel], row_id: int, values: Fields) -> None:
        raise NotImplementedError

    def _delete(self, model: type[SQLModel], row_id: int) -> None:
        raise NotImplementedError

    def _execute(self, statement: str, rows: Sequence[tuple[Any, ...]] | None) -> None:
        raise NotImplementedError


def _together(into: str, columns: Sequence[Sequence[Any]], known: tuple[Any, ...]) -> tuple[str, list[tuple[Any, ...]]]:
    """The statement that writes so many rows at once, and what is given to it each time: the value that a column has in all rows is given once for all of them.

    That of the last columns is `known`.
    """
    alike = [place for place, values in enumerate(columns) if values[0] == values[-1] and values.count(values[0]) == len(values)]
    own = [place for place in range(len(columns)) if place not in alike]
    once = (*(columns[place][0] for place in alike), *known)
    each = list(zip(*(columns[place] for place in own), strict=True))
    values = _values((*alike, *range(len(columns), len(columns) + len(known))), tuple(own))
    return into + values, [(*once, *chain.from_iterable(each[start : start + TOGETHER])) for start in range(0, len(columns[0]), TOGETHER)]


@lru_cache(maxsize=16)
def _values(alike: tuple[int, ...], own: tuple[int, ...]) -> str:
    """The places for values of so many rows: of the columns in which all are alike, numbered first, and of those in which each has its own."""
    marks = {place: f"?{number}" for number, place in enumerate(alike, 1)}
    lines = []
    for row in range(TOGETHER):
        marks |= {place: f"?{number}" for number, place in enumerate(own, len(alike) + row * len(own) + 1)}
        lines.append(f"({', '.join(marks[place] for place in range(len(marks)))})")
    return ", ".join(lines)


TOGETHER = 50
"""Rows of one statement for SQLite, which takes a third less time for them than for as many statements."""

MANY = 1000
"""So many rows go to PostgreSQL as a stream: of a calendar's twenty thousand, each answered for on its own would cost a second."""
