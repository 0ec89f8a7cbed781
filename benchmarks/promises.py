"""A promise, what was measured of it, and the page on which they all stand."""

from __future__ import annotations

import os
import platform
import resource
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.timing import Command, Run, compared, run

RUNS = 15

INTRO = """# Speed

Written by `make bench`: whole processes, run in turn, medians of up to {runs} pairs. Ratios are of processor time, which other
work on the machine is not counted in, and only they mean anything on another one; what takes less memory than the bench itself,
at last {own} MB, is told as that, and no promise is broken by it. The offices are made once and kept in `build/bench`; Taskwarrior,
todoman, topydo and the sqlite3 shell are installed by the bench. {machine}.
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

    def line(self) -> str:
        """Its line of the table; what nobody promised is only told."""
        kept = {True: "yes", False: "**no**", None: "–"}[self.kept]
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


def page(chapters: Mapping[str, Iterable[Promise]]) -> str:
    """The whole page, a table for each chapter."""
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
    head = "| measured | against | found | it took | the other took | promised | kept |\n|---|---|---|---|---|---|---|\n"
    tables = "".join(f"\n## {name}\n\n{head}{''.join(one.line() + chr(10) for one in promises)}" for name, promises in chapters.items() if promises)
    return INTRO.format(runs=RUNS, own=_own(), machine=machine) + tables
