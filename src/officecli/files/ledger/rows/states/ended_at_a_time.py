"""The end of a matter that is told under one of several times: 已完成 under 一季度完成情况, with nothing under the later ones."""

from __future__ import annotations

import re
from collections.abc import Mapping

from officecli.files.ledger.columns.by_heading.meaning import first_key
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.days.planned_times import months, quarters
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.states.state import State, leave_open, tell
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.in_notes import told_in
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import read_state
from officecli.patterns import pattern
from officecli.typed.dates.spans import no_year
from officecli.typed.text import is_nothing

_TELLING = frozenset({"progress", "status", "result"})
_GOAL = pattern(r"目标|计划|任务|内容|安排|\b(?:target|goal|plan|planned|milestone|deliverable|objective)s?\b", re.IGNORECASE)
_BEFORE_ITS_LAST = 2
"""Months of a quarter."""


def at_a_time(cells: RowCells, state: State, dates: DateCells) -> None:
    """The end of what was due by that time; where it is due later it may as well be of that time alone, and is left open with a mark."""
    if state.code is not None or not is_nothing(cell_text(cells.get("progress"))) or "status" in cells.inferred:
        return
    of_times = [(heading, text) for heading, text in cells.kept() if dates.last_day_of(heading)]
    said = told_in(of_times[-1][1]) if of_times and first_key(of_times[-1][0]) in _TELLING else None  # 竣工 under 四季度 is a plan
    if said is None or said.code != "closed":
        return
    heading, text = of_times[-1]
    if _due_after(heading, cells, dates) is False:
        tell(cells, state, said, heading, text)
    else:
        leave_open(cells, text)


def marked_at_a_time(cells: RowCells, words: Mapping[str, str], state: State, dates: DateCells) -> None:
    """The end that the one mark of a row says under its month, as the ledger's own legend has it: D = done. Of several the last may be of its month alone,
    and under a month still to come it may be the goal.
    """
    if state.code is not None or not words or "status" in cells.inferred:
        return
    by_month = months(cells)
    marked = [(time, text) for time, text in by_month or quarters(cells) if text]
    if not marked or words.get(marked[-1][1].casefold()) != "closed":
        return
    time, text = marked[-1]
    if len(marked) == 1 and not _is_to_come(time, 0 if by_month else _BEFORE_ITS_LAST, dates):
        tell(cells, state, Stated("closed", firm=False), "", text)
    else:
        leave_open(cells, text)


def _is_to_come(time: str, before: int, dates: DateCells) -> bool:
    """Whether a time that begins so many months before its last one has not begun; without a year it is one of this year."""
    reading = dates.day_in("due", time)
    if reading is None or reading.day.year < dates.today.year:
        return False
    later_year = reading.day.year > dates.today.year and not no_year(reading)
    return later_year or reading.day.month - before > dates.today.month


def of_its_time_alone(heading: str, cells: RowCells, dates: DateCells) -> bool:
    """Whether what came about under a time may be no more than the goal of that time, which stands beside it or
    is followed by that of the next: 二季度完成情况, of what is due in December; 6月完成情况 beside 7月计划.

    An end that is told of one time and of another again is that of each.
    """
    if _due_after(heading, cells, dates) is not True:
        before = cells.heading_before(heading)
        return (
            _GOAL.search(before) is not None and dates.last_day_of(heading) is None and _due_after(before, cells, dates) is True
        )  # 一季度目标 | 完成情况
    own = (heading, cells.heading("title"))  # 6月重点任务 is the matter, and no goal beside it
    of_times = [(other, text) for other, text in cells.filled() if other not in own and dates.last_day_of(other)]
    return any(_GOAL.search(other) or ((said := read_state(text)) and said.code == "closed") for other, text in of_times)


def _due_after(heading: str, cells: RowCells, dates: DateCells) -> bool | None:
    """Whether the matter is due after the time that a heading names; None where that cannot be told."""
    last = dates.last_day_of(heading)
    due = dates.day_in("due", cells.get("due")) if last else None
    return due.day > last if due and last else None
