"""Connections that may write: SQLAlchemy engines with the settings that keep what was acknowledged."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.store.file_system import refuse_network_folder
from officecli.store.place import Place
from officecli.store.read.opening import PATIENCE, connect_postgresql, sqlite_address
from officecli.store.write.lock import HEAD_LOCK

PRAGMAS = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0", "recursive_triggers": "1"}


# What fails is raised and said by the program; a connection given up at Ctrl-C would besides be told with a traceback.
logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())


def writable(place: Place) -> Engine:
    """An engine on the store; its transactions start by taking the write lock, so two writers never work on the same state."""
    if place.engine == "postgresql":
        engine = create_engine("postgresql+psycopg://", creator=lambda: connect_postgresql(place), poolclass=NullPool)
        event.listen(engine, "begin", _lock_head)
    else:
        refuse_network_folder(place.path)
        engine = create_engine("sqlite://", creator=lambda: _connect(place.path), poolclass=NullPool)
        event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: Any) -> None:
    # SQLAlchemy's default starts reading first and upgrades later, which loses updates between two writers in silence.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _lock_head(connection: Any) -> None:
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
    connection.exec_driver_sql(HEAD_LOCK)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(sqlite_address(path, "rw"), uri=True, isolation_level=None, timeout=PATIENCE)  # "rw" makes no file
    try:
        for name, wanted in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={wanted}")
            found = str(connection.execute(f"PRAGMA {name}").fetchone()[0])
            if found != wanted:
                raise StorageTrouble(
                    _("SQLite at {path} would not set {name} to {wanted} (it says {found}).").format(
                        path=path, name=name, wanted=wanted, found=found
                    ),
                    fix=_("Keep the store on an ordinary local disk, and use SQLite 3.37 or newer."),
                )
    except BaseException:
        connection.close()
        raise
    return connection
