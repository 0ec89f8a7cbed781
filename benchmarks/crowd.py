"""Many people at once on PostgreSQL: real verbs, each on a connection of its own. `python -m benchmarks.crowd URL [PEOPLE] [SECONDS]`, URL an empty database.

Each person is a process that has started already, so what is measured is the store and what it makes others wait for, not Python's start.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.stores import described_by

VERBS = ("add", "note", "note", "list", "show")
"""What everybody does in turn: as much is written as an office on a busy morning writes, which is more than it does all day."""

TRIES = 5
"""So often somebody begins; who cannot then never will, and the crowd is sent home."""

Took = tuple[str, float, float, int]
"""The verb, its seconds of waiting, those of the program's processor time (the server's is its own), and its exit code."""


def main(url: str, people: int, seconds: float) -> str:
    """Lay the office, let everybody work for so long, and say what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "office.toml"
        office.write_text(described_by(people), encoding="utf-8")
        for line in (["init", "--region", "CN"], ["setup", str(office)]):
            if _run([*line, "--db", url])[1]:
                message = f"{line[0]} failed: is {url} an empty database one may write to?"
                raise SystemExit(message)
    with multiprocessing.get_context("spawn").Pool(people) as pool:
        every = [took for one in pool.starmap(_person, [(url, number, seconds) for number in range(people)]) for took in one]
    head = ("| verb | a second | processor time of the program | median wait | 99 of 100 | longest | failed |", "|---|---|---|---|---|---|---|")
    rows = (_line(name, [one for one in every if name in ("all", one[0])], seconds) for name in ("all", *dict.fromkeys(VERBS)))
    return "\n".join((f"{people} people, {seconds:.0f} s; load of the machine {os.getloadavg()[0]:.0f}", "", *head, *rows))


def _person(url: str, number: int, seconds: float) -> list[Took]:
    """One person's work for so many seconds."""
    me = f"Clerk {number}"
    found: list[Took] = []
    mine = ""
    said = ""
    while not mine:  # where all begin at once, the last may have waited too long, and is told so
        if len(found) == TRIES:
            message = f"{me} could not even begin: {said}"
            raise SystemExit(message)
        took, said = _timed("add", ["add", "What I begin with", "--lead", "me", "--due", "in 2 weeks", "--as", me, "--db", url])
        found.append(took)
        listed, _code = _run(["list", "--person", me, "--limit", "1", "--format", "json", "--db", url])
        mine = listed.partition('"number": "')[2].partition('"')[0]
    found = [one for one in found if one[3]]
    lines = {
        "add": ["add", "Matter of the morning", "--lead", "me", "--due", "in 2 weeks", "--as", me],
        "note": ["note", mine, "Under way", "--as", me],
        "list": ["list", "--person", me, "--limit", "20"],
        "show": ["show", mine],
    }
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        verb = VERBS[len(found) % len(VERBS)]
        took, _said = _timed(verb, [*lines[verb], "--db", url])
        found.append(took)
    return found


def _timed(verb: str, line: list[str]) -> tuple[Took, str]:
    begun, worked = time.monotonic(), time.process_time()
    said, code = _run(line)
    return (verb, time.monotonic() - begun, time.process_time() - worked, code), said


def _run(line: list[str]) -> tuple[str, int]:
    """What a command line answers, and its exit code."""
    from officecli.cli import main as program

    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = program.run(line)
    return said.getvalue(), code


def _line(name: str, every: list[Took], seconds: float) -> str:
    waits = sorted(wait for _verb, wait, _spent, _code in every)
    failed = sum(code != 0 for _verb, _wait, _spent, code in every)
    middle, late = waits[len(waits) // 2], waits[len(waits) * 99 // 100]
    spent = sum(one[2] for one in every) / len(every)
    return f"| {name} | {len(every) / seconds:.1f} | {spent * 1000:.0f} ms | {middle * 1000:.0f} ms | {late * 1000:.0f} ms | {waits[-1]:.1f} s | {failed} |"


if __name__ == "__main__":
    print(main(sys.argv[1], int((sys.argv[2:] or ["64"])[0]), float((sys.argv[3:] or ["20"])[0])))
