"""Deadlines that are bare numbers of what their heading counts: 10, under 办理时限（工作日）; 5, under Days to reply."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from officecli.files.ledger.columns.by_heading.han_vocabulary import TAKES
from officecli.files.ledger.columns.by_heading.meaning import first_key
from officecli.files.ledger.columns.by_heading.meant import DEADLINES
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.patterns import has_han, pattern
from officecli.typed.dates.names import COUNTED_DAYS
from officecli.typed.text import is_nothing

_UNIT = pattern(
    r"[(（\[][^()（）\[\]\d]{0,6}?(?P<unit>工作[日天]|自然日|日历日|小时|天|日|周|个月|(?:working|business|calendar|bus\.?) ?days?|days|wks|weeks"
    r"|months|hours|hrs)\s*[)）\]]\s*$"
    rf"|\bin (?P<unit5>{COUNTED_DAYS}|weeks|months|hours)$|(?P<unit2>工作日|天)数$|^(?P<unit3>{COUNTED_DAYS})\b|\b(?P<unit4>{COUNTED_DAYS})$"
)
"""What a heading counts; Due (day) and 完成时限（月） may as well ask for the day of the month, and the month of the year."""
_NAMED_OR_COUNTED = frozenset({"日", "周"})
_LIMIT = pattern(r"[时期]限")
"""Over 日 or 周: so many of them, where 完成时间（周） may be the week of the year."""
_FROM_TODAY = pattern(r"\b(?:until|till|from (?:now|today)|to go)\b", re.IGNORECASE)
"""Days until due, which are fewer every day."""
_EITHER = pattern(r"[(（\[]\s*(?P<unit>[月周]|week|month|hour|wk|hr)\s*[)）\]]\s*$", re.IGNORECASE)
"""What may be counted, or be the week or the month of the year: of which one asks."""
_BARE = pattern(r"(\d{1,3})(?:\.0+)?")


def count_days(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> list[str]:
    """Write what a deadline's heading counts behind the bare numbers below it, where no other is the deadline's, and return what is said of it."""
    index, texts = heading_row(rows, mapping)
    keys = [mapping.get(text, first_key(text)) for text in texts]
    due = [place for place, key in enumerate(keys) if key in DEADLINES]
    if index < 0 or len(due) != 1:
        return []
    place, heading = due[0], texts[due[0]]
    unit, asked = _unit(heading, keys), _asked(heading)
    numbers = [(row, found[1]) for row in rows[index + 1 :] if (found := _BARE.fullmatch(_text(row, place)))] if unit or asked else []
    if not numbers or _were_taken([row for row, _number in numbers], keys):
        return []
    for row, number in numbers:
        row.cells[place] = _counted(number, unit) if unit else f"{asked}: {number}"
    return [_("The numbers under “{heading}” count from the issue day, in what it says.").format(heading=heading)] if unit else []


def _counted(number: str, unit: str) -> str:
    between = " " if not has_han(unit) else "" if unit == "天" else "个"
    return f"{number}{between}{unit}"


def _unit(heading: str, keys: Sequence[str]) -> str:
    """What the heading of a deadline counts from the issue day, "" for nothing."""
    found = None if TAKES.search(heading) or _FROM_TODAY.search(heading) else _UNIT.search(heading.strip().casefold())
    unit = next(filter(None, found.groups())).removeprefix("个") if found else ""
    if unit in _NAMED_OR_COUNTED and not ("issued" in keys and _LIMIT.search(heading)):
        return ""
    return "天" if unit == "日" else unit


def _asked(heading: str) -> str:
    """What is put before a bare number that must not be taken for a day of the month: 月: 7."""
    either = _EITHER.search(heading)
    return either["unit"] if either else heading.strip() if _FROM_TODAY.search(heading) else ""


def _were_taken(rows: Sequence[SheetRow], keys: Sequence[str]) -> bool:
    """Whether numbers stand only in the rows that have a day on which it was over: so many days were taken, of whatever time was given."""
    ends = [place for place, key in enumerate(keys) if key == "closed"]
    return bool(ends) and all(any(place < len(row.cells) and not is_nothing(cell_text(row.cells[place])) for place in ends) for row in rows)


def _text(row: SheetRow, place: int) -> str:
    return "" if place >= len(row.cells) or isinstance(row.cells[place], date) else cell_text(row.cells[place]).strip()
