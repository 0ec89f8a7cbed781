"""A heading that names a matter, who leads it and its deadline at once: Action / Who / When; 重点任务（责任人，完成时限）."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meaning import meanings
from officecli.files.ledger.columns.by_heading.meant import DEADLINES, LEADS
from officecli.patterns import pattern

_ASKED = LEADS | DEADLINES | {"title", "support"}
_BRACKETED = pattern(r"(?P<out>[^()（）\[\]]+?)\s*[(（\[](?P<inside>[^()（）\[\]]+)[)）\]]\s*")
_BETWEEN = pattern(r"\s*[/|\\\n、，,;；&+]\s*|\s+[-–—]+\s+|[及和与]|\s+and\s+", re.IGNORECASE)
_LONGEST, _THREE = 60, 3


def three_in_one(heading: str) -> tuple[tuple[str, str], ...]:
    """The headings in one that names all three, and whoever helps at most, each with its column; none of any other."""
    if len(heading) > _LONGEST:
        return ()
    inside = _BRACKETED.fullmatch(heading.strip())
    texts = [inside["out"], *_BETWEEN.split(inside["inside"])] if inside else _BETWEEN.split(heading)
    texts = [text.strip() for text in texts if text.strip()]
    if len(texts) < _THREE:
        return ()
    keys = [_key(text) for text in texts]
    whole = keys.count("title") == 1 and not LEADS.isdisjoint(keys) and not DEADLINES.isdisjoint(keys) and {*keys} <= _ASKED
    return tuple(zip(texts, keys, strict=True)) if whole else ()


def _key(text: str) -> str:
    """The column of a heading beside others: 时间 is when it is to be done."""
    means = [one.key for one in meanings(text)]
    return next((key for key in ("title", "due") if key in means), means[0] if means else "")
