"""Questions to one store over the plain driver, read-only, in one snapshot.

One SQL text serves both engines: parameters are written `:name`; see `for_psycopg` for the whole of the translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import lru_cache

from officecli.hints import Any

Row = dict[str, Any]


@lru_cache(maxsize=512)
def for_psycopg(sql: str) -> str:
    """A statement as psycopg takes it."""
    return re.sub(r"(?<![:\w]):(\w+)", r"%(\1)s", sql.replace("%", "%%"))


class Questions:
    """Asks one store over one DBAPI connection."""

    def __init__(self, connection: Any, engine: str) -> None:
        self.engine = engine
        self._connection = connection
        self._asked = 0
        self._views_are_ours = engine != "sqlite"  # PostgreSQL keeps no text of a view to compare; `verify` asks what it answers

    def rows(self, sql: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> list[Row]:
        """Every row, as a dict by column name."""
        with closing(self._connection.cursor()) as cursor:
            self._ask(cursor, sql, {**(values or {}), **more})
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def tuples(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """Every row, as a tuple."""
        with closing(self._connection.cursor()) as cursor:
            self._ask(cursor, sql, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

    def ids(self, sql: str, **values: Any) -> list[int | None]:
        """The one column of every row."""
        with closing(self._connection.cursor()) as cursor:
            self._ask(cursor, sql, values)
            return [one for (one,) in cursor]  # of many rows no more than their ids is held

    def _ask(self, cursor: Any, sql: str, values: Mapping[str, Any]) -> None:
        if not self._views_are_ours and ("v_item" in sql or "v_person" in sql):
            self._look_at_views()
        cursor.execute(sql if self.engine == "sqlite" else for_psycopg(sql), values)

    def each(self, sql: str, values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
        """Every row as a tuple, one after the other: no more of them than a few are held at a time."""
        if self.engine == "sqlite":
            with closing(self._connection.cursor()) as cursor:
                self._ask(cursor, sql, values)
                yield from cursor
            return
        self._asked += 1
        with self._connection.cursor(name=f"each_{self._asked}") as cursor:  # at the server: the driver would fetch all of them first
            cursor.itersize = 5000
            yield from cursor.execute(for_psycopg(sql), values)

    def row(self, sql: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, values, **more)
        return found[0] if found else None

    def value(self, sql: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, values, **more)
        return next(iter(found.values())) if found else None

    def _look_at_views(self) -> None:
        """Raise StorageTrouble where a view is not the one this program makes, before it is first asked: it may answer anything, or never."""
        self._views_are_ours = True
        from officecli.store.schema.views import VIEWS  # whatever asks a view has it already, but for a few

        there = {row["name"]: row["sql"] for row in self.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'view'")}
        for name, select in VIEWS.items():
            if there.get(name) != f"CREATE VIEW {name} AS {select}":
                self._views_are_ours = False
                from officecli.store.read.foreign import another_view

                raise another_view(name)

    def renew(self) -> None:
        """See the store as it is committed now, not as it was when it was first asked."""
        self._connection.rollback()
        if self.engine == "sqlite":
            self._connection.execute("BEGIN")

    def start_again(self) -> None:
        """Ask again after a query has failed, which on PostgreSQL ends the transaction."""
        self._connection.rollback()

    def close(self) -> None:
        """Let go of the store before the block that opened it ends."""
        self._connection.close()
