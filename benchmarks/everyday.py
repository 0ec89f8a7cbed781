"""What is done all day on a small store, against a bare program and against what people use instead."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.peers import Peer
from benchmarks.promises import Promise, ratio
from benchmarks.stores import in_hand
from benchmarks.timing import Command, run, spent

HERE = Path(__file__).parent
BARE = "a bare typer + rich + sqlite3 program"
WRITERS = 8


def reads(program: Path, store: Path) -> Iterator[Promise]:
    """Looking at something, against a bare program that prints one row."""
    bare: Command = [sys.executable, HERE / "bare_read.py", store]
    asked: dict[str, tuple[list[str], float]] = {
        "`--help`": (["--help"], 1.3),
        "`overdue --limit 50`": (["overdue", "--limit", "50"], 0.65),
        "`list --limit 50`": (["list", "--limit", "50"], 0.65),
        "`list is:overdue`": (["list", "is:overdue"], 0.65),
        "`today`": (["today"], 0.65),
        "`digest`": (["digest"], 0.65),
        "`show`": (["show", in_hand(store)], 0.65),
        "`history`": (["history", in_hand(store)], 0.65),
        "TAB on a command": (["completion", "words", "--", "1", "officecli", "ov"], 0.6),
        "TAB on a number": (["completion", "words", "--", "2", "officecli", "show", "20"], 0.6),
    }
    for what, (words, most) in asked.items():
        yield ratio(what, BARE, [program, "--db", store, *words], bare, most)


def writes(program: Path, store: Path) -> Iterator[Promise]:
    """Writing, against a bare program that only reads and one that writes a row through SQLModel; and many writers at once."""
    bare: Command = [sys.executable, HERE / "bare_read.py", store]
    asked: tuple[str | Path, ...] = (program, "--db", store)
    one = in_hand(store)
    adding: Command = (*asked, *ADD)
    commands: dict[str, tuple[Command, float]] = {
        "`add`": (adding, 1.6),
        "`note`": ((*asked, "note", one, "under way"), 1.6),
        "`edit`": (
            ("sh", "-c", f'"$0" --db "$1" edit {one} --goal "$$"', program, store),
            1.6,
        ),  # another one each time: the same again writes nothing
        "`note`, and `undo` of it": (("sh", "-c", f'"$0" --db "$1" note {one} x; "$0" --db "$1" undo', program, store), 3.2),
    }
    for what, (ours, most) in commands.items():
        yield ratio(what, BARE, ours, bare, most)
    yield ratio("`add`", "a bare typer + sqlmodel program", adding, [sys.executable, HERE / "bare_write.py", store.with_name("bare.db"), "x"], 0.5)
    yield _together(program, store)


def beside(program: Path, store: Path, others: Iterable[Peer], tasks: int) -> Iterator[Promise]:
    """Adding a task and listing fifty, against other tools with as many tasks as the office has items, all of theirs open.

    What is promised is promised against the one that is written alike; the others are no programs of Python, or keep one file of text, and no record.
    """
    for other in others:
        most = 1 if other.name == "todoman" else None
        yield ratio(f"`add`, {tasks:,} items", f"{other.name}, {tasks:,} tasks", [program, "--db", store, *ADD], other.add, most)
        yield ratio(
            f"`list --limit 50`, {tasks:,} items", f"{other.name}, {tasks:,} tasks", [program, "--db", store, "list", "--limit", "50"], other.list, 1
        )


ADD = ("add", "One more", "--lead", "Clerk 1", "--due", "fri")


def _together(program: Path, store: Path) -> Promise:
    """Eight who write at once, each one command after the other, against eight who read: writers stand in one another's way, readers do not.

    What either get done is their commands a second, times the processor time of one; how long a writer waits is what its longest took more than theirs.
    """
    base: list[str | Path] = [program, "--db", store]
    one = in_hand(store)
    read, read_longest = _at_once([[*base, "list", "--limit", "50"]] * (WRITERS * 6))
    wrote, wrote_longest = _at_once([[*base, "note", one, f"still under way {n}"] for n in range(WRITERS * 6)])
    share, waited = wrote / read, max(wrote_longest - read_longest, 0)
    ours, theirs = f"{wrote:.2f} processors at work, {waited:.1f} s waited at most", f"{read:.2f} processors at work"
    return Promise(
        f"`note`, {WRITERS} writers at once",
        f"{WRITERS} readers at once",
        f"{share:.2f} ×",
        ours,
        theirs,
        "≥ 0.8 ×, < 2 s",
        share >= 0.8 and waited < 2,
    )


def _at_once(commands: list[list[str | Path]]) -> tuple[float, float]:
    """How many processors so many users keep at work with these, and the longest that one takes by the clock."""
    begun, before = time.perf_counter(), spent()
    with ThreadPoolExecutor(WRITERS) as users:
        longest = max(one.wall for one in users.map(run, commands))
    return (spent() - before) / (time.perf_counter() - begun), longest
