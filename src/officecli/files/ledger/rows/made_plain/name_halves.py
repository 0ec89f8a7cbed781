"""First and last names in two columns of their own, as exports have them: read as one."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.files.ledger.columns.by_heading.english import words_of
from officecli.files.ledger.columns.heading_rows import HEADING_ROWS
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.patterns import pattern

_FIRST = pattern(r"(?P<of>.*?) ?\b(?:first ?names?|given ?names?|forenames?|first)")
_LAST = pattern(r"(?P<of>.*?) ?\b(?:last ?names?|family ?names?|surnames?|last)")


def join_name_halves(rows: Sequence[SheetRow]) -> list[str]:
    """Put both halves of names under the heading of the first, in the rows below it, and return what is said of it."""
    for index, row in enumerate(rows[:HEADING_ROWS]):
        texts = [words_of(cell_text(cell)) for cell in row.cells]
        firsts = {found["of"]: place for place, text in enumerate(texts) if (found := _FIRST.fullmatch(text))}
        lasts = {found["of"]: place for place, text in enumerate(texts) if (found := _LAST.fullmatch(text))}
        pairs = [(firsts[of], lasts[of]) for of in firsts if of in lasts]
        if pairs:
            return [_joined(rows[index:], first, last) for first, last in pairs]
    return []


def _joined(rows: Sequence[SheetRow], first: int, last: int) -> str:
    headings = [cell_text(rows[0].cells[place]) for place in (first, last)]
    for at, row in enumerate(rows):
        halves = [_half(row, place) for place in (first, last)]
        if last < len(row.cells):
            row.cells[last] = None
        if first < len(row.cells):
            row.cells[first] = " + ".join(headings) if at == 0 or halves == headings else " ".join(filter(None, halves))
    return _("“{first}” and “{last}” are read as one name.").format(first=headings[0], last=headings[1])


def _half(row: SheetRow, place: int) -> str:
    cell: Cell = row.cells[place] if place < len(row.cells) else None
    return cell_text(cell).strip()
