"""The days of a row: when it was handed out, by when it is due, when something happened."""

from __future__ import annotations

from datetime import date

from officecli.errors import BadInput
from officecli.files.ledger.rows.dates import DateCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.i18n import _

_DEADLINES = ("original_due", "due")
_HAPPENED = ("signed", "submitted", "closed", "cancelled")


def read_days(cells: RowCells, dates: DateCells, today: date) -> dict[str, date | None]:
    """The dates by column, each deadline filling the other; what has happened can be neither before the issue day nor ahead."""
    issued = _day(cells, "issued", dates, None)
    days = {"issued": issued}
    for key in (*_DEADLINES, *_HAPPENED):
        day = days[key] = _day(cells, key, dates, issued)
        if day and issued and day < issued:
            what = _("{day} is before the issue day {issued}.").format(day=day, issued=issued)
            cells.problem(key, cells[key], what, _("Correct one of the two dates."))
        elif day and day > today and key in _HAPPENED:
            cells.problem(key, cells[key], _("{day} is still to come.").format(day=day), _("Write the day it happened, or leave the cell blank."))
    return {**days, "due": days["due"] or days["original_due"], "original_due": days["original_due"] or days["due"]}


def _day(cells: RowCells, key: str, dates: DateCells, issued: date | None) -> date | None:
    if key not in cells:
        return None
    try:
        return dates.ahead(cells[key], issued) if key in _DEADLINES or issued else dates.past(cells[key])
    except BadInput as refused:
        cells.refused(key, refused)
        return None
