"""What of the record is for a few only, and is left out wherever the record is shown to everybody."""

from __future__ import annotations

from collections.abc import Mapping

from officecli.hints import Any

CONFIDED = {
    "difficulty": ("person_id", "text", "answer"),
    "reminder": ("person_id", "title", "registered", "due", "text", "result", "closed", "cancelled"),
}
"""By table, the fields that are for a few: of a difficulty for the person, who sees to it, and the direct superior; of a personal item for whose it is."""


def discreet(table: str, fields: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The fields of a row, or of a change to it, without what was confided."""
    return None if fields is None else {name: value for name, value in fields.items() if name not in CONFIDED.get(table, ())}
