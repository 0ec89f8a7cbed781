"""Opens a store over the plain driver, and says in a person's words why it cannot be opened or used."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from officecli.errors import NotFound, StorageTrouble
from officecli.i18n import _
from officecli.model.codes import TRAILED, UNTRAILED
from officecli.store.disk import is_short_of_something, reason, what_is_short
from officecli.store.place import Place

if TYPE_CHECKING:
    import sqlite3  # when it runs, inside the functions: help opens no store, and starts 5 ms sooner

NO_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'view' OR type = 'table' AND sql NOT LIKE 'CREATE TABLE%'"
"""Views and virtual tables: what stands under a name and is made by a query or a module."""

DENIED = ("42501", "3F000")
"""PostgreSQL's codes for a privilege that is missing, and for no schema one may make anything in."""

PATIENCE = 30
"""Seconds to wait for another writer before giving up."""


def sqlite_address(path: Path, mode: str) -> str:
    """The file as a URI in this mode: "ro", or "rw", which makes no file where there is none."""
    return f"file:{quote(str(path))}?mode={mode}"


def open_sqlite(place: Place) -> sqlite3.Connection:
    """A read-only connection with its snapshot taken; raises NotFound or StorageTrouble."""
    import sqlite3

    path = place.path
    check_is_file(place)
    address = sqlite_address(path, "ro")
    try:
        return _connect_read_only(address, place)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise held(place) from error
        # A WAL store in a place that may not be written cannot make its shared-memory file; without a -wal, nothing is missing from the main file.
        if _size(path.with_name(path.name + "-wal")):
            raise StorageTrouble(
                _("The last changes of {place} cannot be read here: they stand in a file beside it ({said}).").format(place=place, said=error),
                fix=_("Ask somebody with write permission to run any officecli command on it, or copy its whole folder to where you may write."),
            ) from error
        try:
            return _connect_read_only(address + "&immutable=1", place)
        except sqlite3.DatabaseError as again:
            raise trouble(place, again) from again
    except sqlite3.DatabaseError as error:
        raise trouble(place, error) from error


def check_is_file(place: Place) -> None:
    """Raise unless there is a file at the place; a pipe or a device would be waited for without end."""
    try:
        exists, is_file, is_folder = place.path.exists(), place.path.is_file(), place.path.is_dir()
    except OSError as error:
        raise StorageTrouble(
            _("The store {place} cannot be reached: {said}.").format(place=place, said=reason(error)),
            fix=_("Check the path given with --db or OFFICECLI_DB, and your permissions on its folder."),
        ) from error
    if not exists:
        raise NotFound(
            _("There is no office at {place} yet.").format(place=place),
            fix=_("Make one with: officecli init — or say where it is with --db or OFFICECLI_DB."),
        )
    if is_folder:
        raise StorageTrouble(_("{place} is a folder, not a store.").format(place=place), fix=_("Give the path of a file with --db."))
    if not is_file:
        raise StorageTrouble(_("{place} is not an ordinary file.").format(place=place), fix=_("Give the path of a file with --db."))
    if not os.access(place.path, os.R_OK):
        raise _closed_to_us(place)


def open_postgresql(place: Place) -> Any:
    """A read-only psycopg connection that will see one snapshot; raises StorageTrouble."""
    import psycopg

    connection = connect_postgresql(place)
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    return connection


def connect_postgresql(place: Place) -> Any:
    """A psycopg connection; raises StorageTrouble without the password."""
    try:
        import psycopg
    except ImportError as error:
        raise StorageTrouble(
            _("PostgreSQL stores need the psycopg driver, which is not installed."), fix=_("Install it with: pip install 'officecli[postgresql]'")
        ) from error
    try:
        # Its compiler would work for a minute on each subquery of a question that is asked once, and answered in a moment.
        options = f"{psycopg.conninfo.conninfo_to_dict(place.url).get('options') or ''} -c jit=off".strip()
        return psycopg.connect(place.url, connect_timeout=10, application_name="officecli", options=options)
    except psycopg.OperationalError as error:
        if "permission denied for database" in str(error):
            from officecli.store.read.grants import no_way_in

            raise no_way_in(place) from error
        raise StorageTrouble(
            _("The database cannot be reached: {said}").format(said=_first_line(error)),
            fix=_("Check the address given with --db or OFFICECLI_DB, and that the server runs."),
        ) from error
    except psycopg.Error:  # an address that cannot be parsed is quoted in the error, with what stands in the password's place
        raise StorageTrouble(
            _("The database address {place} cannot be read.").format(place=place),
            fix=_("Write it as postgresql://user@host/database, and keep the password in ~/.pgpass."),
        ) from None


def driver_errors(place: Place) -> tuple[type[Exception], ...]:
    """What the driver of this place raises when the database fails."""
    if place.engine == "sqlite":
        import sqlite3

        return (sqlite3.DatabaseError,)
    import psycopg

    return (psycopg.Error,)


def broken_rules(engine: str) -> tuple[type[Exception], ...]:
    """What the driver raises when a row breaks a rule of the tables themselves: a key, a reference, a check."""
    if engine == "sqlite":
        import sqlite3

        return (sqlite3.IntegrityError,)
    import psycopg

    return (psycopg.IntegrityError,)


def says_no_such_table(error: Exception) -> bool:
    """Whether a driver's error says that a table or column is not there: the database is somebody else's."""
    said = str(error)
    return "no such table" in said or "no such column" in said or getattr(error, "sqlstate", "") in ("42P01", "42703")


def trouble(place: Place, error: BaseException, *, writing: bool = False) -> StorageTrouble:
    """What the database said, as an error a person can act on; `writing` where nothing is committed yet."""
    if place.engine == "postgresql" and getattr(error, "sqlstate", "") in DENIED:
        from officecli.store.read.grants import missing_grant

        return missing_grant(place, error, writing=writing)
    said = _first_line(error)
    short = what_is_short(place.path.parent) if place.engine == "sqlite" and "disk I/O error" in said else None
    if "disk is full" in said or "No space left" in said or (short and short.errno == errno.ENOSPC):
        what = _("The disk is full; nothing was recorded.") if writing else _("The disk is full.")
        return StorageTrouble(what, fix=_("Free some space and run the command again."))
    if short:
        said = reason(short)
    if "readonly" in said or "read-only" in said or "permission denied" in said:
        return StorageTrouble(
            _("The store {place} may only be read.").format(place=place),
            fix=_("Ask its owner for write permission, or use another store with --db."),
        )
    if "locked" in said or "lock timeout" in said or getattr(error, "sqlstate", "") == "55P03":
        return held(place)
    if "malformed" in said or "not a database" in said:
        return StorageTrouble(
            _("{place} is not a readable officecli store ({said}).").format(place=place, said=said),
            fix=_("Check the path given with --db or OFFICECLI_DB; if the path is right, restore a backup."),
        )
    if "unable to open" in said:
        return _closed_to_us(place)
    if place.engine == "postgresql" and _is_lost(error):
        return StorageTrouble(
            _("The connection to the database was lost ({said}); nothing was recorded half.").format(said=said),
            fix=_("See what was recorded with: officecli history — and run the command again if it is missing."),
        )
    return StorageTrouble(
        _("The store {place} cannot be used: {said}.").format(place=place, said=said),
        fix=_("Check the disk and your permissions; officecli verify tells whether the store is whole."),
    )


def held(place: Place) -> StorageTrouble:
    """Another writer did not let go in time."""
    return StorageTrouble(_("The store {place} is held by another program.").format(place=place), fix=_("Try again in a moment."))


def _closed_to_us(place: Place) -> StorageTrouble:
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


def _connect_read_only(address: str, place: Place) -> sqlite3.Connection:
    import sqlite3

    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE)
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA query_only=ON")
        connection.execute("BEGIN")
        _refuse_no_tables([name for (name,) in connection.execute(NO_TABLES)], place)
    except (sqlite3.DatabaseError, StorageTrouble):
        connection.close()
        raise
    return connection


def _refuse_no_tables(names: list[str], place: Place) -> None:
    """Raise StorageTrouble where one of these, which are no tables, has the name of a table of ours."""
    ours = {*TRAILED, *UNTRAILED}
    for name in names:
        if name.lower() in ours:
            from officecli.store.read.foreign import in_place_of_a_table

            raise in_place_of_a_table(place, name)


def _is_lost(error: BaseException) -> bool:
    """Whether the server went away: it said so (class 57P), or it said nothing at all."""
    state = getattr(error, "sqlstate", None)
    return state.startswith("57P") if state else type(error).__name__ in ("OperationalError", "InterfaceError")


def _first_line(error: BaseException) -> str:
    return str(error).strip().splitlines()[0].rstrip(".") if str(error).strip() else type(error).__name__


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
