"""Who else may read a store, or write into it, by the permissions of its folder and files."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from officecli.actions.office.founding import Founding, found
from officecli.errors import BadInput, OfficeError
from officecli.store.place import Place
from officecli.store.read.reader import reading
from stage.founded import AS_ROOT, FOUNDING, mode, write

pytestmark = pytest.mark.disk


def as_other(uid: int, groups: list[int], where: Place, what: str) -> str:
    """What somebody else is told who reads or writes the store, in a process of their own."""
    reading_end, writing_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups(groups)
            os.setgid(65534)
            os.setuid(uid)
            answer = attempt(where, what)
        except BaseException as error:  # noqa: BLE001 - the parent tells
            answer = repr(error)
        os.write(writing_end, answer.encode())
        os._exit(0)
    os.close(writing_end)
    os.waitpid(child, 0)
    with os.fdopen(reading_end, encoding="utf-8") as pipe:
        return pipe.read()


def attempt(where: Place, what: str) -> str:
    try:
        if what == "read":
            with reading(where) as read:
                return str(read.value("SELECT COUNT(*) FROM rank"))
        write(where, f"of {os.getuid()} {time.monotonic_ns()}")
    except OfficeError as error:
        return f"{type(error).__name__} {error.what}"
    return "written"


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    """A folder strangers may pass through."""
    tmp_path.chmod(0o755)
    return tmp_path / "hall"


@AS_ROOT
def test_members_of_a_group_share_a_store(hall: Path) -> None:
    users = 100
    where = Place("sqlite", hall / "office.db")
    found(where, Founding("Office", "none", "en", "UTC", "Ana", "users"))
    assert (mode(hall), hall.stat().st_gid) == (0o2770, users)
    assert as_other(4001, [users], where, "write") == "written"
    assert as_other(4002, [users], where, "read") == "1"
    kept = sqlite3.connect(where.path)  # so that -wal and -shm stay, and are root's
    kept.execute("SELECT * FROM rank").fetchall()
    assert {path.name: (mode(path), path.stat().st_gid) for path in hall.iterdir()} == dict.fromkeys(
        ("office.db", "office.db.lock", "office.db-wal", "office.db-shm"), (0o660, users)
    )
    assert as_other(4002, [users], where, "write") == "written"
    kept.close()
    write(where)
    (hall / "office.db.lock").unlink()  # lost in a copy: whoever writes first makes it for all
    assert as_other(4001, [users], where, "read") == "3"
    assert as_other(4003, [], where, "read").startswith("StorageTrouble The store")


@AS_ROOT
def test_a_lock_file_made_by_one_member_serves_the_other(hall: Path) -> None:
    where = Place("sqlite", hall / "office.db")
    found(where, Founding("Office", "none", "en", "UTC", "Ana", "users"))
    (hall / "office.db.lock").unlink()
    assert as_other(4001, [100], where, "write") == "written"
    assert as_other(4002, [100], where, "write") == "written"
    assert mode(hall / "office.db.lock") == 0o660


def test_a_group_that_could_not_write_is_refused(tmp_path: Path) -> None:
    where = Place("sqlite", tmp_path / "office.db")
    with pytest.raises(BadInput, match="does not belong to the group"):
        found(where, Founding("Office", "none", "en", "UTC", "Ana", "users"))
    with pytest.raises(BadInput, match="no group"):
        found(Place("sqlite", tmp_path / "new" / "office.db"), Founding("Office", "none", "en", "UTC", "Ana", "no-such-group"))
    assert not where.path.exists()


@AS_ROOT
def test_a_place_that_may_only_be_read_is_read(hall: Path) -> None:
    where = Place("sqlite", hall / "office.db")
    found(where, FOUNDING)
    write(where)
    where.path.chmod(0o644)
    hall.chmod(0o755)
    assert as_other(4001, [], where, "read") == "1"
    assert as_other(4001, [], where, "write").startswith("StorageTrouble The store")
    with reading(where):
        write(where, "second")  # the reader keeps the -wal alive: what it holds is not in the file
        there = Place("sqlite", Path(shutil.copytree(hall, hall.with_name("copy"))) / "office.db")
    there.path.with_name("office.db-shm").unlink()
    assert as_other(4001, [], there, "read").startswith("StorageTrouble The last changes of")
    where.path.chmod(0o600)
    assert as_other(4001, [], where, "read").startswith("StorageTrouble The store")


@AS_ROOT
def test_a_file_that_may_only_be_read_says_so(hall: Path) -> None:
    where = Place("sqlite", hall / "office.db")
    found(where, FOUNDING)
    where.path.chmod(0o444)
    hall.chmod(0o777)
    (hall / "office.db.lock").unlink()
    assert as_other(4001, [], where, "write").startswith("StorageTrouble The store")
    assert as_other(4001, [], where, "read") == "0"
