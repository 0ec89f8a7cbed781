"""Rules that are asked one after the other what a heading means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from officecli.files.ledger.columns.by_heading.meant import Meant
from officecli.files.ledger.columns.fitting.column import Column

Rule = Callable[[Column, list[Meant]], list[Meant] | None]
"""What a column means that meant so much before; None where the rule has nothing to say of it."""

SETTLES, ORDERS = True, False
"""Whether what a rule says is the end of it, or the rules behind it are asked of that."""


def ruled(column: Column, found: list[Meant], rules: Sequence[tuple[Rule, bool]]) -> list[Meant]:
    """The meanings of a column by rules in their order."""
    for rule, settles in rules:
        said = rule(column, found)
        if said is not None:
            if settles:
                return said
            found = said
    return found
