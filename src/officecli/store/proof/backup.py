"""Copies a SQLite store while others use it, and looks at the copy before saying it is there."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from officecli.errors import BadInput, StorageTrouble
from officecli.i18n import _
from officecli.store.own_files import refuse_own_file
from officecli.store.place import Place
from officecli.store.read.opening import open_sqlite, trouble

HEAD = "SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1"


def back_up(place: Place, target: Path) -> Path:
    """A whole copy of the store at `target`, 0600, which must not exist yet. Raises BadInput or StorageTrouble, and then there is no copy."""
    if place.engine != "sqlite":
        raise BadInput(_("A PostgreSQL store is backed up by its server."), fix=_("Run: pg_dump --format custom --file office.dump DATABASE"))
    if target.exists():
        raise BadInput(_("{path} is there already; nothing was written over it.").format(path=target), fix=_("Give another name."))
    refuse_own_file(target, place.path)
    unfinished = Path()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".officecli-", suffix=".unfinished")  # 0600
        os.close(handle)
        unfinished = Path(name)
        with closing(open_sqlite(place)) as source:
            head = source.execute(HEAD).fetchone()
            with closing(sqlite3.connect(unfinished)) as copy:
                source.backup(copy)
        _check(unfinished, head)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
    except sqlite3.DatabaseError as error:
        raise trouble(place, error) from error
    except OSError as error:
        raise StorageTrouble(
            _("No copy can be written to {path}: {said}.").format(path=target, said=error.strerror or error),
            fix=_("Give a path on a disk with room, in a folder you may write to."),
        ) from error
    finally:
        if unfinished.name:
            unfinished.unlink(missing_ok=True)
    return target


def _check(copy: Path, head: tuple[int, str] | None) -> None:
    """Raise unless the copy is sound and its trail ends where the store's did."""
    with closing(sqlite3.connect(copy)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not sound or connection.execute(HEAD).fetchone() != head:
            raise StorageTrouble(
                _("The copy does not agree with the store, and was thrown away."), fix=_("Check the disk, and run the command again.")
            )
