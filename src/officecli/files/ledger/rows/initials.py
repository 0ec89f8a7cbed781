"""People whom a ledger calls by their initials: in minutes those of who was present, in a column of nothing else those that only one person here has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY
from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.patterns import pattern
from officecli.typed.office.name_book import NameBook
from officecli.typed.office.name_cells import split_names

_PRESENT = pattern(r"((?:[^\W\d_][\w'’.-]* +){1,3}[^\W\d_][\w'’.-]*) *[(\[]([A-Z]{2,4})\b")
"""Wendy Cho (WC), as minutes name who was there."""

_INITIALS = pattern(r"(?:[A-Z]\.?){2,4}")


def initials_in(rows: Sequence[SheetRow], headings: Headings, lines: Iterable[str], book: NameBook | None) -> dict[str, str]:
    """Initials → the name of who is meant by them under the headings of people; none where other names stand there as often."""
    if book is None:
        return {}
    told = {short: named for line in lines for name, short in _PRESENT.findall(line) if (named := _here(name, book))}
    places = [headings.columns[key] for key in ("lead", "support") if key in headings.columns]
    texts = [cell_text(row.cells[place]) for row in rows for place in places if place < len(row.cells)]
    split = {text: [name for cell in split_names(text, book) for name in (cell.unit, cell.name) if name] for text in dict.fromkeys(texts)}
    cells = [name for text in texts for name in split[text]]
    short = {name: _plain(name) for name in cells if _INITIALS.fullmatch(name) and (_plain(name) in told or not book.known(name))}
    found = {name: told[letters] for name, letters in short.items() if letters in told}
    only = {name: book.by_initials(letters) for name, letters in short.items() if name not in found}
    plainly = len({*short.values()}) >= ENOUGH and sum(1 for name in cells if name in short) >= MOSTLY * len(cells)
    return found | ({name: people[0] for name, people in only.items() if len(people) == 1} if plainly else {})


def _plain(name: str) -> str:
    return name.replace(".", "")


def _here(name: str, book: NameBook) -> str:
    """The full name of the one person here that is meant by a name, or by its last words: "" for nobody."""
    words = name.split()
    return next((who for at in range(len(words) - 1) if (who := book.full_name(" ".join(words[at:])))), "")
