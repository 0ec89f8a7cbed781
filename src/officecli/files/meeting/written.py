"""Reads the sheet of a meeting back: which row is which item, what was written, and what stands in the columns that are only to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.meaning import normal
from officecli.files.ledger.columns.heading_rows import HEADING_ROWS
from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.sheets.cells import Cell, cell_text, joined_lines
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import Headed, SheetRow, Skipped
from officecli.i18n import _, in_every_language, listed
from officecli.model.chain.meeting import MARK, SO_FAR, WRITTEN, Mark, headings, label
from officecli.model.item_fields import FIELDS
from officecli.reports.chain.meeting_sheet import PRINTED

_NOT_OF_NEW_ROWS = ("no", "light", "closed", "result")
"""What is only to be read, and says nothing of a matter that is still to be registered."""


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row that is not blank: its number, its mark (None where it has none that can be read), and its cells by column."""

    row: int
    mark: Mark | None
    cells: Mapping[str, Cell]
    whole: SheetRow

    def text(self, key: str) -> str:
        """What a column says; "" where it is blank, or not there."""
        return cell_text(self.cells.get(key))

    @property
    def says(self) -> bool:
        """Whether anything was written into it in the meeting."""
        return any(self.text(key) for key in WRITTEN)


@dataclass(slots=True)
class WrittenSheet:
    """The rows, those `skipped` because they are struck through, and what is to be said of the file; `labels` are its headings by column."""

    rows: list[WrittenRow]
    labels: dict[str, str]
    places: dict[str, int]
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    texts: tuple[str, ...] = ()
    row_number: int = 0

    def label(self, key: str) -> str:
        """The heading of a column, as the file has it."""
        return self.labels.get(key) or label(key)

    def as_ledger(self) -> Headings:
        """The headings as those of a ledger, for rows that are new: what was written as new lead and deadline stands for a blank one."""
        keys = {key: place for key, place in self.places.items() if key in PRINTED and key not in _NOT_OF_NEW_ROWS}
        columns = {_ledger_key(key): place for key, place in keys.items()}
        return Headings(
            row_number=self.row_number,
            columns=columns,
            labels={_ledger_key(key): self.labels[key] for key in keys},
            plain=frozenset(columns),
            texts=self.texts,
        )


def _ledger_key(key: str) -> str:
    meaning = FIELDS[key].ledger
    return (meaning.key if meaning else "") or key


def read_written(path: Path, sheet: str | None = None) -> WrittenSheet:
    """The sheet in a file of any kind; BadInput for one that is no sheet of a meeting, or that has no column to write into."""
    known = _known()
    found = read_sheet(path, sheet, lambda rows: _rate(rows, known))
    at, keys = _headings(found.rows, known)
    if MARK not in keys:
        raise BadInput(
            _("This is no sheet of a meeting: the last column, “{heading}”, is missing.").format(heading=label(MARK)),
            why=_("It tells which row is which item, and what the item was when the sheet was printed."),
            fix=_("Print one with: officecli meeting sheet -o meeting.xlsx; a ledger is read with: officecli import {file}").format(file=path.name),
        )
    if not keys.keys() & {*WRITTEN}:
        raise BadInput(
            _("The sheet has none of the columns to write into: {headings}.").format(headings=listed(map(label, WRITTEN))),
            fix=_("Head one of its columns so; or print the sheet anew: officecli meeting sheet -o meeting.xlsx"),
        )
    heads = found.rows[at]
    texts = tuple(joined_lines(cell_text(cell)) for cell in heads.cells)
    rows = []
    for row in found.rows[at + 1 :]:
        cells = {key: row.cells[place] for key, place in keys.items() if place < len(row.cells)}
        if normal(cell_text(cells.get(MARK))) == normal(label(MARK)):
            continue  # the headings once more, as on every printed page
        rows.append(WrittenRow(row.number, Mark.read(cell_text(cells.get(MARK))), cells, row))
    labels = {key: texts[place] for key, place in keys.items()}
    return WrittenSheet(rows, labels, keys, found.skipped, found.notes, texts, heads.number)


def _known() -> dict[str, str]:
    """Heading, without case, width and spaces → column; what is only to be read by the very headings that are printed."""
    known: dict[str, str] = {}
    for key in PRINTED:
        meaning = FIELDS[key].ledger
        for said in in_every_language(SO_FAR.get(key) or (meaning.label if meaning else key)):
            known.setdefault(normal(said), key)
    for key in (*WRITTEN, MARK):
        known |= {normal(said): key for said in headings(key)}
    return known


def _headings(rows: Sequence[SheetRow], known: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """The place among the first rows of the one that names most columns, and the places of its columns."""
    best: tuple[int, dict[str, int]] = (0, {})
    for at, row in enumerate(rows[:HEADING_ROWS]):
        keys: dict[str, int] = {}
        for place, cell in enumerate(row.cells):
            key = known.get(normal(joined_lines(cell_text(cell))))
            if key:
                keys.setdefault(key, place)
        if len(keys) > len(best[1]):
            best = (at, keys)
    return best


def _rate(rows: Sequence[SheetRow], known: Mapping[str, str]) -> Headed:
    at, keys = _headings(rows, known)
    return Headed(MARK in keys, len(keys), at + 1, keys.get("title"), dated=True)
