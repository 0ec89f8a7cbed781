"""Tells whether headings ask in so many words what is to be done, by whom and by when, and not what is lent, learned or runs out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import meanings, normal
from officecli.files.ledger.columns.by_heading.meant import DEADLINES, EXACT
from officecli.files.ledger.columns.heading_rows import headed_keys
from officecli.patterns import pattern

_MATTERS, _LEADS = 40, 48
"""How plainly a heading asks for a matter (Issue, 案由), and for who is to see to it (Assigned to, 跟进人): Course, 合同名称, Employee and Custodian do not."""
_RUNS_OUT = pattern(
    r"\b(?:return|back\b|renew|expir|inspect|warrant|review|ends?\b|finish|until\b)|到期|届满|归还|应还|还$|年检|年审|检验|续|失效|有效|召开|举[办行]|开展|结束",
    re.IGNORECASE,
)
"""A day on which what is lent is due back or a term runs out: of things, courses and plans, and of nothing that somebody is told to do by then."""

_WHO = pattern(r"(?:交?由|交给)?谁.+|经办")
"""谁来办 and 经办 (short for 经办人) ask who is to see to it as plainly as any."""


def is_outright(texts: Sequence[str], matter: int | None, mapping: Mapping[str, str]) -> bool:
    """Whether headings ask in so many words what is to be done, who is to do it and by when."""
    due = any(DEADLINES & headed_keys([text], mapping) and not _RUNS_OUT.search(text) for text in texts)
    return due and asks_what_and_who(texts, matter, mapping, ("title", "goal"))


def asks_what_and_who(texts: Sequence[str], matter: int | None, mapping: Mapping[str, str], matters: Sequence[str] = ("title",)) -> bool:
    """Whether they ask so what is to be done and who is to do it; of what others help with, 来信内容 is enough."""
    plain = [_plainly(text, mapping) for text in texts]
    helped = any(found.get("support", 0) >= _LEADS for found in plain)
    asked = matter is not None and (helped or max(plain[matter].get(key, 0) for key in matters) >= _MATTERS)
    return asked and any(_asks_who(text, found) for text, found in zip(texts, plain, strict=True))


def _asks_who(text: str, found: Mapping[str, int]) -> bool:
    return max(found.get("lead", 0), found.get("unit", 0)) >= _LEADS or ("lead" in found and bool(_WHO.fullmatch(text)))


def _plainly(text: str, mapping: Mapping[str, str]) -> Mapping[str, int]:
    """Which columns a heading means, and how plainly."""
    said = next((key for heading, key in mapping.items() if normal(heading) == normal(text)), "")
    return {said: EXACT} if said else {one.key: one.strength for one in meanings(text)}
