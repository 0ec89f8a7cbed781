"""Headings of a stage: how far a matter is in words of its own, or in which part of the work a row stands."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.han_morphemes import is_stage
from officecli.patterns import pattern

HOW_FAR = pattern(r"阶段|环节|节点|步骤|\b(?:stage|phase|step|health)\b", re.IGNORECASE)
"""How far it is in a procedure of its own, whose words nobody lists; one of them may be its end."""

PART_OF_THE_WORK = pattern(r"(?:工作|实施|项目|推进|活动)?(?:工作)?(?:环节|阶段)(?:名称)?|(?:.*\b)?phase(?:\b.*)?", re.IGNORECASE)
"""The part of a plan that a row belongs to, unless some rest, were given up or are over; the matter where nothing else is."""

_DRAFTED = pattern(r"outline|(?:(?:first|1st|second|2nd|final) )?draft|final(?: version| copy)?|publish|publication", re.IGNORECASE)


def is_written_stage(heading: str) -> bool:
    """Whether a heading is a stage of what is written, in either language: 初稿, First draft."""
    return is_stage(heading) or _DRAFTED.fullmatch(heading.strip()) is not None
