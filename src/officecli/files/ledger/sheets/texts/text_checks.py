"""Tells the rows of a text whose cells do not fit under its headings."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.files.ledger.sheets.cells import Unclear, cell_text, is_sheet_error
from officecli.files.ledger.sheets.sheet_rows import SheetRow, row_text, texts_of
from officecli.i18n import _

_FEWEST = 4
"""Headings from which on a line inside a cell with as many separators is a row and no sentence."""


def check_cells(rows: Sequence[SheetRow], heading: SheetRow, separator: str) -> None:
    """Mark the rows with more cells than the heading row has, and those with rows inside a cell."""
    wide = len(heading.cells)
    whole = {text for text in texts_of(rows) if "\n" in text and _holds_rows(text, wide, separator)} if wide >= _FEWEST else set()
    for row in rows:
        if row.fault:
            continue
        filled = next((place for place in range(len(row.cells), wide, -1) if cell_text(row.cells[place - 1])), 0)
        if filled:
            why = _("The row has {count} cells, more cells than the {wide} headings: the text after a “{separator}” stands in a column of its own.")
            fix = _("Put quotation marks around a cell that holds a “{separator}”, or save the file as .xlsx.")
            row.fault = Unclear(row_text(row), why.format(count=filled, wide=wide, separator=separator), fix.format(separator=separator))
        elif whole and not whole.isdisjoint(row.cells):
            why = _("A cell holds whole rows: a quotation mark is opened and never closed in the line before them.")
            row.fault = Unclear(row_text(row), why, _("Close it or take it away, so that each row is a line of its own; or save the file as .xlsx."))


def _holds_rows(cell: str, wide: int, separator: str) -> bool:
    """Whether a line inside a cell is cut into as many parts as there are headings, as no sentence is."""
    return any(line.count(separator) == wide - 1 and separator + " " not in line for line in cell.splitlines()[1:])


def commented_out(rows: Sequence[SheetRow]) -> frozenset[int]:
    """The identities of the rows that begin with #, where most do not: somebody took them out. #12 is a number, unless the others are numbered without it."""
    if not any(cell_text(cell).startswith("#") for row in rows for cell in row.cells[:1]):
        return frozenset()
    full = {id(row): cell_text(row.cells[0]) for row in rows if sum(1 for cell in row.cells if cell_text(cell)) > 1}
    numbered = 2 * sum(text.isdecimal() for text in full.values()) > len(full)
    found = [row for row, text in full.items() if _is_commented(text, numbered=numbered)]
    return frozenset(found) if 2 * len(found) < len(full) else frozenset()


def _is_commented(text: str, *, numbered: bool) -> bool:
    return text.startswith("#") and (numbered or not text[1:].strip().isdecimal()) and not is_sheet_error(text)
