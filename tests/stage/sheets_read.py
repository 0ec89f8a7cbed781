"""A ledger's file read as far as its rows, as the tests of its sheets ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from officecli.files.ledger.columns.heading_rows import rate
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import Headed, Sheet, SheetRow

HEADS = ["事项", "责任人"]


def by_headings(rows: Sequence[SheetRow]) -> Headed:
    return rate(rows, {})


def read(path: Path, name: str | None = None) -> Sheet:
    return read_sheet(path, name, by_headings)


def matters(found: Sheet) -> list[object]:
    return [row.cells[0] for row in found.rows[1:]]
