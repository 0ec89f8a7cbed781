"""The cells of one row, by column, and everything that is wrong with them."""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.files.ledger.columns.headings import Headings, heading_of
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.files.ledger.sheets.cells import Cell, Unclear, cell_text, check_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _, sentences

_SHOWN = 80


class RowCells(dict[str, Cell]):
    """Column → cell, for the columns the ledger has; `problems` gathers what is said of them, `inferred` what of them was not written there.

    `inferred` is column → how it came there, in the reader's words; whoever infers a value adds to it.
    """

    def __init__(self, row: SheetRow, headings: Headings) -> None:
        cells = row.cells
        super().__init__({key: cells[place] if place < len(cells) else None for key, place in headings.columns.items()})
        self.number = row.number
        self.problems: list[RowProblem] = []
        self.inferred: dict[str, str] = {}
        if row.inferred:
            self.inferred = {key: _("from the cell above or beside") for key, place in headings.columns.items() if place in row.inferred}
        self._headings = headings
        for key, cell in self.items():
            plain = isinstance(cell, str) and cell.isprintable() and not cell.startswith("#")  # nearly every cell is
            if not plain and not self._is_readable(key, cell):
                self[key] = None  # it was reported, and counts as blank from here on

    def line(self, key: str) -> str:
        """The text of a cell on one line."""
        return joined_lines(cell_text(self.get(key)))

    def problem(self, key: str, cell: Cell, reason: str, fix: str) -> None:
        """Report a cell: why, and what to do."""
        text = cell_text(cell)
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        self.problems.append(RowProblem(self.number, self.heading(key), shown, reason, fix))

    def refused(self, key: str, error: BadInput) -> None:
        """Report a cell that was not understood."""
        self.problem(key, self[key], sentences([error.what, error.why]), error.fix)

    def reported(self, key: str) -> bool:
        """Whether the column already has a problem in this row."""
        heading = self.heading(key)
        return any(problem.column == heading for problem in self.problems)

    def heading(self, key: str) -> str:
        """The heading of the column in the file, else its name in the reader's language."""
        return heading_of(self._headings, key)

    def _is_readable(self, key: str, cell: Cell) -> bool:
        """Report a cell that holds no readable value at all."""
        if isinstance(cell, Unclear):
            self.problem(key, cell, cell.why, cell.fix)
            return False
        if not isinstance(cell, str):
            return True
        try:
            check_text(cell_text(cell))
        except BadInput as refused:
            self.refused(key, refused)
            return False
        return True
