"""Whoever sits at a terminal while another writes is told that they wait; a script is told nothing."""

from __future__ import annotations

import contextlib
import io
import sqlite3
import threading

import pytest

from officecli.cli import main
from officecli.store.place import place
from officecli.store.write import file_lock
from officecli.store.write.lock import locked
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]

WAITS = "Another is writing to the store"


class _Window(io.StringIO):
    """A standard error that somebody looks at, or not; `told` is set once it says that one waits."""

    def __init__(self, *, is_looked_at: bool) -> None:
        super().__init__()
        self._is_looked_at = is_looked_at
        self.told = threading.Event()

    def isatty(self) -> bool:
        return self._is_looked_at

    def write(self, text: str) -> int:
        if WAITS in text:
            self.told.set()
        return super().write(text)


@pytest.mark.parametrize(("is_looked_at", "seconds"), [(True, 20), (False, 0.2)])
def test_whoever_waits_at_a_terminal_is_told_so(office: Office, is_looked_at: bool, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_lock, "LONG", 0.02)
    monkeypatch.setenv("OFFICECLI_DB", office.url)
    monkeypatch.setenv("OFFICECLI_AS", "陈静")
    held, window = threading.Event(), _Window(is_looked_at=is_looked_at)

    def write() -> None:
        with locked(place(office.url)):
            held.set()
            window.told.wait(seconds)

    other = threading.Thread(target=write)
    other.start()
    held.wait()
    with contextlib.redirect_stderr(window), contextlib.redirect_stdout(io.StringIO()):
        code = main.run(["add", "整理档案", "-d", "7-31"])
    other.join()
    assert (code, window.told.is_set()) == (0, is_looked_at)
    assert file_lock.told_of_waiting == []


@pytest.mark.parametrize("writer", ["", "sqlmodel"])
def test_who_waits_for_another_program_is_told_too(office: Office, writer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that looks into databases held the store, and a note stood still for half a minute without a word."""
    monkeypatch.setattr(file_lock, "LONG", 0.02)
    for name, value in {"OFFICECLI_DB": office.url, "OFFICECLI_AS": "陈静", "OFFICECLI_WRITER": writer}.items():
        monkeypatch.setenv(name, value)
    held, window = threading.Event(), _Window(is_looked_at=True)

    def hold() -> None:
        with contextlib.closing(sqlite3.connect(place(office.url).path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            held.set()
            window.told.wait(20)
            other.execute("ROLLBACK")

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    with contextlib.redirect_stderr(window), contextlib.redirect_stdout(io.StringIO()):
        code = main.run(["add", "整理档案", "-d", "7-31"])
    other.join()
    assert (code, window.told.is_set(), window.getvalue().count(WAITS)) == (0, True, 1)
