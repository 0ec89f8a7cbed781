"""The one reader: SQL over the plain driver, read-only, one snapshot; it never imports sqlmodel, sqlalchemy or pydantic.

One SQL text serves both engines: parameters are written `:name`; see `_for_psycopg` for the whole of the translation.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import quote

from officecli import clock, settings
from officecli.errors import NotFound, StorageTrouble
from officecli.i18n import _
from officecli.store.place import Place
from officecli.store.version import SCHEMA_VERSION

Row = dict[str, Any]


@lru_cache(maxsize=512)
def _for_psycopg(sql: str) -> str:
    return re.sub(r"(?<![:\w]):(\w+)", r"%(\1)s", sql.replace("%", "%%"))


class Reader:
    """Asks questions of one store over one DBAPI connection; `as_of` is the day the answers are for (today by default)."""

    def __init__(self, connection: Any, engine: str) -> None:
        self.engine = engine
        self._connection = connection
        self._as_of: date | None = None

    def rows(self, sql: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> list[Row]:
        """Every row, as a dict by column name."""
        parameters = {**(values or {}), **more}
        cursor = self._connection.cursor()
        try:
            if self.engine == "sqlite":
                cursor.execute(sql, parameters)
            else:
                cursor.execute(_for_psycopg(sql), parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        finally:
            cursor.close()

    def row(self, sql: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, values, **more)
        return found[0] if found else None

    def value(self, sql: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, values, **more)
        return next(iter(found.values())) if found else None

    @cached_property
    def office(self) -> Row:
        """The office's own row."""
        found = self.row("SELECT * FROM office")
        if found is None:
            raise StorageTrouble(_("This store has no office in it."), fix=_("Make one with: officecli init"))
        return found

    @cached_property
    def settings(self) -> dict[str, Any]:
        """Every threshold by name: what the office has set, else the default."""
        return settings.thresholds({row["name"]: row["value"] for row in self.rows("SELECT name, value FROM setting")})

    @cached_property
    def today(self) -> date:
        """Today in the office's time zone."""
        return clock.today(self.office["timezone"])

    @property
    def as_of(self) -> date:
        """The day the answers are for."""
        return self._as_of or self.today

    @as_of.setter
    def as_of(self, day: date | None) -> None:
        self._as_of = day

    def renew(self) -> None:
        """See the store as it is committed now, not as it was when this reader first looked."""
        self._connection.rollback()
        if self.engine == "sqlite":
            self._connection.execute("BEGIN")

    def head(self) -> tuple[int, str]:
        """The trail's last entry: its number and hash, (0, "") when there is none."""
        found = self.row("SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1")
        return (found["seq"], found["hash"]) if found else (0, "")

    def head_text(self) -> str:
        """The head as it is printed, `SEQ:HASH`."""
        seq, hash_ = self.head()
        return f"{seq}:{hash_}"


@contextmanager
def reading(place: Place) -> Iterator[Reader]:
    """A reader of the store at `place`; raises NotFound or StorageTrouble when there is none that this program knows."""
    connection = _open_sqlite(place) if place.engine == "sqlite" else _open_postgresql(place)
    try:
        reader = Reader(connection, place.engine)
        check_version(reader, place)
        yield reader
    except sqlite3.DatabaseError as error:
        raise trouble(place, error) from error
    finally:
        connection.close()


def trouble(place: Place, error: Exception) -> StorageTrouble:
    """What the database said, as an error a person can act on."""
    said = str(error).splitlines()[0] if str(error) else type(error).__name__
    if "disk is full" in said or "No space left" in said:
        return StorageTrouble(_("The disk is full; nothing was recorded."), fix=_("Free some space and run the command again."))
    if "readonly" in said or "read-only" in said:
        return StorageTrouble(
            _("The store {place} may only be read.").format(place=place),
            fix=_("Ask its owner for write permission, or use another store with --db."),
        )
    if "locked" in said:
        return StorageTrouble(_("The store {place} is held by another program.").format(place=place), fix=_("Try again in a moment."))
    if "malformed" in said or "not a database" in said:
        return StorageTrouble(
            _("{place} is not a readable officecli store ({said}).").format(place=place, said=said),
            fix=_("Check the path given with --db or OFFICECLI_DB; if the path is right, restore a backup."),
        )
    return StorageTrouble(_("The store {place} cannot be used: {said}.").format(place=place, said=said))


def check_version(reader: Reader, place: Place) -> None:
    """Raise unless the store is officecli's and of the version this program knows."""
    try:
        version = reader.value("SELECT version FROM schema_version")
    except Exception as error:
        if "schema_version" not in str(error):
            raise
        raise StorageTrouble(
            _("{place} is a database, but not an officecli store.").format(place=place),
            fix=_("Check the path given with --db or OFFICECLI_DB, or make a new store with: officecli init"),
        ) from error
    if version is not None and version > SCHEMA_VERSION:
        raise StorageTrouble(
            _("The store {place} was made by a newer officecli (version {found} of its tables; this program knows {known}).").format(
                place=place, found=version, known=SCHEMA_VERSION
            ),
            fix=_("Update officecli on this machine; nothing was read or changed."),
        )


def _open_sqlite(place: Place) -> sqlite3.Connection:
    path = place.path
    if not path.exists():
        raise NotFound(
            _("There is no office at {place} yet.").format(place=place),
            fix=_("Make one with: officecli init — or say where it is with --db or OFFICECLI_DB."),
        )
    if path.is_dir():
        raise StorageTrouble(_("{place} is a folder, not a store.").format(place=place), fix=_("Give the path of a file with --db."))
    address = "file:" + quote(str(path)) + "?mode=ro"
    try:
        return _connect_read_only(address)
    except sqlite3.OperationalError as error:
        # A WAL store in a place that may not be written cannot make its shared-memory file; without a -wal, nothing is missing from the main file.
        if path.with_name(path.name + "-wal").exists():
            raise trouble(place, error) from error
        try:
            return _connect_read_only(address + "&immutable=1")
        except sqlite3.DatabaseError as again:
            raise trouble(place, again) from again
    except sqlite3.DatabaseError as error:
        raise trouble(place, error) from error


def _connect_read_only(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=10)
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA query_only=ON")
        connection.execute("BEGIN")
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _open_postgresql(place: Place) -> Any:
    try:
        import psycopg
    except ImportError as error:
        raise StorageTrouble(
            _("PostgreSQL stores need the psycopg driver, which is not installed."), fix=_("Install it with: pip install 'officecli[postgresql]'")
        ) from error
    try:
        connection = psycopg.connect(place.url, connect_timeout=10)
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
    except psycopg.Error as error:
        raise StorageTrouble(
            _("The database cannot be reached: {said}").format(said=str(error).strip().splitlines()[0]),
            fix=_("Check the address given with --db or OFFICECLI_DB, and that the server runs."),
        ) from error
    return connection
