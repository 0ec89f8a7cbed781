"""The statuses of items as people say them on the command line, where a ledger's cell could say more."""

from __future__ import annotations

from officecli.model import codes
from officecli.typed.codes import code_meant
from officecli.typed.text import plain_words

STATES = (*codes.READ_AS, *codes.STATUSES)
"""Every status that is asked for; `open` and `registered` are read, and never stored."""

OVERDUE = "overdue"
"""What is computed and no status, though people ask for it where they ask for one."""

_OVERDUE_WORDS = "overdue 逾期 超期 已逾期 已超期 逾期未办结"
_OF_CELLS = "是 否 √ × ✓ x n o y no yes true false late delayed waiting blocked"
"""What says in a cell whether something is done, and would say something else, or nothing, on the command line."""


def state_meant(typed: str) -> str | None:
    """The status that is typed, by its code or by any word offices have for it, or OVERDUE; None for what is neither."""
    said = plain_words(typed)
    if said in _OVERDUE_WORDS.split():
        return OVERDUE
    return code_meant(typed, STATES, "status", also=said not in _OF_CELLS.split())
