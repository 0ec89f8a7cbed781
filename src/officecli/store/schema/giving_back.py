"""Gives the disk back what an upgrade has left empty in a SQLite file, which never grows smaller by itself."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing

from officecli.store.disk import reason
from officecli.store.place import Place
from officecli.store.read.trouble import first_line
from officecli.store.write.opening import connect_sqlite


def give_back(place: Place) -> str:
    """Lay the file anew, whose lock is held, without the room between its rows; "" where that was done, else why it was not."""
    try:
        # It is laid where temporary files go, then written over the file by way of the log.
        if shutil.disk_usage(place.path.parent).free < 2 * place.path.stat().st_size:
            return reason(OSError(errno.ENOSPC, ""))
        with closing(connect_sqlite(place.path)) as connection:
            connection.execute("VACUUM")
    except OSError as error:
        return reason(error)
    except sqlite3.Error as error:
        return first_line(error)
    return ""
