"""What a report is drawn on: how wide, whether a person looks at it, whether in colour."""

from __future__ import annotations

import os
import re

from officecli.formats.out.safe import width
from officecli.hints import TextIO
from officecli.light import dataclass

_CODES = {"bold": "1", "red": "31"}  # shown on light and dark alike

NARROWEST = 20  # cells; below that nothing can be laid out
USUAL = 80
UNBOUNDED = 1_000_000  # off a terminal lines are not broken: searches want them whole


@dataclass(frozen=True)
class Page:
    """Where a format writes: `width` in cells, `terminal` a person's window, `file` a file of its own (not a pipe).

    `height` is how many lines the window shows, 0 where that is not known; `paged` whether what is longer goes through a pager.
    """

    width: int = UNBOUNDED
    height: int = 0
    paged: bool = False
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


def lines_shown(text: str, cells: int) -> int:
    """How many lines of a window of so many `cells` a text takes."""
    return sum(max(1, -(-width(line) // cells)) for line in re.sub("\x1b\\[[0-9;]*m", "", text).splitlines())


def page_for(stream: TextIO, *, color: bool | None = None) -> Page:
    """The page behind `stream`. NO_COLOR and TERM=dumb are honoured where `color` is None."""
    terminal = stream.isatty()
    if color is None:
        color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    if not terminal:
        return Page(color=color)
    return Page(width=max(NARROWEST, _columns(stream)), height=_lines(stream), terminal=True, color=color)


def _lines(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).lines
    except OSError:
        return 0


def _columns(stream: TextIO) -> int:
    """The width of the window that `stream` writes to; COLUMNS goes before it, as in other tools."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL
    except OSError:
        return USUAL
