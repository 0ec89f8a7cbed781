"""Keeps a SQLite store under another name beside it, whatever state it is in, so that another may take its place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from officecli.errors import OfficeError
from officecli.store.place import Place
from officecli.store.proof.backup import back_up, name_beside
from officecli.store.read.trouble import held
from officecli.store.write.opening import connect_sqlite

LEFT = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database while it works, and what a program that was killed leaves there: it would be read into whatever takes its place."""


@contextmanager
def put_aside(store: Place) -> Iterator[Path | None]:
    """Where the store is kept as it is, None where there is none; in the block its file may be replaced, and nothing of SQLite's lies beside it.

    When the block raises before it replaced the file, all the store held is there again. Raises OSError, and
    StorageTrouble where another program has the store open.
    """
    aside, file = name_beside(store.path, "before-restore"), _identity(store.path)
    moved: list[tuple[Path, Path]] = []
    try:
        if not _is_copied(store, aside):
            _keep_file_by_file(store.path, aside, moved)
        yield aside if aside.exists() else None
    except BaseException:
        if _identity(store.path) == file:  # else the other has its place, and this is all there is of it
            for was, now in moved:
                if now.exists():
                    now.replace(was)
            aside.unlink(missing_ok=True)
        raise


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file has the name, None where none has."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _is_copied(store: Place, aside: Path) -> bool:
    """Whether the store is sound, and so kept as a backup of it, what its log holds included; the log is taken away by SQLite itself then."""
    try:
        back_up(store, aside)
        with closing(connect_sqlite(store.path)) as connection:
            connection.execute("PRAGMA journal_mode=delete")
    except (sqlite3.DatabaseError, OfficeError) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            # Whoever has it open would write on into a file that has no name any more, and at the end take away the log of the store that has.
            raise held(store) from error
        aside.unlink(missing_ok=True)
        return False
    return True


def _keep_file_by_file(store: Path, aside: Path, moved: list[tuple[Path, Path]]) -> None:
    """What cannot be read as a store is kept as it lies there, with what lies beside it; the names that are taken away are noted in `moved`."""
    if store.exists():
        try:
            os.link(store, aside)
        except FileExistsError:
            raise
        except OSError:  # vfat, many a mount
            shutil.copy2(store, aside)
            with aside.open("rb+") as file:
                os.fsync(file.fileno())
    for suffix in LEFT:
        was, now = store.with_name(store.name + suffix), aside.with_name(aside.name + suffix)
        if was.exists() and was.stat().st_size:
            moved.append((was, now))
            was.rename(now)
        was.unlink(missing_ok=True)  # whoever looked at it made it
