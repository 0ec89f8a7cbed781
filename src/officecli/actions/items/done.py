"""Answers to acts on an item, the office's or somebody's own."""

from __future__ import annotations

from officecli.actions.answer import Answer
from officecli.light import dataclass
from officecli.typed.day_said import DaySeen


@dataclass(frozen=True)
class FieldChanged:
    """What a field of an item said, and says now; None for nothing, codes as they are kept."""

    field: str
    old: DaySeen | str | float | None
    new: DaySeen | str | float | None


@dataclass(frozen=True)
class ItemChanged(Answer):
    """What the item says was changed; `targets` are those in place of the old ones, as they were typed."""

    number: str
    changed: tuple[FieldChanged, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True)
class SaysSoAlready(Answer):
    """Nothing of the item had to be changed."""

    number: str


@dataclass(frozen=True)
class Noted(Answer):
    """How it goes is on record; `progress` in percent, where it was said."""

    number: str
    title: str
    progress: int | None


@dataclass(frozen=True)
class NotSignedFor(Answer):
    """What was noted does not sign for the item, as the lead's own word would: whoever writes `gave` it, or stands above the lead."""

    number: str
    lead: str
    gave: bool


@dataclass(frozen=True)
class Closed(Answer):
    """The result is accepted and the item struck off."""

    number: str
    title: str


@dataclass(frozen=True)
class Cancelled(Answer):
    """The item is out of the office's work."""

    number: str
    title: str


@dataclass(frozen=True)
class Reopened(Answer):
    """The item is in hand again, or waits to be signed for; `lead` does it."""

    number: str
    title: str
    lead: str


@dataclass(frozen=True)
class CopySent(Answer):
    """Somebody finds the item among what they are told of."""

    number: str
    title: str
    name: str
