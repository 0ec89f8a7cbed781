"""The bar of a long task appears where a person looks, and only once it takes long."""

from __future__ import annotations

import io

import pytest

from officecli.formats.terminal import progress as module
from officecli.formats.terminal.progress import progress


class Window(io.StringIO):
    """A standard error that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("window", "total", "passed", "shown"),
    [(True, 10, 2, True), (True, 10, 0.5, False), (True, 3, 2, False), (False, 10, 2, False)],
)
def test_the_bar_waits_for_its_time(monkeypatch: pytest.MonkeyPatch, window: bool, total: int, passed: float, shown: bool) -> None:
    moments = iter([0.0, passed])
    made: list[str] = []
    monkeypatch.setattr("sys.stderr", Window() if window else io.StringIO())
    monkeypatch.setattr("time.monotonic", lambda: next(moments, passed))
    bar = module._bar

    def seen(what: str) -> object:
        made.append(what)
        return bar(what)

    monkeypatch.setattr(module, "_bar", seen)
    with progress("Checking", threshold=5, seconds=1) as tick:
        tick(1, total)
        tick(2, total)
    assert made == (["Checking"] if shown else [])
