"""How large the paper of an office is: A4, or Letter where that is what printers hold; twice that for what is broader than a sheet."""

from __future__ import annotations

from typing import NamedTuple


class Size(NamedTuple):
    """A sheet by its name, its sides in mm."""

    name: str
    long: float
    short: float


class Margins(NamedTuple):
    """What is left free on the four sides, in mm."""

    top: float
    bottom: float
    left: float
    right: float


A4 = Size("A4", 297.0, 210.0)
LETTER = Size("Letter", 279.4, 215.9)
DOUBLE = {A4: Size("A3", 420.0, 297.0), LETTER: Size("Ledger", 431.8, 279.4)}
"""Two sheets side by side, as copiers hold them; the names are those of CSS."""

_ON_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE", "USA", "CAN", "MEX"])
"""By Unicode CLDR (`measurementData`, paperSize)."""


def size_for(region: str) -> Size:
    """The paper of a region, a country's code with or without its part: `US`, `US-CA`, `CN`; A4 for none."""
    return LETTER if region.strip().upper().partition("-")[0] in _ON_LETTER else A4
