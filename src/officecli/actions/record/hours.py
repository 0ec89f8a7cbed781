"""An hour that was typed with a day, which is kept whole."""

from __future__ import annotations

from officecli.actions.answer import Answer
from officecli.light import dataclass


@dataclass(frozen=True)
class HourLeftOut(Answer):
    """The `hour` that was typed with a day is not kept."""

    hour: str
