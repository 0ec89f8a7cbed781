"""Times whole commands in turn, so that a machine that slows down slows both; ratios are of processor time, which nobody else's work is counted in."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str | Path]

LONG = 20
"""Seconds after which a pair of commands is not run again: of what takes so long a few runs tell enough."""
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took: seconds of processor time, the system's for it included, seconds by the clock, and the most megabytes it held."""

    cpu: float
    wall: float
    memory: int

    def __str__(self) -> str:
        if self.cpu < 2:
            return f"{self.cpu * 1000:.0f} ms, {self.wall * 1000:.0f} by the clock, {self.memory} MB"
        return f"{self.cpu:.1f} s, {self.wall:.1f} by the clock, {self.memory} MB"


def run(command: Command, *, into: Path | None = None, codes: Sequence[int] = (0,)) -> Run:
    """Run it as somebody does who has run it before: what Python compiles of it is kept. Raises with what it said where it fails."""
    env = {**os.environ, "OFFICECLI_LANG": "en", "PYTHONDONTWRITEBYTECODE": ""}
    with tempfile.TemporaryFile() as said, (into or Path(os.devnull)).open("wb") as out:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=said, env=env)
        _pid, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in codes:
            said.seek(0)
            words = " ".join(map(str, command))
            message = f"{words}\nended with {process.returncode}:\n{said.read().decode(errors='replace')[:2000]}"
            raise SystemExit(message)
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss // 1024)


def spent() -> float:
    """The processor seconds of all that has been run so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compared(ours: Command, other: Command, runs: int) -> tuple[Run, Run, float]:
    """The medians of both, and the median of the ratios of processor time pair by pair, after one run of each that is not counted."""
    run(ours)
    run(other)
    pairs: list[tuple[Run, Run]] = []
    begun = time.perf_counter()
    while len(pairs) < runs and (len(pairs) < FEWEST or time.perf_counter() - begun < LONG):
        pairs.append((run(ours), run(other)))
    mine, theirs = zip(*pairs, strict=True)
    return median(mine), median(theirs), statistics.median(one.cpu / two.cpu for one, two in pairs)


def median(runs: Sequence[Run]) -> Run:
    """Of each figure by itself."""
    return Run(
        statistics.median(one.cpu for one in runs), statistics.median(one.wall for one in runs), round(statistics.median(one.memory for one in runs))
    )
