"""Gives the disk back what an upgrade has left empty in a SQLite file, which never grows smaller by itself."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from officecli.i18n import headed
from officecli.store.disk import reason
from officecli.store.place import Place
from officecli.store.read.trouble import first_line
from officecli.store.write.opening import connect_sqlite

_TEMPORARY = ("/var/tmp", "/usr/tmp", "/tmp")  # noqa: S108 - SQLite looks there itself, in this order


def give_back(place: Place) -> str:
    """Lay the file anew, whose lock is held, without the room between its rows; "" where that was done, else why it was not."""
    try:
        if full := _without_room(place.path):
            return headed(str(full), reason(OSError(errno.ENOSPC, "")))
        with closing(connect_sqlite(place.path)) as connection:
            connection.execute("VACUUM")
    except OSError as error:
        return reason(error)
    except sqlite3.Error as error:
        return first_line(error)
    return ""


def _without_room(store: Path) -> Path | None:
    """The folder that has no room for what is laid there: the new file among the temporary ones, and the log by way of which it is written over the store."""
    size, beside, temporary = store.stat().st_size, store.parent, _temporary()
    both = beside.stat().st_dev == temporary.stat().st_dev
    needed = {beside: 2 * size} if both else {beside: size, temporary: size}
    return next((folder for folder, room in needed.items() if shutil.disk_usage(folder).free < room), None)


def _temporary() -> Path:
    """Where SQLite lays its temporary files."""
    named = (os.environ.get("SQLITE_TMPDIR"), os.environ.get("TMPDIR"), *_TEMPORARY) if os.name == "posix" else ()
    found = (folder for one in named if one and (folder := Path(one)).is_dir() and os.access(folder, os.W_OK | os.X_OK))
    return next(found, Path(tempfile.gettempdir()))
