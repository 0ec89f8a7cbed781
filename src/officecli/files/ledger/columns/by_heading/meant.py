"""How a heading means a column: the column's key, and how plainly it is named."""

from __future__ import annotations

from typing import NamedTuple

EXACT = 90
"""The heading is one of the column's own words."""

LOOSE = 60
"""It is a word that means the column where no plainer heading does; what is put together of known parts is looser still."""

PERHAPS = 30
"""The strength of a heading that is one of states only where states stand under it: List, Stage."""

GUESSED = 18
"""The strength of a heading that is understood by its morphemes alone; what stands under it has to bear it out."""

CONCERNED = 12
"""The strength of 企业名称 and 设备名称: who or what is concerned is the matter only where nothing else is."""

EACH = 10
"""The strength of 分办单位 and 所属街道: whoever stands there does it alone, or is where it is, and none supports whoever leads by another heading."""


class Meant(NamedTuple):
    """A column a heading may mean; of two headings for one column that of more `strength` has it. `later` marks a deadline that replaces another."""

    key: str
    strength: int
    later: bool = False

    @property
    def plain(self) -> bool:
        """Whether the column is named by its own word."""
        return self.strength >= EXACT


DAYS = frozenset({"issued", "original_due", "due", "signed", "submitted", "closed", "cancelled"})
AHEAD = ("issued", "original_due", "due")
"""Days in whose place a tick says nothing; where something happened it says that it did."""
PASSED = ("issued", "closed")
"""Days of what has happened: a heading that may mean one means nothing of the kind where none stands under it."""

DEADLINES = frozenset({"due", "original_due"})
LEADS = frozenset({"lead", "unit"})
"""Columns of who leads: a person, or a section."""

PEOPLE = frozenset({"lead", "unit", "support", "by", "parts_done"})
WORDS = frozenset({"urgency", "importance", "kind"})
"""Columns whose words stand for codes and may be the office's own; what is not known of them is kept as a label."""

ANY_NUMBER = frozenset({"support", "status", "remarks"})
"""Columns that may be spread over several headings."""
