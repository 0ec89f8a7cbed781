"""What tables are drawn with, or its plain stand-in for who reads with a screen reader or a terminal without such signs."""

from __future__ import annotations

from officecli import personal

_STAND_INS = {"─": "-", "−": "-", "█": "", "✓": "*"}


def sign(character: str) -> str:
    """The sign as it is drawn, or where plain text is wanted what stands for it, if anything."""
    return _STAND_INS.get(character, "") if personal.is_plain() else character


def rule(cells: int) -> str:
    """A line of so many cells."""
    return sign("─") * cells
