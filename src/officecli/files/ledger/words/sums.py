"""The word with which a row begins that sums up the others."""

from __future__ import annotations

import re

from officecli.patterns import pattern

_SUM = pattern(r"\s*(?:[合小总共]\s*计|(?:grand |sub[- ]?)?totals?)\s*[:：]?\s*", re.IGNORECASE)


def sums_up(text: str) -> bool:
    """Whether a row that begins with a text is no matter, but their sum."""
    return _SUM.fullmatch(text) is not None
