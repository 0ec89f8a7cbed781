"""What an action answers with: plain values. The sentences that people read stand in `cli.answers`."""

from __future__ import annotations

import re

from officecli.errors import OfficeError
from officecli.light import dataclass


@dataclass(frozen=True)
class Answer:
    """What came of an act. Each kind is a frozen dataclass beside the action that gives it, named for what was done.

    Days are dates, people names, items numbers. What is about one item has its `number`, what is about several their `numbers`.
    """

    @classmethod
    def act(cls) -> str:
        """What was done, as programs read it: `closed`, `extension-granted`."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()


@dataclass(frozen=True)
class NotDone:
    """What was not done of several things: its number, as it was typed where there is no such item, the item's id, and why."""

    number: str
    item_id: int | None
    error: OfficeError
