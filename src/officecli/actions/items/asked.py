"""The changes asked for of an item, the office's or somebody's own, as they were typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from officecli.light import dataclass, field
from officecli.typed.items.tags import UNTAGGED, Tags


@dataclass(frozen=True)
class Edit:
    """What is to change, as it was typed, None where nothing was: `fields` by their keys, and what is no field or needs more than its new value."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    due: str | None = None
    targets: Sequence[str] = ()
    reason: str = ""
    tags: Tags = UNTAGGED
    body: str | None = None
    labels: Sequence[str] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is to change."""
        told = (*self.fields.values(), self.due, self.body)
        return self.tags == UNTAGGED and not (self.targets or self.labels) and all(one is None for one in told)


@dataclass(frozen=True)
class Feedback:
    """How it goes, as it was typed."""

    text: str = ""
    progress: str = ""
    problem: str = ""
    next_step: str = ""
    evidence: str = ""
