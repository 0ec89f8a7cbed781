"""A deadline that a note moves: Ext granted to 31 JUL 26, Due date extended to 8/15."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from officecli.errors import BadInput
from officecli.files.ledger.rows.dates import DateCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.words.plain import DAY_WORD, plain_text
from officecli.i18n import _

_TOLD_UNDER = ("status", "progress", "next_step", "problem")
_DEADLINE = r"(?:due(?: date)?|deadline|suspense|susp|target(?: date)?|completion date|response date)"
_UNTIL = r"(?:to|until|till?|thru|through|is|now|of|:)"
_MOVED = re.compile(
    rf"\b(?:(?:ext(?:ended|ension|ensions|n)?\.?|extended deadline)(?: (?:was |has been )?(?:granted|approved|given|agreed|received|allowed))?(?: by [a-z. ]{{2,20}}?)?"
    rf"|carr(?:y|ied) (?:over|forward|fwd)|(?:continued|rolled|held over)(?: over)?|(?:new|revised|extended|amended) {_DEADLINE}|{_DEADLINE} (?:was |has been |is |now )*(?:extended|moved|pushed|changed|revised|reset|slipped)(?: out| back)?)"
    rf"\s*{_UNTIL}?:? ?(?P<day>{DAY_WORD})(?![\d%/])"
)
_ONLY_ASKED = re.compile(
    r"\b(?:request|ask|seek|sought|need|want|propos|pending|denied|declined|refused|not|no|if|may|might|could|should|recommend)\w*\b"
)
"""Beside an extension: it was not granted."""


def moved_deadline(cells: RowCells, dates: DateCells, days: Mapping[str, Any]) -> dict[str, Any]:
    """`due` and `original_due` where one note of a row that goes on moves the deadline to a later day; {} where none does."""
    if not days["due"]:
        return {}
    texts = [*(text for _heading, text in cells.notes(_TOLD_UNDER)), *(text for _heading, text in cells.kept())]
    found = {moved for text in texts if text.isascii() and (moved := _moved_to(text, dates, days["issued"]))}
    if len(found) != 1 or (day := found.pop()) <= days["due"]:
        return {}
    cells.inferred["due"] = _("moved by a note from {day}").format(day=days["due"])
    return {"due": day, "original_due": days["original_due"] or days["due"], "unsaid": days["unsaid"] - {"due"}}


def _moved_to(text: str, dates: DateCells, issued: date | None) -> date | None:
    plain = plain_text(text)
    found = _MOVED.search(plain)
    if found is None or _ONLY_ASKED.search(plain):
        return None
    try:
        reading = dates.due("due", found["day"], issued)
    except BadInput:
        return None
    return reading.day if reading else None
