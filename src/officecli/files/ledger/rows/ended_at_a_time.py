"""The end of a matter that is told under one of several times: 已完成 under 一季度完成情况, with nothing under the later ones."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.heading_meaning import first_key
from officecli.files.ledger.rows.dates import DateCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.state import State, tell
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.in_notes import told_in
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.text import is_nothing, shown

_TELLING = frozenset({"progress", "status", "result"})
_GOAL = pattern(r"目标|计划|任务|内容|安排")
_TIME = pattern(r"(?P<quarter>[一二三四]季度)|(?P<half>[上下]半年)|(?P<month>(?<!\d)(?:1[0-2]|[1-9])月)")


def at_a_time(cells: RowCells, state: State, dates: DateCells) -> None:
    """The end of what was due by that time; where it is due later it may as well be of that time alone, and is left open with a mark."""
    if state.code is not None or not is_nothing(cell_text(cells.get("progress"))) or "status" in cells.inferred:
        return
    of_times = [(found, heading, text) for heading, text in cells.kept() if (found := _TIME.search(heading))]
    said = told_in(of_times[-1][2]) if of_times and first_key(of_times[-1][1]) in _TELLING else None  # 竣工 under 四季度 is a plan
    if said is None or said.code != "closed":
        return
    time, heading, text = of_times[-1]
    if _due_after(time, cells, dates) is False:
        tell(cells, state, said, heading, text)
    else:
        cells.inferred["status"] = _("left open: “{words}” may tell of its end").format(words=shown(text, 30))


def of_its_time_alone(heading: str, cells: RowCells, dates: DateCells) -> bool:
    """Whether what came about under a time may be no more than the goal of that time, which stands beside it or is followed by that of the next: 二季度完成情况, of what is due in December; 6月完成情况 beside 7月计划."""
    time = _TIME.search(heading)
    return (
        time is not None
        and any(_TIME.search(other) and _GOAL.search(other) for other, _text in cells.kept())
        and _due_after(time, cells, dates) is True
    )


def _due_after(time: re.Match[str], cells: RowCells, dates: DateCells) -> bool | None:
    """Whether the matter is due after a time; None where that cannot be told."""
    last = dates.day_in("due", f"{time[0]}底" if time["month"] else f"{time[0]}末" if time["quarter"] else time[0])
    due = dates.day_in("due", cells.get("due"))
    return due.day > last.day if due and last else None
