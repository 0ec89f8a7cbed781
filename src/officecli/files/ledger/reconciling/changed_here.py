"""What was changed here on an item since a ledger last said it, read from its trail: the one place that says what that means.

Each field by itself: a ledger says a field when the item comes in, when an import changes that field, and when an import finds it in the row as it
is here, which the mark that it leaves names. Of what a row does not mention it says nothing. What was taken back counts neither way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from officecli.files.ledger.reconciling.plan import ChangedHere
from officecli.files.ledger.reconciling.saying import OF_NOTE, OF_SUBMISSION
from officecli.model.ledger_marks import IMPORT, said_alike
from officecli.standing.record.built_on import in_force
from officecli.store.read.entries import entries
from officecli.store.read.reader import Reader, Row

_FIELDS_OF = {
    "note": tuple(OF_NOTE),
    "submission": OF_SUBMISSION,
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
    """Field → its last change here since a ledger last said it; nothing for an item that never was in one."""
    return _since_said(read, entries(read, "WHERE item_id = :item ORDER BY seq", item=item_id))


def all_changed_here(read: Reader, item_ids: Collection[int]) -> Iterator[tuple[int, dict[str, ChangedHere]]]:
    """The same for each of the items of which anything was; most were left alone."""
    ids = sorted(item_ids)
    for start in range(0, len(ids), _AT_ONCE):
        wanted = ", ".join(map(str, ids[start : start + _AT_ONCE]))
        touched = read.ids(
            f"SELECT item_id FROM trail WHERE item_id IN ({wanted}) GROUP BY item_id"
            f" HAVING COUNT(DISTINCT command) > COUNT(DISTINCT CASE WHEN verb = '{IMPORT}' THEN command END)"
        )
        for item_id in touched:
            if item_id is not None and (changed := changed_here(read, item_id)):
                yield item_id, changed


def _since_said(read: Reader, every: Sequence[Row]) -> dict[str, ChangedHere]:
    standing = in_force(read, every, 0)
    found: dict[str, ChangedHere] = {}
    noted: Row = {}
    came_in = False
    for _command, group in groupby((entry for entry in every if entry["command"] in standing), key=lambda entry: entry["command"]):
        of_it = list(group)
        changed: dict[str, ChangedHere] = {}
        for entry in of_it:
            names = _of_note(entry["after"], noted) if _is_feedback(entry) else _fields(entry)
            changed |= {name: _told(name, entry, of_it[0]["seq"]) for name in names if not (name == "status" and _signed_for(entry))}
            noted = entry["after"] if _is_feedback(entry) else noted
        if any(entry["verb"] == IMPORT for entry in of_it):
            came_in = True
            for name in [*found] if _says_all(of_it) else [*changed, *_said_again(of_it)]:
                found.pop(name, None)
        elif came_in:
            found |= {name: replace(one, first=found[name].first) if name in found else one for name, one in changed.items()}
    return found


def _said_again(entries_of_import: Sequence[Row]) -> Iterator[str]:
    for entry in entries_of_import:
        yield from said_alike(entry["verb"], entry["reason"])


def _says_all(entries_of_import: Sequence[Row]) -> bool:
    """Whether an import left nothing but a mark that names no field: before marks did, that meant all that was changed here."""
    return len(entries_of_import) == 1 and not entries_of_import[0]["reason"]


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


def _is_feedback(entry: Row) -> bool:
    return entry["subject"] == "note" and entry["before"] is None


def _told(name: str, entry: Row, first: int = 0) -> ChangedHere:
    return ChangedHere(name, entry["day"], entry["actor"], entry["verb"], first)


def _fields(entry: Row) -> Iterator[str]:
    """The fields of an item that an entry changed."""
    if entry["subject"] == "item":
        columns = {*(entry["after"] or {})} - _SILENT
        yield from (_OF_COLUMN.get(column, column) for column in columns)
    elif entry["subject"] != "note" or _is_feedback(entry):  # that a note counts by its own day from now on changes nothing of what it says
        yield from _FIELDS_OF.get(entry["subject"], ())


def _of_note(note: Row, before: Row) -> Iterator[str]:
    """The fields in which a note says otherwise than the one before; without a percent the former one holds."""
    for name, column in OF_NOTE.items():
        if (note.get(column) or None) != (before.get(column) or None) and not (name == "percent" and note.get(column) is None):
            yield name
