"""Which findings the last check has seen, so that the next can say what is new. It
stands outside the trail, and where it cannot be written nothing is lost but that.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from officecli import clock
from officecli.errors import OfficeError
from officecli.hints import Any
from officecli.model.rule import Finding
from officecli.store.file_system import refuse_network_folder
from officecli.store.place import Place
from officecli.store.read import serving
from officecli.store.read.opening import driver_errors, let_go, sqlite_address
from officecli.store.read.reader import Reader
from officecli.store.write.lock import HEAD_LOCK, locked

PATIENCE = 1
"""Seconds to wait for another writer: whoever reads a report is not kept waiting for it."""


def name_of(finding: Finding) -> str:
    """What a finding is known by from one check to the next."""
    key = finding.key
    return f"{finding.rule.code} {finding.subject_id} {key if len(key) <= 64 else hashlib.sha256(key.encode()).hexdigest()}"


def last_seen(read: Reader) -> frozenset[str]:
    """The names of the findings of the last check."""
    return frozenset(row["finding"] for row in read.rows("SELECT finding FROM check_log"))


def remember(place: Place, found: Iterable[Finding]) -> None:
    """Keep what a check of everything found; what is found no longer is forgotten, and would be new again."""
    names = {name_of(finding) for finding in found}
    with suppress(OfficeError, *driver_errors(place)), locked(place, patience=PATIENCE), _connected(place) as connection:
        cursor = connection.cursor()
        cursor.execute(HEAD_LOCK if place.engine == "postgresql" else "BEGIN IMMEDIATE")
        cursor.execute("SELECT rehearsal FROM office")
        if clock.rehearsed() and not cursor.fetchone()[0]:
            return  # a day that was not
        cursor.execute("SELECT finding FROM check_log")
        known = {row[0] for row in cursor.fetchall()}
        mark = "%s" if place.engine == "postgresql" else "?"
        cursor.executemany(f"INSERT INTO check_log (finding) VALUES ({mark})", [(name,) for name in sorted(names - known)])
        cursor.executemany(f"DELETE FROM check_log WHERE finding = {mark}", [(name,) for name in known - names])
        connection.commit()


@contextmanager
def _connected(place: Place) -> Iterator[Any]:
    """A plain connection that may write; raises an error that `remember` passes over."""
    connection = _connect(place)
    try:
        if place.engine == "postgresql":
            connection.execute(f"{serving.SETTLED}; SET LOCAL lock_timeout = '{PATIENCE}s'")
        yield connection
    finally:
        let_go(place, connection)


def _connect(place: Place) -> Any:
    if place.engine == "postgresql":
        return serving.connect_postgresql(place, patience=PATIENCE)
    refuse_network_folder(place.path)
    return sqlite3.connect(sqlite_address(place.path, "rw"), uri=True, isolation_level=None, timeout=PATIENCE)
