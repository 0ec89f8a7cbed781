"""Cuts a table where other headings begin: one sheet may hold several tables, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from officecli.files.ledger.columns.contents import Known
from officecli.files.ledger.columns.heading_rows import rate
from officecli.files.ledger.columns.headings import Headings, find_headings, same_headings
from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.sheet_rows import SheetRow

_LONGEST = 20  # characters of a heading


def parts_of(
    rows: Sequence[SheetRow],
    headings: Headings,
    mapping: Mapping[str, str],
    known: Known,
    *,
    lead: bool = False,
    plan: bool = False,
) -> Iterator[tuple[Headings, Sequence[SheetRow]]]:
    """The rows under each headings; the row of further headings is the first of its part, and repeats its headings there."""
    start = 0
    for at, row in enumerate(rows):
        if _may_head(row.cells) and not same_headings(headings, row.cells) and rate([row], mapping).complete and rate([row], mapping).known >= 3:
            yield headings, rows[start:at]
            headings, start = find_headings(rows[at:], mapping if _has(mapping, row) else {}, known, lead=lead, plan=plan)[0], at
    yield headings, rows[start:]


def _may_head(cells: Sequence[Cell]) -> bool:
    """Whether a row has nothing but short words."""
    texts = [cell for cell in cells if cell not in (None, "")]
    return len(texts) >= 3 and all(isinstance(text, str) and len(text) <= _LONGEST and not any(map(str.isdigit, text)) for text in texts)


def _has(mapping: Mapping[str, str], row: SheetRow) -> bool:
    """Whether all mapped headings stand in the row."""
    return all(heading in row.cells for heading in mapping)
