"""Brings `typed/pinyin_initials.txt` up to date: the letters that the Pinyin of a Chinese character may begin with. --check only compares."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from pypinyin.constants import PINYIN_DICT

TABLE = Path(__file__).parent.parent / "src/officecli/typed/pinyin_initials.txt"
HAN = range(0x4E00, 0xA000)
"""The characters that names are written with."""


def table() -> str:
    """One line for each set of letters: these, a space, and the characters whose readings begin so."""
    found: dict[str, list[str]] = {}
    for code in HAN:
        letters = {unicodedata.normalize("NFKD", reading)[0] for reading in PINYIN_DICT.get(code, "").split(",") if reading}
        if letters:
            found.setdefault("".join(sorted(letters)), []).append(chr(code))
    return "".join(f"{letters} {''.join(characters)}\n" for letters, characters in sorted(found.items()))


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
