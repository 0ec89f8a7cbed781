"""Says in a person's words why a store cannot be opened or used."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.shell import as_word
from officecli.store.disk import is_short_of_something, reason, what_is_short
from officecli.store.place import Place

DENIED = ("42501", "3F000")
"""PostgreSQL's codes for a privilege that is missing, and for no schema one may make anything in."""


def trouble(place: Place, error: BaseException, *, writing: bool = False) -> StorageTrouble:
    """What the database said, as an error a person can act on; `writing` where nothing is committed yet."""
    if place.engine == "postgresql" and getattr(error, "sqlstate", "") in DENIED:
        from officecli.store.read.grants import missing_grant

        return missing_grant(place, error, writing=writing)
    said = first_line(error)
    short = what_is_short(place.path.parent) if place.engine == "sqlite" and "disk I/O error" in said else None
    if "disk is full" in said or "No space left" in said or (short and short.errno == errno.ENOSPC):
        what = _("The disk is full; nothing was recorded.") if writing else _("The disk is full.")
        return StorageTrouble(what, fix=_("Free some space and run the command again."))
    if short:
        said = reason(short)
    if "readonly" in said or "read-only" in said or "permission denied" in said:
        if place.engine == "sqlite" and (beside := _closed_beside(place)):
            return StorageTrouble(
                _("The store {place} may be written, and its file {beside} may not.").format(place=place, beside=beside.name),
                fix=_("Give it the permissions of the store: chmod u+w {file}").format(file=as_word(str(beside))),
            )
        return StorageTrouble(
            _("The store {place} may only be read.").format(place=place),
            fix=_("Ask its owner for write permission, or use another store with --db."),
        )
    if "locked" in said or "lock timeout" in said or getattr(error, "sqlstate", "") == "55P03":
        return held(place)
    if "malformed" in said or "not a database" in said:
        return StorageTrouble(
            _("{place} is not a readable officecli store ({said}).").format(place=place, said=said),
            fix=_("Check the path given with --db or OFFICECLI_DB; if the path is right, go back to a backup: officecli db restore FILE"),
        )
    if "unable to open" in said:
        return closed_to_us(place)
    if place.engine == "postgresql" and _is_lost(error):
        return StorageTrouble(
            _("The connection to the database was lost ({said}); nothing was recorded half.").format(said=said),
            fix=_("See what was recorded with: officecli history — and run the command again if it is missing."),
        )
    return StorageTrouble(
        _("The store {place} cannot be used: {said}.").format(place=place, said=said),
        fix=_("Check the disk and your permissions; officecli verify tells whether the store is whole."),
    )


def _closed_beside(place: Place) -> Path | None:
    """The file beside a store that may be written which may not: it has the permissions that the store had when it was made."""
    beside = [path for end in ("-shm", "-wal") if (path := place.path.with_name(place.path.name + end)).exists()]
    return next((path for path in beside if not os.access(path, os.W_OK)), None) if os.access(place.path, os.W_OK) else None


def held(place: Place) -> StorageTrouble:
    """Another writer did not let go in time."""
    return StorageTrouble(_("The store {place} is held by another program.").format(place=place), fix=_("Try again in a moment."))


def closed_to_us(place: Place) -> StorageTrouble:
    """The driver does not tell why a file cannot be opened; the system does, when it is asked to open it."""
    try:
        if place.engine == "sqlite":
            os.close(os.open(place.path, os.O_RDONLY))
    except OSError as error:
        if is_short_of_something(error):
            return StorageTrouble(
                _("The store {place} cannot be opened: {said}.").format(place=place, said=reason(error)), fix=_("Put that right, and run it again.")
            )
    return StorageTrouble(
        _("The store {place} cannot be opened.").format(place=place), fix=_("Ask its owner for permission to read it and to enter its folder.")
    )


def says_no_such_table(error: Exception) -> bool:
    """Whether a driver's error says that a table or column is not there: the database is somebody else's."""
    said = str(error)
    return "no such table" in said or "no such column" in said or getattr(error, "sqlstate", "") in ("42P01", "42703")


def _is_lost(error: BaseException) -> bool:
    """Whether the server went away: it said so (class 57P), or it said nothing at all."""
    state = getattr(error, "sqlstate", None)
    return state.startswith("57P") if state else type(error).__name__ in ("OperationalError", "InterfaceError")


def first_line(error: BaseException) -> str:
    """The first line of what a driver said, else the kind of its error."""
    return str(error).strip().splitlines()[0].rstrip(".") if str(error).strip() else type(error).__name__
