"""A promise, what was measured of it, and the page on which they all stand."""

from __future__ import annotations

import os
import platform
import re
import resource
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.known import KNOWN, why_not_kept
from benchmarks.timing import Command, Run, compared, run

RUNS = 15

INTRO = """# Speed

Written by `make bench`: whole processes, run in turn, medians of up to {runs} pairs. Ratios are of processor time, which other
work on the machine is not counted in, and only they mean anything on another one; what takes less memory than the bench itself,
at last {own} MB, is told as that, and no promise is broken by it. The offices are made once and kept in `build/bench`; Taskwarrior,
todoman, topydo and the sqlite3 shell are installed by the bench. {machine}.

Each chapter says when it was measured, and of which commit. Promises that are not kept, and known not to be, stand [at the end](#known-not-to-be-kept).
"""


@dataclass(frozen=True, slots=True)
class Promise:
    """What is measured, against what, and the most (for a speed: the least) it may be."""

    what: str
    against: str
    measured: str
    ours: str
    theirs: str
    bound: str
    kept: bool | None

    @property
    def known(self) -> str:
        """Why it is known not to be kept, "" where it is not."""
        return why_not_kept(self.what, self.against)

    def line(self) -> str:
        """Its line of the table; what nobody promised is only told."""
        kept = {True: "yes", False: "**no**, known" if self.known else "**no**", None: "–"}[self.kept]
        return f"| {self.what} | {self.against} | {self.measured} | {self.ours} | {self.theirs} | {self.bound or '–'} | {kept} |"


def _own() -> int:
    """The most megabytes that the bench itself has held, below which it sees nothing of what it started."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _holds(took: Run, memory: int | None) -> bool:
    """Whether a command held no more than was promised, as far as can be seen."""
    return memory is None or took.memory <= max(memory, _own())


def ratio(what: str, against: str, ours: Command, other: Command, most: float | None, *, memory: int | None = None) -> Promise:
    """Measure one that is a ratio of two commands, and perhaps the megabytes it may hold."""
    mine, theirs, found = compared(ours, other, RUNS)
    kept = None if most is None and memory is None else (most is None or found <= most) and _holds(mine, memory)
    bounds = [f"≤ {most:.3g} ×"] if most is not None else []
    bounds += [f"≤ {memory} MB"] if memory is not None else []
    return Promise(what, against, f"{found:.2f} ×", str(mine), str(theirs), ", ".join(bounds), kept)


def alone(what: str, command: Command, *, seconds: float | None = None, memory: int | None = None, codes: tuple[int, ...] = (0,)) -> Promise:
    """Measure one that is a bound on the processor seconds and the memory of one command."""
    run(command, codes=codes)
    took = run(command, codes=codes)
    kept = None if seconds is None and memory is None else (seconds is None or took.cpu <= seconds) and _holds(took, memory)
    bounds = [f"≤ {seconds:g} s"] if seconds is not None else []
    bounds += [f"≤ {memory} MB"] if memory is not None else []
    return Promise(what, "–", f"{took.cpu:.1f} s", str(took), "–", ", ".join(bounds), kept)


def speed(what: str, count: int, unit: str, took: Run, less: Run, *, least: float, memory: int | None = None) -> Promise:
    """One that is so many a second of processor time, `less` the start; and perhaps the megabytes it may hold."""
    found = count / max(took.cpu - less.cpu, 1e-9)
    kept = found >= least and _holds(took, memory)
    bound = f"≥ {least:,.0f} {unit}/s" + ("" if memory is None else f", ≤ {memory} MB")
    return Promise(what, "after start", f"{found:,.0f} {unit}/s", str(took), str(less), bound, kept)


def page(chapters: Mapping[str, Iterable[Promise]], before: str = "") -> str:
    """The whole page, a table for each chapter; a chapter that was not measured stays as the page had it `before`."""
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
    head = "| measured | against | found | it took | the other took | promised | kept |\n|---|---|---|---|---|---|---|\n"
    told = dict(re.findall(r"^## (.+)\n\n((?:.*\n)*?)(?=\n## |\Z)", before, re.MULTILINE))
    told.pop(_AT_THE_END, None)
    for name, promises in chapters.items():
        told[name] = f"{measured_at()}\n\n{head}{''.join(one.line() + chr(10) for one in promises)}"
    known = "".join(f"- {begins}, against {beside}: {why}.\n" for (begins, beside), why in KNOWN.items())
    told[_AT_THE_END] = known
    return INTRO.format(runs=RUNS, own=_own(), machine=machine) + "".join(f"\n## {name}\n\n{text}" for name, text in told.items())


_AT_THE_END = "Known not to be kept"


def measured_at() -> str:
    """The day and the commit, and whether something was not committed."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=Path(__file__).parent, check=True, capture_output=True, text=True).stdout.strip()

    try:
        commit, changed = git("rev-parse", "--short=8", "HEAD"), git("status", "--porcelain", "--untracked-files=no")
    except (OSError, subprocess.CalledProcessError):
        commit, changed = "no", ""
    return f"Measured on {datetime.now(UTC).date()}, of commit {commit}{' with changes' if changed else ''}."
