"""Connections that may write: SQLAlchemy engines with the settings that keep what was acknowledged."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool

from officecli.errors import NotFound, StorageTrouble
from officecli.i18n import _
from officecli.store.place import Place

PRAGMAS = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0", "recursive_triggers": "1"}

NETWORK_FILE_SYSTEMS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs")


def writable(place: Place, *, create: bool = False) -> Engine:
    """An engine on the store; its transactions start by taking the write lock, so two writers never work on the same state."""
    if place.engine == "postgresql":
        engine = create_engine(place.url.replace("postgresql://", "postgresql+psycopg://", 1), poolclass=NullPool)
        return engine
    if not create and not place.path.exists():
        raise NotFound(
            _("There is no office at {place} yet.").format(place=place),
            fix=_("Make one with: officecli init — or say where it is with --db or OFFICECLI_DB."),
        )
    refuse_network_folder(place.path)
    engine = create_engine("sqlite://", creator=lambda: _connect(place.path), poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin_immediate(connection: Any) -> None:
        # SQLAlchemy's default starts reading first and upgrades later, which loses updates between two writers in silence.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=30)
    for name, wanted in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={wanted}")
        found = str(connection.execute(f"PRAGMA {name}").fetchone()[0])
        if found != wanted:
            connection.close()
            raise StorageTrouble(
                _("SQLite at {path} would not set {name} to {wanted} (it says {found}).").format(path=path, name=name, wanted=wanted, found=found)
            )
    return connection


def refuse_network_folder(path: Path) -> None:
    """SQLite's locks do not hold on network file systems: two writers would damage the store."""
    kind = _file_system(path)
    if kind in NETWORK_FILE_SYSTEMS:
        raise StorageTrouble(
            _("{path} is on a network file system ({kind}), where SQLite cannot keep two writers apart.").format(path=path, kind=kind),
            fix=_("Keep the store on a local disk, or use PostgreSQL for several machines: --db postgresql://…"),
        )


def _file_system(path: Path) -> str:
    """The kind of file system under `path`, "" where the system does not tell."""
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    where = str(path.parent.resolve())
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        point = fields[1].replace("\\040", " ")
        if len(point) >= len(best) and (where == point or where.startswith(point.rstrip("/") + "/")):
            best, kind = point, fields[2]
    return kind
