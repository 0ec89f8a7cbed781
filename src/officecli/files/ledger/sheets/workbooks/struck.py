"""Which rows are struck through."""

from __future__ import annotations

from collections.abc import Collection

from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow


def is_struck(row: SheetRow, struck: Collection[int], matter: int | None) -> bool:
    """Whether a row's matter is struck through, or most of what stands in the row where no column is known to be the matter, or its cell is
    merged with that of other rows.
    """
    own = [
        place for place, cell in enumerate(row.cells) if cell not in (None, "") and cell_text(cell) and (place in struck or place not in row.inferred)
    ]
    if matter in own:
        return matter in struck
    return bool(own) and 2 * len([place for place in own if place in struck]) > len(own)
