"""A ledger given back, row by row as it stands, with how each row was read and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from officecli.files.ledger.columns.beginnings import Beginnings
from officecli.files.ledger.columns.heading_rows import rate
from officecli.files.ledger.imported import Imported, ReadAs
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import RowNumber, SheetRow
from officecli.i18n import _
from officecli.model.item_fields import COLUMNS

Standing = Literal["", "bad", "conflict", "differs", "inferred"]
"""What is to be seen of a row at a glance; "" for nothing."""


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row at its place in the sheet (from 0), its cells, what is said of it, and which of its cells are at fault."""

    at: int
    cells: list[Cell]
    said: str = ""
    standing: Standing = ""
    faults: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows that are not blank; `place` (from 0) is the column of what is said, under the heading `heading`."""

    place: int
    heading: str
    rows: list[CheckedRow] = field(default_factory=list)


def checked(path: Path, asked: ReadAs, came: Imported, told: dict[int, tuple[str, Standing]]) -> Checked:
    """The file at `path` once more, with what is `told` of its rows; those struck through are left out, as they were."""
    sheet = read_sheet(path, asked.sheet, lambda first: rate(first, asked.mapping), Beginnings(asked.mapping, came.names))
    rows = sorted([*sheet.rows, *sheet.aside], key=lambda row: row.number)
    english = COLUMNS["checked"].label
    heading = _(english)
    wide = max((len(row.cells) for row in rows), default=0)
    place = next((at for at, text in enumerate(came.headings) if text in {heading, english}), wide)
    problems: dict[int, list[RowProblem]] = {}
    for problem in came.problems:
        problems.setdefault(problem.row, []).append(problem)
    found = Checked(place, heading)
    again = {one.row for one in came.skipped if one.reason in ("headings", "heads")}
    below = False
    down = int(any(row.number == 0 for row in rows[:1]))  # a form has no row for its headings
    for order, row in enumerate(rows):
        is_heading = row.number == came.heading_row or row.number in again
        below = below or is_heading
        said, standing = told.get(row.number, ("", "")) if below else ("", "")
        faults = frozenset(_places(problems.get(row.number, ()), came.headings)) if below else frozenset()
        cells = [cell for at, cell in enumerate(row.cells) if at != place]
        found.rows.append(CheckedRow(_at(row, order, down), cells, heading if is_heading else said, standing, faults))
    return found


def _at(row: SheetRow, order: int, down: int) -> int:
    """Rows keep their numbers, so that what was said of them elsewhere still holds, but for those that go `down`; of several sheets they stand one after the other."""
    return order if isinstance(row.number, RowNumber) else row.number - 1 + down


def _places(problems: list[RowProblem] | tuple[()], headings: tuple[str, ...]) -> list[int]:
    return [headings.index(problem.column) for problem in problems if problem.column in headings]
