"""Connections that may write, with the settings that keep what was acknowledged, and the lock with which a transaction of theirs begins."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.store.file_system import refuse_network_folder
from officecli.store.place import PATIENCE, Place
from officecli.store.read import serving
from officecli.store.read.opening import sqlite_address
from officecli.store.write import file_lock
from officecli.store.write.lock import HEAD_LOCK

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

PRAGMAS = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0", "recursive_triggers": "1"}


def connect(place: Place) -> Any:
    """A plain connection that may write."""
    if place.engine == "postgresql":
        return serving.connect_postgresql(place)
    refuse_network_folder(place.path)
    return connect_sqlite(place.path)


def begin(engine: str, execute: Callable[[str], Any]) -> None:
    """Begin a transaction, which takes the write lock, so that two writers never work on the same state."""
    if engine != "sqlite":
        execute(f"{serving.SETTLED}; SET LOCAL lock_timeout = '{PATIENCE}s'")
        execute(HEAD_LOCK)
    elif not file_lock.told_of_waiting or not _begun_soon(execute):
        execute("BEGIN IMMEDIATE")  # what starts by reading and upgrades later loses updates between two writers in silence


def _begun_soon(execute: Callable[[str], Any]) -> bool:
    """Whether a transaction began before one wonders; else some other program holds the store, which no lock file tells of, and whoever waits is told so."""
    execute(f"PRAGMA busy_timeout={int(file_lock.LONG * 1000)}")
    try:
        execute("BEGIN IMMEDIATE")
    except Exception as error:
        if "locked" not in str(error):
            raise
        file_lock.told_of_waiting.pop()()
        return False
    else:
        return True
    finally:
        execute(f"PRAGMA busy_timeout={PATIENCE * 1000}")


def connect_sqlite(path: Path) -> sqlite3.Connection:
    """A connection to the file, which is there."""
    import sqlite3

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
