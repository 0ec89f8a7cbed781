"""The one reader: SQL over the plain driver, read-only, one snapshot; it never imports sqlmodel, sqlalchemy or pydantic.

One SQL text serves both engines: parameters are written `:name`; see `_for_psycopg` for the whole of the translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, datetime, time
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from officecli import clock, settings
from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.store.place import Place
from officecli.store.read.opening import driver_errors, open_postgresql, open_sqlite
from officecli.store.schema.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from officecli.model.time.working_days import WorkingDays

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
        self._asked = 0
        self.as_name = ""
        """The name by which whoever reads says who they are, "" for the login's own."""
        self.calendar: WorkingDays | None = None
        """The working days once they were asked for; whoever changes the calendar empties it."""
        self._views_are_ours = engine != "sqlite"  # PostgreSQL keeps no text of a view to compare; `verify` asks what it answers

    def rows(self, sql: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> list[Row]:
        """Every row, as a dict by column name."""
        with closing(self._connection.cursor()) as cursor:
            self._ask(cursor, sql, {**(values or {}), **more})
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def ids(self, sql: str, **values: Any) -> list[int | None]:
        """The one column of every row."""
        with closing(self._connection.cursor()) as cursor:
            self._ask(cursor, sql, values)
            return [one for (one,) in cursor.fetchall()]

    def _ask(self, cursor: Any, sql: str, values: Mapping[str, Any]) -> None:
        if not self._views_are_ours and ("v_item" in sql or "v_person" in sql):
            self._look_at_views()
        cursor.execute(sql if self.engine == "sqlite" else _for_psycopg(sql), values)

    def each(self, sql: str, values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
        """Every row as a tuple, one after the other: no more of them than a few are held at a time."""
        if self.engine == "sqlite":
            with closing(self._connection.cursor()) as cursor:
                self._ask(cursor, sql, values)
                yield from cursor
            return
        self._asked += 1
        with self._connection.cursor(name=f"each_{self._asked}") as cursor:  # at the server: the driver would fetch all of them first
            cursor.itersize = 5000
            yield from cursor.execute(_for_psycopg(sql), values)

    def row(self, sql: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, values, **more)
        return found[0] if found else None

    def value(self, sql: str, values: Mapping[str, Any] | None = None, /, **more: Any) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, values, **more)
        return next(iter(found.values())) if found else None

    def _look_at_views(self) -> None:
        """Raise StorageTrouble where a view is not the one this program makes, before it is first asked: it may answer anything, or never."""
        self._views_are_ours = True
        from officecli.store.schema.views import VIEWS  # whatever asks a view has it already, but for a few

        there = {row["name"]: row["sql"] for row in self.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'view'")}
        for name, select in VIEWS.items():
            if there.get(name) != f"CREATE VIEW {name} AS {select}":
                self._views_are_ours = False
                from officecli.store.read.foreign import another_view

                raise another_view(name)

    @cached_property
    def office(self) -> Row:
        """The office's own row."""
        found = self.row("SELECT * FROM office")
        if found is None:
            raise StorageTrouble(_("This store has no office in it."), fix=_("Make one with: officecli init"))
        return found

    @cached_property
    def settings(self) -> dict[str, Any]:
        """Every general setting that is a whole number, by name: what the office has set, else the default."""
        return settings.thresholds(self.stored_settings)

    @cached_property
    def severities(self) -> dict[str, str]:
        """How strict the office is with a rule, by its code, where it has set that."""
        return settings.severities(self.stored_settings)

    @property
    def profile(self) -> str:
        """How much the office asks of itself: light, standard or strict."""
        return str(settings.PROFILE.value(self.stored_settings))

    @cached_property
    def stored_settings(self) -> dict[str, str]:
        """What the office has set, by name, as it is kept."""
        return {row["name"]: row["value"] for row in self.rows("SELECT name, value FROM setting ORDER BY name")}

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

    @property
    def moment(self) -> str:
        """The moment the answers are for, as UTC text: now, or the end of a past day on the office's clock."""
        if self.as_of >= self.today:
            return clock.stamp()
        return clock.stamp(datetime.combine(self.as_of, time(23, 59, 59), ZoneInfo(self.office["timezone"])))

    def forget(self) -> None:
        """Ask anew for what is asked for once: the office and its settings were changed."""
        for name in ("office", "settings", "severities", "stored_settings", "today"):
            self.__dict__.pop(name, None)
        self.calendar = None

    def renew(self) -> None:
        """See the store as it is committed now, not as it was when this reader first looked."""
        self._connection.rollback()
        self.calendar = None
        if self.engine == "sqlite":
            self._connection.execute("BEGIN")

    def start_again(self) -> None:
        """Ask again after a query has failed, which on PostgreSQL ends the transaction."""
        self._connection.rollback()

    def close(self) -> None:
        """Let go of the store before the block that opened this reader ends."""
        self._connection.close()

    @cached_property
    def origin(self) -> str:
        """What tells this office from any other, whatever it is called: the beginning of its trail, in twelve hex digits; "" before there is one."""
        return str(self.value("SELECT hash FROM trail WHERE seq = 1") or "")[:12]

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
    connection = open_sqlite(place) if place.engine == "sqlite" else open_postgresql(place)
    try:
        reader = Reader(connection, place.engine)
        check_version(reader, place)
        yield reader
    except driver_errors(place) as error:
        from officecli.store.read.trouble import trouble

        raise trouble(place, error) from error
    finally:
        connection.close()


def check_version(reader: Reader, place: Place) -> None:
    """Raise unless the store is officecli's and of the version this program knows."""
    found = _version(reader, place)
    if found < SCHEMA_VERSION:
        raise StorageTrouble(
            _("The store {place} was made by an older officecli (version {found} of its tables; this program needs {known}).").format(
                place=place, found=found, known=SCHEMA_VERSION
            ),
            fix=_("Bring it up to date, which keeps a copy of it as it is: officecli db upgrade"),
        )


def stored_version(place: Place) -> int:
    """The version of the store's tables, this program's or an older one; raises NotFound or StorageTrouble for any other."""
    connection = open_sqlite(place) if place.engine == "sqlite" else open_postgresql(place)
    try:
        return _version(Reader(connection, place.engine), place)
    except driver_errors(place) as error:
        from officecli.store.read.trouble import trouble

        raise trouble(place, error) from error
    finally:
        connection.close()


_VERSION = "SELECT (SELECT version FROM schema_version) AS version, (SELECT hash FROM trail ORDER BY seq DESC LIMIT 1) AS last"


def _with_a_look_at_the_tables() -> str:
    """The same question to PostgreSQL, which asks no table before it has seen that all are tables; SQLite was asked that when it was opened."""
    from officecli.store.read.foreign import ALL_TABLES

    return f"""SELECT CASE WHEN {ALL_TABLES} THEN (SELECT version FROM schema_version) ELSE -1 END AS version,
        CASE WHEN {ALL_TABLES} THEN (SELECT hash FROM trail ORDER BY seq DESC LIMIT 1) END AS last"""


def _version(reader: Reader, place: Place) -> int:
    version, last = None, None
    try:
        found = reader.rows(_VERSION if reader.engine == "sqlite" else _with_a_look_at_the_tables())[0]
        version, last = found["version"], found["last"]
    except Exception as error:
        from officecli.store.read.trouble import says_no_such_table

        if not says_no_such_table(error):
            raise
        if reader.engine == "postgresql":
            from officecli.store.read.grants import CLOSED_SCHEMA, closed_door

            reader.start_again()
            if schema := reader.value(CLOSED_SCHEMA):
                raise closed_door(place, str(schema)) from error
    if version == -1:
        from officecli.store.read.foreign import in_place_of_a_table

        raise in_place_of_a_table(place)
    if not isinstance(version, int):
        raise StorageTrouble(
            _("{place} is a database, but not an officecli store.").format(place=place),
            fix=_("Check the path given with --db or OFFICECLI_DB, or make a new store with: officecli init"),
        )
    if version > SCHEMA_VERSION:
        raise StorageTrouble(
            _("The store {place} was made by a newer officecli (version {found} of its tables; this program knows {known}).").format(
                place=place, found=version, known=SCHEMA_VERSION
            ),
            fix=_("Update officecli on this machine; nothing was read or changed."),
        )
    if last is not None and not re.fullmatch("[0-9a-f]{64}", str(last)):
        raise StorageTrouble(
            _("The last entry of the trail in {place} has a hash that is none.").format(place=place),
            fix=_("Somebody changed the database itself. Restore a backup, or have its owner put it back."),
        )
    return version
