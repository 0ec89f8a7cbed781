"""Measure the promises and print them as a table; with --write, into docs/benchmarks.md.

Each figure compares whole processes in turn on one machine in one run, so only the ratios mean anything elsewhere.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks import stores
from benchmarks.timing import Command, compared, peak, seconds, spent

HERE = Path(__file__).parent
PROGRAM = Path(sys.executable).with_name("officecli")
REPORT = HERE.parent / "docs" / "benchmarks.md"
IMPORTED = 30_000
PROCEDURES = 100
"""A tenth of what is promised: 1,000 procedures over 3 years make half a million items, a minute and a half each time."""
YEARS = 3
WRITERS = 8


@dataclass(frozen=True, slots=True)
class Promise:
    """What is measured, against what, and the most (for a speed: the least) it may be."""

    what: str
    against: str
    measured: str
    bound: str
    kept: bool


def ratio(what: str, against: str, ours: Command, other: Command, most: float) -> Promise:
    """Measure one promise that is a ratio of two commands."""
    mine, theirs, found = compared(ours, other)
    return Promise(what, against, f"{found:.2f} ({mine * 1000:.0f} ms / {theirs * 1000:.0f} ms)", f"≤ {most}", found <= most)


def measure(folder: Path) -> list[Promise]:
    """All promises, measured in stores made in `folder`."""
    small, large = stores.office(folder, PROGRAM, 1_000), stores.office(folder, PROGRAM, 100_000)
    bare: Command = [sys.executable, HERE / "bare_read.py", small]
    reads: dict[str, list[str | Path]] = {
        "`--help`": ["--help"],
        "`overdue --limit 50`": ["overdue", "--limit", "50"],
        "`list --limit 50`": ["list", "--limit", "50"],
        "`show`": ["show", "2025-001"],
    }
    found = [ratio(what, "a bare typer + rich + sqlite3 program", [PROGRAM, "--db", small, *words], bare, 1.3) for what, words in reads.items()]
    completing: Command = [PROGRAM, "completion", "words", "--", "1", "officecli", "ov"]
    found.append(ratio("shell completion", "a bare typer + rich + sqlite3 program", completing, bare, 1.3))
    writing: list[str | Path] = [PROGRAM, "--db", small, "add", "One more", "--lead", "Clerk 1", "--due", "fri"]
    found += written(folder, small, writing, bare)
    overdue = ["overdue", "--limit", "50"]
    found.append(
        ratio(
            "`overdue --limit 50`, 100,000 open items",
            "the same, 1,000 items",
            [PROGRAM, "--db", large, *overdue],
            [PROGRAM, "--db", small, *overdue],
            1.5,
        )
    )
    found.append(ratio("`add`, 100,000 items in the store", "the same, 1,000 items", [PROGRAM, "--db", large, *writing[3:]], writing, 1.5))
    found.append(checked(large))
    middling = stores.office(folder, PROGRAM, 10_000)
    found += [workbook(folder, middling), pages(folder, middling)]
    found.append(imported(folder))
    found += generated(folder)
    return found


def written(folder: Path, store: Path, adding: Command, bare: Command) -> list[Promise]:
    """Writes against a bare program that only reads, and against one that writes a row through SQLModel; and many writers at once."""
    asked = tuple(adding[:3])
    writes: dict[str, Command] = {
        "`add`": adding,
        "`note`": (*asked, "note", "2025-001", "under way"),
        "`edit`": ("sh", "-c", '"$0" --db "$1" edit 2025-002 --goal "$$"', PROGRAM, store),  # another one each time: the same again writes nothing
        "`note`, and `undo` of it": ("sh", "-c", '"$0" --db "$1" note 2025-003 x; "$0" --db "$1" undo', PROGRAM, store),
    }
    found = [ratio(what, "a bare typer + rich + sqlite3 program", ours, bare, 3.2 if "undo" in what else 1.6) for what, ours in writes.items()]
    found.append(ratio("`add`", "a bare typer + sqlmodel program", adding, [sys.executable, HERE / "bare_write.py", folder / "bare.db", "x"], 0.5))
    found.append(together(store))
    return found


def together(store: Path) -> Promise:
    """Eight who write at once, each one command after the other, against eight who read: writers stand in one another's way, readers do not.

    What either get done is their commands a second, times the processor time of one; how long a writer waits is what its longest took more than theirs.
    """
    base: list[str | Path] = [PROGRAM, "--db", store]
    read, read_longest = at_once([[*base, "list", "--limit", "50"]] * (WRITERS * 6))
    wrote, wrote_longest = at_once([[*base, "note", f"2025-{n % WRITERS + 1:03}", f"still under way {n}"] for n in range(WRITERS * 6)])
    share, waited = wrote / read, max(wrote_longest - read_longest, 0)
    measured = f"{share:.2f} ({wrote:.2f} / {read:.2f} processors at work, {waited:.1f} s waited at most)"
    return Promise(f"`note`, {WRITERS} writers at once", f"{WRITERS} readers at once", measured, "≥ 0.8, < 2 s", share >= 0.8 and waited < 2)


def at_once(commands: list[list[str | Path]]) -> tuple[float, float]:
    """How many processors so many users keep at work with these, and the longest that one takes."""
    begun, before = time.perf_counter(), spent()
    with ThreadPoolExecutor(WRITERS) as users:
        longest = max(users.map(seconds, commands))
    return (spent() - before) / (time.perf_counter() - begun), longest


def checked(store: Path) -> Promise:
    """A check some months later, when something is wrong with each of the items."""
    later = ["env", f"OFFICECLI_NOW={datetime.now(UTC) + timedelta(days=90):%Y-%m-%dT02:00}"]
    check: Command = [*later, PROGRAM, "--db", store, "check"]
    counting: Command = [*later, sys.executable, HERE / "bare_count.py", store]
    return ratio("`check`, 100,000 items, each with a finding", "`SELECT count(*)` over the joins of its rules", check, counting, 5)


def workbook(folder: Path, store: Path) -> Promise:
    """A workbook of ten thousand items, start and reading included."""
    took, room = peak([PROGRAM, "--db", store, "ledger", "-o", folder / "ledger.xlsx", "--force"])
    measured = f"{took:.1f} s of processor time, {room} MB"
    return Promise("`ledger -o ledger.xlsx`, 10,000 items", "–", measured, "≤ 2 s, ≤ 80 MB", took <= 2 and room <= 80)


def pages(folder: Path, store: Path) -> Promise:
    """How long the pages of a whole office take, of which each is a part of one reading, and how much memory."""
    one, _room = peak([PROGRAM, "--db", store, "dashboard", "-o", folder / "week.html", "--force"])
    took, room = peak([PROGRAM, "--db", store, "dashboard", "--dir", folder / "site"])
    measured = f"{took / one:.2f} ({took:.1f} s / {one:.1f} s of processor time), {room} MB"
    return Promise(
        "`dashboard --dir site`, 10,000 items, 22 pages", "the office's page alone", measured, "≤ 2, ≤ 160 MB", took <= 2 * one and room <= 160
    )


def imported(folder: Path) -> Promise:
    """Rows a second of processor time after start, which is what importing nothing new costs, and how much memory they take."""
    store = stores.office(folder, PROGRAM, 0)
    one = stores.ledger(folder / "one.csv", 1)
    many = stores.ledger(folder / "many.csv", IMPORTED)
    start, _room = peak([PROGRAM, "--db", store, "import", one])
    took, room = peak([PROGRAM, "--db", store, "import", many], warm=False)
    speed = (IMPORTED - 1) / (took - start)
    measured = f"{speed:,.0f} rows/s, {room} MB"
    return Promise(f"import of {IMPORTED:,} CSV rows, after start", "–", measured, "≥ 5,000 rows/s, ≤ 150 MB", speed >= 5_000 and room <= 150)


def generated(folder: Path) -> list[Promise]:
    """Items a second that procedures make after start, and the same once more, when all of them are there."""
    own = folder / "routine"
    own.mkdir()
    store = stores.office(own, PROGRAM, 0)
    stores.procedures(store, PROCEDURES)
    until = f"{datetime.now(UTC).year + YEARS}-{datetime.now(UTC):%m}-01"
    generate: Command = [PROGRAM, "--db", store, "generate", "--until", until]
    start = seconds([*generate[:-1], "today", "--dry-run"])
    made = seconds(generate) - start
    writing: Command = [PROGRAM, "--db", store, "add", "One more", "--lead", "Clerk 1", "--due", "fri"]
    again = ratio("`generate` once more", "`add`, an item more", generate, writing, 1.25)
    with closing(sqlite3.connect(store)) as connection:
        (count,) = connection.execute("SELECT COUNT(*) FROM item WHERE procedure_id IS NOT NULL").fetchone()
    speed = count / made
    what = f"`generate`: {PROCEDURES:,} procedures, {YEARS} years, {count:,} items, after start"
    return [Promise(what, "–", f"{speed:,.0f} items/s", "≥ 5,000 items/s", speed >= 5_000), again]


def table(promises: list[Promise]) -> str:
    """The promises as a Markdown table."""
    lines = ["| measured | against | ratio (medians) | promised | kept |", "|---|---|---|---|---|"]
    lines += [f"| {one.what} | {one.against} | {one.measured} | {one.bound} | {'yes' if one.kept else '**no**'} |" for one in promises]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Print the table; 1 when a promise is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        promises = measure(Path(folder))
    text = table(promises)
    print(text)
    if "--write" in sys.argv:
        intro = "# Speed\n\nProcessor time of whole processes, run in turn, medians of 15 pairs: `make bench`. Only the ratios mean anything on another machine.\n\n"
        REPORT.write_text(intro + text, encoding="utf-8")
    return 0 if all(one.kept for one in promises) else 1


if __name__ == "__main__":
    sys.exit(main())
