"""The lock file held around each write on SQLite: fair between writers, and no checkpoint can meet a write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.shell import as_word
from officecli.store.disk import is_short_of_something, reason
from officecli.store.place import PATIENCE, Place
from officecli.store.write.file_lock import Held, file_locked

HEAD_LOCK = """DO $$ BEGIN
  IF to_regclass('schema_version') IS NULL THEN PERFORM pg_advisory_xact_lock(7633243);
  ELSE LOCK TABLE schema_version IN SHARE ROW EXCLUSIVE MODE; END IF;
END $$"""
"""Takes the lock that writers on PostgreSQL hold one after the other: on a table, which needs the right to write to it. An advisory lock could be taken
and kept by anybody who may connect; only whoever makes a store, which has no table yet, takes one."""


@contextmanager
def locked(place: Place, *, patience: float | None = None) -> Iterator[None]:
    """Hold the lock file in this block, having waited for it at most `patience` seconds (30 if not given); PostgreSQL has its own lock."""
    if place.engine == "postgresql":
        yield
        return
    with ExitStack() as stack:
        _take(stack, place, PATIENCE if patience is None else patience)
        yield


def _take(stack: ExitStack, place: Place, patience: float) -> None:
    try:
        stack.enter_context(file_locked(_lock_of(place), mode=mode_beside(place), patience=patience))
    except Held as error:
        from officecli.store.read.trouble import held

        raise held(place) from error
    except OSError as error:
        if is_short_of_something(error):
            raise StorageTrouble(
                _("The store {place} cannot be written: {said}.").format(place=place, said=reason(error)), fix=_("Put that right, and run it again.")
            ) from error
        raise StorageTrouble(
            _("The store {place} may only be read: its lock file cannot be opened ({said}).").format(place=place, said=reason(error)),
            fix=_("Give it the permissions of the store: chmod u+w {file}").format(file=as_word(str(_lock_of(place))))
            if os.access(place.path, os.W_OK) and _lock_of(place).exists()
            else _("Ask its owner for write permission on its folder, or use another store with --db."),
        ) from error


def _lock_of(place: Place) -> Path:
    """The lock file beside the store itself: whoever comes by a link waits for those who come by its own name."""
    store = place.path.resolve()
    return store.with_name(store.name + ".lock")


def mode_beside(place: Place) -> int:
    """The permissions of files beside the store: the group's too where the store is the group's, or, where there is none, its folder."""
    if place.path.exists():
        return 0o660 if place.path.stat().st_mode & 0o060 == 0o060 else 0o600
    folder = place.path.parent
    return 0o660 if folder.exists() and folder.stat().st_mode & 0o2070 == 0o2070 else 0o600
