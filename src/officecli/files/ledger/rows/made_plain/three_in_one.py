"""What is to be done, by whom and by when in one cell: Order flags / Ana Ray / 7/20, under Action / Who / When; 报批方案（邓超，7月25日前）,
under 重点任务（责任人，完成时限）; each on a line of its own, or several such matters in one cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.columns.by_heading.meant import DEADLINES, LEADS
from officecli.files.ledger.columns.by_heading.three_in_one import three_in_one
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.rows.made_plain.matter_cells import Matter, lines_of, matters_of
from officecli.files.ledger.rows.parts import cut
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.sheets.row_parts import put_parts
from officecli.files.ledger.sheets.sheet_rows import Sheet, SheetRow, row_list
from officecli.i18n import _, listed
from officecli.model.item_fields import COLUMNS
from officecli.typed.office.name_book import NameBook
from officecli.typed.text import is_nothing

_ADDED = ("lead", "due", "support", "status", "remarks")
_ALIKE = {"lead": ("lead", "unit"), "due": ("due", "original_due")}
_FEWEST, _MOSTLY = 3, 0.7


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading of several columns in one: where it stands, and the headings in it, each with its column, in their order."""

    row: int
    place: int
    parts: tuple[tuple[str, str], ...]

    @property
    def order(self) -> tuple[str, ...]:
        """The columns in their order."""
        return tuple("lead" if key in LEADS else "due" if key in DEADLINES else key for _text, key in self.parts)

    def label(self, *keys: str) -> str:
        """The heading in it of one of these columns, else that column's own name."""
        return next((text for text, key in self.parts if text and key in keys), _(COLUMNS[keys[0]].label))


def part_three_in_one(found: Sheet, mapping: Mapping[str, str], book: NameBook | None) -> list[str]:
    """Put who, by when and what else is told in the cells of a matter into columns of
    their own, one matter a row, and return what is said of it; `book` knows who is of the office where no heading promises names.
    """
    notes: list[str] = []
    parted: dict[int, list[SheetRow]] = {}
    for rows in cut(found.rows, found.heads):
        if head := _heading(rows, mapping, book):
            notes.extend(_part(rows[head.row :], head, parted))
            if _of_what(rows[head.row], head) and head.label("title") not in mapping:
                found.meant[head.label("title")] = "title"
    if parted:
        said = _("Several things are to be done in one cell, each with who and by when: each is read as a matter: {rows}.")
        notes.append(said.format(rows=row_list(put_parts(found, parted))))
    return list(dict.fromkeys(notes))


def _part(rows: Sequence[SheetRow], head: _Heading, parted: dict[int, list[SheetRow]]) -> Iterator[str]:
    """Part the cells of one table, whose headings come first; the rows of what is several matters are put into `parted`."""
    heading, wide = rows[0].text_at(head.place), max(len(row.cells) for row in rows)
    again = {id(row) for row in rows if row.text_at(head.place) == heading}
    below = [row for row in rows if id(row) not in again and not row.banner and row.fault is None]
    told = {id(row): matters for row in below if (matters := matters_of(row.text_at(head.place), head.order))}
    if not told:
        return
    keys = [key for key in _ADDED if any(key in matter for matters in told.values() for matter in matters)]
    numbers = [place for place, cell in enumerate(rows[0].cells) if first_key(cell_text(cell)) == "number"]
    labels = {key: head.label(*_ALIKE.get(key, (key,))) for key in ("title", *keys)}
    for row in (*(row for row in rows if id(row) in again), *below):
        row.cells = [*row.cells, *[None] * (wide - len(row.cells))]
        matters = [labels] if id(row) in again else told.get(id(row)) or [{"title": _own(row.text_at(head.place))}]
        cells = [[*row.cells] for _matter in matters]
        _share_out(cells, head.place, numbers)
        filled = [_filled(own, matter, head, keys) for own, matter in zip(cells, matters, strict=True)]
        row.cells = filled[0]
        if matters[1:]:
            parted[id(row)] = [replace(row, cells=own) for own in filled]
    yield _("“{heading}” holds several things, and is read as {labels}.").format(heading=heading, labels=listed(labels.values()))


def _of_what(row: SheetRow, head: _Heading) -> bool:
    """Whether another heading names a matter: Subject, or Item, of what they spoke."""
    return any(first_key(cell_text(cell)) == "title" for place, cell in enumerate(row.cells) if place != head.place)


def _share_out(rows: Sequence[list[Cell]], place: int, numbers: Sequence[int]) -> None:
    """Give each matter of a row its own of what is told of as many in another cell, a line or a count each, and the row's number to the first alone."""
    for at, cell in enumerate(rows[0] if rows[1:] else ()):
        lines = lines_of(cell) if isinstance(cell, str) and at != place else []
        for order, cells in enumerate(rows):
            cells[at] = lines[order] if len(lines) == len(rows) else None if order and at in numbers else cell


def _own(text: str) -> str:
    """What stands in the cell of a row that names nobody and no day, without a word that nothing is to be done."""
    return "" if is_nothing(text) else text


def _filled(cells: Sequence[Cell], matter: Matter, head: _Heading, keys: Iterable[str]) -> list[Cell]:
    return [*cells[: head.place], matter["title"] or None, *cells[head.place + 1 :], *(matter.get(key) for key in keys)]


def _heading(rows: Sequence[SheetRow], mapping: Mapping[str, str], book: NameBook | None) -> _Heading | None:
    """The one heading that names a matter, who leads and by when, or that of a matter where most cells tell it; no other names one of the two."""
    index, texts = heading_row(rows, mapping)
    said = {normal(heading) for heading in mapping}
    found = [_Heading(index, place, parts) for place, text in enumerate(texts) if normal(text) not in said and (parts := three_in_one(text))]
    keys = ["" if found and place == found[0].place else first_key(text) for place, text in enumerate(texts)]
    if index < 0 or (LEADS | DEADLINES) & {*keys, *mapping.values()}:
        return None
    if found:
        return found[0] if len(found) == 1 else None
    if keys.count("title") != 1:
        return None
    place = keys.index("title")
    return _untold(rows, _Heading(index, place, ((texts[place], "title"), ("", "lead"), ("", "due"))), book)


def _untold(rows: Sequence[SheetRow], head: _Heading, book: NameBook | None) -> _Heading | None:
    """The heading of a matter alone, where most cells have in brackets, behind labels or between strokes who of the office leads and a day."""
    cells = [text for one in rows[head.row + 1 :] if not one.banner and not is_nothing(text := one.text_at(head.place))] if book else []
    told = [matters for text in cells if (matters := matters_of(text, head.order))]
    named = sum(1 for matters in told if book and all(map(book.names_anybody, (one["lead"] for one in matters))))
    return head if named >= _FEWEST and named >= _MOSTLY * len(cells) else None
