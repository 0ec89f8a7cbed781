"""What a report is drawn on: how wide, whether a person looks at it, whether in colour."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TextIO

_CODES = {"bold": "1", "red": "31"}  # shown on light and dark alike

NARROWEST = 20  # cells; below that nothing can be laid out
USUAL = 80
UNBOUNDED = 1_000_000  # off a terminal lines are not broken: searches want them whole


@dataclass(frozen=True, slots=True)
class Page:
    """Where a format writes: `width` in cells, `terminal` a person's window, `file` a file of its own (not a pipe)."""

    width: int = UNBOUNDED
    terminal: bool = False
    color: bool = False
    file: bool = False

    def ink(self, text: str, *styles: str) -> str:
        """`text` in these styles (bold, red), or as it is where the page has no colour.

        For messages and help, which would start 25 ms later by Rich; reports in a window are drawn by Rich.
        """
        if not self.color or not text:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def page_for(stream: TextIO, *, color: bool | None = None) -> Page:
    """The page behind `stream`. NO_COLOR and TERM=dumb are honoured where `color` is None."""
    terminal = stream.isatty()
    if color is None:
        color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Page(width=max(NARROWEST, _columns(stream)) if terminal else UNBOUNDED, terminal=terminal, color=color)


def _columns(stream: TextIO) -> int:
    """The width of the window that `stream` writes to; COLUMNS goes before it, as in other tools."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL
    except OSError:
        return USUAL
