"""Text that comes from people, made fit for a terminal; and how many cells it takes there."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from officecli.patterns import pattern

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, format and bidi characters, lone surrogates, line separators
_LINE_END = r" *(?:\r\n?|\n) *"  # patterns as text: compiled when first needed, since most commands never do
_BASE = "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*"
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]+\U000e007f"
_TOKEN = f"(?s:{_BASE}(?:\u200d{_BASE})+|{_FLAG}|.)"
_HAN = pattern("[\u4e00-\u9fff\uff01-\uff60]+")
_ONE_CELL = (
    (0x20, 0x7E),
    (0xA1, 0xAC),
    (0xAE, 0x2FF),
    (0x370, 0x482),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x20A0, 0x20BF),
    (0x2190, 0x22FF),
    (0x2500, 0x25FC),
)
"""From which code to which is what nearly all text is made of besides Chinese: Latin, Greek and Cyrillic letters, quotes, dashes, arrows, lines of tables."""

_WIDE = "\u3000、。〃〈〉《》「」『』【】〒〔〕〖〗〘〙"
"""The signs of Chinese, of two cells each; the least of them first."""


def is_unseen(character: str) -> bool:
    """Whether a terminal would obey or hide this character instead of showing it."""
    return unicodedata.category(character) in _UNSEEN


def safe(text: str) -> str:
    """`text` on one line with nothing that a terminal obeys or hides; emoji, joined ones too, and all scripts stay."""
    if text.isprintable():
        return text
    return re.sub(_TOKEN, _visible, re.sub(_LINE_END, " ⏎ ", text).replace("\t", " "))


def _visible(token: re.Match[str]) -> str:
    """A joined emoji as it is, a control as its picture (␛), anything else unseen as its number."""
    text = token[0]
    if len(text) > 1 or not is_unseen(text):
        return text
    code = ord(text)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def width(text: str) -> int:
    """The cells `text` takes on a terminal: a Han character two, a combining mark none."""
    if text.isascii():
        return len(text)
    rest = text if max(text) < _WIDE[0] else _HAN.sub("", text)  # the bulk of Chinese text, counted seven times as fast as character by character
    if _of_known_width().issuperset(rest):
        return 2 * len(text) - len(rest) + sum(sign >= _WIDE[0] for sign in rest)
    from rich.cells import cell_len  # whose table of all scripts is a twentieth of a start

    return 2 * (len(text) - len(rest)) + cell_len(rest)


@cache
def _of_known_width() -> frozenset[str]:
    return frozenset((*_WIDE, *(chr(code) for first, last in _ONE_CELL for code in range(first, last + 1))))


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """`text` filled with spaces to `cells`; set `right` to align it to the right. Never cut."""
    space = " " * (cells - width(text))
    return space + text if right else text + space
