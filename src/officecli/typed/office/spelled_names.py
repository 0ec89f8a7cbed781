"""Chinese names as they are typed without characters: sunyue, Sun Yue, yue.sun, sunjy and sjy for 孙建月."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product

from officecli.model.names import name_key
from officecli.patterns import has_han, pattern
from officecli.store.read.reader import Row
from officecli.typed.office.name_shapes import COMPOUND
from officecli.typed.pinyin import first_letters, reading_of

_SPELLED = pattern(r"[A-Za-zÜü]{1,12}(?:[ .,_'’-]{1,2}[A-Za-zÜü]{1,12}){0,3}")
_BETWEEN = pattern(r"[ .,_'’-]+")
_FEWEST_INITIALS = 3
"""So many letters may be somebody's initials: two are as often a section's or a word's (IT, HR, PM)."""
_AS_SURNAME = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "区": "ou", "朴": "piao", "查": "zha", "盖": "ge", "覃": "qin", "缪": "miao", "任": "ren",
    "宁": "ning", "乐": "yue", "员": "yun", "黑": "he", "翟": "zhai", "柏": "bai", "卜": "bu", "洗": "xian", "冼": "xian", "么": "yao", "种": "chong",
}  # fmt: skip
"""How a character is read that is a surname, where it is read otherwise as a word."""


class SpelledNames:
    """Finds the one of these people whose Chinese name is spelled so."""

    def __init__(self, people: Sequence[Row]) -> None:
        self._people = [row for row in people if has_han(row["name"])]

    def find(self, text: str) -> Row | None:
        """Who is meant by the letters; None for nobody, and for several."""
        if not self._people or not text.isascii() or _SPELLED.fullmatch(text) is None:
            return None
        people = self._by_spelling.get(_BETWEEN.sub("", text).casefold(), {})
        return next(iter(people.values())) if len(people) == 1 else None

    @cached_property
    def _by_spelling(self) -> dict[str, dict[int, Row]]:
        """A spelling without signs → those whose name it is, by id."""
        found: dict[str, dict[int, Row]] = {}
        for row in self._people:
            for spelling in _spellings(name_key(row["name"])):
                found.setdefault(spelling, {})[row["id"]] = row
        return found


def _spellings(name: str) -> Iterator[str]:
    """A name in full either way round, its surname with the initials of the rest either way round, and its initials."""
    size = 2 if name[:2] in COMPOUND else 1
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}", name) or len(name) <= size:
        return
    surname, given = name[:size], name[size:]
    surnames = _written("".join(_AS_SURNAME.get(one, reading_of(one)) if size == 1 else reading_of(one) for one in surname))
    for first in surnames:
        for rest in _written("".join(map(reading_of, given))):
            yield from (first + rest, rest + first)
        for letters in map("".join, product(*map(first_letters, given))):
            yield from (first + letters, letters + first)
    if len(name) >= _FEWEST_INITIALS:
        yield from map("".join, product(*map(first_letters, name)))


def _written(reading: str) -> tuple[str, ...]:
    """A reading as keyboards and passports write its ü: lv, lu, lyu."""
    return (reading.replace("uv", "v"), reading.replace("uv", "u"), reading.replace("uv", "yu")) if "uv" in reading else (reading,)
