"""What only a whole column tells of its cells: fractions that are percentages, numbers that are days, days with day and month swapped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from officecli.files.ledger.columns.contents import SERIALS, serial_day
from officecli.files.ledger.columns.headings import Headings, heading_of
from officecli.files.ledger.sheets.cells import Cell, Unclear
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.patterns import pattern

DAYS = ("issued", "original_due", "due", "signed", "submitted", "closed", "cancelled")
_SHARES = ("percent", "progress")
_NUMBER = pattern(r"\d{0,9}\.?\d{1,6}")
_SURPASSED = 1.5
"""Above 1 and below it a number is a goal surpassed, beside more that are fractions: 1.5, 0.5, 2.5 may be percentages."""
_ZERO, _ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)
_EARLIEST = 1950
_EMPTY = pattern(
    r"0+(?:\.0+)?|(?:0000(?P<sign>[-/.])00(?P=sign)00|00(?P<mark>[/.-])00(?P=mark)(?:00)?00|0001-01-01|1899-12-3[01]|1900-01-0[01]|1970-01-01"
    r"|0?1/0?0/1900|0?0/0?1/1900|1900/1/0)(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?)?"
)
_EMPTY_DAYS = frozenset({date(1, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1), date(1970, 1, 1)})
_TYPED_DAY = pattern(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b")


def mend_columns(rows: Sequence[SheetRow], headings: Headings, *, since_1904: bool) -> list[str]:
    """Let the cells of days and percentages mean what their column says, in place; returns what is to be said before all else."""
    said = []
    for key in _SHARES:
        if key in headings.columns:
            _mend_shares(rows, headings.columns[key])
    if "status" in headings.columns:
        _mend_flags(rows, headings.columns["status"])
    for key in (key for key in DAYS if key in headings.columns):
        there = [row for row in rows if headings.columns[key] < len(row.cells)]
        if _are_swapped([row.cells[headings.columns[key]] for row in there]):
            said.append(_swapped(heading_of(headings, key)))
        _mend_days(there, headings.columns[key], _ZERO_1904 if since_1904 else _ZERO)
    return said


def _mend_days(rows: Sequence[SheetRow], place: int, zero: date) -> None:
    """Read numbers as days, and what programs write for no day as blank, where a cell of the column says anything of the kind."""
    if any(_day(cell, zero) is not cell for cell in {row.cells[place] for row in rows}):
        for row in rows:
            row.cells[place] = _day(row.cells[place], zero)


def _mend_flags(rows: Sequence[SheetRow], place: int) -> None:
    """Read t and f as yes and no where the column holds nothing else, as databases write them."""
    flags = [row for row in rows if place < len(row.cells) and row.cells[place] not in (None, "")]
    if all(row.cells[place] in ("t", "f") for row in flags):
        for row in flags:
            row.cells[place] = row.cells[place] == "t"


def _mend_shares(rows: Sequence[SheetRow], place: int) -> None:
    """Read 0.4 as 40% where the column holds nothing above 1 but a fraction (1.02: surpassed); beside larger numbers it cannot be told."""
    shares = [(row, share) for row in rows if place < len(row.cells) and (share := _share(row.cells[place])) is not None]
    above = [share for _row, share in shares if share > 1]
    whole = any(share >= _SURPASSED for share in above) or 2 * len(above) > len(shares)
    for row, share in shares:
        if not whole:
            row.cells[place] = f"{round(share * 100, 4):g}%"
        elif 0 < share < 1:
            why = _("{number} may be {number} % or {percent} %: the column holds fractions and whole numbers.")
            text = f"{share:g}"
            row.cells[place] = Unclear(text, why.format(number=text, percent=f"{share * 100:g}"), _("Write it with its sign, such as 60%."))


def _share(cell: Cell) -> float | None:
    """The number in a cell that holds nothing else."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell) if cell >= 0 else None
    return float(cell.strip()) if isinstance(cell, str) and len(cell) < 20 and _NUMBER.fullmatch(cell.strip()) else None


def _is_empty(cell: Cell) -> bool:
    """Whether a cell under days holds what programs write for no day: 0000-00-00, a spreadsheet's day 0, the first second of 1970."""
    if isinstance(cell, date):
        return (cell.date() if isinstance(cell, datetime) else cell) in _EMPTY_DAYS
    if isinstance(cell, str):
        return cell[:1] in "01 " and _EMPTY.fullmatch(cell.strip()) is not None
    if isinstance(cell, time):
        return cell == time()  # its day 0, shown as a day
    return isinstance(cell, (int, float)) and cell == 0


def _day(cell: Cell, zero: date) -> Cell:
    """A bare number as the day it counts, or as unclear where it may be two; other cells as they are, and blank where they hold no day."""
    if _is_empty(cell):
        return None
    if isinstance(cell, date) and cell.year < _EARLIEST:
        why = _("{day} can hardly be meant: a number is shown as a day here.").format(day=cell.isoformat()[:10])
        return Unclear(cell.isoformat()[:10], why, _("Write the whole day, such as 2026-09-30."))
    if isinstance(cell, timedelta):
        return zero + cell if cell.days in SERIALS else cell  # a day, shown as hours
    if isinstance(cell, time):
        return Unclear(
            f"{cell:%H:%M}", _("{hour} is an hour and no day.").format(hour=f"{cell:%H:%M}"), _("Write the whole day, such as 2026-09-30.")
        )
    if not isinstance(cell, (int, float)) or isinstance(cell, bool):
        return cell
    if SERIALS.start <= cell < SERIALS.stop:
        return zero + timedelta(days=serial_day(cell))
    return _either(cell) if isinstance(cell, float) else cell


def _either(number: float) -> Cell:
    """9.3 as unclear, since 9.30 is kept as the same number; 9.15 can only be what it says."""
    whole, _point, digit = f"{number:g}".partition(".")
    first = int(whole) if whole.isdigit() else 0
    if digit not in {"1", "2", "3"} or not (first <= 31 or first >= 1900) or (first > 12 and digit != "1") or (first == 2 and digit == "3"):
        return number
    why = _("The sheet holds the number {number} here, which may be {number} or {other}.").format(number=f"{number:g}", other=f"{number:g}0")
    return Unclear(f"{number:g}", why, _("Write the whole day, such as 2026-09-30."))


def _are_swapped(cells: Sequence[Cell]) -> bool:
    """Whether a program took the days it could for real ones in the wrong order: these all have a day up to 12, those left as text none."""
    real = [cell.day for cell in cells if isinstance(cell, date)]
    if len(real) < 2:
        return False
    typed = [max(int(found[1]), int(found[2])) for cell in cells if isinstance(cell, str) and (found := _TYPED_DAY.match(cell))]
    return bool(typed) and max(real) <= 12 < min(typed)


def _swapped(heading: str) -> str:
    return _(
        "In “{heading}” day and month may be swapped: no real day is after the 12th, and all days kept as text are. "
        "Compare one with the paper; if it is so, write them as 2026-07-05."
    ).format(heading=heading)
