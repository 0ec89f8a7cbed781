"""Where a store is, who may use it, and what is said when it cannot be used."""

from __future__ import annotations

import itertools
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from officecli.actions.office.founding import found
from officecli.errors import NotFound, OfficeError, StorageTrouble
from officecli.model.office.organisation import Rank
from officecli.store import file_system, findings_seen
from officecli.store.place import Place, place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.store.schema import create
from officecli.store.write.change import Change, changing
from officecli.store.write.refusals import log_refusals
from stage.founded import AS_ROOT, FOUNDING, mode, write
from stage.tampering import by_hand

pytestmark = pytest.mark.disk


@pytest.fixture
def store(store_url: str) -> Place:
    where = place(store_url)
    found(where, FOUNDING)
    return where


@pytest.fixture
def file(sqlite_url: str) -> Place:
    where = place(sqlite_url)
    found(where, FOUNDING)
    return where


# ---- what is there is not a store


def not_ours(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE schema_version (version TEXT); INSERT INTO schema_version VALUES ('9'); CREATE TABLE t (a)")
    connection.close()


def truncated(path: Path) -> None:
    found(Place("sqlite", path), FOUNDING)
    with path.open("r+b") as whole:
        whole.truncate(path.stat().st_size // 2)


def newer(path: Path) -> None:
    found(Place("sqlite", path), FOUNDING)
    with by_hand(Place("sqlite", path), keep=True) as hand:
        hand.execute("UPDATE schema_version SET version = 99")


STRANGE: dict[str, Callable[[Path], object]] = {
    "another program's database": not_ours,
    "a text": lambda path: path.write_text("a letter\n" * 400, encoding="utf-8"),
    "half a store": truncated,
    "a newer store": newer,
    "an empty file": Path.touch,
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("what", STRANGE)
def test_what_is_not_a_store_is_said_and_left_alone(tmp_path: Path, what: str) -> None:
    path = tmp_path / "strange" / "x.db"
    path.parent.mkdir()
    STRANGE[what](path)
    (path.parent / "x.db.lock").unlink(missing_ok=True)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StorageTrouble), reading(Place("sqlite", path)) as read:
        read.rows("SELECT * FROM trail, item, person, calendar_day")
    with pytest.raises(StorageTrouble), changing(Place("sqlite", path)) as change:
        change.read.rows("SELECT * FROM trail, item, person, calendar_day")
    log_refusals(Place("sqlite", path), None, "add", ["R101"])
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert sorted(other.name for other in path.parent.iterdir()) == ["x.db"] or what in ("half a store", "a newer store")


@pytest.mark.parametrize("what", [name for name in STRANGE if name != "an empty file"])
def test_init_leaves_what_is_there_alone(tmp_path: Path, what: str) -> None:
    path = tmp_path / "x.db"
    STRANGE[what](path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StorageTrouble, match="already something"):
        found(Place("sqlite", path), FOUNDING)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_store_that_is_missing_is_not_made_by_using_it(tmp_path: Path) -> None:
    where = Place("sqlite", tmp_path / "none" / "office.db")
    with pytest.raises(NotFound), changing(where):
        pass
    log_refusals(where, None, "add", ["R101"])
    assert not where.path.parent.exists()


def test_another_database_on_the_server_is_left_alone(postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url) as connection:
        connection.execute("CREATE TABLE mine (a integer)")
    where = place(postgresql_url)
    with pytest.raises(StorageTrouble, match="not an officecli store"), reading(where):
        pass
    with pytest.raises(StorageTrouble, match="already something"):
        found(where, FOUNDING)
    with psycopg.connect(postgresql_url) as connection:
        assert connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall() == [("mine",)]


# ---- coming into being


def test_an_office_that_cannot_be_filled_leaves_nothing(store_url: str) -> None:
    where = place(store_url)
    with pytest.raises(KeyboardInterrupt), create.new_store(where):
        raise KeyboardInterrupt
    with pytest.raises((NotFound, StorageTrouble)), reading(where):
        pass
    found(where, FOUNDING)
    with reading(where) as read:
        assert verify(read).faults == ()


def test_what_a_killed_init_leaves_can_be_used(sqlite_url: str) -> None:
    where = place(sqlite_url)
    connection = sqlite3.connect(where.path)
    connection.execute("PRAGMA journal_mode=wal")
    connection.close()
    found(where, FOUNDING)
    write(where)
    assert mode(where.path) == 0o600


def test_a_second_init_is_refused(store: Place) -> None:
    with pytest.raises(StorageTrouble, match="already something"):
        found(store, FOUNDING)
    write(store)


def test_a_store_is_its_owners_alone(tmp_path: Path) -> None:
    where = Place("sqlite", tmp_path / "new" / "office.db")
    found(where, FOUNDING)
    with reading(where):
        assert mode(where.path.parent) == 0o700
        assert {mode(path) for path in where.path.parent.iterdir()} == {0o600}


def test_all_is_in_one_file_after_a_write(file: Place, tmp_path: Path) -> None:
    write(file)
    copy = tmp_path / "copy.db"
    shutil.copy(file.path, copy)
    with reading(Place("sqlite", copy)) as read:
        assert read.value("SELECT COUNT(*) FROM rank") == 1


# ---- disks


@AS_ROOT
def test_a_full_disk_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("no tmpfs can be mounted here")
    try:
        where = Place("sqlite", disk / "office.db")
        found(where, FOUNDING)
        filler = disk / "filler"
        with filler.open("wb", buffering=0) as rest, pytest.raises(OSError, match="No space left"):
            rest.writelines(itertools.repeat(b"x" * 4096))
        with pytest.raises(StorageTrouble) as trouble, changing(where) as change:
            change.add_many(Rank, "setup", [{"name": f"rank {n} {'x' * 90}", "level": 1} for n in range(5000)])
        assert trouble.value.exit_code == 74
        with reading(where) as read:
            assert read.value("SELECT COUNT(*) FROM rank") == 0
        filler.unlink()
        write(where)
        with reading(where) as read:
            assert verify(read).faults == ()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/office", "nfs4"),
        ("/srv/of fice", "cifs"),
        ("/srv/office/local", "ext4"),
        ("/srv", "ext4"),
        ("/srv/officers", "ext4"),
        ("/twice", "nfs"),
    ],
)
def test_a_network_file_system_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, kind: str) -> None:
    mounts = tmp_path / "mounts"
    lines = ["/dev/a / ext4 rw 0 0", "h:/x /srv/office nfs4 rw 0 0", "//h/y /srv/of\\040fice cifs rw 0 0", "/dev/b /srv/office/local ext4 rw 0 0"]
    mounts.write_text("\n".join([*lines, "/dev/c /twice ext4 rw 0 0", "h:/z /twice nfs rw 0 0"]) + "\n", encoding="utf-8")
    monkeypatch.setattr(file_system, "MOUNTS", mounts)
    if kind == "ext4":
        file_system.refuse_network_folder(Path(folder) / "office.db")
    else:
        with pytest.raises(StorageTrouble, match=kind):
            file_system.refuse_network_folder(Path(folder) / "office.db")


def test_nothing_is_made_or_written_on_a_network_file_system(file: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts, new = file.path.with_name("mounts"), place(f"{file.path.parent}/new.db")
    mounts.write_text(f"h:/x {file.path.parent.resolve()} nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(file_system, "MOUNTS", mounts)
    with pytest.raises(StorageTrouble, match="nfs4"):
        found(new, FOUNDING)
    assert [one.name for one in file.path.parent.glob("new.db*")] == []
    with pytest.raises(StorageTrouble, match="nfs4"), changing(file):
        pass
    with pytest.raises(StorageTrouble, match="nfs4"):
        findings_seen._connect(file)


def test_a_writer_that_does_not_let_go_is_said(file: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    import filelock

    monkeypatch.setattr("officecli.store.write.lock.PATIENCE", 0.05)
    with filelock.FileLock(file.path.with_name("office.db.lock")), pytest.raises(StorageTrouble, match="held by another"), changing(file):
        pass


def test_another_program_that_does_not_let_go_is_said(store: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("officecli.store.write.opening.PATIENCE", 1)
    with by_hand(store) as hand:
        hand.execute("UPDATE rank SET level = 1" if store.engine == "sqlite" else "LOCK TABLE schema_version IN SHARE ROW EXCLUSIVE MODE")
        with pytest.raises(StorageTrouble, match="held by another"), changing(store) as change:
            change.add(Rank, "setup", name="x", level=1)


def test_a_lost_connection_is_said(postgresql_url: str) -> None:
    where = place(postgresql_url)
    found(where, FOUNDING)
    kill = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'officecli' AND datname = current_database() AND pid <> "
        "pg_backend_pid()"
    )

    def lose(used: object) -> None:
        with psycopg.connect(postgresql_url, autocommit=True) as other:
            other.execute(kill)
        used.read.head() if isinstance(used, Change) else used.head()  # type: ignore[attr-defined]

    for use in (changing, reading):
        with pytest.raises(StorageTrouble, match="connection"), use(where) as used:
            lose(used)
    with reading(where) as read:
        assert read.value("SELECT COUNT(*) FROM rank") == 0


def test_a_failing_refusal_log_hides_nothing(file: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    file.path.unlink()
    log_refusals(file, 1, "add", ["R101"])
    assert not file.path.exists()
    with pytest.raises(OfficeError), reading(file):
        pass
