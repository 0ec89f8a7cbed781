"""What was changed here on an item since it was last imported, read from its trail: the one place that says what “since the last import” means.

An item is imported when it comes in, and again whenever an import brings it in line, or finds it in line, with a ledger: each leaves an entry
whose act is `import`. What was taken back since counts neither as an import nor as a change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from officecli.files.ledger.reconciling.plan import ChangedHere
from officecli.standing.record.built_on import in_force
from officecli.store.read.entries import entries
from officecli.store.read.reader import Reader, Row

IMPORT = "import"

_FIELDS_OF = {
    "note": ("progress", "percent", "problem", "next_step", "evidence"),
    "submission": ("submitted", "result", "achieved", "rating"),
    "support": ("supports", "parts_done"),
    "body_support": ("supports",),
    "label": ("labels",),
    "target": ("targets",),
    "past_deadline": ("due",),
    "past_lead": ("lead",),
}
"""Table → the fields that its rows say."""

_OF_COLUMN = {"lead_id": "lead", "body_id": "body", "support_note": "supports"}
_SILENT = frozenset({"version", "issued_at", "sign_by", "sign_minutes", "title_key", "source_key"})
"""Columns that no ledger shows."""

_AT_ONCE = 500


def changed_here(read: Reader, item_id: int) -> dict[str, ChangedHere]:
    """Field → its last change here since the item was last imported; nothing for an item that never was."""
    every = entries(read, "WHERE item_id = :item ORDER BY seq", item=item_id)
    standing = in_force(read, every, 0)
    stand = [entry for entry in every if entry["command"] in standing]
    last = max((entry["command"] for entry in stand if entry["verb"] == IMPORT), default=None)
    if last is None:
        return {}
    found: dict[str, ChangedHere] = {}
    for entry in stand:
        if entry["command"] > last:
            for field in _fields(entry):
                found[field] = _told(field, entry)
    return found


@dataclass(frozen=True, slots=True)
class Since:
    """What was done here to an item since a head of the trail: the fields that were changed, and the reasons given for each act, by its verb.

    `before` is what the columns of the item that were changed said at that head.
    """

    fields: dict[str, ChangedHere] = field(default_factory=dict)
    reasons: dict[str, list[str]] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)


def changed_since(read: Reader, item_id: int, seq: int) -> Since:
    """What was done here since entry `seq` of the trail and still stands; that somebody signed for it is no change of its state."""
    every = entries(read, "WHERE item_id = :item AND seq > :seq ORDER BY seq", item=item_id, seq=seq)
    standing = in_force(read, every, seq)
    found = Since()
    for entry in every:
        if entry["command"] in standing:
            found.reasons.setdefault(entry["verb"], []).append(entry["reason"])
            if entry["subject"] == "item":
                found.before.update({name: value for name, value in (entry["before"] or {}).items() if name not in found.before})
            for name in _fields(entry):
                if not (name == "status" and _signed_for(entry)):
                    found.fields[name] = _told(name, entry)
    return found


def _signed_for(entry: Row) -> bool:
    return ((entry["before"] or {}).get("status"), (entry["after"] or {}).get("status")) == ("issued", "in-hand")


def _told(name: str, entry: Row) -> ChangedHere:
    return ChangedHere(name, entry["day"], entry["actor"], entry["verb"])


def perhaps_changed(read: Reader, item_ids: Collection[int]) -> Iterator[int]:
    """Those of the items on which anything was recorded since they were last imported; most were left alone."""
    ids = sorted(item_ids)
    for start in range(0, len(ids), _AT_ONCE):
        wanted = ", ".join(map(str, ids[start : start + _AT_ONCE]))
        rows = read.rows(
            f"SELECT item_id, MAX(command) AS last, MAX(CASE WHEN verb = '{IMPORT}' THEN command ELSE 0 END) AS imported FROM trail"
            f" WHERE item_id IN ({wanted}) GROUP BY item_id ORDER BY item_id"
        )
        yield from (row["item_id"] for row in rows if row["last"] > row["imported"] > 0)


def _fields(entry: Row) -> Iterator[str]:
    """The fields of an item that an entry changed."""
    if entry["subject"] == "item":
        columns = {*(entry["after"] or {})} - _SILENT
        yield from (_OF_COLUMN.get(column, column) for column in columns)
    else:
        yield from _FIELDS_OF.get(entry["subject"], ())
