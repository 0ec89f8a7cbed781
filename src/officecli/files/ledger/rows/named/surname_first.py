"""Whether the people of a ledger are written as `Lee, Bob` throughout: then nobody's surname is one person, and what follows it another."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.files.ledger.columns.contents import ENOUGH
from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.typed.office.name_book import NameBook
from officecli.typed.office.name_pieces import SURNAME_FIRST, without_tick

_SHORT = 3
"""So many letters of a first name stand for it."""


def are_surname_first(rows: Sequence[SheetRow], headings: Headings, book: NameBook | None) -> bool:
    """Whether half of the cells under people, or more, that may be `Last, First` name one person here so."""
    if book is None:
        return False
    places = [headings.columns[key] for key in ("lead", "support") if key in headings.columns]
    cells = {cell for row in rows for place in places if place < len(row.cells) and isinstance(cell := row.cells[place], str) and "," in cell}
    turned = [text for cell in cells if SURNAME_FIRST.fullmatch(text := without_tick(cell_text(cell)))]
    named = sum(1 for text in turned if _is_of_both(text, book.full_name(text)))
    return named >= ENOUGH and 2 * named >= len(turned)


def _is_of_both(text: str, name: str) -> bool:
    """Whether both halves of a text are of the name that it means: `Lee, HR` says nothing of the order."""
    last, _comma, first = text.casefold().partition(",")
    return bool(name) and name.casefold().endswith(last) and name.casefold().startswith(first.strip(" .")[:_SHORT])
