"""How a ledger's file is to be read, as far as it was said with the command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from officecli.files.ledger.columns.remembered import Kept


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How the file is to be read.

    `mapping` is {heading: key} from `parse_mapping`, and `maps` what was kept for headings that come back. What no row says: `dates` is the order of
    day, month and year, of `orders.ORDERS`, where the columns do not show it; `due_rule` gives the deadline of rows that have none, instead of what
    stands above the table (`10 business days from receipt`); `lead` leads what names nobody.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    maps: Sequence[Kept] = ()
    dates: str = ""
    due_rule: str = ""
    lead: str = ""
