"""Columns of what was planned of each of several stages, and of what came of it: Design Plan, Design Actual, Turnover Plan, Turnover Actual."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meaning import says_start
from officecli.files.ledger.columns.by_heading.meant import LOOSE, Meant
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import MOSTLY
from officecli.patterns import pattern

_OF_A_STAGE = pattern(r"(?P<of>.*?\S)\s*(?:(?P<plan>计划|plan(?:ned)?)|(?P<actual>实际|actual))", re.IGNORECASE)
_SEVERAL = 2


def of_a_stage(table: Table, place: int) -> list[Meant] | None:
    """What a heading means that is one of a stage's two: of the last stage the deadline and the end, of
    those before it nothing. None where it is of no stage, or one of them is the start and the other the end.
    """
    if not _OF_A_STAGE.fullmatch(table.texts[place].strip()):
        return None
    stages: dict[str, dict[str, int]] = {}
    for at, text in enumerate(table.texts):
        if found := _OF_A_STAGE.fullmatch(text.strip()):
            stages.setdefault(found["of"].casefold(), {})["plan" if found["plan"] else "actual"] = at
    both = [stage for stage in stages.values() if len(stage) == _SEVERAL]
    if len(both) < _SEVERAL or len(both) < len(stages) or any(map(says_start, stages)):
        return None
    if any(table.under[stage["plan"]].days < MOSTLY for stage in both) or not table.mostly_filled(both[-1]["plan"]):
        return None
    last = max(both, key=lambda stage: stage["plan"])
    return [Meant("due", LOOSE)] if place == last["plan"] else [Meant("closed", LOOSE)] if place == last["actual"] else []
