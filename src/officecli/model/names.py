"""When two names or two matters are the same to a reader: width, case and spacing do not count, nor which alphabet a letter of one shape is from."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SHAPES = {
    "A": "АΑ", "B": "ВΒ", "C": "СϹ", "E": "ЕΕ", "H": "НΗ", "I": "ІΙӀ", "J": "ЈͿ", "K": "КΚ", "M": "МΜ", "N": "Ν", "O": "ОΟ", "P": "РΡ",
    "S": "Ѕ", "T": "ТΤ", "X": "ХΧ", "Y": "УΥҮ", "Z": "Ζ", "Q": "Ԛ", "W": "Ԝ",
    "a": "аα", "c": "сϲ", "d": "ԁ", "e": "е", "h": "һ", "i": "іι", "j": "јϳ", "k": "кκ", "l": "ӏ", "o": "оο", "p": "рρ", "q": "ԛ", "s": "ѕ",
    "u": "υ", "v": "ѵν", "w": "ԝ", "x": "хχ", "y": "уγү",
    "·": "•‧∙⋅・･ᐧ", "-": "‐‑‒–—―−", "'": "’‘ʼ′＇`´",
}  # fmt: skip
"""Latin letters and signs, each with those of other alphabets that look like it."""

_LIKE = str.maketrans({other: one for one, others in _SHAPES.items() for other in others})


@lru_cache(maxsize=4096)  # a ledger asks for the same few names in every row
def name_key(name: str) -> str:
    """A person's name without spaces, width and case: `张 三` and `张三` are one person."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def look_key(name: str) -> str:
    """What a reader sees of a name: Cyrillic `Аnа` and Latin `Ana` are one, and characters without a shape do not count."""
    shapes = unicodedata.normalize("NFKC", name).translate(_LIKE)
    return name_key("".join(char for char in shapes if unicodedata.category(char) != "Cf" and not "\ufe00" <= char <= "\ufe0f"))


_ONE_OF_A_KIND = str.maketrans({**dict.fromkeys("[【〔{〖「", "("), **dict.fromkeys("]】〕}〗」", ")"), **dict.fromkeys(_SHAPES["-"], "-")})


@lru_cache(maxsize=4096)
def number_key(number: str) -> str:
    """A paper's or a ledger's number whatever keyboard typed it: 督〔2026〕1号 and 督[2026] 1号, A–01 and a-01 are one."""
    return name_key(number).translate(_ONE_OF_A_KIND)


def title_key(title: str) -> str:
    """A matter without punctuation, spaces, width and case; empty for a title of signs only."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", title).casefold()))
