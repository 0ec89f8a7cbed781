"""The columns of sections and people under which marks say who leads and who supports: ★ under 行政科, L under Finance and S under Parks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.rows.made_plain.mark_roles import MARKS, mark_of, marks_explained, marks_of_something_else, marks_together, role_said
from officecli.files.ledger.sheets.cells import cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.typed.office.cell_roles import Role
from officecli.typed.office.name_book import NameBook

SEVERAL = 2
"""Columns of sections that make such a table."""
_ROWS_A_SUM = 4
"""Rows of which one may count the marks of the others."""
_HALF, _MOSTLY = 0.5, 0.8
"""How many cells of a column are to say a role where others are asked about, and how many of all under names of the office, and under another heading."""
_OF_PEOPLE = frozenset({"", "lead", "unit", "support", "by", "ordered_by"})
"""What the heading of somebody outside may seem to be: Contractor, Partner agencies."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The columns of sections and people: in which row their names stand, place → name, and what the ledger says of the marks.

    `untold` is what no legend says of them, and their company does.
    """

    at: int
    names: Mapping[int, str]
    told: Mapping[str, Role]
    untold: Mapping[str, Role] = field(default_factory=dict)

    @property
    def legend(self) -> Mapping[str, Role]:
        """Mark → role."""
        return self.told or self.untold

    def marks_below(self, rows: Sequence[SheetRow]) -> list[list[str]]:
        """The marks of each row below that counts none, and is no row of these headings again."""
        heads = {place: rows[self.at].text_at(place) for place in self.names}
        below = [row for row in rows[self.at + 1 :] if not row.banner and not count_marks(row, self.names, self.told)]
        return [[mark for place, head in heads.items() if (mark := mark_at(row, place)) and row.text_at(place) != head] for row in below]


def marked_columns(rows: Sequence[SheetRow], at: int, aside: set[str], book: NameBook, told: Sequence[str]) -> Marked:
    """The sections and people of the office in a row of headings, under which nothing but marks stands, and whoever stands among them."""
    named = {place: joined_lines(cell_text(cell)) for place, cell in enumerate(rows[at].cells)}
    ours = {place: name for place, text in named.items() if normal(text) not in aside and (name := _named(text, book))}
    if len(ours) < SEVERAL:
        return Marked(at, {}, {})
    told = (
        *told,
        *dict.fromkeys(row.text_at(place) for row in rows[:at] for place in ours),
        *(text for place, text in named.items() if place not in ours),
    )
    legend = marks_explained(told)
    every = [row for row in rows[at + 1 :] if not row.banner]
    below = [row for row in every if not count_marks(row, ours, legend)]
    if _ROWS_A_SUM * (len(every) - len(below)) > len(every):
        return Marked(at, {}, {})
    marked = Marked(at, ours, {}).marks_below(rows) if not legend else []
    if len(marks_of_something_else(told) & {mark for row in marked for mark in row}) >= SEVERAL:
        return Marked(at, {}, {})
    found = Marked(at, ours, legend, marks_together(marked))
    texts = {place: _below(below, place, text) for place, text in named.items()}
    lenient = _say_roles([text for place in ours for text in texts[place]], found.legend, _MOSTLY)
    kept = {place: name for place, name in ours.items() if _are_marks(texts[place], found.legend, lenient=lenient)}
    among = [place for place in _among(kept, named) if normal(named[place]) not in aside and _say_roles(texts[place], found.legend, _MOSTLY)]
    return replace(found, names={place: kept.get(place) or named[place] for place in sorted((*kept, *among))})


def mark_at(row: SheetRow, place: int) -> str:
    """What stands at a place, as marks are compared."""
    return mark_of(row.text_at(place))


def count_marks(row: SheetRow, places: Iterable[int], legend: Mapping[str, Role]) -> bool:
    """Whether a row counts the marks: nothing but numbers, several of them, stand in it under the sections, and not those alone that are marks."""
    texts = [text for place in places if (text := mark_at(row, place))]
    return len(texts) >= SEVERAL and all(map(str.isdecimal, texts)) and not {*texts} <= legend.keys()


def _named(text: str, book: NameBook) -> str:
    """The section or person of the office whose name or initials a heading is, "" where it is nobody's."""
    if not text or book.is_unit(text) or book.full_name(text):
        return text
    called = book.by_initials(text) if text.isupper() and len(text) >= SEVERAL else []
    return called[0] if len(called) == 1 else ""


def _below(rows: Sequence[SheetRow], place: int, heading: str) -> list[str]:
    """The marks of a column, without its heading on a further page."""
    return [text for row in rows if (text := mark_at(row, place)) and row.line_at(place) != heading]


def _among(ours: Mapping[int, str], named: Mapping[int, str]) -> list[int]:
    """The places of other headings beside or between those of the office that may be of somebody outside it."""
    found: list[int] = []
    for step in (1, -1):
        for place in ours:
            beside = place + step
            while named.get(beside) and beside not in ours and first_key(named[beside]) in _OF_PEOPLE:
                found.append(beside)
                beside += step
    return [*dict.fromkeys(found)]


def _are_marks(texts: Sequence[str], legend: Mapping[str, Role], *, lenient: bool) -> bool:
    """Whether nothing but marks, letters of the legend and words of a role stands below, or where one is lenient no more of anything else than of these."""
    return all(text in MARKS or role_said(text, legend) for text in texts) or (lenient and _say_roles(texts, legend, _HALF))


def _say_roles(texts: Sequence[str], legend: Mapping[str, Role], share: float) -> bool:
    """Whether that much of what stands below says a role outright, as a tick does not."""
    said = [text for text in texts if role_said(text, legend)]
    return bool(said) and len(said) >= share * len(texts)
