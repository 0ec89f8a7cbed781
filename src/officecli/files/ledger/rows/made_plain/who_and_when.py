"""Who and by when in one column, as minutes have them (Who / when: Helen – July 8): read as two."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, heading_parts, normal
from officecli.files.ledger.columns.by_heading.meant import DEADLINES, LEADS
from officecli.files.ledger.columns.heading_rows import HEADING_ROWS
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.patterns import compiled, pattern
from officecli.typed.dates.around import DAYISH

_BETWEEN = (
    pattern(r"\s+[-–—]+\s+|\s*[–—/|,;:，；：、(（\[\n]+\s*"),
    pattern(r"\s+(?:by|on|before|due|until|nlt)\s+", re.IGNORECASE),
    pattern(r"\s+"),
)
"""What parts a name from its day: a mark, and where there is none a word, or a space."""
OPEN = r"|长期|常态|持续|待定|未定|立即|尽快|即时|\b(?:tb[acd]|asap|ongoing|continuous|immediate(?:ly)?)\b"
"""What stands where a day should, and is none: the reading of deadlines says so."""


def part_who_and_when(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> list[str]:
    """Put the days of a column of names and days into one of their own, in the rows below its heading, and return what is said of it."""
    said = {normal(heading) for heading in mapping}
    for index, row in enumerate(rows[:HEADING_ROWS]):
        texts = [cell_text(cell) for cell in row.cells]
        halves = [(place, parts) for place, text in enumerate(texts) if normal(text) not in said and (parts := _halves(text))]
        if len(halves) == 1 and not any(first_key(text) in DEADLINES for text in texts if len(heading_parts(text)) == 1):
            return _parted(rows[index:], texts, *halves[0])
    return []


def _halves(heading: str) -> tuple[str, str] | None:
    """The two headings in one of which the first is of who leads and the second of a deadline."""
    parts = heading_parts(heading)
    return (parts[0], parts[1]) if len(parts) == 2 and first_key(parts[0]) in LEADS and first_key(parts[1]) in DEADLINES else None


def _parted(rows: Sequence[SheetRow], headings: Sequence[str], place: int, halves: tuple[str, str]) -> list[str]:
    both = {id(row): who_and_when(cell_text(row.cells[place])) if place < len(row.cells) else None for row in rows[1:]}
    if not any(both.values()):
        return []
    for row in rows:
        found = halves if row is rows[0] else both[id(row)]
        if found:
            row.cells.extend([None] * (len(headings) - len(row.cells)))
            row.cells[place], row.cells[len(headings) :] = found[0], [found[1]]
    return [_("“{heading}” names who and by when: it is read as two columns.").format(heading=headings[place])]


def who_and_when(text: str) -> tuple[str, str] | None:
    """A name and the day behind it; None where it cannot be told where the one ends and the other begins."""
    day = compiled(DAYISH + OPEN)
    for between in _BETWEEN:
        for found in reversed(list(between.finditer(text))):
            who, when = text[: found.start()].strip(), text[found.end() :].strip(" )）]")
            if who and day.search(when.casefold()) and not day.search(who.casefold()):
                return who, when
    return None
