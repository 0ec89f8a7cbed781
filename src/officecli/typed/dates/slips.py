"""A day typed with a slip of the pen: tomorow, 3rd wensday, 5 Agust, 8/l4/26, 8//14/26, 7月16曰."""

from __future__ import annotations

import re

from officecli.near import slip_of
from officecli.patterns import pattern

_DAYS = "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday"
_MONTHS = "january february march april june july august september october november december"
_SPANS = "next last this week weeks month months quarter year working days weekdays business before after within"
_WORDS = frozenset(f"{_DAYS} {_MONTHS} {_SPANS}".split())
_SHORTEST = 4
"""Shorter words are too like one another."""
_OTHER_WORDS = frozenset("match marsh marc arch jane judy jury juno tune dune".split())
"""Words, and names of people, that are like one of a day and no slip of it."""


_TWO = 2
_LOOKS_LIKE = str.maketrans("oil", "011")
_IN_FIGURES = pattern(r"(?=.*\d)[\doil]{1,2}([-/.])[\doil]{1,2}\1(?:[\doil]{4}|[\doil]{2})")
"""A day in figures, of which some are letters that look like them."""
_TWICE = pattern(r"(?<=\d)([-/.])\1+(?=\d)")
_AS_ANOTHER = pattern(r"(?<=\d)[曰目](?=[之以]?前?$|[,，(（])")
"""What 日 is mistaken for."""


def mended(text: str, *, sure: bool = False) -> str:
    """The text with the nearest word of a day for each that is none, and its figures and signs put right; "" where there is nothing to mend.

    Where it is to be `sure`, a word that is like two of them stands as it is.
    """
    plain = text.casefold()
    figures = _AS_ANOTHER.sub("日", _TWICE.sub(r"\1", plain))
    if _IN_FIGURES.fullmatch(figures.strip()):
        figures = figures.translate(_LOOKS_LIKE)
    found = re.sub(rf"[a-z]{{{_SHORTEST},}}", lambda word: _nearest(word[0], sure=sure), figures)
    return "" if found == plain else found


def _nearest(word: str, *, sure: bool) -> str:
    near = slip_of(word, _WORDS, _TWO) if word not in _WORDS and word not in _OTHER_WORDS else []
    return near[0] if near and not (sure and len(near) == _TWO) else word
