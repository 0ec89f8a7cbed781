"""People whom a ledger calls by their initials or by what they are at its meeting: those of whom it
says so itself, of who was there, and those that only one person here has, in a column of nothing else, or where that holds of all of its initials.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY
from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.rows.named.nobody import NOBODY
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow, stands_alone
from officecli.patterns import pattern
from officecli.typed.office.name_book import NameBook
from officecli.typed.office.name_cells import split_names

_NAME = r"(?:[^\W\d_][\w'’.-]* +){1,3}[^\W\d_][\w'’.-]*"
_ROLE = (
    r"(?i:(?:acting |vice[- ]?|deputy |co-?)?(?:chair(?:person|man|woman)?|convenor|convener|facilitator|secretary|treasurer|minute[- ]taker"
    r"|note[- ]taker|scribe))"
)
_BRACKETS = pattern(rf"({_NAME}) *[(\[]([A-Z]{{2,4}}\b|{_ROLE}(?=[)\],;]))")
"""Wendy Cho (WC), Colin Frazer (Chair), as minutes name who was there."""
_KEY = pattern(rf"(?<![\w.])([A-Z]{{2,4}}) *(?:=|[-–—:](?= )) *({_NAME})(?= *(?:[,;|/(\n]|[-–—] |(?:and|&) +[A-Z]|$))")
"""WC = Wendy Cho, as a key above or below the table has it; HR: Wendy Cho to reply is none."""
_LISTED = pattern(r"([A-Z]{2,4}) +((?:[^\W\d_][\w'’.-]* *){1,4})")
"""WC Cho, one of several in a line that lists nothing else: a key without signs between."""
_HEADED = pattern(r"^[^:：]{2,30}[:：]\s*(?=[A-Z]{2,4} )")
"""What such a line is headed: Leads: AB Ana Bell · CD Cal Dean (Chair)."""
_ATTENDED = pattern(r"\b(?:present|attend\w*|participants|apologies|absent|members)\b *:?", re.IGNORECASE)
_BETWEEN = pattern(r"[,;:•|\n]| and | & ", re.IGNORECASE)
_PARTS = pattern(r"[·•;,|\n]")
_BRACKETED = pattern(r"[(\[][^)\]]*[)\]]")
_THE = pattern(r"the ", re.IGNORECASE)

_INITIALS = pattern(r"(?:[A-Z]\.?){2,4}")
_CALLED = pattern(rf"{_INITIALS.pattern}|(?:[Tt]he )?{_ROLE}")


def initials_in(
    rows: Sequence[SheetRow], headings: Headings, lines: Iterable[str], book: NameBook | None, keys: Sequence[str] = ("lead", "support")
) -> dict[str, str]:
    """Initials, or a role at the meeting → the name of who is meant by them under the headings of people.

    What nothing explains is taken for the one person here who has it where such initials are most of the names, or where there are
    several and none is nobody's or of two people: PW beside XY may be a section that this office has not.
    """
    if book is None:
        return {}
    lines = [*lines, *filter(None, map(stands_alone, rows))]
    told = _told(lines, book)
    places = [headings.columns[key] for key in keys if key in headings.columns]
    texts = [cell_text(row.cells[place]) for row in rows for place in places if place < len(row.cells)]
    split = {text: [name for cell in split_names(text, book) for name in (cell.unit, cell.name) if name] for text in dict.fromkeys(texts)}
    cells = [name for text in texts for name in split[text]]
    short = {
        name: _plain(name)
        for name in cells
        if _CALLED.fullmatch(name) and name.casefold() not in NOBODY and (_plain(name) in told or not book.known(name))
    }
    found = {name: told[letters] for name, letters in short.items() if letters in told}
    only = {name: book.by_initials(letters) for name, letters in short.items() if name not in found and _INITIALS.fullmatch(name)}
    there = _there(lines, book) if only else set()
    found |= {name: here[0] for name, people in only.items() if len(here := [one for one in people if one in there]) == 1}
    several = len({*short.values()}) >= ENOUGH
    plainly = several and (
        sum(1 for name in cells if name in short) >= MOSTLY * len(cells) or all(name in found or len(only.get(name, ())) == 1 for name in short)
    )
    return found | ({name: people[0] for name, people in only.items() if len(people) == 1 and name not in found} if plainly else {})


def _told(lines: Iterable[str], book: NameBook) -> dict[str, str]:
    """What the lines say stands for whom; what they say of two people, such as the chair of now and of last time, stands for none."""
    said: dict[str, set[str]] = {}
    for name, short in (pair for line in lines for pair in _named(line)):
        if named := _here(name, book):
            said.setdefault(_plain(short), set()).add(named)
    return {short: names.pop() for short, names in said.items() if len(names) == 1}


def _named(line: str) -> list[tuple[str, str]]:
    """Each name of a line with what it says stands for it."""
    parts = [_BRACKETED.sub("", part).strip(" .") for part in _PARTS.split(_HEADED.sub("", line))]
    listed = [found for part in parts if (found := _LISTED.fullmatch(part))]
    keys = [*_KEY.findall(line), *(one.groups() for one in listed if len(listed) == len(parts) >= ENOUGH)]
    return [*_BRACKETS.findall(line), *((name.strip(), short) for short, name in keys)]


def _there(lines: Iterable[str], book: NameBook) -> set[str]:
    """Those here whom the lines name as present, or as having sent apologies."""
    named = (name for line in lines if _ATTENDED.search(line) for name in _BETWEEN.split(_ATTENDED.sub(",", _BRACKETED.sub("", line))))
    return {full for name in named if (full := book.full_name(name.strip(" .")))}


def _plain(name: str) -> str:
    return name.replace(".", "") if _INITIALS.fullmatch(name) else _THE.sub("", name).casefold()


def _here(name: str, book: NameBook) -> str:
    """The full name of the one person here that is meant by a name, or by its first or last words: "" for nobody."""
    words = name.split()
    ways = [words[at:] for at in range(len(words) - 1)] + [words[:end] for end in range(len(words) - 1, 1, -1)]
    ways = ways or [words]
    return next((who for way in ways if (who := book.full_name(" ".join(way)))), "")
