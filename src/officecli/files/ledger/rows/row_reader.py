"""Reads one row of a ledger into typed values, or into all its problems."""

from __future__ import annotations

from datetime import date
from typing import Any

from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.rows.code_cells import read_codes
from officecli.files.ledger.rows.dates import DateCells
from officecli.files.ledger.rows.day_cells import read_days
from officecli.files.ledger.rows.ledger_row import LedgerRow, RowProblem
from officecli.files.ledger.rows.people_cells import PeopleCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.text_cells import read_texts, read_title
from officecli.files.ledger.sheets.sheet_rows import SheetRow

_OVER = ("closed", "cancelled")


class RowReader:
    """Reads rows under given headings: people, texts, codes and amounts, days."""

    def __init__(self, headings: Headings, dates: DateCells, today: date, meeting: date | None = None) -> None:
        self._headings = headings
        self._dates = dates
        self._today = today
        self._meeting = meeting
        self._people = PeopleCells()

    @property
    def shared_leads(self) -> list[int]:
        """The rows where the first of several leads was taken."""
        return self._people.shared_leads

    def read(self, row: SheetRow) -> tuple[LedgerRow | None, list[RowProblem]]:
        """The row's values and no problems, or None and every problem of the row."""
        cells = RowCells(row, self._headings)
        values: dict[str, Any] = {"title": read_title(cells)}
        values |= self._people.read(cells)
        values |= read_texts(cells)
        values |= read_codes(cells)
        values |= read_days(cells, self._dates, self._today, over=values.get("status") in _OVER, meeting=self._meeting)
        return (None if cells.problems else LedgerRow(row=row.number, inferred=cells.inferred, **values)), cells.problems
