"""Headings that say the same of several times: Status May beside Status June."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from officecli.patterns import pattern
from officecli.typed.dates.names import MONTHS

_TIME = pattern(
    rf"(?P<year>20\d\d)\s*[年./-]?\s*(?=\d|q|w|第)|(?P<name>\b(?:{'|'.join(MONTHS)})[a-z]*\.?)|(?P<month>\d{{1,2}})\s*月(?:份|底|末)?|\bq(?P<quarter>[1-4])\b|(?P<han>[一二三四])季度"
    r"|\b(?:week|wk|w)\s*(?P<week>\d{1,2})\b|第?(?P<zhou>\d{1,2})周|(?P<later>\b20\d\d\b)",
    re.IGNORECASE,
)
_HALF, _WHOLE = 6, 12  # months


def times(texts: Sequence[str]) -> dict[int, int]:
    """The place of each heading that says the same as others of other times → 0 for the last of them, -1 for the one before, and so on."""
    found: dict[str, dict[int, tuple[int, int]]] = {}
    for place, text in enumerate(texts):
        plain = unicodedata.normalize("NFKC", text).casefold()
        said = [*_TIME.finditer(plain)]
        if said:
            stem = re.sub(r"[\s\W_]+", "", _TIME.sub("", plain))
            found.setdefault(stem, {})[place] = _order(said)
    ranks: dict[int, int] = {}
    for of in found.values():
        if len({*of.values()}) == len(of) > 1:
            ranks |= {place: rank for rank, place in enumerate(sorted(of, key=lambda place: _round(of[place], [*of.values()])), 1 - len(of))}
    return ranks


def _order(said: Sequence[re.Match[str]]) -> tuple[int, int]:
    """Year and number of a time, 0 for what is not said."""
    year = number = 0
    for one in said:
        if one["year"] or one["later"]:
            year = int(one["year"] or one["later"])
        elif one["name"]:
            number = next(at for at, name in enumerate(MONTHS, 1) if one["name"].startswith(name))
        else:
            figures = one["month"] or one["quarter"] or one["week"] or one["zhou"]
            number = int(figures) if figures else "一二三四".index(one["han"]) + 1
    return year, number


def _round(time: tuple[int, int], among: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """A time as it stands among others: January after December where no year is said."""
    year, number = time
    turns = not any(year for year, _number in among) and max(number for _year, number in among) - min(number for _year, number in among) > _HALF
    return year, number + _WHOLE if turns and number <= _HALF else number
