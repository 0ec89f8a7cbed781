"""Whether what was mistyped on an item may still be put right, so that it counts nowhere: soon after it was set, and never by whom it would acquit."""

from __future__ import annotations

from datetime import date

from officecli.i18n import _, ngettext
from officecli.light import dataclass
from officecli.model.time.wall_clock import local
from officecli.store.calendar.days import working_days
from officecli.store.read.entries import fields
from officecli.store.read.reader import Reader

CORRECTED = ("due", "issued", "lead_id")
"""The columns of an item that are corrected."""


@dataclass(frozen=True)
class Barred:
    """Why not, and what to do instead."""

    what: str
    fix: str


def set_on(read: Reader, item_id: int, column: str) -> date:
    """The office's day on which a column of an item was last set, by whatever was typed."""
    for row in read.rows("SELECT at, after FROM trail WHERE item_id = :item AND subject = 'item' ORDER BY seq DESC", item=item_id):
        if column in (fields(row["after"]) or {}):
            return date.fromisoformat(local(row["at"], read.office["timezone"])[:10])
    raise LookupError(f"item {item_id}: {column}")


def barred(read: Reader, actor_id: int, item_id: int, column: str) -> Barred | None:
    """What forbids the actor to correct a column (see `CORRECTED`) of an item; None for nothing."""
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
            ngettext(
                "It was set on {day}; as mistyped it is corrected only within {n} working day.",
                "It was set on {day}; as mistyped it is corrected only within {n} working days.",
                limit,
            ).format(day=since.isoformat(), n=limit),
            _("Change it from today on, with --reason in place of --correct; what was late stays late."),
        )
    return None
