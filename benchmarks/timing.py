"""Times whole commands in turn, so that a machine that slows down slows both; ratios are of processor time, which nobody else's work is counted in."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

Command = Sequence[str | Path]


def seconds(command: Command) -> float:
    """How long one run takes; raises CalledProcessError when it fails."""
    begun = time.perf_counter()
    run(command)
    return time.perf_counter() - begun


def processor_seconds(command: Command) -> float:
    """The processor time one run takes, the system's for it included."""
    begun = spent()
    run(command)
    return spent() - begun


def run(command: Command) -> None:
    """Run it as somebody does who has run it before: what Python compiles of it is kept."""
    env = {**os.environ, "OFFICECLI_LANG": "en", "PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env)


def peak(command: Command, *, warm: bool = True) -> tuple[float, int]:
    """The processor seconds and the most megabytes one run takes, after one that is not counted unless it may be done but once."""
    if warm:
        run(command)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "OFFICECLI_LANG": "en"})
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, [str(word) for word in command])
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def spent() -> float:
    """The processor seconds of all that has been run so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compared(ours: Command, other: Command, runs: int = 15) -> tuple[float, float, float]:
    """Median processor seconds of both, and the median of the ratios pair by pair, after one run of each that is not counted."""
    run(ours)
    run(other)
    pairs = [(processor_seconds(ours), processor_seconds(other)) for _ in range(runs)]
    return (
        statistics.median(one for one, _ in pairs),
        statistics.median(two for _, two in pairs),
        statistics.median(one / two for one, two in pairs),
    )
