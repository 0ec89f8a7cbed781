"""Remembers whether this command has recorded something: trouble after that must not read as if nothing had been done, or it would be done twice."""

from __future__ import annotations

_done = False


def begin() -> None:
    """A new command: nothing is recorded yet."""
    global _done
    _done = False


def mark() -> None:
    """What the command does is committed."""
    global _done
    _done = True


def is_so() -> bool:
    """Whether something is recorded since the command began."""
    return _done
