"""What a cell's value means whatever its column: numbers a spreadsheet cannot hold, rows with nothing to see."""

from __future__ import annotations

import re
from collections.abc import Iterable

from officecli.files.ledger.sheets.cells import Cell, Unclear, cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.patterns import pattern

_MOST_DIGITS = 15
_EXACT = 10**_MOST_DIGITS  # a spreadsheet keeps 15 digits of a number and writes zeros for the rest
_IN_POWERS = pattern(r"\d(?:[.,](\d+))?E\+(\d{2,3})", re.IGNORECASE)
_FEWEST = 5  # digits after the first that a narrow column hides


def plain_rows(rows: Iterable[SheetRow]) -> list[SheetRow]:
    """The rows in which something can be seen, with what is no exact number marked as unclear."""
    found = []
    for row in rows:
        for place, cell in enumerate(row.cells):
            if isinstance(cell, str):
                if "+" in cell and len(cell) < 30 and (power := _IN_POWERS.fullmatch(cell.strip())) and _lacks(power):
                    row.cells[place] = _cut(cell)
            elif isinstance(cell, (int, float)) and not -_EXACT < cell < _EXACT:
                row.cells[place] = _cut(cell)
        if row.fault or any(map(_is_seen, row.cells)):
            found.append(row)
    return found


def _is_seen(cell: Cell) -> bool:
    """Whether a reader sees anything in the cell."""
    return cell is not None and (not isinstance(cell, str) or (cell != "" and cell_text(cell) != ""))


def _lacks(found: re.Match[str]) -> bool:
    """Whether a number written in powers of ten has fewer digits than it had: 1.23457E+11."""
    powers = int(found[2])
    return powers >= _FEWEST and (len(found[1] or "") < powers or powers >= _MOST_DIGITS)


def _cut(cell: Cell) -> Unclear:
    text = f"{cell:.0f}" if isinstance(cell, (int, float)) and abs(cell) < 1e300 else str(cell)
    why = _("A spreadsheet wrote this number in powers of ten, and its last digits are lost.")
    if not isinstance(cell, str):
        why = _("A number of more than 15 digits loses the last ones in a spreadsheet.")
    return Unclear(text, why, _("Format the cell as text, and type the number again."))
