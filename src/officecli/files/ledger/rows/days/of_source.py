"""The day of the meeting or the paper that a row comes from, on which it was handed out: Board, 15.03.2023, item 4; 第9次（5月28日）, under 会议次数."""

from __future__ import annotations

import re

from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.patterns import pattern
from officecli.typed.dates import Reading
from officecli.typed.dates.names import MONTH_NAME

_WITH_YEAR = pattern(
    (
        rf"(?<![\w./-])(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:20)?\d\d|20\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}|(?:{MONTH_NAME})\.? \d{{1,2}},? 20\d\d"
        rf"|\d{{1,2}} (?:{MONTH_NAME})\.?,? 20\d\d)(?![\w/-])|20\d\d年\d{{1,2}}月\d{{1,2}}日"
    ),
    re.IGNORECASE,
)
_OF_MEETING = pattern(r"会|第.{1,6}次|次数")
"""In the heading or the text of a source that says when the meeting was, without its year perhaps."""
_WITHOUT_YEAR = pattern(r"(?<![\d年至到—~～-])\d{1,2}月\d{1,2}日(?![\d至到—~～-])")
_TO_COME = pattern(r"下[一]?[次期届]|拟|将|会[前后]")


def day_of_source(cells: RowCells, dates: DateCells) -> Reading | None:
    """The one day, not after today and before the deadline, that a source names: a whole one of any source, or that of a meeting, which needs no year."""
    said = cells.line("source")
    if not said or "issued" in cells:
        return None
    found = _WITH_YEAR.findall(said)
    if not found and _OF_MEETING.search(f"{cells.heading('source')} {said}") and not _TO_COME.search(said):
        found = _WITHOUT_YEAR.findall(said)
    reading = dates.day_in("issued", found[0]) if len(found) == 1 else None
    due = dates.day_in("due", cells.get("due")) or dates.day_in("due", cells.get("original_due"))
    return reading if reading and reading.day <= dates.today and not (due and due.day <= reading.day) else None
