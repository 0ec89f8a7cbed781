"""Matters in several levels: what is done for a task, the task of a goal."""

from __future__ import annotations

from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import MOSTLY
from officecli.files.ledger.sheets.cells import cell_text

_LEVELS = 2


def levels_between(table: Table, title: int, lowest: int) -> list[int]:
    """The places of the columns over the lowest of several levels, the widest first."""
    between = (place for place, found in table.open.items() if place < lowest and any(meant.key in ("title", "goal") for meant in found))
    return sorted({title, *between} - {lowest})


def levels_over(table: Table, lowest: int) -> list[int]:
    """The columns over a matter that repeats, where it is the lowest of several levels itself (Goal, Objective, Task); they are taken from what they were."""
    columns = table.chosen.columns
    goals = [place for key in ("goal", "source") if (place := columns.get(key)) is not None and place < lowest and table.may_be(place, "title")]
    levels = sorted({*goals, *(place for place in levels_between(table, lowest, lowest) if place < lowest)})
    if len(levels) < _LEVELS or not table.in_every_row(lowest) or not table.repeats(lowest, lowest) or not table.told_together([*levels, lowest]):
        return []
    for key in [key for key, place in columns.items() if place in levels]:
        del columns[key]
    return levels


def is_lowest(table: Table, title: int, lowest: int) -> bool:
    """Whether the lowest of several levels repeats (the same measures for each task), and only together with those over it tells the rows apart."""
    return (
        title < lowest
        and table.in_every_row(lowest)
        and table.repeats(lowest, lowest)
        and table.told_together([*levels_between(table, title, lowest), lowest])
    )


def numbered_together(table: Table, title: int) -> bool:
    """Whether of numbers or codes some stand again, and each with the same beside it under the title: File No., Matter, over what is done in each."""
    if not table.repeats(title, title):
        return False
    for at in (at for at in table.others(title) if table.headed(at) == "number" or table.under[at].codes >= MOSTLY):
        beside: dict[str, list[str]] = {}
        for number, said in ((cell_text(cells[at]), cell_text(cells[title])) for cells in table.rows):
            if number:
                beside.setdefault(number, []).append(said)
        if any(len(said) > 1 for said in beside.values()) and all(len({*said}) == 1 for said in beside.values()):
            return True
    return False
