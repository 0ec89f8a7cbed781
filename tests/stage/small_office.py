"""The rules' small office, to type command lines in."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest import mock

import pytest

from officecli.cli import main
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage.command_lines import change


@dataclass
class Office:
    """Type command lines in the office at `url`; `code` is the last exit code."""

    url: str
    at: Callable[[str], None]
    code: int = 0

    def type(self, who: str, line: str) -> str:
        """What the command said, on both streams."""
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said), mock.patch.dict(os.environ, OFFICECLI_AS=who, OFFICECLI_DB=self.url):
            self.code = main.run(shlex.split(line))
        return said.getvalue()

    def done(self, who: str, line: str) -> str:
        """The same, of a command that must succeed."""
        said = self.type(who, line)
        assert self.code == 0, said
        return said

    def change(self, text: str) -> None:
        """Change a row directly."""
        assert change(self.url, text).verdict != "refused"

    def last(self) -> tuple[str, str, str | None]:
        """Who made the last trail entry, in which role, and for whom."""
        row = self.rows(
            """SELECT a.name AS actor, t.role, b.name AS behalf FROM trail t JOIN person a ON a.id = t.actor_id
               LEFT JOIN person b ON b.id = t.behalf_id ORDER BY t.seq DESC LIMIT 1"""
        )[0]
        return row["actor"], row["role"], row["behalf"]

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """Ask the store."""
        with reading(place(self.url)) as read:
            return read.rows(sql)


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Office:
    """The small office on Monday, 6 July 2026."""
    at("2026-07-06T02:00")
    return Office(office_url, at)


@pytest.fixture
def office_on_sqlite(sqlite_office: str, at: Callable[[str], None]) -> Office:
    """The same on SQLite alone, where what is asked is not the engine's business; imported as `office`."""
    at("2026-07-06T02:00")
    return Office(sqlite_office, at)
