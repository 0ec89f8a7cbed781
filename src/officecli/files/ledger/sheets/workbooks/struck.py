"""Which rows are struck through."""

from __future__ import annotations

from collections.abc import Collection

from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow


def is_struck(row: SheetRow, struck: Collection[int], matter: int | None) -> bool:
    """Whether a row's matter is struck through, or where no column is known to be the matter most of what stands there."""
    filled = [place for place, cell in enumerate(row.cells) if cell not in (None, "") and cell_text(cell)]
    if matter in filled:
        return matter in struck
    return bool(filled) and 2 * len([place for place in filled if place in struck]) > len(filled)
