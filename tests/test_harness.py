"""The harness keeps its promises: two engines, a home of one's own, a clock and a language that do not leak."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from officecli import clock, i18n
from officecli.store.place import Place, place
from officecli.store.read.reader import reading
from stage import desk, lent_files, run_folder, tampering
from stage.command_lines import change


def test_both_engines_answer(store_url: str) -> None:
    if store_url.startswith("sqlite:///"):
        with sqlite3.connect(store_url.removeprefix("sqlite:///")) as store:
            answer = store.execute("SELECT 1").fetchone()
        store.close()
    else:
        with psycopg.connect(store_url) as server:
            answer = server.execute("SELECT 1").fetchone()
    assert answer == (1,)


@pytest.mark.parametrize("_turn", [1, 2])
def test_each_postgresql_test_gets_a_database_of_its_own(postgresql_url: str, _turn: int) -> None:
    with psycopg.connect(postgresql_url) as server:
        server.execute("CREATE TABLE mine (id INTEGER)")


def test_postgresql_listens_on_no_network(postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url) as server:
        assert server.execute("SHOW listen_addresses").fetchone() == ("",)


def test_home_is_a_folder_of_the_test(tmp_path: Path) -> None:
    assert Path.home() == tmp_path / "home"
    assert not [name for name in os.environ if name.startswith(("OFFICECLI_", "XDG_"))]


@pytest.mark.parametrize("turn", ["first", "second"])
def test_language_does_not_leak(turn: str) -> None:
    assert i18n.language() == "en", turn
    i18n.use("zh")
    assert i18n._("Commands") == "命令"


@pytest.mark.parametrize("turn", ["first", "second"])
def test_clock_does_not_leak(at: Callable[[str], None], turn: str) -> None:
    assert not clock.is_pretended(), turn
    at("2026-11-23T16:30+08:00")
    assert clock.stamp() == "2026-11-23T08:30:00Z"


def test_a_file_whose_connections_are_lent_is_whole_and_may_be_copied_over(sqlite_office: str, tmp_path: Path, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    there, before, after = place(sqlite_office), tmp_path / "before.db", tmp_path / "after.db"

    def units(where: Place) -> int:
        with reading(where) as read:
            return int(read.value("SELECT COUNT(*) FROM unit"))

    assert units(there) == 3
    shutil.copy(there.path, before)
    assert change(sqlite_office, "unit new name=信息科 nature=service").verdict == "clean"
    shutil.copy(there.path, after)
    assert (units(there), units(place(str(after)))) == (4, 4)
    shutil.copy(before, there.path)
    assert units(there) == 3
    assert change(sqlite_office, "unit new name=机要科 nature=service").verdict == "clean"
    assert len(lent_files.lent(there)) == 2


def test_what_is_put_on_the_desk_is_found_there_whole_by_whoever_knew_what_was_there_before(
    sqlite_base: Path, tmp_path: Path, at: Callable[[str], None]
) -> None:
    at("2026-07-06T02:00")
    there = place(desk.put(sqlite_base))
    first = tampering.tables(there)
    assert change(desk.url(), "unit new name=信息科 nature=service").verdict == "clean"
    kept, second = desk.keep(tmp_path / "kept.db"), tampering.tables(there)
    known = lent_files.lent(there)
    for store, found in (kept, second), (sqlite_base, first), (kept, second), (sqlite_base, first):
        desk.put(store)
        assert tampering.tables(there) == found
        assert change(desk.url(), "unit new name=机要科 nature=service").verdict == "clean"
        with closing(sqlite3.connect(there.path)) as fresh:  # which knows nothing but the file
            assert fresh.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert fresh.execute("SELECT COUNT(*) FROM unit").fetchone() == (len(found["unit"]) + 1,)
        assert set(lent_files.lent(there)) == set(known)
    with tampering.by_hand(there, keep=True) as hand:
        hand.execute("CREATE TABLE mine (id INTEGER)")
    assert not lent_files.lent(there)
    desk.put(sqlite_base)
    assert tampering.tables(there) == first


@pytest.mark.disk
def test_a_test_may_ask_for_a_disk(tmp_path: Path) -> None:
    assert not tmp_path.is_relative_to(tempfile.gettempdir())
    assert not tmp_path.is_relative_to(run_folder.MEMORY)


def test_a_run_s_folder_is_in_memory_where_there_is_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    memory, disk = tmp_path / "memory", tmp_path / "disk"
    memory.mkdir()
    disk.mkdir()
    monkeypatch.delenv("TMPDIR")
    monkeypatch.setattr("tempfile.tempdir", str(disk))
    monkeypatch.setattr(run_folder, "MEMORY", memory)
    monkeypatch.setattr(run_folder, "ROOM", 1)
    assert run_folder.make().parent == memory
    monkeypatch.setattr(run_folder, "ROOM", 2**60)
    assert run_folder.make().parent == disk
    monkeypatch.setattr(run_folder, "MEMORY", tmp_path / "none")
    assert run_folder.make().parent == disk
    monkeypatch.setattr(run_folder, "MEMORY", memory)
    monkeypatch.setattr(run_folder, "ROOM", 1)
    monkeypatch.setenv("TMPDIR", str(disk))
    assert run_folder.make().parent == disk


SERVER = """
import signal, time
signal.signal(signal.SIGQUIT, signal.SIG_DFL)
print("at work", flush=True)
time.sleep(60)
"""
"""A server that a SIGQUIT ends, be the tests run in the background, where a shell lets it be ignored."""

RUN = """
import sys, time
from pathlib import Path
from stage import run_folder
run_folder.watch(*map(Path, sys.argv[1:]))
print("watched", flush=True)
time.sleep(60)
"""


def test_a_run_that_is_killed_leaves_neither_files_nor_a_server(tmp_path: Path) -> None:
    home, on_disk = tmp_path / "run", tmp_path / "on-disk"
    at_work = home / "cluster" / "data" / "postmaster.pid"
    at_work.parent.mkdir(parents=True)
    on_disk.mkdir()
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE)
    assert server.stdout is not None
    assert server.stdout.readline() == b"at work\n"
    at_work.write_text(f"{server.pid}\n", encoding="utf-8")
    killed = subprocess.Popen(
        [sys.executable, "-c", RUN, home, on_disk], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    )
    with killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == b"watched\n"
        killed.kill()
    assert server.wait(timeout=20) == -signal.SIGQUIT
    server.stdout.close()
    at_work.unlink()  # as a server does when it goes
    until = time.monotonic() + 20
    while home.exists() or on_disk.exists():
        assert time.monotonic() < until
        time.sleep(0.02)


MADE_AND_KILLED = """
import os, signal, sys
from pathlib import Path
from stage import run_folder
run_folder.DISK = Path(sys.argv[1])
print(run_folder.make_on_disk(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_is_left_all_the_same_goes_when_the_next_run_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_folder, "DISK", tmp_path)
    monkeypatch.setattr(run_folder, "_held", [])
    going_on = run_folder.make_on_disk()
    nobodys = tmp_path / "officecli-of-another-kind"
    nobodys.mkdir()
    killed = subprocess.run(
        [sys.executable, "-c", MADE_AND_KILLED, tmp_path],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )  # fmt: skip
    left = Path(killed.stdout.strip())
    assert left.is_dir()
    assert left.parent == tmp_path
    new = run_folder.make_on_disk()
    assert {going_on, nobodys, new} == {path for path in tmp_path.iterdir() if path.name != "home"}
    for held in run_folder._held:
        os.close(held)
