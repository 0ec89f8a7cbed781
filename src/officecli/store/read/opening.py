"""Opens a store over the plain driver."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from officecli.errors import NotFound, StorageTrouble
from officecli.hints import TYPE_CHECKING, Any
from officecli.i18n import _
from officecli.model.codes import TRAILED, UNTRAILED
from officecli.store.disk import reason
from officecli.store.place import PATIENCE, Place
from officecli.store.read import serving

if TYPE_CHECKING:
    import sqlite3  # when it runs, inside the functions: help opens no store, and starts 5 ms sooner

NO_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'view' OR type = 'table' AND sql NOT LIKE 'CREATE TABLE%'"
"""Views and virtual tables: what stands under a name and is made by a query or a module."""


def sqlite_address(path: Path, mode: str) -> str:
    """The file as a URI in this mode: "ro", or "rw", which makes no file where there is none."""
    return f"file:{quote(str(path))}?mode={mode}"


@contextmanager
def connected(place: Place) -> Iterator[Any]:
    """A read-only connection that sees one snapshot; raises NotFound or StorageTrouble, also for what its driver says within the block."""
    connection = open_sqlite(place) if place.engine == "sqlite" else open_postgresql(place)
    try:
        if place.engine == "postgresql":
            connection.execute(serving.SETTLED)
        yield connection
    except driver_errors(place) as error:
        from officecli.store.read.trouble import trouble

        raise trouble(place, error) from error
    finally:
        let_go(place, connection)


def let_go(place: Place, connection: Any) -> None:
    """Close a connection to the place, whatever was said over it."""
    if place.engine == "postgresql":
        serving.let_go(connection)
    else:
        connection.close()


def open_sqlite(place: Place) -> sqlite3.Connection:
    """A read-only connection with its snapshot taken; raises NotFound or StorageTrouble."""
    import sqlite3

    path = place.path
    check_is_file(place)
    address = sqlite_address(path, "ro")
    try:
        return _connect_read_only(address, place)
    except sqlite3.OperationalError as error:
        from officecli.store.read.trouble import held, trouble

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
        from officecli.store.read.trouble import trouble

        raise trouble(place, error) from error


def open_at_rest(path: Path) -> sqlite3.Connection:
    """As `open_sqlite`, of a file nobody is at: nothing is made beside it, unless a writer left something there that is to be read too.

    Raises what SQLite says, too.
    """
    if any(_size(path.with_name(path.name + suffix)) for suffix in ("-wal", "-journal")):
        return open_sqlite(Place("sqlite", path=path))
    return _connect_read_only(sqlite_address(path, "ro") + "&immutable=1", Place("sqlite", path=path))


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
        from officecli.store.read.trouble import closed_to_us

        raise closed_to_us(place)


def open_postgresql(place: Place) -> Any:
    """A read-only psycopg connection that will see one snapshot; raises StorageTrouble."""
    import psycopg

    connection = serving.connect_postgresql(place)
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    return connection


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


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
