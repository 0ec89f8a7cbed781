"""Lines that fit: Western words stay whole, Han text breaks between characters but never before 。 or after 《."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import chop_cells

from officecli.formats.out.safe import width

_OPEN = frozenset("(（《〈「『【〔“‘［｛")
_CLOSE = frozenset(")，。、；：？！）》〉」』】〕”’…—％‰］｝～,.;:!?\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")  # and what joins emoji


def wrap(text: str, cells: int) -> list[str]:
    """`text` (one line, already safe) as lines of at most `cells`, at least one line; `cells` must be 2 or more."""
    if width(text) <= cells:
        return [text]
    lines: list[str] = []
    line = ""
    for unit in _units(text):
        if width(line) + width(unit.rstrip()) <= cells:
            line += unit
            continue
        lines.append(line.rstrip())
        *whole, line = chop_cells(unit, cells) if width(unit) > cells else [unit.lstrip()]
        lines += whole
    lines.append(line.rstrip())
    return [line for line in lines if line] or [""]


def _units(text: str) -> Iterator[str]:
    """`text` cut wherever a line may end; a loop, since compiling a pattern for this costs more than all a window shows."""
    unit = ""
    for character in text:
        if unit and _may_part(unit[-1], character):
            yield unit
            unit = ""
        unit += character
    yield unit


def _may_part(before: str, after: str) -> bool:
    if before.isspace() or after.isspace():
        return before.isspace() != after.isspace()
    if before in _OPEN or after in _CLOSE or before == "\u200d" or width(after) == 0:
        return False
    return width(before) == 2 or width(after) == 2


def wrapped(text: str, cells: int, *, first: str = "", indent: str = "") -> str:
    """`text` as a paragraph that begins with `first` and hangs by `indent` under it."""
    lines = wrap(text, max(2, cells - max(width(first), width(indent))))
    return "\n".join((indent if number else first) + line for number, line in enumerate(lines))
