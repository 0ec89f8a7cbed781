"""PostgreSQL connections that are lent again: a new one has to learn every table and view and to plan every statement anew, most of what a command costs."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import psycopg
from psycopg._preparing import Prepare, PrepareManager
from psycopg.pq.abc import PGresult

from officecli.store.place import Place

_idle: defaultdict[tuple[int, str], list[Any]] = defaultdict(list)
"""By process and database: what a process inherits from the one it was forked from is not its own."""


class KeptStatements(PrepareManager):
    """Statements stay prepared from the second time on, and past the end of a transaction, until a definition is changed."""

    prepare_threshold = 1
    prepared_max = 5000

    def clear(self) -> bool:
        """A transaction was rolled back, which nothing that is prepared minds."""
        return False

    def forget(self) -> None:
        """Prepare everything anew."""
        super().clear()

    def _should_discard(self, prep: Prepare, results: Sequence[PGresult], _changes: Any = re.compile(rb"CREATE|DROP|ALTER").match) -> bool:
        changed = any(_changes(result.command_status or b"") for result in results)
        return changed and (bool(self._names) or prep == Prepare.SHOULD) and super().clear()


def lending(connect: Callable[..., Any]) -> Callable[..., Any]:
    """Connects as `connect` does, unless a connection to the place was given back, by its close()."""

    def lent(place: Place, **patience: float) -> Any:
        idle = _idle[os.getpid(), place.url]
        while idle:
            connection = idle.pop()
            if _is_alive(connection):
                return connection
        connection = connect(place, **patience)
        connection._prepared = KeptStatements()
        connection.structure = None
        connection.close = lambda: _take_back(connection, place.url)
        return connection

    return lent


def idle_servers(url: str) -> list[int]:
    """The processes of the server that wait for us to use their connection to this database again."""
    return [connection.info.backend_pid for connection in _idle[os.getpid(), url]]


def forget(url: str) -> None:
    """Close what is idle, before the database is copied or dropped."""
    for connection in _idle.pop((os.getpid(), url), ()):
        psycopg.Connection.close(connection)


def forget_all() -> None:
    """Close all that is idle."""
    for process, url in list(_idle):
        if process == os.getpid():
            forget(url)


def _is_alive(connection: Any) -> bool:
    try:
        structure = connection.execute(_STRUCTURE).fetchone()
        connection.rollback()
    except psycopg.Error:
        psycopg.Connection.close(connection)
        return False
    if structure != connection.structure:
        connection._prepared.forget()
        connection.structure = structure
    return True


_STRUCTURE = "SELECT count(*), max(xmin::text::bigint) FROM pg_class WHERE relkind IN ('r', 'v')"
"""Changes with the columns of a table, after which what was prepared for `SELECT *` fails."""

_AS_NEW = "CLOSE ALL; UNLISTEN *; SELECT pg_advisory_unlock_all(); SET SESSION AUTHORIZATION DEFAULT; RESET ALL; DISCARD TEMP; DISCARD SEQUENCES"
"""DISCARD ALL but for what was planned."""


def _take_back(connection: Any, url: str) -> None:
    if connection in _idle[os.getpid(), url]:  # who let go before the end of a block lets go again at its end
        return
    try:
        connection.rollback()
        connection.isolation_level = connection.read_only = None
        connection.autocommit = True
        connection.execute(_AS_NEW)
        connection.autocommit = False
    except psycopg.Error:
        psycopg.Connection.close(connection)
    else:
        _idle[os.getpid(), url].append(connection)
