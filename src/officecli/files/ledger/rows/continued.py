"""Rows that only tell more of the matter above them, as those write who add a line for every update."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.rows.skipping import stands_aside
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.words.legend import legend
from officecli.typed.text import is_nothing


def join_continued(rows: Sequence[SheetRow], headings: Headings) -> tuple[Sequence[SheetRow], list[SheetRow]]:
    """The rows without those that have nothing but progress, which is put under that of the row above; and these."""
    place = headings.columns.get("progress")
    if place is None:
        return rows, []
    kept: list[SheetRow] = []
    continued: list[SheetRow] = []
    title = headings.columns["title"]
    for row in rows:
        if _has(row, title):
            kept.append(row)
            continue
        told = {at for at, cell in enumerate(row.cells) if not is_nothing(cell_text(cell))}
        above = kept[-1] if kept else None
        if (
            told == {place}
            and not row.banner
            and _tells_more(row.cells[place])
            and above
            and _has(above, title)
            and _has(above, headings.columns["lead"])
        ):
            above.cells.extend([None] * (place + 1 - len(above.cells)))
            above.cells[place] = "\n".join(filter(None, (cell_text(above.cells[place]), cell_text(row.cells[place]))))
            continued.append(row)
        else:
            kept.append(row)
    return (kept, continued) if continued else (rows, [])


def _tells_more(cell: Cell) -> bool:
    """Whether a cell holds words, and they are no legend, no sum and no signature."""
    return isinstance(cell, str) and not stands_aside(cell.strip()) and not legend([cell])


def _has(row: SheetRow, place: int) -> bool:
    """Whether a row has anything at a place."""
    return place < len(row.cells) and not is_nothing(cell_text(row.cells[place]))
