"""Offices to measure: people and as many items as are asked for, imported from
a ledger as a clerk would; made once and kept, since a million take their time.
"""

from __future__ import annotations

import csv
import hashlib
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks import copies
from benchmarks.timing import run
from officecli.model.procedures.procedures import Procedure, ProcedureVersion
from officecli.store.place import place
from officecli.store.schema.version import SCHEMA_VERSION
from officecli.store.write.change import changing
from officecli.store.write.entries import Signature

OFFICE = """
[office]
name = "Measured office"
region = "CN"
language = "en"
timezone = "Asia/Shanghai"
[[rank]]
name = "clerk"
level = 3
"""
SECTION = """
[[unit]]
name = "Section {number}"
nature = "service"
[[post]]
title = "Clerk"
unit = "Section {number}"
rank = "clerk"
seats = {seats}
[[duty]]
title = "Keep the records {number}"
post = "Section {number}/Clerk"
"""
SEATS = 100
"""The people of a section."""
PEOPLE = 20
YEARS = 10
IN_HAND = 100
"""Of so many items one is not closed yet, but never fewer than so many: a large office has more behind it, and hardly more in hand."""

IMPORTED = 100_000
"""The rows of a ledger that are imported; an office of more is made of copies of one of so many."""


def ledger(path: Path, rows: int, *, people: int = PEOPLE, years: int = YEARS, in_hand: int = IN_HAND) -> Path:
    """A ledger of so many years to last month: what was closed, and at its end the one in `in_hand` that is open and past its deadline."""
    last = datetime.now(UTC).date().replace(day=1) - timedelta(days=30)
    opened = max(rows // in_hand, min(rows, in_hand)) if in_hand > 1 else rows
    with path.open("w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file)
        sheet.writerow(["Source", "Matter", "Lead", "Issued", "Deadline", "Progress", "Status", "Closed"])
        for number in range(rows):
            issued = last - timedelta(days=(rows - number) * years * 365 // rows)
            due = issued + timedelta(days=14)
            closed = issued + timedelta(days=5 + number % 13)
            ended = ["done and answered", "closed", closed] if number < rows - opened else ["under way", "open", ""]
            sheet.writerow([f"Meeting {number % 400}", f"Matter number {number}", f"Clerk {number % people}", issued, due, *ended])
    return path


def described_by(people: int) -> str:
    """The office of so many clerks, in sections, as `setup` reads it."""
    sections = "".join(SECTION.format(number=number, seats=SEATS) for number in range(-(-people // SEATS)))
    return OFFICE + sections + "".join(f'[[person]]\nname = "Clerk {n}"\npost = "Section {n // SEATS}/Clerk"\n' for n in range(people))


def office(folder: Path, program: Path, rows: int, *, people: int = PEOPLE, years: int = YEARS, in_hand: int = IN_HAND) -> Path:
    """A copy of the office with so many items that may be written to; the office itself is made where there is none yet, and kept beside it."""
    kept = folder / f"office-{rows}-{people}-{years}-{in_hand}-{_version()}.db"
    if not kept.exists():
        with tempfile.TemporaryDirectory(dir=folder) as making:
            _made(Path(making), program, rows, people, years, in_hand).rename(kept)
    copy = folder / "at work" / kept.name
    copy.parent.mkdir(exist_ok=True)
    for left in copy.parent.glob(f"{kept.name}*"):
        left.unlink()
    return Path(shutil.copy(kept, copy))


def _made(folder: Path, program: Path, rows: int, people: int, years: int, in_hand: int) -> Path:
    """The office, made as a registrar would."""
    store, described = folder / "office.db", folder / "office.toml"
    described.write_text(described_by(people), encoding="utf-8")
    base: list[str | Path] = [program, "--db", store]
    run([*base, "init", "--region", "CN"])
    run([*base, "setup", described])
    if rows:
        times = -(-rows // IMPORTED)
        run([*base, "import", ledger(folder / "ledger.csv", rows // times, people=people, years=years, in_hand=in_hand)])
        copies.copied(store, times)
    return store


def in_hand(store: Path) -> str:
    """The number of an item that is in hand."""
    with closing(sqlite3.connect(store)) as connection:
        return str(connection.execute("SELECT number FROM item WHERE status = 'in-hand' ORDER BY id DESC LIMIT 1").fetchone()[0])


def _version() -> str:
    """What an office is made by: another version of the tables, or of these files, makes another."""
    made_by = b"".join(Path(file).read_bytes() for file in (__file__, copies.__file__))
    return f"{SCHEMA_VERSION}-{hashlib.sha256(made_by).hexdigest()[:8]}"


def procedures(store: Path, count: int) -> None:
    """Give the office so many procedures that come round three or four times a week from this year on."""
    with changing(place(str(store))) as change:
        change.sign(Signature(0, "setup", "founder"))
        today = change.read.today
        post = change.read.value("SELECT id FROM post WHERE title = 'Clerk'")
        rules = ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH")
        made = change.add_many(
            Procedure,
            "procedure-add",
            [{"name": f"Routine {n}", "kind": "other", "post_id": post, "recurrence": rules[n % 2], "start": today} for n in range(count)],
        )
        versions = [
            {"procedure_id": one, "number": 1, "since": today, "title": f"Routine {n}, {{date}}", "ahead_days": n % 4, "due_days": n % 3}
            for n, one in enumerate(made)
        ]
        change.add_many(ProcedureVersion, "procedure-add", versions)
