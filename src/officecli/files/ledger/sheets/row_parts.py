"""Puts several rows in the place of one that holds several matters, so that all rows sort as they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from officecli.files.ledger.sheets.sheet_rows import RowNumber, Sheet, SheetRow


def put_parts(found: Sheet, parted: Mapping[int, Sequence[SheetRow]]) -> list[int]:
    """Put the parts of rows, by the `id` of each, in their places; the numbers of the rows parted are returned as they were."""
    first = [row.number for row in found.rows if id(row) in parted]
    for row in {id(row): row for row in (*found.rows, *found.aside, *found.heads)}.values():
        for part, one in enumerate(parted.get(id(row), [])):
            one.number = _numbered(row.number, part)
        row.number = _numbered(row.number)
    found.rows = [one for row in found.rows for one in parted.get(id(row), [row])]
    found.skipped = [replace(one, row=_numbered(one.row)) for one in found.skipped]
    return first


def _numbered(number: int, part: int = 0) -> RowNumber:
    """The number of one part of a row, beside which those of all other rows sort as they stand; a part of a part stands where it did."""
    if not isinstance(number, RowNumber):
        return RowNumber(number, "", 0, part)
    return RowNumber(number.shown, number.sheet, number.order, part) if part else number
