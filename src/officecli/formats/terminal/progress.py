"""A bar for work that takes a while: on the standard error, and only where a person looks at it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from officecli.hints import Any


@contextmanager
def progress(what: str, *, threshold: int = 0, seconds: float = 0) -> Iterator[Callable[[int, int], None]]:
    """Yields a function (steps done, steps in all); the bar appears where there are more steps than `threshold`, once so many `seconds` have passed."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    begun = time.monotonic()
    bar: Any = None

    def tick(done: int, total: int) -> None:
        nonlocal bar
        if bar is None and total > threshold and time.monotonic() - begun >= seconds:
            bar = _bar(what)
        if bar is not None:
            bar.update(0, completed=done, total=total)

    try:
        yield tick
    finally:
        if bar is not None:
            bar.stop()


def _bar(what: str) -> Any:
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    bar.add_task(what)
    bar.start()
    return bar
