"""Patterns, compiled when they are first needed: importing all of them costs more than most commands take."""

from __future__ import annotations

import re

_known: dict[str, re.Pattern[str]] = {}


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, kept for good (`re` itself forgets the oldest of many); a digit in it is an ASCII digit."""
    found = _known.get(pattern)
    if found is None:
        found = _known[pattern] = re.compile(pattern, re.ASCII)
    return found
