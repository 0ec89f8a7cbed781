"""A copy is like its source: work goes on in it wherever it is put, whatever tool made it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from officecli.store.place import Place, place
from officecli.store.proof.backup import back_up
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.store.schema.upgrade import upgrade
from stage.command_lines import type_

Put = Callable[[Place, Path], Path]


def copied_back(store: Place, folder: Path) -> Path:
    """A copy in the place of a store that was lost."""
    shutil.copy(back_up(store, folder / "safe.db"), store.path)
    return store.path


def moved(store: Place, folder: Path) -> Path:
    """A copy in a folder of its own."""
    (folder / "elsewhere").mkdir()
    return Path(shutil.move(back_up(store, folder / "safe.db"), folder / "elsewhere" / "office.db"))


def upgraded(store: Place, folder: Path) -> Path:
    """A copy whose header did not say yet what it is, brought up."""
    copy = back_up(store, folder / "safe.db")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version = 0")
    upgrade(Place("sqlite", path=copy))
    return copy


def copied_by_sqlite(store: Place, folder: Path) -> Path:
    """A copy by a tool of SQLite's, which keeps no write-ahead log."""
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("VACUUM INTO ?", (str(folder / "safe.db"),))
    return folder / "safe.db"


@pytest.mark.parametrize("put", [copied_back, moved, upgraded, copied_by_sqlite])
def test_work_goes_on_in_a_copy(sqlite_office: str, tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, put: Put) -> None:
    at("2026-07-06T02:00")
    monkeypatch.setattr("officecli.store.write.opening.PATIENCE", 0.1)
    copy = Place("sqlite", path=put(place(sqlite_office), tmp_path))
    came = type_(f"sqlite:///{copy.path}", "李娜", "add 件一 --lead 陈静 --due fri")
    assert came.verdict == "clean", came.said
    with reading(copy) as read:
        assert read.value("SELECT title FROM item ORDER BY id DESC LIMIT 1") == "件一"
        assert verify(read).faults == ()


def test_a_copy_is_one_file_that_keeps_its_log_as_the_store_does(sqlite_office: str, tmp_path: Path) -> None:
    (tmp_path / "safe").mkdir()
    copy = back_up(place(sqlite_office), tmp_path / "safe" / "copy.db")
    assert [path.name for path in copy.parent.iterdir()] == ["copy.db"]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
