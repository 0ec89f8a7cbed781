"""Dates in cells: real dates, Excel serials, and text in a person's words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from officecli.errors import BadInput
from officecli.files.ledger.sheets.cells import Cell, cell_text, check_text
from officecli.i18n import _
from officecli.typed.text import is_nothing

DateReader = Callable[[str, date], date]
"""(text, base) → the date meant, the first on or after `base` where no year is written; BadInput when it is none."""

_SERIAL_ZERO = date(1899, 12, 30)  # Excel counts 1900 as a leap year, so from 1900-03-01 on day 1 is 1899-12-31
_SERIALS = range(20_000, 80_000)  # 1954 to 2119
_LONGEST = 60  # characters of a date with what people add to it
_BRACKETED_REMARK = re.compile(r"[(（][^()（）\d一二三四五六七八九十]*[)）]")  # a remark with a number may be another date
_BEFORE = re.compile(r"^(?:请?于|限于?|务必于|截至|截止到?|by|before|no later than|due)\s*(?=\S)", re.IGNORECASE)
_TAIL = re.compile(r"(?:之前|以前|前|以内|内|为止|止|左右|完成|办结|办理完毕|报送|上报|反馈|报告|销号|交办|下达|，|,|。|；|;|\.)+$")


class DateCells:
    """Reads date cells, remembering what the same words meant: a ledger repeats its dates."""

    def __init__(self, read_date: DateReader, today: date) -> None:
        self._read_date = read_date
        self._today = today
        self._known: dict[tuple[str, date], date | BadInput] = {}

    def ahead(self, cell: Cell, base: date | None) -> date | None:
        """The date in the cell, counted from `base` (today when not known); None when blank, BadInput when unreadable."""
        return self._read(cell, base or self._today)

    def past(self, cell: Cell) -> date | None:
        """The date in a cell that speaks of what has happened: without a year it is the latest one up to today."""
        found = self._read(cell, self._today)
        if found is None or found <= self._today or not isinstance(cell, str):
            return found
        earlier = self._read(cell, self._today - timedelta(days=364))
        return earlier if earlier is not None and earlier <= self._today else found

    def _read(self, cell: Cell, base: date) -> date | None:
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        if isinstance(cell, float) and _SERIALS.start <= cell < _SERIALS.stop:
            cell = int(cell)  # the fraction is the time of day
        text = check_text(cell_text(cell))
        if is_nothing(text):
            return None
        known = self._known.get((text, base))
        if known is None:
            known = self._known[text, base] = self._understand(text, base)
        if isinstance(known, BadInput):
            raise BadInput(known.what, why=known.why, fix=known.fix)
        return known

    def _understand(self, text: str, base: date) -> date | BadInput:
        try:
            return _digits(text) or self._read_date(text, base)
        except BadInput as refused:
            plain = _without_remarks(text) if len(text) <= _LONGEST else ""
            if plain in {"", text}:
                return refused
            try:
                return _digits(plain) or self._read_date(plain, base)
            except BadInput:
                return refused


def _digits(text: str) -> date | None:
    """A date written as digits alone: an Excel serial (46208) or a compact date (20260705)."""
    if not (text.isascii() and text.isdigit()):
        return None
    if len(text) == 5 and int(text) in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=int(text))
    if len(text) != 8:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(_("There is no such day."), fix=_("Write the date as 2026-07-05.")) from None


def _without_remarks(text: str) -> str:
    """`2026.7.5前完成` and `7月5日（已延期）` without what people add to a date."""
    return _TAIL.sub("", _BEFORE.sub("", _BRACKETED_REMARK.sub("", text).strip())).strip()
