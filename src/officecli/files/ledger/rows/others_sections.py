"""A column of sections that are not those of who leads: of whoever asked, or of the matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from officecli.files.ledger.columns.contents import ENOUGH
from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.typed.office.name_book import NameBook

_THEIRS = re.compile(r"\b(?:lead|responsible|responsibility|assign\w*|own\w*|accountable|primary|action)\b|[^\x00-\x7f]", re.IGNORECASE)
"""A heading that says that the section is the lead's own: a person of another is a mistake then."""


def without_others_sections(headings: Headings, rows: Sequence[SheetRow], book: NameBook | None) -> Headings:
    """The headings with a loose column of sections (Dept) kept as a remark, where most who lead are here and in other sections, or in none that is called so; else as they are."""
    place = headings.columns.get("unit")
    if book is None or place is None or _THEIRS.search(headings.texts[place]):
        return headings
    pairs = [(cell_text(_at(row, headings.columns["lead"])), cell_text(_at(row, place))) for row in rows]
    told = [(lead, unit) for lead, unit in pairs if lead and unit]
    elsewhere = [(lead, unit) for lead, unit in told if book.is_elsewhere(lead, unit) or (book.names_person(lead) and not book.is_unit(unit))]
    if len(elsewhere) < ENOUGH or 2 * len(elsewhere) < len(told):
        return headings
    return replace(
        headings,
        columns={key: at for key, at in headings.columns.items() if key != "unit"},
        labels={key: text for key, text in headings.labels.items() if key != "unit"},
        kept={**headings.kept, place: headings.texts[place]},
    )


def _at(row: SheetRow, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None
