"""Makes a new, empty store: tables, views, guards."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sqlalchemy import Connection, insert, inspect
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from officecli.errors import BadInput, StorageTrouble
from officecli.i18n import _
from officecli.model import item, office, record  # noqa: F401 - importing them declares the tables
from officecli.model.record import SchemaVersion
from officecli.store import guards, views
from officecli.store.engine import refuse_network_folder, writable
from officecli.store.place import Place
from officecli.store.read import trouble
from officecli.store.version import SCHEMA_VERSION


def create(place: Place, group: str | None = None) -> None:
    """Make the store: the file 0600 in a folder 0700, or with `group` 0660 in a folder 2770 that belongs to it.

    Raises StorageTrouble where something is already.
    """
    if place.engine == "sqlite":
        _make_file(place.path, group)
    engine = writable(place, create=True)
    try:
        with engine.begin() as connection:
            if inspect(connection).get_table_names():
                raise _taken(place)
            SQLModel.metadata.create_all(connection)
            _add_views_and_guards(connection, place.engine)
            connection.execute(insert(SchemaVersion), {"version": SCHEMA_VERSION})
    except DBAPIError as error:
        discard(place)
        raise trouble(place, error.orig or error) from error
    finally:
        engine.dispose()


def discard(place: Place) -> None:
    """Take away a store that was just made and could not be filled."""
    if place.engine == "sqlite":
        for suffix in ("", "-wal", "-shm", ".lock"):
            place.path.with_name(place.path.name + suffix).unlink(missing_ok=True)


def _add_views_and_guards(connection: Connection, engine: str) -> None:
    for name, select in views.VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {select}")
    for statement in guards.statements(engine):
        connection.exec_driver_sql(statement)


def _make_file(path: Path, group: str | None) -> None:
    refuse_network_folder(path)
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True, mode=0o700)
            if group:
                _give(path.parent, group, 0o2770)
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        os.close(handle)
        if group:
            _give(path, group, 0o660)
    except FileExistsError as error:
        raise _taken(Place("sqlite", path)) from error
    except OSError as error:
        raise StorageTrouble(
            _("The store {place} cannot be made: {said}.").format(place=path, said=error.strerror or error),
            fix=_("Give another path with --db, or ask for write permission on {folder}.").format(folder=path.parent),
        ) from error


def _give(path: Path, group: str, mode: int) -> None:
    try:
        shutil.chown(path, group=group)
    except LookupError as error:
        raise BadInput(
            _("There is no group “{group}” on this machine.").format(group=group), fix=_("Name a group the office's logins belong to.")
        ) from error
    path.chmod(mode)


def _taken(place: Place) -> StorageTrouble:
    return StorageTrouble(
        _("There is already something at {place}; nothing was changed.").format(place=place),
        fix=_("Use it as it is, or give a new path with --db."),
    )
