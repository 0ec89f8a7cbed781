"""What was talked about, and what is done about it next."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.chosen import Table
from officecli.patterns import pattern

_TALKED_ABOUT = pattern(
    r"(?:(?:agenda|discussion|meeting) )?topics?(?: discussed)?|(?:agenda|discussion) (?:item|point)s?|discussions?|(?:matter|subject)s? discussed"
    r"|talking points?|themes?",
    re.IGNORECASE,
)


def next_of_topic(table: Table, title: int) -> int | None:
    """What is to be done next, an order in every row, beside what was talked about: Next steps, of a Topic."""
    step = table.chosen.columns.get("next_step")
    if step is None or table.mapped(step) or not _TALKED_ABOUT.fullmatch(table.texts[title].strip()):
        return None
    return step if table.under[step].ordered and table.differs_in_every_row(step) else None
