"""Columns of what was planned of each of several stages, and of what came of it, or of when each begins and ends:
Design Plan, Design Actual, Turnover Plan, Turnover Actual; 设计开始, 设计完成, 施工开始, 施工完成.
"""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meaning import says_start
from officecli.files.ledger.columns.by_heading.meant import LOOSE, Meant
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import MOSTLY
from officecli.patterns import pattern

_OF_A_STAGE = pattern(r"(?P<of>.*?\S)\s*(?:(?P<plan>计划|plan(?:ned)?)|(?P<actual>实际|actual))", re.IGNORECASE)
_FROM_TO = pattern(
    r"(?P<of>(?!计划|实际|预[计期]|原|调整|拟|要求|plan|actual|base|revis|orig|expect|forecast|target|schedul).*?\S)\s*"
    r"(?:(?P<start>(?:开始|启动|起始?|start|begin))|(?P<end>(?:完成|结束|止|finish|end|complete)))(?:时间|日期| date)?",
    re.IGNORECASE,
)
"""When a stage begins or ends; what of the whole was planned and what came of it is no stage."""
_SEVERAL = 2


def of_a_stage(table: Table, place: int) -> list[Meant] | None:
    """What a heading means that is one of a stage's two: of the last stage the deadline and the end, of
    those before it nothing. None where it is of no stage, or one of them is the start and the other the end.
    """
    if not _OF_A_STAGE.fullmatch(table.texts[place].strip()):
        return _from_to(table, place)
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


def _from_to(table: Table, place: int) -> list[Meant] | None:
    """The deadline of the heading of when the last of several stages ends, where each begins as well; the others of theirs mean nothing."""
    if not _FROM_TO.fullmatch(table.texts[place].strip()):
        return None
    starts, ends = (
        {found["of"].casefold(): at for at, text in enumerate(table.texts) if (found := _FROM_TO.fullmatch(text.strip())) and found[which]}
        for which in ("start", "end")
    )
    if len(ends) < _SEVERAL or {*starts} != {*ends} or any(table.under[at].days < MOSTLY for at in (*starts.values(), *ends.values())):
        return None
    last = max(ends.values())
    if table.under[last].past == 1 or not table.mostly_filled(last):
        return None
    return [Meant("due", LOOSE)] if place == last else []
