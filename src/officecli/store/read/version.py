"""Whether a store is officecli's, and of the version of the tables that this program knows."""

from __future__ import annotations

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.store.place import Place
from officecli.store.read.opening import connected
from officecli.store.read.questions import Questions
from officecli.store.schema.version import SCHEMA_VERSION

_DIGITS = 64
"""Of a hash, in hexadecimal."""


def check_version(store: Questions, place: Place, upgrade: str = "officecli db upgrade") -> None:
    """Raise unless the store is officecli's and of the version this program knows, to which `upgrade` brings an older one."""
    found = _version(store, place)
    if found < SCHEMA_VERSION:
        raise StorageTrouble(
            _("The store {place} was made by an older officecli (version {found} of its tables; this program needs {known}).").format(
                place=place, found=found, known=SCHEMA_VERSION
            ),
            fix=_("Bring it up to date, which keeps a copy of it as it is: {command}").format(command=upgrade),
        )


def stored_version(place: Place) -> int:
    """The version of the store's tables, this program's or an older one; raises NotFound or StorageTrouble for any other."""
    with connected(place) as connection:
        return _version(Questions(connection, place.engine), place)


def another_programs(place: Place) -> StorageTrouble:
    """The refusal of a database that has other tables in it than ours."""
    return StorageTrouble(
        _("{place} is a database, but not an officecli store.").format(place=place),
        fix=_("Check the path given with --db or OFFICECLI_DB, or make a new store with: officecli init"),
    )


_VERSION = "SELECT (SELECT version FROM schema_version) AS version, (SELECT hash FROM trail ORDER BY seq DESC LIMIT 1) AS last"


def _with_a_look_at_the_tables() -> str:
    """The same question to PostgreSQL, which asks no table before it has seen that all are tables; SQLite was asked that when it was opened."""
    from officecli.store.read.foreign import ALL_TABLES

    return f"""SELECT CASE WHEN {ALL_TABLES} THEN (SELECT version FROM schema_version) ELSE -1 END AS version,
        CASE WHEN {ALL_TABLES} THEN (SELECT hash FROM trail ORDER BY seq DESC LIMIT 1) END AS last"""


def _version(store: Questions, place: Place) -> int:
    version, last = None, None
    try:
        found = store.rows(_VERSION if store.engine == "sqlite" else _with_a_look_at_the_tables())[0]
        version, last = found["version"], found["last"]
    except Exception as error:
        from officecli.store.read.trouble import says_no_such_table

        if not says_no_such_table(error):
            raise
        if store.engine == "postgresql":
            from officecli.store.read.grants import CLOSED_SCHEMA, closed_door

            store.start_again()
            if schema := store.value(CLOSED_SCHEMA):
                raise closed_door(place, str(schema)) from error
    if version == -1:
        from officecli.store.read.foreign import in_place_of_a_table

        raise in_place_of_a_table(place)
    if not isinstance(version, int):
        raise another_programs(place)
    if version > SCHEMA_VERSION:
        raise StorageTrouble(
            _("The store {place} was made by a newer officecli (version {found} of its tables; this program knows {known}).").format(
                place=place, found=version, known=SCHEMA_VERSION
            ),
            fix=_("Update officecli on this machine; nothing was read or changed."),
        )
    if last is not None and (len(str(last)) != _DIGITS or str(last).strip("0123456789abcdef")):
        raise StorageTrouble(
            _("The last entry of the trail in {place} has a hash that is none.").format(place=place),
            fix=_("Somebody changed the database itself. Go back to a backup (officecli db restore FILE), or have its owner put it back."),
        )
    return version
