"""A deadline of which no more than the day of the week is written: Fri."""

from __future__ import annotations

import re

from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.light import replace
from officecli.patterns import pattern
from officecli.typed.dates import Reading
from officecli.typed.dates.names import WEEK_HAN, WEEKDAY_NAME

_WEEKDAY = pattern(rf"\b(?:{WEEKDAY_NAME})\b|{WEEK_HAN}[一二三四五六日天]", re.IGNORECASE)


def by_weekday(cell: Cell, reading: Reading | None) -> Reading | None:
    """A reading, marked as counted from the issue day where only a weekday is written."""
    if reading is None or reading.inferred or not reading.relative or not _WEEKDAY.search(cell_text(cell)):
        return reading
    return replace(reading, inferred=("from-issue",))
