"""An item is halted: for a time, or for good."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.items.extension import move_deadline
from officecli.actions.items.waiting import end_waits
from officecli.i18n import _
from officecli.model.items import Item, Pause
from officecli.store.calendar.days import working_days
from officecli.typed.items.deadlines import said_due
from officecli.typed.text import reason_needed, tidy


def suspend(act: Acting, number: str, reason: str) -> None:
    """Stop the clock until the item is resumed."""
    item = act.item(number)
    act.enter("suspend", item)
    act.change.add(Pause, "suspend", item_id=item.id, since=act.change.day, reason=reason_needed(reason))
    act.change.set(item, "suspend", status="suspended")
    act.said.append(_("{number} suspended; its clock stands still.").format(number=item.number))


def resume(act: Acting, number: str, reason: str = "") -> None:
    """Let the clock run again; the deadline moves by the working days it stood still."""
    item = act.item(number)
    act.enter("resume", item)
    act.change.reason = tidy(reason)
    found = act.read.row("SELECT id, since FROM pause WHERE item_id = :item AND until IS NULL", item=item.id)
    if found:
        pause = act.change.get(Pause, found["id"])
        act.change.set(pause, "resume", until=act.change.day)
        days = working_days(act.read)
        stood = days.between(pause.since, act.change.day)
        if item.due is not None and stood:
            move_deadline(act, item, "resume", days.add(item.due, stood))
        if item.procedure_version_id is not None and stood:
            from officecli.actions.procedures.opening_steps import shift_limits

            shift_limits(act, item, stood)
    act.change.set(item, "resume", status="in-hand" if item.signed else "issued")
    due = _("due {date}").format(date=said_due(act.read, item.due)) if item.due else _("no deadline")
    act.said.append(_("{number} resumed: {due}.").format(number=item.number, due=due))


def cancel(act: Acting, number: str, reason: str) -> None:
    """Take the item out of the office's work, with a reason; nothing is deleted."""
    item = act.item(number)
    act.enter("cancel", item)
    act.change.reason = reason_needed(reason)
    strike(act, item, "cancel")
    act.said.append(_("{number} cancelled: {title}.").format(number=item.number, title=item.title))


def strike(act: Acting, item: Item, verb: str) -> None:
    """Set an item to cancelled and end what was going on in it."""
    end_waits(act, item, verb)
    for row in act.read.rows("SELECT id FROM pause WHERE item_id = :item AND until IS NULL", item=item.id):
        act.change.set(act.change.get(Pause, row["id"]), verb, until=act.change.day)
    act.change.set(item, verb, status="cancelled", cancelled=act.change.day)
