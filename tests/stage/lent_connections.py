"""PostgreSQL connections that are lent again: a new one has to learn every table and view anew, which is half of what a command costs there."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import psycopg

from officecli.store.place import Place

_idle: defaultdict[tuple[int, str], list[Any]] = defaultdict(list)
"""By process and database: what a process inherits from the one it was forked from is not its own."""


def lending(connect: Callable[[Place], Any]) -> Callable[[Place], Any]:
    """Connects as `connect` does, unless a connection to the place was given back, by its close()."""

    def lent(place: Place) -> Any:
        idle = _idle[os.getpid(), place.url]
        while idle:
            connection = idle.pop()
            if _is_alive(connection):
                return connection
        connection = connect(place)
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
        connection.execute("SELECT 1")
        connection.rollback()
    except psycopg.Error:
        psycopg.Connection.close(connection)
        return False
    return True


def _take_back(connection: Any, url: str) -> None:
    if connection in _idle[os.getpid(), url]:  # who let go before the end of a block lets go again at its end
        return
    try:
        connection.rollback()
        connection.isolation_level = connection.read_only = None
        connection.autocommit = True
        connection.execute("DISCARD ALL")
        connection.autocommit = False
    except psycopg.Error:
        psycopg.Connection.close(connection)
    else:
        _idle[os.getpid(), url].append(connection)
