"""No pattern by which ledgers and what is typed are read is kept busy by a cell that repeats one of its own words."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from officecli import patterns
from stage.every_module import declared
from stage.pieces_of_patterns import pieces

_LETTERS = 600
_STUCK = 10
"""Seconds of the processor, a hundred times what the slowest takes: what needs them has no end."""


class _Stuck(Exception):
    """It would go on for good."""


@contextmanager
def _no_end() -> Iterator[None]:
    def stop(_signal: int, _frame: Any) -> None:
        raise _Stuck

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _STUCK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _keeps_busy(pattern: re.Pattern[str], piece: str) -> bool:
    """Whether a piece again and again, and at the end what no pattern takes, is not read to its end."""
    try:
        with _no_end():
            pattern.fullmatch((piece * (_LETTERS // len(piece) + 1))[:_LETTERS] + "\0")
    except _Stuck:
        return True
    return False


def _first_that_keeps_busy(pattern: re.Pattern[str]) -> str | None:
    return next((piece for piece in pieces(pattern) if _keeps_busy(pattern, piece)), None)


def test_some_hundred_letters_of_its_own_words_keep_no_pattern_busy() -> None:
    every = {(one.pattern, one.flags): one for one in (*declared(patterns._Later), *declared(re.Pattern)) if isinstance(one.pattern, str)}
    assert {one.pattern[:80]: piece for one in every.values() if (piece := _first_that_keeps_busy(one))} == {}


def test_what_has_no_end_is_told() -> None:
    assert _first_that_keeps_busy(re.compile(r"\s*(?:a\s*)*b")) is None
    assert _first_that_keeps_busy(re.compile(r"(?:a+)+b")) == "a"
