"""Whether somebody may still do what they took back: between an undo and a redo they may have lost the item, the post or the right."""

from __future__ import annotations

from typing import Any

from officecli.light import dataclass
from officecli.model.acts import ACTS, roles_of
from officecli.standing.items.on_items import on_item
from officecli.standing.record.built_on import in_force
from officecli.standing.record.commands import Command, entries_of, origin_of
from officecli.store.read.reader import Reader, Row


@dataclass(frozen=True)
class _Item:
    id: int
    originator_id: int
    lead_id: int


def lost(read: Reader, actor: Row, undoing: Command) -> str:
    """The first act of what `undoing` took back that the actor may not do any more; "" where they may do all of it."""
    for entry in entries_of(read, origin_of(read, undoing).number):
        verb = entry["verb"]
        if verb in ACTS and ACTS[verb].rule and not _holds(read, actor, entry, undoing):
            return str(verb)
    return ""


def _holds(read: Reader, actor: Row, entry: dict[str, Any], undoing: Command) -> bool:
    """Whether they are still entitled: on an item that is there it is asked anew;
    else they are the registrar they were, or nothing rights hang on has changed.
    """
    verb, fields = entry["verb"], {**(entry["before"] or {}), **(entry["after"] or {})}
    item = read.row("SELECT id, originator_id, lead_id FROM item WHERE id = :id", id=entry["item"]) if ACTS[verb].to == "item" else None
    if item is None:
        return bool(actor["registrar"]) if entry["role"] == "registrar" else not _rights_moved(read, undoing.number)
    who = {"asker_id": fields.get("person_id")} if entry["subject"] == "extension" and verb in ("grant", "decline") else {}
    step = fields.get("step_id") or (
        read.value("SELECT step_id FROM item_step WHERE id = :id", id=entry["id"]) if entry["subject"] == "item_step" else None
    )
    standing = on_item(
        read, actor, _Item(item["id"], item["originator_id"], item["lead_id"]), verb, hand_to=_receiver(entry, fields), step_id=step, **who
    )
    return standing.role in roles_of(verb)


def _receiver(entry: dict[str, Any], fields: dict[str, Any]) -> int | None:
    """Who was given the work by this entry."""
    if entry["subject"] == "item" and entry["verb"] == "assign":
        return fields.get("lead_id")
    return fields.get("person_id") if entry["subject"] == "support" and entry["verb"] == "support" else None


def _rights_moved(read: Reader, since: int) -> bool:
    """Whether who holds which post, who stands above whom or who is away has changed since that command, and was not changed back."""
    rows = read.rows("SELECT command, verb FROM trail WHERE command > :since AND subject IN ('person', 'post', 'absence') ORDER BY seq", since=since)
    return bool(in_force(read, rows, since))
