"""A row that says it is overdue, with a deadline still to come: the year that was inferred for that is the wrong one."""

from __future__ import annotations

import re
from datetime import date

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import cell_text
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.text import shown

_TOLD_UNDER = ("status", "progress", "problem")
_CLAUSES = pattern(r"[,，。;；\n]+")
_OVERDUE = pattern(
    r"(?:目前|现|仍)?(?:均|都)?已?经?(?:严重|长期)?(?:逾期|超期|超时限?|过期)(?:未(?:办结?|完成|结|报|反馈|办理))?(?:了|中|\d{1,3}个?(?:工作日|[天日周月]))?"
    r"|(?:now |already |still |long |badly |\d{1,3} (?:working )?(?:days?|weeks?|months?) )?(?:overdue|past due)(?: (?:by|since) .{1,30})?!?",
    re.IGNORECASE,
)
_SHOWN = 30


def refuse_overdue(cells: RowCells, key: str, due: date) -> None:
    """Report the deadline under a key, which lies ahead by a year that was inferred, where another cell says that it has passed."""
    for heading, text in (*cells.notes(_TOLD_UNDER), *cells.beside()):
        if said := next((clause for one in _CLAUSES.split(text) if _OVERDUE.fullmatch(clause := one.strip())), ""):
            what = _("“{words}” stands under “{heading}”, and the deadline is read as {day}: its year is not written.")
            reason = what.format(words=shown(said, _SHOWN), heading=heading, day=due.isoformat())
            cells.problem(key, cell_text(cells[key]), reason, _("Write the deadline with its year."))
            return
