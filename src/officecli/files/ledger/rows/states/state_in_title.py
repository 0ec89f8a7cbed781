"""The end or the pause that a matter's own last sentence or line tells of, as minutes have it: Send out the forms. Done June 26; 修订办法。已于6月26日完成."""

from __future__ import annotations

import re

from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.states.state import ENDS, State, leave_open, tell
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.in_notes import told_in
from officecli.files.ledger.words.plain import DAY
from officecli.patterns import pattern

_SENTENCES = pattern(r"(?<=[a-z\d)\]”\"'])(?<!\b[A-Z][a-z])(?<!\bMrs)(?<!\bAve)(?<!\bInc)[.!]\s+(?=[A-Z])|[。！]\s*|\n\s*")
"""Where one sentence of a matter ends and another begins; not behind St., Mr. and the like."""
_GOALS = pattern(r"(?!.*[已均]).*[\u3400-\u9fff](?<!了)")
"""What a Chinese sentence says without 已 or 了 may as well be the goal: 全面完成, 6月30日完成."""
_OPEN_TO = pattern(r"closed (?:for|to|at|between|from|off)\b.*", re.IGNORECASE)
"""So a street or an office is: Restripe the lot. Closed for paving."""


def in_its_title(cells: RowCells, state: State, dates: DateCells) -> None:
    """Take the state from the last sentence of the matter, where nothing else says how far it is."""
    if state.code is not None or "status" in cells.inferred or any(cell_text(cells.get(key)) for key in ENDS):
        return
    *before, last = list(filter(None, _SENTENCES.split(cell_text(cells.get("title")).strip()))) or [""]
    last = last.rstrip(".!。！ ")
    said = told_in(last) if before and not _OPEN_TO.fullmatch(last) else None
    if said is None or said.code not in (*ENDS, "suspended"):
        return
    is_goal = said.code in ("closed", "submitted") and _GOALS.fullmatch(last)
    if is_goal and not DAY.search(last):
        return
    day = DAY.search(said.beside)
    reading = dates.day_in("due", day[0].strip()) if day and said.code == "closed" else None
    if is_goal or (reading and reading.day > dates.today):
        leave_open(cells, last)
    else:
        tell(cells, state, said, cells.heading("title"), last)
