"""A ledger given back, row by row as it stands, with how each row was read and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from officecli.files.ledger.columns.beginnings import Beginnings
from officecli.files.ledger.columns.rating import rate
from officecli.files.ledger.imported import Imported
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.files.ledger.rows.read_as import ReadAs
from officecli.files.ledger.sheets.around import around
from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import RowNumber, Sheet, SheetRow
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
    above = _above(sheet)
    found = Checked(place, heading, [CheckedRow(at, [line]) for at, line in enumerate(above)])
    again = {one.row for one in came.skipped if one.reason in ("headings", "heads")}
    below = False
    for at, row in zip(_places_of(rows, len(above)), rows, strict=True):
        is_heading = row.number == came.heading_row or row.number in again
        below = below or is_heading
        said, standing = told.get(row.number, ("", "")) if below else ("", "")
        faults = frozenset(_places(problems.get(row.number, ()), came.headings)) if below else frozenset()
        cells = [cell for at, cell in enumerate(row.cells) if at != place]
        found.rows.append(CheckedRow(at, cells, heading if is_heading else said, standing, faults))
    return found


def _above(sheet: Sheet) -> list[str]:
    """The lines of a document over its table, and the day of its meeting where these alone would not tell it of a sheet."""
    lines, day = [*sheet.above], sheet.around.day
    if lines and day and around("", "", lines).day != day:
        lines.append(_("Date of the meeting: {day}").format(day=day.isoformat()))
    return lines


def _places_of(rows: Sequence[SheetRow], above: int) -> Iterator[int]:
    """Where rows stand under so many lines: at their numbers as far as there is room, so that
    what was said of them elsewhere still holds; of several sheets one after the other.
    """
    if any(isinstance(row.number, RowNumber) for row in rows):
        yield from range(above, above + len(rows))
        return
    headless = bool(rows) and rows[0].number == 0  # a form, or minutes: no row of the file holds their headings
    before = rows[1].number - 1 if headless and len(rows) > 1 else 0
    down = max(above - before, 0) + headless
    for row in rows:
        yield before + down - 1 if headless and row is rows[0] else row.number - 1 + down


def _places(problems: list[RowProblem] | tuple[()], headings: tuple[str, ...]) -> list[int]:
    return [headings.index(problem.column) for problem in problems if problem.column in headings]
