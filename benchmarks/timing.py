"""Times whole commands in turn, so that a machine that slows down slows both."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

Command = Sequence[str | Path]


def seconds(command: Command) -> float:
    """How long one run takes; raises CalledProcessError when it fails."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "OFFICECLI_LANG": "en"})
    return time.perf_counter() - begun


def compared(ours: Command, other: Command, runs: int = 15) -> tuple[float, float, float]:
    """Median seconds of both, and the median of the ratios pair by pair, after one run of each that is not counted."""
    seconds(ours), seconds(other)
    pairs = [(seconds(ours), seconds(other)) for _ in range(runs)]
    return (
        statistics.median(one for one, _ in pairs),
        statistics.median(two for _, two in pairs),
        statistics.median(one / two for one, two in pairs),
    )
