"""A column of sections that are not those of who leads: of whoever asked, or of the matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from officecli.files.ledger.columns.contents import ENOUGH
from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.office.name_book import NameBook

_THEIRS = pattern(r"\b(?:lead|responsible|responsibility|assign\w*|own\w*|accountable|primary|action)\b|[^\x00-\x7f]", re.IGNORECASE)
"""A heading that says that the section is the lead's own: a person of another is a mistake then."""
_OF_TEAMS = pattern(r"\b(?:group|team|queue|pool|crew)\b", re.IGNORECASE)
"""A heading of teams, which a service desk makes as it likes: Assignment group, Owning team."""


def without_others_sections(headings: Headings, rows: Sequence[SheetRow], book: NameBook | None) -> Headings:
    """The headings with a loose column of sections (Dept), or one of teams (Assignment group), kept as a remark,
    where most who lead are here and in other sections, or in none that is called so; else as they are.
    """
    place = headings.columns.get("unit")
    if book is None or place is None or not (_are_teams(headings, rows, book, place) or _are_loose(headings, rows, book, place)):
        return headings
    return replace(
        headings,
        columns={key: at for key, at in headings.columns.items() if key != "unit"},
        labels={key: text for key, text in headings.labels.items() if key != "unit"},
        kept={**headings.kept, place: headings.texts[place]},
    )


def _are_loose(headings: Headings, rows: Sequence[SheetRow], book: NameBook, place: int) -> bool:
    return not _THEIRS.search(headings.texts[place]) and _are_of_others(headings, rows, book, or_none=True)


def _are_teams(headings: Headings, rows: Sequence[SheetRow], book: NameBook, place: int) -> bool:
    """Whether a column is one of teams of which none is called as a section here or a body on record, be they called as bodies are: Library Systems."""
    if not _OF_TEAMS.search(headings.texts[place]) or "lead" not in headings.columns or not _are_of_others(headings, rows, book, or_none=True):
        return False
    return not any(book.is_unit(text) for row in rows if (text := cell_text(_at(row, place))))


def which_of_both_leads(headings: Headings, rows: Sequence[SheetRow], book: NameBook | None) -> str:
    """How to say which of two columns leads, where most people in the one (服务专员)
    are of other sections than those in the other (牵头单位); "" where that is plain.
    """
    place = headings.columns.get("unit")
    if book is None or place is None or not _are_of_others(headings, rows, book):
        return ""
    people, sections = headings.texts[headings.columns["lead"]], headings.texts[place]
    say = _(
        "Most under “{people}” are of other sections than those under “{sections}”. Say who leads: {either} for the section, {other} for the person."
    )
    return say.format(people=people, sections=sections, either=f'--map "{people}=remarks"', other=f'--map "{sections}=support"')


def _are_of_others(headings: Headings, rows: Sequence[SheetRow], book: NameBook, *, or_none: bool = False) -> bool:
    """Whether most who lead are here and in other sections than those beside them, `or_none` that is called so."""
    pairs = [(cell_text(_at(row, headings.columns["lead"])), cell_text(_at(row, headings.columns["unit"]))) for row in rows]
    told = [(lead, unit) for lead, unit in pairs if lead and unit]
    elsewhere = [one for one in told if book.is_elsewhere(*one) or (or_none and book.names_person(one[0]) and not book.is_unit(one[1]))]
    return len(elsewhere) >= ENOUGH and 2 * len(elsewhere) >= len(told)


def _at(row: SheetRow, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None
