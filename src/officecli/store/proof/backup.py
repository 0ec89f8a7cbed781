"""Copies a SQLite store while others use it, and looks at the copy before saying it is there."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from officecli import clock
from officecli.errors import BadInput, StorageTrouble
from officecli.i18n import _
from officecli.store.disk import reason
from officecli.store.own_files import refuse_own_file
from officecli.store.place import Place
from officecli.store.read.opening import open_sqlite
from officecli.store.read.trouble import trouble
from officecli.store.whole import whole

HEAD = "SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1"
OF_A_DISK = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
OF_THE_STORE = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)
"""The store is what is read, the copy what is written."""

_MOST_OF_A_SECOND = 100


def back_up(place: Place, target: Path) -> Path:
    """A whole copy of the store at `target`, 0600, which must not exist yet. Raises BadInput or StorageTrouble, and then there is no copy."""
    if place.engine != "sqlite":
        raise BadInput(_("A PostgreSQL store is backed up by its server."), fix=_("Run: pg_dump --format custom --file office.dump DATABASE"))
    if target.exists():
        raise _is_there(target)
    try:
        refuse_own_file(target, place.path)
    except (RuntimeError, ValueError) as error:  # links in a circle; a NUL in the name
        raise BadInput(_("“{path}” is no name for a file.").format(path=target), fix=_("Give another name.")) from error
    try:
        with whole(target, over=False) as (_handle, unfinished):
            with closing(open_sqlite(place)) as source:
                head = source.execute(HEAD).fetchone()
                copy_pages(source, unfinished)
            _check(unfinished, head)
    except FileExistsError as error:  # it came meanwhile
        raise _is_there(target) from error
    except sqlite3.DatabaseError as error:
        raise trouble(place, error) from error
    except OSError as error:
        raise _no_copy(target, reason(error)) from error
    except CopyFailedError as error:
        raise _no_copy(target, str(error)) from error
    return target


def name_beside(store: Path, what: str) -> Path:
    """A name beside the store for a copy of it, of the moment, and counted where that second has one."""
    moment = clock.stamp().replace(":", "").replace("-", "")
    named = store.with_name(f"{store.name}.{what}-{moment}")
    names = (named, *(named.with_name(f"{named.name}-{at}") for at in range(2, _MOST_OF_A_SECOND)))
    return next((one for one in names if not one.exists()), named)


def _is_there(target: Path) -> BadInput:
    return BadInput(_("{path} is there already; nothing was written over it.").format(path=target), fix=_("Give another name."))


class CopyFailedError(Exception):
    """The disk the copy is on does not take it; its text says why."""


def copy_pages(source: sqlite3.Connection, unfinished: Path) -> None:
    """Copy every page; raises what SQLite says of the store, and CopyFailedError for what is the copy's disk's doing."""
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            source.backup(copy)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in OF_THE_STORE or error.sqlite_errorcode & 0xFF not in OF_A_DISK:
            raise
        raise CopyFailedError(_what_its_disk_says(unfinished) or str(error)) from error


def _what_its_disk_says(unfinished: Path) -> str:
    """Why a file cannot grow: SQLite keeps the system's reason to itself, so the system is asked once more; "" where it can."""
    try:
        with unfinished.open("ab") as file:
            file.write(bytes(1_000_000))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return reason(error)
    return ""


def _no_copy(target: Path, said: str) -> StorageTrouble:
    return StorageTrouble(
        _("No copy can be written to {path}: {said}.").format(path=target, said=said),
        fix=_("Give a path on a disk with room, in a folder you may write to."),
    )


def _check(copy: Path, head: tuple[int, str] | None) -> None:
    """Raise unless the copy is sound and its trail ends where the store's did."""
    with closing(sqlite3.connect(copy)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not sound or connection.execute(HEAD).fetchone() != head:
            raise StorageTrouble(
                _("The copy does not agree with the store, and was thrown away."), fix=_("Check the disk, and run the command again.")
            )
