"""A full disk, a full quota, no file handles left and a failing disk are called so, wherever the system tells."""

from __future__ import annotations

import errno
import os
import pwd
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officecli.cli.main import run
from officecli.errors import StorageTrouble
from officecli.formats.out.whole_file import Named, whole_file
from officecli.i18n import use
from officecli.store.disk import SAID, reason, sync_folder
from officecli.store.machine import account_name
from officecli.store.place import place
from officecli.store.proof import backup
from officecli.store.proof.backup import back_up
from officecli.store.read.opening import open_sqlite
from officecli.store.read.trouble import trouble
from officecli.store.write.change import changing

SHORT = [errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.EIO]


def failing(number: int) -> Callable[..., Any]:
    def fails(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fails


@pytest.mark.parametrize("number", SAID)
def test_each_has_words_in_both_languages(number: int) -> None:
    english = reason(OSError(number, os.strerror(number)))
    use("zh")
    assert reason(OSError(number, os.strerror(number))) != english
    assert reason(OSError(errno.EXDEV, "as the system says")) == "as the system says"


@pytest.mark.parametrize("number", SHORT)
def test_a_file_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "fsync", failing(number))
    with pytest.raises(StorageTrouble) as raised, whole_file(Named(tmp_path / "a.csv", store=None)) as file:
        file.write("x")
    assert raised.value.why == SAID[number]


@pytest.mark.parametrize("number", SHORT)
def test_a_lock_file_that_cannot_be_made(sqlite_office: str, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr("officecli.store.write.lock.file_locked", failing(number))
    with pytest.raises(StorageTrouble, match=SAID[number]) as raised, changing(place(sqlite_office)):
        pass
    assert "may only be read" not in raised.value.what


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE])
def test_a_store_that_cannot_be_opened_for_want_of_handles(sqlite_office: str, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    where = place(sqlite_office)
    monkeypatch.setattr(os, "open", failing(number))
    said = trouble(where, sqlite3.OperationalError("unable to open database file"))
    assert SAID[number] in said.what
    monkeypatch.undo()
    assert "permission" in trouble(where, sqlite3.OperationalError("unable to open database file")).fix


def test_a_disk_is_not_said_to_have_kept_nothing_by_who_only_reads(sqlite_office: str) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    assert trouble(place(sqlite_office), full).what == "The disk is full."
    assert trouble(place(sqlite_office), full, writing=True).what == "The disk is full; nothing was recorded."


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "The disk is full."), (errno.EDQUOT, "The quota of disk space is used up."), (None, "disk I/O error.")]
)
def test_what_a_database_only_calls_an_error_of_its_files_is_looked_into(
    sqlite_office: str, monkeypatch: pytest.MonkeyPatch, number: int | None, said: str
) -> None:
    if number is not None:
        monkeypatch.setattr("tempfile.TemporaryFile", failing(number))
    assert trouble(place(sqlite_office), sqlite3.OperationalError("disk I/O error")).what.endswith(said)


def test_an_account_is_not_taken_for_nameless_where_no_handles_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_uid: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert account_name().startswith("uid ")
    monkeypatch.setattr(os, "open", failing(errno.EMFILE))
    with pytest.raises(OSError, match="Too many open files"):
        account_name()


def test_what_fails_besides_is_named_too(
    sqlite_office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("officecli.files.office.export.export", failing(errno.EMFILE))
    assert run(["setup", "--export", "--db", sqlite_office]) == 74
    assert "No file handles are left" in capsys.readouterr().err
    assert tmp_path.exists()


@pytest.mark.parametrize("number", SHORT)
def test_the_disk_of_a_copy_is_named_and_not_the_stores(sqlite_office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    class Failing(sqlite3.Connection):
        def backup(self, *_: object, **__: object) -> None:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
            raise error

    where, real = place(sqlite_office), os.fsync
    monkeypatch.setattr(backup, "open_sqlite", lambda _place: sqlite3.connect(where.path, factory=Failing))
    monkeypatch.setattr(os, "fsync", failing(number))
    with pytest.raises(StorageTrouble) as raised:
        back_up(where, tmp_path / "copy.db")
    assert raised.value.what == f"No copy can be written to {tmp_path / 'copy.db'}: {SAID[number]}."
    monkeypatch.setattr(os, "fsync", real)
    assert not [*tmp_path.glob(".officecli*"), *tmp_path.glob("copy*")]


def test_a_store_that_cannot_be_read_is_not_the_copys_fault(sqlite_office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(sqlite3.Connection):
        def backup(self, *_: object, **__: object) -> None:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
            raise error

    where = place(sqlite_office)
    monkeypatch.setattr(backup, "open_sqlite", lambda _place: sqlite3.connect(where.path, factory=Failing))
    with pytest.raises(StorageTrouble, match=f"The store {where.path}"):
        back_up(where, tmp_path / "copy.db")


@pytest.fixture
def written_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files and folders that are written out to the disk, and `renamed` where a file gets its name."""
    seen: list[str] = []
    fsync, replace, link = os.fsync, Path.replace, os.link

    def synced(handle: int) -> None:
        seen.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        fsync(handle)

    def renamed(self: Path, target: Path) -> Path:
        seen.append("renamed")
        return replace(self, target)

    def linked(made: Path, target: Path) -> None:
        seen.append("renamed")
        link(made, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    monkeypatch.setattr(os, "link", linked)
    return seen


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not tell what a handle is of")
def test_a_folder_is_written_out_after_a_file_got_its_name(sqlite_office: str, tmp_path: Path, written_out: list[str]) -> None:
    with whole_file(Named(tmp_path / "a.csv", store=None)) as file:
        file.write("x")
    assert written_out[-2:] == ["renamed", tmp_path.name]
    written_out.clear()
    (tmp_path / "safe").mkdir()
    back_up(place(sqlite_office), tmp_path / "safe" / "copy.db")
    assert written_out[-2:] == ["renamed", "safe"]
    assert len(written_out) == 3
    written_out.clear()
    assert run(["init", "--db", str(tmp_path / "one" / "two" / "office.db")]) == 0
    assert written_out == ["one", tmp_path.name, "two"]


@pytest.mark.parametrize(("call", "number"), [("open", errno.EACCES), ("fsync", errno.EINVAL)])
def test_a_folder_that_cannot_be_written_out_is_left_to_its_file_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    monkeypatch.setattr(os, call, failing(number))
    sync_folder(tmp_path)
    monkeypatch.setattr(os, call, failing(errno.EIO))
    with pytest.raises(OSError, match="Input"):
        sync_folder(tmp_path)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can mount a small disk")
def test_a_full_disk_for_a_copy_is_said(sqlite_office: str, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("no tmpfs can be mounted here")
    try:
        with pytest.raises(StorageTrouble, match=r"No copy can be written to .*: The disk is full"):
            back_up(place(sqlite_office), disk / "copy.db")
        assert list(disk.iterdir()) == []
        open_sqlite(place(sqlite_office)).close()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_file_beside_the_store_that_may_not_be_written_is_named(sqlite_office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that was read while it was closed to writing keeps a -shm that is so for ever; it was told to be the store itself."""
    where = place(sqlite_office)
    beside = where.path.with_name(where.path.name + "-shm")
    beside.touch()
    monkeypatch.setattr(os, "access", lambda path, _mode: not str(path).endswith(("-shm", ".lock")))
    said = trouble(where, sqlite3.OperationalError("attempt to write a readonly database"))
    assert f"its file {beside.name} may not" in said.what
    assert str(beside) in said.fix
    beside.unlink()
    assert "Ask its owner" in trouble(where, sqlite3.OperationalError("attempt to write a readonly database")).fix
    monkeypatch.setattr("officecli.store.write.lock.file_locked", failing(errno.EACCES))
    lock = where.path.with_name(where.path.name + ".lock")
    for there in (True, False):
        lock.touch() if there else lock.unlink()
        with pytest.raises(StorageTrouble) as raised, changing(where):
            pass
        assert (str(lock) in raised.value.fix) == there
