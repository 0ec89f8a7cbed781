"""How Chinese characters are read: the letters their readings begin with, and the order in which a list of words is looked through."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

_HAN = 0x4E00
"""The first of the characters that the table has."""


def first_letters(character: str) -> str:
    """The letters that the readings of a Chinese character begin with, "" for one that is not known."""
    return _letters().get(character, "")


def by_sound(text: str) -> str:
    """What text is sorted by, as a dictionary has it: case, width and accents aside, and Chinese characters by their usual reading, after all letters."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_places())


@cache
def _lines() -> list[list[str]]:
    """Of each line of the table a reading, its letters, and the characters (see tools/pinyin.py)."""
    return [line.split() for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()]


@cache
def _letters() -> dict[str, str]:
    return {character: letters for _reading, letters, characters in _lines() for character in characters}


@cache
def _places() -> dict[int, int]:
    """Each character's code → the code of its place among all by their readings; within one, by their own codes."""
    in_order = sorted((*_place(reading), ord(character)) for reading, _letters, characters in _lines() for character in characters)
    return {code: _HAN + place for place, (*_reading, code) in enumerate(in_order)}


def _place(reading: str) -> tuple[str, bool, str]:
    """Where dictionaries have a reading, written uv where it has ü, which stands next after u: lu, lü, luan, lüe, luo."""
    return reading[:-1].replace("v", ""), "v" in reading, reading[-1]
