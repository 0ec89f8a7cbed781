"""Brings `typed/pinyin.txt` up to date: how Chinese characters are read, and the letters that their readings begin with. --check only compares."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from pypinyin.constants import PINYIN_DICT

TABLE = Path(__file__).parent.parent / "src/officecli/typed/pinyin.txt"
HAN = range(0x4E00, 0xA000)
"""The characters that names are written with."""
TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
"""Accent over a syllable → its tone; none is the fifth."""


def table() -> str:
    """One line for each usual reading and set of letters, by the reading: it, its tone,
    the letters, and the characters that are read so and whose readings begin so.
    """
    found: dict[tuple[str, str, str], list[str]] = {}
    for code in HAN:
        readings = [reading for reading in PINYIN_DICT.get(code, "").split(",") if reading]
        if readings:
            letters = {unicodedata.normalize("NFKD", reading)[0] for reading in readings}
            found.setdefault((*_syllable(readings[0]), "".join(sorted(letters))), []).append(chr(code))
    return "".join(f"{syllable}{tone} {letters} {''.join(characters)}\n" for (syllable, tone, letters), characters in sorted(found.items()))


def _syllable(reading: str) -> tuple[str, str]:
    """The plain letters of a reading, ü after u, and its tone."""
    apart = unicodedata.normalize("NFD", reading)
    tone = next((TONES[sign] for sign in apart if sign in TONES), "5")
    plain = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in TONES))
    return "".join({"ü": "uv", "ê": "e"}.get(letter, letter) for letter in plain), tone


def main() -> int:
    """Write the table, or with --check say whether it is as it should be."""
    if sys.argv[1:] != ["--check"]:
        TABLE.write_text(table(), encoding="utf-8")
    elif not TABLE.exists() or TABLE.read_text(encoding="utf-8") != table():
        print(f"{TABLE.name} is out of date: run make pinyin")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
