"""Who a row names: its one lead, those who support, those whose part is done."""

from __future__ import annotations

from typing import Any

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.i18n import _
from officecli.typed.office.name_cells import NameCell, split_names


class PeopleCells:
    """Reads the names of rows, each text once; `shared_leads` collects the rows where the first of several leads was taken."""

    def __init__(self) -> None:
        self._names: dict[str, list[NameCell]] = {}
        self.shared_leads: list[int] = []

    def read(self, cells: RowCells) -> dict[str, Any]:
        """`lead`, `supports` and `parts_done` of a row."""
        leads = self._leads(cells)
        supports = self._split(cells.get("support"))
        parts_done = tuple(self._split(cells.get("parts_done")))
        if not leads:
            return {"lead": NameCell("", ""), "supports": (), "parts_done": parts_done}
        return {"lead": leads[0], "supports": tuple(leads[1:] + supports), "parts_done": parts_done}

    def _leads(self, cells: RowCells) -> list[NameCell]:
        """Who is named as lead: the section's column counts where no person is; that it is not one person is reported."""
        leads, units = self._split(cells["lead"]), self._split(cells.get("unit"))
        cell = cells["lead"] if cell_text(cells["lead"]) else cells.get("unit")
        if not leads:
            leads = units
        elif len(units) == 1 and not leads[0].unit:
            leads = [NameCell(units[0].name, leads[0].name, leads[0].part), *leads[1:]]
        if not leads and not cells.reported("lead"):
            cells.problem("lead", cell, _("Nobody leads this matter."), _("Name the one person who answers for it."))
        if leads and leads[0].collective:
            cells.problem("lead", cell, _("The lead must be one person, not everybody."), _("Name the one person who answers for it."))
        if len(leads) > 1:
            self._share(cells, cell, len(leads))
        return leads

    def _share(self, cells: RowCells, cell: Cell, count: int) -> None:
        """Several names stand for the lead: a fault where the others have a column of their own."""
        if "support" not in cells:
            self.shared_leads.append(cells.number)
            return
        what = _("{count} names stand where one person leads.").format(count=count)
        fix = _("Leave the one who leads, and move the others to “{heading}” with their parts.").format(heading=cells.heading("support"))
        cells.problem("lead", cell, what, fix)

    def _split(self, cell: Cell) -> list[NameCell]:
        text = cell_text(cell)
        names = self._names.get(text)
        if names is None:
            names = self._names[text] = split_names(text)
        return names
