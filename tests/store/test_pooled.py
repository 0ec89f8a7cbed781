"""A pooler before PostgreSQL lends a session to many, a transaction each: what a command needs of one it says in its transaction, and leaves nothing there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg

from stage.pooler import pooler

ROWS = "Task,Owner,Due,Status\n" + "".join(f"Order badge {number},Ana,2026-12-{number % 20 + 1:02},open\n" for number in range(60))


def run(url: str, *line: str) -> tuple[int, str]:
    """One command in a process of its own, and what it said on stderr."""
    done = subprocess.run(
        [sys.executable, "-m", "officecli", *line], env={**os.environ, "OFFICECLI_DB": url}, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


def test_a_day_of_commands_goes_through_a_pooler(postgresql_url: str, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    ledger.write_text(ROWS, "utf-8")
    with pooler(postgresql_url) as before:
        assert run(before.url, "init", "--me", "Ana") == (0, "")
        for line in (("add", "Agenda", "--lead", "me", "--due", "fri"), ("import", f"{ledger}"), ("check",), ("list",), ("today",), ("verify",)):
            code, said = run(before.url, *line)
            assert (line, code in (0, 1), "psycopg" in said or "Traceback" in said) == (line, True, False), said
        assert run(before.url, "note", "1", "half of it is done") == (0, "")
        assert run(before.url, "close", "2")[0] == 1, "nothing is closed without a result"
        assert (before.prepared, before.left) == ([], 0)
    with psycopg.connect(postgresql_url) as connection:
        assert connection.execute("SELECT count(*) FROM item").fetchone() == (61,)
