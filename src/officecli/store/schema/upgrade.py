"""Brings a store of an older version up to the tables of this program: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.light import dataclass
from officecli.store import recorded
from officecli.store.calendar.written import write_days
from officecli.store.place import Place
from officecli.store.proof.backup import back_up, name_beside
from officecli.store.read.opening import open_sqlite
from officecli.store.read.version import stored_version
from officecli.store.schema import guards, statistics, views
from officecli.store.schema.giving_back import give_back
from officecli.store.schema.migrations import to_2, to_3, to_4, to_5, to_6, to_7, to_8
from officecli.store.schema.version import HEADER, SCHEMA_VERSION, stamps
from officecli.store.write.lock import locked
from officecli.store.write.writer import Writer
from officecli.store.write.writing import writing

STEPS: Mapping[int, Sequence[str | Callable[[Writer], None]]] = {
    2: to_2.STATEMENTS,
    3: to_3.STATEMENTS,
    4: to_4.STATEMENTS,
    5: to_5.STATEMENTS,
    6: to_6.STATEMENTS,
    7: to_7.STATEMENTS,
    8: to_8.STATEMENTS,
}
"""The version a step leads to → its statements, the same for both engines, and where statements do not do a function."""

OF_AN_ENGINE: Mapping[int, Mapping[str, Sequence[str]]] = {
    3: to_3.BY_ENGINE,
    4: to_4.BY_ENGINE,
    5: to_5.BY_ENGINE,
    6: to_6.BY_ENGINE,
    7: to_7.BY_ENGINE,
    8: to_8.BY_ENGINE,
}
"""What one engine has to be told otherwise than the other, after that."""

ROWS_LAID_ANEW = 8
"""The last version whose step writes the rows of a large table anew, and leaves room between them."""


@dataclass(frozen=True)
class Upgraded:
    """From which version to which, where the store as it was is kept (nowhere for
    PostgreSQL, which has backups of its own), and why its file was not laid anew, "" else.
    """

    found: int
    now: int
    backup: Path | None
    loose: str = ""


def upgrade(place: Place) -> Upgraded:
    """Raise the store to SCHEMA_VERSION in one transaction, after a backup; raises StorageTrouble, and then nothing has changed."""
    found = stored_version(place)
    if found == SCHEMA_VERSION and _is_stamped(place):
        return Upgraded(found, found, None)
    with locked(place):
        found = stored_version(place)  # another may have done it while this one waited
        backup = back_up(place, name_beside(place.path, f"version-{found}")) if place.engine == "sqlite" and found < SCHEMA_VERSION else None
        with writing(place) as writer, writer.allowed():
            found = int(writer.read.value("SELECT version FROM schema_version"))  # on PostgreSQL the lock is ours only now
            _raise_version(writer, place.engine, found)
            _work_calendar_out(writer)
            statistics.take(writer)
            writer.commit()
            recorded.mark()
        return Upgraded(found, SCHEMA_VERSION, backup, give_back(place) if place.engine == "sqlite" and found < ROWS_LAID_ANEW else "")


def _is_stamped(place: Place) -> bool:
    """Whether the header of the file says what it is: stores of this version were made before it did."""
    if place.engine != "sqlite":
        return True
    with closing(open_sqlite(place)) as connection:
        return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in HEADER} == HEADER


def _work_calendar_out(writer: Writer) -> None:
    """The calendar's days anew: this program may know days off that the older one did not."""
    last = writer.read.value("SELECT MAX(date) FROM calendar_day")
    if last is not None:
        write_days(writer, date.fromisoformat(last))


def _raise_version(writer: Writer, engine: str, found: int) -> None:
    """Views and triggers go first and come back last, made from the one text there is: a table that is made anew would lose them in silence."""
    for name in views.VIEWS:
        writer.run(f"DROP VIEW IF EXISTS {name}")
    for statement in guards.drops(engine):
        writer.run(statement)
    for version in range(found + 1, SCHEMA_VERSION + 1):
        for step in (*STEPS[version], *OF_AN_ENGINE.get(version, {}).get(engine, ())):
            if callable(step):
                step(writer)
            else:
                writer.run(step.replace("{c}", "" if engine == "sqlite" else ' COLLATE "C"'))
    for name, select in views.VIEWS.items():
        writer.run(f"CREATE VIEW {name} AS {select}")
    for statement in (*guards.statements(engine), *stamps(engine)):
        writer.run(statement)
    writer.run(f"UPDATE schema_version SET version = {SCHEMA_VERSION}")
    if engine == "sqlite" and writer.read.row("PRAGMA foreign_key_check"):
        raise StorageTrouble(_("The store has rows that refer to nothing; it was left as it was."), fix=_("See what is wrong with: officecli verify"))
