"""Makes a new store: tables, views and guards, and the office in it, in one transaction."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from officecli.errors import BadInput, StorageTrouble
from officecli.i18n import _
from officecli.model.record import SchemaVersion
from officecli.store import recorded
from officecli.store.disk import reason, sync_folder
from officecli.store.file_system import refuse_network_folder
from officecli.store.place import Place
from officecli.store.read.opening import open_sqlite
from officecli.store.schema import guards, indexes, views
from officecli.store.schema.version import SCHEMA_VERSION, stamps
from officecli.store.whole import NEW
from officecli.store.write.change import Change
from officecli.store.write.entries import Signature
from officecli.store.write.lock import locked
from officecli.store.write.moment import right_moment
from officecli.store.write.writer import Writer
from officecli.store.write.writing import writing


@contextmanager
def new_store(place: Place, group: str | None = None) -> Iterator[Change]:
    """Make the store, and fill it in the block; when that raises, nothing is there.

    The file is 0600 in a folder 0700, or with `group` 0660 in a folder 2770 that belongs to it. Raises StorageTrouble where something is already.
    """
    with _room(place, group), writing(place) as writer:
        with writer.allowed():
            _lay(writer, place)
        with right_moment(writer.read):
            change = Change(writer, writer.read, Signature(0, ""))
            yield change
            change.finish()
        writer.commit()
        recorded.mark()


def _lay(writer: Writer, place: Place) -> None:
    from officecli.store.schema import declared  # the one command that waits for it

    if writer.read.row(_ANY_TABLE[place.engine]):
        raise _taken(place)
    if place.engine == "postgresql" and (encoding := writer.read.value("SHOW server_encoding")) != "UTF8":
        raise StorageTrouble(
            _("The database keeps text as {encoding}, which cannot hold every language.").format(encoding=encoding),
            fix=_("Make one for it with: createdb --encoding UTF8 --template template0 NAME"),
        )
    for statement in (
        *(statement for made in declared.statements(place.engine).values() for statement in made),
        *(f"CREATE INDEX {name} ON {definition}" for name, definition in indexes.PARTIAL.items()),
        *(f"CREATE VIEW {name} AS {select}" for name, select in views.VIEWS.items()),
        *guards.statements(place.engine),
        *stamps(place.engine),
    ):
        writer.run(statement)
    writer.insert(str(SchemaVersion.__tablename__), [{"version": SCHEMA_VERSION}])


_ANY_TABLE = {
    "sqlite": "SELECT 1 AS one FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'",
    "postgresql": "SELECT 1 AS one FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace",
}
"""Whether somebody has a table where a store is to be made."""


@contextmanager
def _room(place: Place, group: str | None) -> Iterator[None]:
    """The empty file to lay the store in, under its lock; taken away again when the block raises."""
    if place.engine == "postgresql":
        yield
        return
    refuse_network_folder(place.path)
    _refuse_taken(place)  # before a folder is made, or a lock waited for
    _make_folder(place, group)
    with _made_by_hand(place):
        _beside(place, ".lock").touch(mode=0o600)  # where none can be made, said at once instead of waited for
    with locked(place):
        _refuse_taken(place)  # another init may have had the lock first
        made = _make_file(place, group)
        with _made_by_hand(place):
            sync_folder(place.path.parent)
        try:
            yield
        except BaseException:
            for suffix in ("", "-wal", "-shm") if made else ():
                _beside(place, suffix).unlink(missing_ok=True)
            raise


def _refuse_taken(place: Place) -> None:
    if place.path.exists() and not _is_vacant(place):
        raise _taken(place)


def _is_vacant(place: Place) -> bool:
    """Whether what is there is a database without any table: what an init leaves that was killed."""
    try:
        with closing(open_sqlite(place)) as connection:
            return bool(connection.execute("SELECT COUNT(*) = 0 FROM sqlite_schema").fetchone()[0])
    except StorageTrouble:
        return False


def _make_folder(place: Place, group: str | None) -> None:
    folder = place.path.parent
    with _made_by_hand(place):
        if not folder.exists():
            new = [one for one in (folder, *folder.parents) if not one.exists()]
            folder.mkdir(parents=True, mode=0o700)
            for one in new:
                sync_folder(one.parent)
            if group:
                _give(folder, group, 0o2770)
        elif group and (folder.group() != group or folder.stat().st_mode & 0o2070 != 0o2070):
            raise BadInput(
                _("The folder {folder} does not belong to the group “{group}”, so its members could not write there.").format(
                    folder=folder, group=group
                ),
                fix=_("Name a folder that does not exist yet, or run: chgrp {group} {folder} && chmod 2770 {folder}").format(
                    group=group, folder=folder
                ),
            )


def _make_file(place: Place, group: str | None) -> bool:
    """Whether there was none yet: only what was made here is taken away again."""
    made = True
    with _made_by_hand(place):
        try:
            os.close(os.open(_beside(place, ""), NEW, 0o600))
        except FileExistsError:
            made = False
        place.path.chmod(0o600)
        for suffix in ("", ".lock") if group else ():
            _give(_beside(place, suffix), str(group), 0o660)
    return made


def _beside(place: Place, suffix: str) -> Path:
    """A file of the store's: beside the one that a link of its name leads to."""
    store = place.path.resolve()
    return store.with_name(store.name + suffix)


@contextmanager
def _made_by_hand(place: Place) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageTrouble(
            _("The store {place} cannot be made: {said}.").format(place=place, said=reason(error)),
            fix=_("Give another path with --db, or ask for write permission on {folder}.").format(folder=place.path.parent),
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
