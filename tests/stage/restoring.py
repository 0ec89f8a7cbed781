"""A store and its backup, each in a folder of its own, and what becomes of the store until it is restored."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from officecli.actions.office.founding import found
from officecli.store.place import Place
from officecli.store.proof import restore
from officecli.store.proof.backup import back_up
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from stage import lent_files
from stage.founded import FOUNDING, write


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a rank, made once."""
    where = Place("sqlite", tmp_path_factory.mktemp("founded") / "office.db")
    found(where, FOUNDING)
    write(where, "first")
    lent_files.forget(str(where.path))
    return where.path


@pytest.fixture
def store(founded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The store, in a folder of its own; whoever opens it closes it, as programs do, so that nobody else is at it."""
    monkeypatch.setattr(lent_files, "_process", -1)
    (tmp_path / "office").mkdir(mode=0o700)
    where = Place("sqlite", Path(shutil.copy(founded, tmp_path / "office" / "office.db")))
    where.path.chmod(0o600)
    return where


@pytest.fixture
def backup(store: Place, tmp_path: Path) -> Path:
    (tmp_path / "safe").mkdir()
    return back_up(store, tmp_path / "safe" / "b.db")


def put_back(store: Place, backup: Path, **how: Any) -> restore.Restored:
    return restore.restore(store, backup, lambda _read: None, **how)


def ranks(where: Place) -> list[str]:
    """The ranks of a store that is found sound."""
    with reading(where) as read:
        assert verify(read).faults == ()
        return [row["name"] for row in read.rows("SELECT name FROM rank ORDER BY id")]


def held(folder: Path) -> dict[str, bytes]:
    """What lies in the folder, but for the lock; of what SQLite leaves there, which whoever reads makes, only what holds something."""
    files = [file for file in folder.iterdir() if not file.name.endswith(("-shm", ".lock"))]
    return {file.name: file.read_bytes() for file in files if not file.name.endswith("-wal") or file.stat().st_size}


@contextmanager
def open_elsewhere(where: Place) -> Iterator[sqlite3.Connection]:
    """Another program has the store open."""
    with closing(sqlite3.connect(where.path, isolation_level=None)) as connection:
        connection.execute("SELECT * FROM trail").fetchone()
        yield connection


def killed(store: Place, name: str) -> None:
    """Write a rank as a program does that is killed before its log gets into the file."""
    kept = store.path.with_name("kept")
    with open_elsewhere(store):
        write(store, name)
        kept.mkdir()
        for file in store.path.parent.glob("office.db*"):
            shutil.copy(file, kept)
    for file in [*store.path.parent.glob("office.db*")]:
        file.unlink()
    for file in [*kept.iterdir()]:
        file.rename(store.path.parent / file.name)
    kept.rmdir()
    assert store.path.with_name("office.db-wal").stat().st_size


def cut_short(store: Place) -> None:
    with store.path.open("rb+") as file:
        file.truncate(50_000)
