"""Columns that a program wrote as 1 and 0 where a person ticks: Done, Closed?, 是否办结."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.columns.by_heading.meant import WORDS
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.words.coded import knows_word
from officecli.i18n import _, listed
from officecli.patterns import pattern
from officecli.typed.text import is_nothing

_ASKING = frozenset({"status", "closed", "cancelled", "submitted"})
"""What a heading asks whether it came about, or on which day."""
_OF_SEVERAL = pattern(r"\b(?:status|state|stage|phase)\b|状态|阶段|情况", re.IGNORECASE)
"""What may be any of several, of which 1 and 0 are numbers that nobody here knows."""
_WHETHER = pattern(r"是否|与否|[?？]|\bis[ _]", re.IGNORECASE)
_YES, _NO = frozenset({"1", "1.0"}), frozenset({"0", "0.0"})


def say_yes_and_no(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> list[str]:
    """Write TRUE and FALSE for 1 and 0 in columns of nothing else, and return what is said of it.

    Ones alone, with no cell left blank, may count pieces as well, unless the heading asks whether.
    """
    index, headings = heading_row(rows, mapping)
    mapped, read = {normal(heading) for heading in mapping}, []
    below = [row for row in rows[index + 1 :] if index >= 0 and not row.banner]
    for place, heading in enumerate(headings):
        if not _asks(heading) or normal(heading) in mapped:
            continue
        cells = {row.text_at(place) for row in below}
        said = {text for text in cells if not is_nothing(text)}
        if said and said <= _YES | _NO and (said != cells or said & _NO or _WHETHER.search(heading)):
            _write(below, place)
            read.append(heading)
    return [_("1 and 0 are read as yes and no: {headings}.").format(headings=listed(read))] if read else []


def _asks(heading: str) -> bool:
    """Whether yes and no answer a heading: Done, Closed?, 是否紧急."""
    key = first_key(heading)
    return (key in _ASKING and not _OF_SEVERAL.search(heading)) or (key in WORDS and knows_word(key, _WHETHER.sub("", heading).strip()))


def _write(rows: Sequence[SheetRow], place: int) -> None:
    for row in rows:
        text = row.text_at(place)
        if text in _YES | _NO:
            row.cells[place] = "TRUE" if text in _YES else "FALSE"
