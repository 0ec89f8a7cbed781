"""How a step of an item is called."""

from __future__ import annotations

from officecli.i18n import in_brackets
from officecli.light import dataclass
from officecli.store.read.reader import Row


@dataclass(frozen=True)
class StepName:
    """A step by its number and title, with the post it belongs to; None where it is the lead's."""

    position: int
    title: str
    post: str | None

    def __str__(self) -> str:
        return f"{self.position} {self.title}" + (in_brackets(self.post) if self.post else "")


def step_name(row: Row) -> StepName:
    """The name of a step, a row of STEPS."""
    return StepName(row["position"], row["title"], row["post"])
