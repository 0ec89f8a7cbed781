"""Asks within a PostgreSQL transaction what the store held before it, so that whoever writes needs no second connection."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any

QUESTION = "officecli.question"

OPEN = f"""DECLARE as_it_was NO SCROLL CURSOR FOR
SELECT pg_catalog.query_to_xml(pg_catalog.current_setting('{QUESTION}'), false, false, '') FROM (SELECT pg_catalog.generate_series(1, 2000000000)) AS asked"""
"""A cursor sees what there was when it was opened, and so does what it asks: each row of it answers the question that stands in a setting, which no
transaction keeps apart. The answer comes as letters that XML leaves as they are."""

ANSWER = "SELECT pg_catalog.encode(pg_catalog.convert_to(pg_catalog.json_agg(found)::text, 'UTF8'), 'hex') AS answer FROM ({sql}) AS found"


class AsItWas:
    """In the place of a connection: its cursors are answered as of the moment it was made, whatever is written since."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        connection.execute(OPEN)

    def cursor(self) -> _Asked:
        """What asks one question."""
        return _Asked(self._connection)

    def close(self) -> None:
        """The cursor ends with the transaction."""


class _Asked:
    """One question and its answer, as a cursor of the driver has them."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._rows: list[dict[str, Any]] = []

    @property
    def description(self) -> list[tuple[str]]:
        """The names of the columns, where there are rows."""
        return [(name,) for name in self._rows[0]] if self._rows else []

    def execute(self, sql: str, values: Mapping[str, Any]) -> None:
        """Ask; numbers come as JSON has them, so that one with a fraction is a float whatever it is counted in."""
        from psycopg import ClientCursor

        with closing(ClientCursor(self._connection)) as cursor:
            question = ANSWER.format(sql=cursor.mogrify(sql, values))
            cursor.execute("SELECT pg_catalog.set_config(%s, %s, true); FETCH as_it_was", (QUESTION, question))
            cursor.nextset()
            (answer,) = cursor.fetchone() or ("",)
        found = answer.partition("<answer>")[2].partition("</answer>")[0]
        self._rows = json.loads(bytes.fromhex(found)) if found else []

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows."""
        return [tuple(row.values()) for row in self._rows]

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Row by row."""
        return iter(self.fetchall())

    def close(self) -> None:
        """Nothing is open."""
