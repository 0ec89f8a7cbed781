"""Lines that fit: Western words stay whole, Han text breaks between characters but never before 。 or after 《."""

from __future__ import annotations

import re

from rich.cells import chop_cells

from officecli.formats.safe import width

_OPEN = "(（《〈「『【〔“‘［｛"
_CLOSE = ")，。、；：？！）》〉」』】〕”’…％‰］｝～"
_HAN = "\u2e80-\u2fff\u3005-\u3007\u3021-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff02-\uff5e\U00020000-\U0003fffd"
_SELECTOR = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_UNIT = rf"\s+|[{_OPEN}]*(?:(?![{_OPEN}{_CLOSE}])[{_HAN}][{_SELECTOR}]*|[^\s{_OPEN}{_CLOSE}{_HAN}]+)?(?:[{_CLOSE}]+[,.;:!?]*)?"


def wrap(text: str, cells: int) -> list[str]:
    """`text` (one line, already safe) as lines of at most `cells`, at least one line; `cells` must be 2 or more."""
    if width(text) <= cells:
        return [text]
    lines: list[str] = []
    line = ""
    for unit in filter(None, re.findall(_UNIT, text)):
        if width(line) + width(unit.rstrip()) <= cells:
            line += unit
            continue
        lines.append(line.rstrip())
        *whole, line = chop_cells(unit, cells) if width(unit) > cells else [unit.lstrip()]
        lines += whole
    lines.append(line.rstrip())
    return [line for line in lines if line] or [""]


def wrapped(text: str, cells: int, *, first: str = "", indent: str = "") -> str:
    """`text` as a paragraph that begins with `first` and hangs by `indent` under it."""
    lines = wrap(text, max(2, cells - max(width(first), width(indent))))
    return "\n".join((indent if number else first) + line for number, line in enumerate(lines))
