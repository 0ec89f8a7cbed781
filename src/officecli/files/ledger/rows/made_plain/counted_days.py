"""Deadlines that are bare numbers of what their heading counts: 10, under 办理时限（工作日）; 5, under Days to reply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from officecli.files.ledger.columns.by_heading.meaning import first_key
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.patterns import has_han, pattern

_DAYS = r"(?:(?:working|business|calendar) )?days"
_UNIT = pattern(
    r"[(（\[][^()（）\[\]\d]{0,6}?(?P<unit>工作[日天]|自然日|日历日|小时|天|日|周|(?:个)?月|(?:working|business|calendar|bus\.?) ?days?|days?|wks?|weeks?"
    r"|months?|hours?|hrs?)\s*[)）\]]\s*$"
    rf"|\bin (?P<unit5>{_DAYS}|weeks|months|hours)$|(?P<unit2>工作日|天)数$|^(?P<unit3>{_DAYS})\b|\b(?P<unit4>{_DAYS})$"
)
"""What a heading counts."""
_TAKES = pattern(r"[用工]时(?![间限])|耗时|时长|工期|历时")
"""How long the work takes, from whenever it is begun."""
_BARE = pattern(r"(\d{1,3})(?:\.0+)?")
_DEADLINES = ("due", "original_due")


def count_days(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> list[str]:
    """Write what a deadline's heading counts behind the bare numbers below it, where no other is the deadline's, and return what is said of it."""
    index, texts = heading_row(rows, mapping)
    due = [place for place, text in enumerate(texts) if mapping.get(text, first_key(text)) in _DEADLINES]
    found = _UNIT.search(texts[due[0]].strip().casefold()) if index >= 0 and len(due) == 1 and not _TAKES.search(texts[due[0]]) else None
    if found is None:
        return []
    place, unit = due[0], next(filter(None, found.groups())).removeprefix("个")
    counted = False
    for row in rows[index + 1 :]:
        number = None if place >= len(row.cells) or isinstance(row.cells[place], date) else _BARE.fullmatch(cell_text(row.cells[place]).strip())
        if number is not None:
            row.cells[place] = f"{number[1]}{'' if unit in ('天', '日') else '个'}{unit}" if has_han(unit) else f"{number[1]} {unit}"
            counted = True
    return [_("The numbers under “{heading}” count from the issue day, in what it says.").format(heading=texts[place])] if counted else []
