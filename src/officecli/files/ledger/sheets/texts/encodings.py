"""Tells the encoding of text: by its mark, else UTF-8, UTF-16, and what offices in China, Taiwan and the West save."""

from __future__ import annotations

import codecs

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.patterns import pattern

NAMES = {"gb18030": "GB18030", "big5": "Big5", "cp1252": "Windows-1252", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
"""The encodings that are said, by the names people know."""

_SAMPLE = 200_000
_CONTROLS = pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_COMMON = {"gb2312": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}  # the first bytes of everyday letters
_SIGNS = range(0xA1, 0xA4)


def decode(data: bytes) -> tuple[str, str]:
    """The text and its encoding."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name)
    wide = _wide(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return (text, "utf-8") if not wide or text.count("\0") * 4 < len(text) else _decoded(data, wide)
    if wide:
        return _decoded(data, wide)
    best, share = "", 0.0
    for name, common in (("gb18030", "gb2312"), ("big5", "big5")):
        found = _share_of_common(data, name, common)
        if found > share:
            best, share = name, found
    # Western letters and quotes happen to decode as rare characters; real Chinese is made of common ones.
    return _decoded(data, best if share >= 0.5 else "cp1252")


def is_wide(start: bytes) -> bool:
    """Whether a file that begins so is UTF-16, with or without its mark."""
    return start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or bool(_wide(start))


def _wide(data: bytes) -> str:
    """The UTF-16 without a mark that a text is in, by where the zero bytes of its separators and line ends stand; "" for none."""
    if len(data) % 2:
        return ""
    sample = data[:_SAMPLE]
    zeros = sample[1::2].count(0), sample[::2].count(0)
    if not max(zeros) or min(zeros) * 8 > max(zeros):
        return ""
    name = "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"
    text = sample.decode(name, "replace")
    return name if ("\n" in text or "\r" in text) and not _CONTROLS.search(text) else ""


def _share_of_common(data: bytes, name: str, common: str) -> float:
    """Which share of the letters beyond ASCII are everyday ones of an encoding; 0 where the text is not in it."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return 0.0
    letters = [letter for letter in text[:_SAMPLE] if not letter.isascii()]
    firsts = (letter.encode(common, "ignore")[:1] for letter in letters)
    return sum(1 for first in firsts if first and (first[0] in _COMMON[common] or first[0] in _SIGNS)) / max(len(letters), 1)


def _decoded(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        raise BadInput(
            _("The file is not text in an encoding that is known here."),
            why=_("It is neither UTF-8, UTF-16, GB18030, Big5 nor Windows-1252."),
            fix=_("Open it in a spreadsheet program and save it as .xlsx, or as CSV UTF-8."),
        ) from None
