"""What holds for the rows of a ledger that do not say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What was said for all rows: `due_rule` gives their deadline, instead of what stands above the table, and `lead` leads what names nobody.

    `dates` is the order of day, month and year, of `orders.ORDERS`, where it was asked for.
    """

    due_rule: str = ""
    lead: str = ""
    dates: str = ""
