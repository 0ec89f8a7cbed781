"""The lock on a file: one at a time, the next one after, and none on a file that is gone."""

from __future__ import annotations

import stat
import threading
import time
from pathlib import Path

import pytest

from officecli.errors import BadInput, OfficeError
from officecli.store.place import Place
from officecli.store.write import file_lock
from officecli.store.write.file_lock import Held, file_locked
from officecli.store.write.lock import locked
from stage import by_row

pytestmark = pytest.mark.disk


def test_one_holds_it_at_a_time_and_whoever_waits_is_next(tmp_path: Path) -> None:
    path, order = tmp_path / "a.lock", list[str]()

    def wait() -> None:
        with file_locked(path, mode=0o600, patience=10):
            order.append("second")

    with file_locked(path, mode=0o600, patience=0):
        waiting = threading.Thread(target=wait)
        waiting.start()
        with pytest.raises(Held), file_locked(path, mode=0o600, patience=0.05):
            pass
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_whoever_waits_long_is_told_so_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, told = tmp_path / "a.lock", list[str]()
    monkeypatch.setattr(file_lock, "told_of_waiting", [lambda: told.append("it waits")])
    monkeypatch.setattr(file_lock, "LONG", 0.02)
    with file_locked(path, mode=0o600, patience=0):
        assert told == [], "whoever does not wait is told nothing"
        with pytest.raises(Held), file_locked(path, mode=0o600, patience=0.1):
            pass
    assert told == ["it waits"]


def test_a_lock_file_takes_the_permissions_of_the_store_it_stands_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    path.touch(mode=0o600)
    with file_locked(path, mode=0o660, patience=0):
        assert stat.S_IMODE(path.stat().st_mode) == 0o660


def test_a_lock_on_a_file_that_was_removed_meanwhile_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody tidies up between the opening and the locking: both would hold a lock then, each on a file of its own."""
    path, locked = tmp_path / "a.lock", file_lock._lock
    removed: list[float] = []

    def lock_too_late(handle: int) -> bool:
        if not removed:
            path.unlink()
            removed.append(time.monotonic())
        return locked(handle)

    monkeypatch.setattr(file_lock, "_lock", lock_too_late)
    with file_locked(path, mode=0o600, patience=5), pytest.raises(Held), file_locked(path, mode=0o600, patience=0):
        pass
    assert removed


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r"a\.lock"), file_locked(tmp_path / "a.lock", mode=0o600, patience=0):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_a_writer_there_is_none_of_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    staged = by_row.office(str(tmp_path / "office.db"), region="none")
    monkeypatch.setenv("OFFICECLI_WRITER", "orm")
    with pytest.raises(BadInput, match="no such writer"), staged.changing():
        pass


def test_who_comes_by_a_link_waits_for_who_came_by_the_stores_own_name(tmp_path: Path) -> None:
    own, link = tmp_path / "office.db", tmp_path / "link.db"
    own.touch()
    link.symlink_to(own)
    with locked(Place("sqlite", path=own)), pytest.raises(OfficeError), locked(Place("sqlite", path=link), patience=0):
        pass
