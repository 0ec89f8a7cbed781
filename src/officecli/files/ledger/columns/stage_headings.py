"""Two rows of headings, the upper of stages of the work, the lower the same of each: 开始 and 完成, or 计划 and 实际, under 设计 and under 施工."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.files.ledger.columns.by_heading.meaning import normal
from officecli.files.ledger.columns.side_by_side import stretched
from officecli.patterns import pattern

OF_TIMES = pattern(r".*(?:时间|时限|日期|节点|日程|工期|进度)(?:安排|要求|计划)?|(?:计划|实际|预计)(?:进度|安排)?")
"""A heading of times, of whatever is done in them."""
FROM_TO = pattern(r"开始|启动|起始?|完成|结束|止|start|begin|finish|end|complete", re.IGNORECASE)
"""When a stage begins and when it ends, under the heading of each."""
_OF_PLAN = pattern(r"(?:plan(?:ned)?|actual|baseline|original|revised|forecast|scheduled?|target)(?: dates?)?", re.IGNORECASE)
"""No stage, but of which of a matter's days it is told."""


def stages_over(above: Sequence[str], below: Sequence[str]) -> dict[str, list[str]]:
    """What stands under each of several headings, where that is the same under all, and tells apart what each stands over; else nothing."""
    under: dict[str, list[str]] = {}
    for up, low in stretched(above, below):
        if up and low and normal(up) != normal(low):
            under.setdefault(up, []).append(low)
    alike = len({tuple(map(normal, lows)) for lows in under.values()}) == 1
    return under if len(under) > 1 and alike and all(len({*map(normal, lows)}) > 1 for lows in under.values()) else {}


def begin_and_end(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether under each of several stages it stands when it begins and when it ends; not where that is said of what was planned, and of what came of it."""
    stages = stages_over(above, below)
    lows = {low.strip() for lows in stages.values() for low in lows}
    return bool(stages) and all(map(FROM_TO.fullmatch, lows)) and not any(form.fullmatch(up) for up in stages for form in (OF_TIMES, _OF_PLAN))


def is_in_parts(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row holds nothing but what headings of times are parted into, beside others merged downwards, another under each of their columns."""
    pairs = [(up, low) for up, low in stretched(above, below) if low and normal(low) != normal(up)]
    alone = [
        at for at, up in enumerate(above) if up and (at + 1 == len(above) or above[at + 1] not in ("", up)) and up not in above[max(at - 1, 0) : at]
    ]
    merged = all(at >= len(below) or not below[at] or normal(below[at]) == normal(above[at]) for at in alone)
    return merged and len({low for _up, low in pairs}) == len(pairs) > 1 and all(OF_TIMES.fullmatch(up) for up, _low in pairs)
