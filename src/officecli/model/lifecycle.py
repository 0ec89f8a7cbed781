"""The life of an item: which act is possible in which status, and what comes of it."""

from __future__ import annotations

from officecli.model.codes import OPEN

_POSSIBLE: dict[str, tuple[str, ...]] = {
    "sign": ("issued",),
    "note": OPEN,
    "part": OPEN,
    "step": ("issued", "in-hand", "submitted"),
    "submit": ("issued", "in-hand"),
    "return": ("submitted",),
    "close": ("issued", "in-hand", "submitted"),
    "rate": ("closed",),
    "extend": ("issued", "in-hand"),
    "grant": ("issued", "in-hand", "suspended"),
    "decline": OPEN,
    "prod": ("issued", "in-hand"),
    "tell": OPEN,
    "assign": ("issued", "in-hand", "suspended"),
    "support": OPEN,
    "edit": OPEN,
    "tag": (*OPEN, "closed"),
    "wait": ("issued", "in-hand"),
    "suspend": ("issued", "in-hand"),
    "resume": ("suspended",),
    "cancel": OPEN,
}


NEEDS_ISSUE = ("sign", "step", "submit", "extend", "prod")
"""Acts that wait for the day an item is handed out."""


def possible(act: str, status: str) -> bool:
    """Whether an item of this status allows the act."""
    return status in _POSSIBLE[act]


def needed(act: str) -> tuple[str, ...]:
    """The statuses that allow the act."""
    return _POSSIBLE[act]
