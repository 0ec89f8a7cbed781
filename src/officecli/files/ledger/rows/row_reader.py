"""Reads one row of a ledger into typed values, or into all its problems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from officecli.errors import BadInput
from officecli.files.ledger.columns.headings import Headings, heading_of
from officecli.files.ledger.rows.dates import DateCells
from officecli.files.ledger.rows.ledger_row import LedgerRow, RowProblem
from officecli.files.ledger.rows.words import read_period, read_word
from officecli.files.ledger.sheets.cells import (
    Cell,
    Formula,
    Row,
    cell_text,
    check_text,
    one_line,
    read_hours,
    read_percent,
    read_rating,
    read_targets,
)
from officecli.i18n import _, sentences
from officecli.model.item_fields import FIELDS, PLAIN
from officecli.typed.office.name_cells import NameCell, split_names
from officecli.typed.text import is_nothing

LONGEST_TITLE = 2_000
_SHOWN = 80

_LINES = ("source", "by", "ordered_by", "achieved")
_TEXTS = ("goal", "progress", "problem", "next_step", "evidence", "result")
_WORDS = ("urgency", "importance", "kind", "status")
_OTHERS: dict[str, Callable[[Cell], Any]] = {
    "feedback_every": lambda cell: read_period(cell_text(cell)),
    "rating": read_rating,
    "hours": read_hours,
    "targets": lambda cell: tuple(read_targets(cell_text(cell))),
}


class RowReader:
    """Reads rows under given headings; `shared_leads` collects the rows where the first of several leads was taken."""

    def __init__(self, headings: Headings, dates: DateCells, today: date) -> None:
        self._headings = headings
        self._columns = headings.columns
        self._dates = dates
        self._today = today
        self._names: dict[str, list[NameCell]] = {}
        self._problems: list[RowProblem] = []
        self._number = 0
        self.shared_leads: list[int] = []

    def read(self, number: int, row: Row) -> tuple[LedgerRow | None, list[RowProblem]]:
        """The row's values and no problems, or None and every problem of the row."""
        self._number = number
        self._problems = []
        cells = {key: row[place] if place < len(row) else None for key, place in self._columns.items()}
        self._check_cells(cells)
        values: dict[str, Any] = {}
        values["title"] = self._title(cells)
        values["lead"], values["supports"] = self._people(cells)
        values["parts_done"] = tuple(self._split(cells.get("parts_done")))
        values.update(self._texts(cells))
        values.update(self._coded(cells))
        values.update(self._days(cells))
        return (None if self._problems else LedgerRow(row=number, **values)), self._problems

    def _problem(self, key: str, cell: Cell, reason: str, fix: str) -> None:
        text = cell_text(cell)
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        self._problems.append(RowProblem(self._number, heading_of(self._headings, key), shown, reason, fix))

    def _refused(self, key: str, cell: Cell, refused: BadInput) -> None:
        self._problem(key, cell, sentences([refused.what, refused.why]), refused.fix)

    def _check_cells(self, cells: dict[str, Cell]) -> None:
        """Report cells that hold no readable value at all, and go on as if they were blank."""
        for key, cell in cells.items():
            if isinstance(cell, str):
                if cell.isprintable() and not cell.startswith("#"):
                    continue
                try:
                    check_text(cell_text(cell))
                except BadInput as refused:
                    self._refused(key, cell, refused)
                    cells[key] = None
            elif isinstance(cell, Formula):
                self._problem(
                    key,
                    cell,
                    _("The result of the formula here is not in the file."),
                    _("Open the file in a spreadsheet program and save it, or type the value."),
                )
                cells[key] = None

    def _reported(self, key: str) -> bool:
        """Whether the column already has a problem in this row."""
        heading = heading_of(self._headings, key)
        return any(problem.column == heading for problem in self._problems)

    def _title(self, cells: dict[str, Cell]) -> str:
        title = one_line(cell_text(cells["title"]))
        if len(title) > LONGEST_TITLE:
            self._problem(
                "title",
                title,
                _("The matter has {count} characters, more than {limit}.").format(count=len(title), limit=LONGEST_TITLE),
                _("Shorten it, and put the rest under the goal."),
            )
        if is_nothing(title) and not self._reported("title"):
            self._problem("title", cells["title"], _("The matter is blank."), _("Write what is to be done, or delete the row."))
        return title

    def _people(self, cells: dict[str, Cell]) -> tuple[NameCell, tuple[NameCell, ...]]:
        """Lead and supporters: the section's column counts where no person is named."""
        leads = self._split(cells["lead"])
        units = self._split(cells.get("unit"))
        if not leads:
            leads = units
        elif len(units) == 1 and not leads[0].unit:
            leads = [NameCell(units[0].name, leads[0].name, leads[0].part), *leads[1:]]
        supports = self._split(cells.get("support"))
        cell = cells["lead"] if cell_text(cells["lead"]) else cells.get("unit")
        if not leads:
            if not self._reported("lead"):
                self._problem("lead", cell, _("Nobody leads this matter."), _("Name the one person who answers for it."))
            return NameCell("", ""), ()
        if leads[0].collective:
            self._problem("lead", cell, _("The lead must be one person, not everybody."), _("Name the one person who answers for it."))
        if len(leads) > 1:
            if "support" in self._columns:
                self._problem(
                    "lead",
                    cell,
                    _("{count} names stand where one person leads.").format(count=len(leads)),
                    _("Leave the one who leads, and move the others to “{heading}” with their parts.").format(
                        heading=heading_of(self._headings, "support")
                    ),
                )
            else:
                self.shared_leads.append(self._number)
        return leads[0], tuple(leads[1:] + supports)

    def _split(self, cell: Cell) -> list[NameCell]:
        text = cell_text(cell)
        names = self._names.get(text)
        if names is None:
            names = self._names[text] = split_names(text)
        return names

    def _texts(self, cells: dict[str, Cell]) -> dict[str, Any]:
        values: dict[str, Any] = {key: cell_text(cells[key]) for key in _TEXTS if key in cells}
        for key in _LINES:
            if key in cells:
                values[key] = _plain("line", cells[key])
        values["fields"] = {key: _plain(FIELDS[key].kind, cells.get(key)) for key in PLAIN}
        if "number" in cells:
            cell = cells["number"]
            values["number"] = one_line(cell_text(cell))
            if cell is not None and not isinstance(cell, (str, int, float)):
                self._problem(
                    "number",
                    cell,
                    _("The spreadsheet has turned this number into a date."),
                    _("Format the cell as text, and type the number again."),
                )
        percent = read_percent(cells.get("percent"))
        if percent is None:
            # A column headed 进度 often tells the progress in words.
            told = cell_text(cells.get("percent"))
            if told and not is_nothing(told):
                values["progress"] = "\n".join(filter(None, (told, values.get("progress"))))
            percent = read_percent(cells["progress"]) if "progress" in cells else None
        if percent is not None:
            values["percent"] = percent
        return values

    def _coded(self, cells: dict[str, Cell]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key in _WORDS:
            if key in cells:
                try:
                    values[key] = read_word(key, cell_text(cells[key]))
                except BadInput as refused:
                    self._refused(key, cells[key], refused)
        for key, read in _OTHERS.items():
            if key in cells:
                try:
                    values[key] = read(cells[key])
                except BadInput as refused:
                    self._refused(key, cells[key], refused)
        return values

    def _days(self, cells: dict[str, Cell]) -> dict[str, date | None]:
        """The dates, each deadline filling the other; what has happened can be neither before the issue day nor ahead."""
        days: dict[str, date | None] = {"issued": self._day("issued", cells, None)}
        issued = days["issued"]
        for key in ("original_due", "due", "signed", "submitted", "closed", "cancelled"):
            day = days[key] = self._day(key, cells, issued)
            if day is None:
                continue
            if issued and day < issued:
                self._problem(
                    key,
                    cells[key],
                    _("{day} is before the issue day {issued}.").format(day=day, issued=issued),
                    _("Correct one of the two dates."),
                )
            elif day > self._today and key not in {"original_due", "due"}:
                self._problem(key, cells[key], _("{day} is still to come.").format(day=day), _("Write the day it happened, or leave the cell blank."))
        days["due"] = days["due"] or days["original_due"]
        days["original_due"] = days["original_due"] or days["due"]
        return days

    def _day(self, key: str, cells: dict[str, Cell], issued: date | None) -> date | None:
        if key not in cells:
            return None
        cell = cells[key]
        try:
            if key in {"original_due", "due"} or issued:
                return self._dates.ahead(cell, issued)
            return self._dates.past(cell)
        except BadInput as refused:
            self._refused(key, cell, refused)
            return None


def _plain(kind: str, cell: Cell) -> str:
    """The text of a cell; of a line, nothing where it only says so."""
    if kind == "text":
        return cell_text(cell)
    line = one_line(cell_text(cell))
    return "" if is_nothing(line) else line
