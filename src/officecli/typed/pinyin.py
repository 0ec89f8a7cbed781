"""How Chinese characters are read: the letters their readings begin with, and the order in which a list of words is looked through."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from officecli.patterns import pattern

_HAN = 0x4E00
"""The first of the characters that the table has."""


def first_letters(character: str) -> str:
    """The letters that the readings of a Chinese character begin with, "" for one that is not known."""
    return _letters().get(character, "")


def reading_of(character: str) -> str:
    """The usual reading of a Chinese character without its tone, with uv for its ü; "" for one that is not known."""
    return _readings().get(character, "")


def sound_the_same(one: str, other: str) -> bool:
    """Whether two Chinese texts are read alike by the usual readings of their characters, whatever the tones: 何永 and 何勇."""
    return len(one) == len(other) and all(
        mine == theirs or reading_of(mine) == reading_of(theirs) != "" for mine, theirs in zip(one, other, strict=True)
    )


def by_sound(text: str) -> str:
    """What text is sorted by, as a dictionary has it: case, width and accents aside, numbers by what they
    count (第2项 before 第10项), and Chinese characters by their usual reading, after all letters.
    """
    if text.isascii():
        return _NUMBER.sub(_counted, text.casefold())
    apart = unicodedata.normalize("NFKD", text).casefold()
    return _NUMBER.sub(_counted, "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_places()))


_NUMBER = pattern("[0-9]+")


def _counted(found: re.Match[str]) -> str:
    """A number with how many digits it has before it, so that the longer is the later."""
    digits = found[0].lstrip("0") or "0"
    return f"{min(len(digits), 99):02}{digits}"


@cache
def _lines() -> list[list[str]]:
    """Of each line of the table a reading, its letters, and the characters (see tools/pinyin.py)."""
    return [line.split() for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()]


@cache
def _letters() -> dict[str, str]:
    return {character: letters for _reading, letters, characters in _lines() for character in characters}


@cache
def _readings() -> dict[str, str]:
    return {character: reading[:-1] for reading, _letters, characters in _lines() for character in characters}


@cache
def _places() -> dict[int, int]:
    """Each character's code → the code of its place among all by their readings; within one, by their own codes."""
    in_order = sorted((*_place(reading), ord(character)) for reading, _letters, characters in _lines() for character in characters)
    return {code: _HAN + place for place, (*_reading, code) in enumerate(in_order)}


def _place(reading: str) -> tuple[str, bool, str]:
    """Where dictionaries have a reading, written uv where it has ü, which stands next after u: lu, lü, luan, lüe, luo."""
    return reading[:-1].replace("v", ""), "v" in reading, reading[-1]
