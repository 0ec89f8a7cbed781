"""A decision with its day or its person in the one cell: 延期至8月15日, 延期5个工作日, 改派李娜, extend to 15 Aug."""

from __future__ import annotations

import re
from dataclasses import replace

from officecli.files.ledger.sheets.cells import joined_lines
from officecli.files.ledger.words.coded import knows_word
from officecli.files.meeting.written import WrittenRow
from officecli.model.codes import DECIDED
from officecli.patterns import pattern
from officecli.typed.items.deadlines import added_to_deadline

_BEFORE_DAY = r"(?:时限)?\s*(?:到|至|(?:un)?till?\b|to\b)\s*[:：]?"
_BEFORE_NAME = r"\s*(?:给|为|由|至|到|to\b|[:：])?"


def _words(code: str) -> str:
    return "|".join(sorted(map(re.escape, DECIDED.also[code].split("|")), key=len, reverse=True))


_WITH_DAY = pattern(rf"(?P<word>{_words('extend')}){_BEFORE_DAY}\s*(?P<beside>\S.*)", re.IGNORECASE)
_WITH_NAME = pattern(rf"(?P<word>{_words('assign')}|改(?=由))(?![a-z]){_BEFORE_NAME}\s*(?P<beside>\S.*?)(?:牵头|负责|to lead)?", re.IGNORECASE)


def taken_apart(row: WrittenRow) -> WrittenRow:
    """The row with the day or the person that stands behind its decision under the heading of its own, where nothing else stands there."""
    decided = joined_lines(row.text("decided"))
    if knows_word("decided", decided):
        return row
    if added_to_deadline(decided) and not row.text("new_due"):
        return replace(row, cells={**row.cells, "decided": "extend", "new_due": decided})
    for found, code, key in ((_WITH_DAY.fullmatch(decided), "extend", "new_due"), (_WITH_NAME.fullmatch(decided), "assign", "new_lead")):
        if found and not row.text(key):
            return replace(row, cells={**row.cells, "decided": code, key: found["beside"].strip()})
    return row
