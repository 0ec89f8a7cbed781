"""Whether what was mistyped on an item may still be put right, so that it counts nowhere: soon after it was set, and never by whom it would acquit."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from officecli.i18n import _, ngettext
from officecli.model.time.wall_clock import local
from officecli.store import items
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader


@dataclass(frozen=True, slots=True)
class Barred:
    """Why not, and what to do instead."""

    what: str
    fix: str


MEASURED_BY = ("due", "issued", "lead_id")
"""What says whether an item was late, and who was."""


def settled(read: Reader, entries: Sequence[Mapping[str, Any]]) -> Barred | None:
    """Why entries are taken back no more: they set what an item is measured by longer ago than that is corrected; None where they may be.

    One that made an item stands in nobody's way while the item was not late.
    """
    limit, days = read.settings["records.correct_days"], working_days(read)
    for entry in entries:
        if entry["subject"] != "item" or not any(name in (entry["after"] or {}) for name in MEASURED_BY):
            continue
        since = date.fromisoformat(local(entry["at"], read.office["timezone"])[:10])
        if days.between(since, read.today) > limit and (entry["before"] is not None or _was_late(read, entry["id"])):
            return Barred(_set_on(since, limit), _("Change it from today on; what was late stays late."))
    return None


def _was_late(read: Reader, item_id: int) -> bool:
    return bool(read.value(f"SELECT on_time FROM {items.seen(read)} v WHERE id = :item", items.values(read), item=item_id) == 0)


def _set_on(since: date, limit: int) -> str:
    return ngettext(
        "It was set on {day}; as mistyped it is corrected only within {n} working day.",
        "It was set on {day}; as mistyped it is corrected only within {n} working days.",
        limit,
    ).format(day=since.isoformat(), n=limit)


def set_on(read: Reader, item_id: int, column: str) -> date:
    """The office's day on which a column of an item was last set, by whatever was typed."""
    for row in read.rows("SELECT at, body FROM trail WHERE item_id = :item AND subject = 'item' ORDER BY seq DESC", item=item_id):
        if column in (json.loads(row["body"])["after"] or {}):
            return date.fromisoformat(local(row["at"], read.office["timezone"])[:10])
    raise LookupError(f"item {item_id}: {column}")


def barred(read: Reader, actor_id: int, item_id: int, column: str) -> Barred | None:
    """What forbids the actor to correct a column (due, issued, lead_id) of an item; None for nothing."""
    item = read.row("SELECT number, lead_id FROM item WHERE id = :item", item=item_id)
    assert item is not None
    if item["lead_id"] == actor_id:
        return Barred(
            _("Who leads {number} does not correct what they are measured by.").format(number=item["number"]),
            _("Another of the originator's side does, or a registrar for them."),
        )
    limit, since = read.settings["records.correct_days"], set_on(read, item_id, column)
    if working_days(read).between(since, read.today) > limit:
        return Barred(
            _set_on(since, limit),
            _("Change it from today on, with --reason in place of --correct; what was late stays late."),
        )
    return None
