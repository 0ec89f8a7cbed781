"""What is about the whole store: reports of everything, checks, imports, proofs, files."""

from __future__ import annotations

import csv
import io
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks import stores
from benchmarks.everyday import ADD
from benchmarks.promises import Promise, alone, ratio, speed
from benchmarks.timing import Command, run

HERE = Path(__file__).parent
IMPORTED = 30_000
PROCEDURES = 100
"""A tenth of what is promised: 1,000 procedures over 3 years make half a million items, a minute and a half each time."""
YEARS = 3


def reports(program: Path, shell: Path, store: Path, items: int) -> Iterator[Promise]:
    """Reports of everything, against the sqlite3 shell's own query where one says as much."""
    base: tuple[str | Path, ...] = (program, "--db", store)
    year = datetime.now(UTC).year
    month = ("--since", f"{year - 1}-10-01", "--until", f"{year - 1}-10-31")
    yield ratio(f"`ledger --format csv`, {items:,} items", "`SELECT` of the same by the sqlite3 shell",
                (*base, "ledger", "--format", "csv"), (shell, "-csv", "-header", store, _query("ledger")), 2.5, memory=60)  # fmt: skip
    yield ratio(f"`accountability`, {items:,} items", "the same sums by the sqlite3 shell",
                (*base, "accountability", "--limit", "50"), (shell, store, _query("accountability")), 1.5, memory=150)  # fmt: skip
    yield ratio(
        f"`trend`, 12 months, {items:,} items", "a month's `accountability`", (*base, "trend"), (*base, "accountability", *month), 3, memory=150
    )
    for report in ("load", "ranking", "scorecard", "plan 'Clerk 1'"):
        yield alone(f"`{report}`, {items:,} items", (*base, *report.replace("'", "").split(maxsplit=1)), memory=150)


def _query(name: str) -> str:
    """What the shell is given; a comment in the first line it would take for an option."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8").partition("\n")[2]


def checked(program: Path, store: Path, items: int) -> Iterator[Promise]:
    """All rules over everything; and some months later, when something is wrong with each of the items that are open."""
    yield alone(f"`check`, {items:,} items", (program, "--db", store, "check", "--short"), seconds=10 * max(items, 100_000) / 1_000_000, codes=(0, 1))
    later = ["env", f"OFFICECLI_NOW={datetime.now(UTC) + timedelta(days=90):%Y-%m-%dT02:00}"]
    counting: Command = [*later, sys.executable, HERE / "bare_count.py", store]
    yield ratio(
        "`check`, 90 days later",
        "`SELECT count(*)` over the joins of its rules",
        [*later, program, "--db", store, "check", "--severity", "refuse"],
        counting,
        5,
    )


def proved(program: Path, store: Path, items: int) -> Iterator[Promise]:
    """The trail from its first entry on, with every table replayed."""
    with closing(sqlite3.connect(store)) as connection:
        (entries,) = connection.execute("SELECT MAX(seq) FROM trail").fetchone()
    start = run([program, "--db", store, "list", "--limit", "1"])
    yield speed(f"`verify`, {items:,} items, {entries:,} entries", entries, "entries", run([program, "--db", store, "verify"]), start, least=90_000)
    size, text = store.stat().st_size, _text(store)
    found = size / text
    yield Promise(f"the store of {items:,} items", "its text: every row but the trail's, as CSV", f"{found:.1f} ×", f"{size / 1e6:,.0f} MB",
        f"{text / 1e6:,.0f} MB", "≤ 7 ×", found <= 7)  # fmt: skip
    ledger = stores.ledger(store.with_name("text.csv"), items).stat().st_size
    yield Promise(f"the store of {items:,} items", "the ledger that was imported", f"{size / ledger:.1f} ×", f"{size / 1e6:,.0f} MB",
        f"{ledger / 1e6:,.0f} MB", "", None)  # fmt: skip


def _text(store: Path) -> int:
    """Bytes of every table but those of the trail, each written as CSV."""
    with closing(sqlite3.connect(store)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]
        return sum(_written(connection, table) for table in tables if table not in {"trail", "hand"})


def _written(connection: sqlite3.Connection, table: str) -> int:
    """Bytes of a table as CSV, a row at a time."""
    line = io.StringIO(newline="")
    writer, size = csv.writer(line), 0
    for row in connection.execute(f'SELECT * FROM "{table}"'):
        writer.writerow(row)
        size += len(line.getvalue().encode())
        line.seek(0)
        line.truncate()
    return size


def imported(program: Path, folder: Path) -> Iterator[Promise]:
    """Rows a second after start: the start is what importing one costs."""
    store = stores.office(folder, program, 0)
    one, many = (stores.ledger(store.with_name(f"{rows}.csv"), rows) for rows in (1, IMPORTED))
    start = run([program, "--db", store, "import", one])
    yield speed(
        f"import of {IMPORTED:,} CSV rows", IMPORTED - 1, "rows", run([program, "--db", store, "import", many]), start, least=15_000, memory=150
    )


def files(program: Path, store: Path, items: int) -> Iterator[Promise]:
    """A workbook of so many items, and the pages of a whole office, each of which is a part of one reading."""
    out = store.parent
    yield alone(
        f"`ledger -o ledger.xlsx`, {items:,} items", [program, "--db", store, "ledger", "-o", out / "ledger.xlsx", "--force"], seconds=2, memory=80
    )
    page: Command = [program, "--db", store, "dashboard", "-o", out / "week.html", "--force"]
    yield ratio(
        f"`dashboard --dir site`, {items:,} items, 22 pages",
        "the office's page alone",
        [program, "--db", store, "dashboard", "--dir", out / "site"],
        page,
        2,
        memory=160,
    )


def generated(program: Path, folder: Path) -> Iterator[Promise]:
    """Items a second that procedures make after start, and the same once more, when all of them are there."""
    store = stores.office(folder, program, 0)
    stores.procedures(store, PROCEDURES)
    until = f"{datetime.now(UTC).year + YEARS}-{datetime.now(UTC):%m}-01"
    generate: Command = [program, "--db", store, "generate", "--until", until]
    start = run([*generate[:-1], "today", "--dry-run"])
    made = run(generate)
    with closing(sqlite3.connect(store)) as connection:
        (count,) = connection.execute("SELECT COUNT(*) FROM item WHERE procedure_id IS NOT NULL").fetchone()
    yield speed(f"`generate`: {PROCEDURES:,} procedures, {YEARS} years, {count:,} items", count, "items", made, start, least=5_000)
    yield ratio("`generate` once more", "`add`, an item more", generate, [program, "--db", store, *ADD], 1.25)
