"""A day typed with a slip of the pen: tomorow, 3rd wensday, 5 Agust."""

from __future__ import annotations

import re

from officecli.near import slip_of

_DAYS = "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday"
_MONTHS = "january february march april june july august september october november december"
_SPANS = "next last this week weeks month months quarter year working days weekdays business before after within"
_WORDS = frozenset(f"{_DAYS} {_MONTHS} {_SPANS}".split())
_SHORTEST = 4
"""Shorter words are too like one another."""


def mended(text: str) -> str:
    """The text with the nearest word of a day for each that is none; "" where there is nothing to mend."""
    plain = text.casefold()
    found = re.sub(rf"[a-z]{{{_SHORTEST},}}", lambda word: _nearest(word[0]), plain)
    return "" if found == plain else found


def _nearest(word: str) -> str:
    near = slip_of(word, _WORDS) if word not in _WORDS else []
    return near[0] if near else word
