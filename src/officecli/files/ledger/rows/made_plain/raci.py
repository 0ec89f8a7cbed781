"""Tables that say who does what by the letters of a RACI or RASCI chart: R and A over columns of names, or in the cells under people or sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.heading_rows import HEADING_ROWS
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.office.name_book import NameBook

_MEANT = {"R": "Responsible", "A": "Accountable", "C": "Consulted", "I": "Informed", "S": "Support"}
_LETTERS = pattern(r"[RACIS](?:\s*[/,，、+&]?\s*[RACIS]){0,3}")
_DOES = frozenset("RA")
_FEWEST = 2  # people, or kinds of letters


def read_raci(rows: Sequence[SheetRow], mapping: Mapping[str, str], book: NameBook | None) -> list[str]:
    """Let the letters be the headings they stand for, in place, and return what is said of it; nothing where somebody said which column leads."""
    if book is None or {"lead", "unit"} & {*mapping.values()}:
        return []
    for at, row in enumerate(rows[:HEADING_ROWS]):
        if _name_letters(row):
            return [_("R, A, C and I are read as Responsible, Accountable, Consulted and Informed.")]
        people = {place: text for place in range(len(row.cells)) if (text := row.line_at(place)) and (book.full_name(text) or book.is_unit(text))}
        if len(people) >= _FEWEST and _are_letters(below := [one for one in rows[at + 1 :] if not one.banner], people):
            _by_letter(row, below, people)
            return [_("Who does what is read by the letters R, A, C and I under the names.")]
    return []


def _name_letters(row: SheetRow) -> bool:
    """Write out the headings R, A, and C or I, where each stands once."""
    letters = [(place, text.upper()) for place in range(len(row.cells)) if (text := row.line_at(place)).upper() in _MEANT]
    found = {letter for _place, letter in letters}
    if not found > _DOES or len(found) < len(letters):
        return False
    for place, letter in letters:
        row.cells[place] = _MEANT[letter]
    return True


def _are_letters(rows: Sequence[SheetRow], people: Mapping[int, str]) -> bool:
    """Whether nothing but these letters stands under the names, several of them, and in most rows one of who does it."""
    told = []
    for row in rows:  # most tables that name people name a task in the first of them
        told.append([text for place in people if (text := row.line_at(place))])
        if not all(_LETTERS.fullmatch(text.upper()) for text in told[-1]):
            return False
    letters = {letter for texts in told for text in texts for letter in text.upper()} & {*_MEANT}
    if "S" in letters and not letters >= _DOES:
        return False  # S beside R alone may be anything
    does = sum(1 for texts in told if any(_DOES & {*text.upper()} for text in texts))
    return len(letters) >= _FEWEST and 2 * does > sum(1 for texts in told if texts)


def _by_letter(head: SheetRow, rows: Sequence[SheetRow], people: Mapping[int, str]) -> None:
    """Put a column for each letter in place of those of the people; where nobody is R, whoever is A does it."""
    wide = max(len(head.cells), *(len(row.cells) for row in rows))
    for row in (head, *rows):
        under = {place: row.line_at(place).upper() for place in people}
        named = [[name for place, name in people.items() if letter in under[place]] for letter in _MEANT]
        does, answers, *others = named
        row.cells.extend([None] * (wide - len(row.cells)))
        for place in people:
            row.cells[place] = None
        if row is head:
            row.cells.extend(_MEANT.values())
        else:
            named = [does or answers, [name for name in answers if does and name not in does], *others]
            row.cells.extend("; ".join(names) or None for names in named)
