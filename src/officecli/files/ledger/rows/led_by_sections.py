"""Lists that name nobody in their rows, and have whoever is to act as a title over them: DENISE PARK, and below it what she is to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.heading_meaning import first_key
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.model.item_fields import COLUMNS
from officecli.typed.office.name_book import NameBook
from officecli.typed.text import is_nothing

_LEAD = ("lead", "unit")


def led_by_sections(rows: Sequence[SheetRow], mapping: Mapping[str, str], book: NameBook | None) -> list[str]:
    """Put who stands alone in a row into a column of their own in the rows below it, where no heading says who leads, and return what is said of it."""
    index, texts = heading_row(rows, mapping)
    keys = {first_key(text) for text in texts}
    if book is None or index < 0 or "title" not in keys or keys & {*_LEAD} or {*_LEAD} & {*mapping.values()}:
        return []
    below = rows[index + 1 :]
    over = {id(row): name for row in below if (name := _alone(row, book))}
    if not below or id(below[0]) not in over:
        return []
    column = COLUMNS["lead"]
    wide, heading = max(len(row.cells) for row in rows[index:]), _(column.label)
    leads = ""
    for row in rows[index:]:
        leads = over.get(id(row), leads)
        row.banner = row.banner or id(row) in over
        if row.banner:
            continue
        row.cells.extend([None] * (wide - len(row.cells)))
        row.cells.append(leads or heading)
        if leads:
            row.inferred = row.inferred | {wide}
    return [_("No heading says who leads: who stands alone over the rows does.")]


def _alone(row: SheetRow, book: NameBook) -> str:
    """The person or the section of the office that is all a row says, "" for none."""
    told = [text for cell in row.cells if not is_nothing(text := cell_text(cell))]
    name = told[0].strip(" —–-=*#:：\t") if len(told) == 1 else ""
    return name if name and (book.full_name(name) or book.is_own(name)) else ""
