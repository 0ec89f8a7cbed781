"""An item is halted: for a time, or for good."""

from __future__ import annotations

from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.done import Cancelled
from officecli.actions.items.extension import move_deadline
from officecli.actions.items.repeating import already, last_reason
from officecli.actions.items.waiting import end_waits
from officecli.actions.notices import tell_of_act
from officecli.light import dataclass
from officecli.model.items import Item, Pause
from officecli.store.calendar.days import working_days
from officecli.store.items import OPEN_STATUSES
from officecli.typed.day_said import DaySeen, seen_today
from officecli.typed.text import reason_needed, tidy


@dataclass(frozen=True)
class Suspended(Answer):
    """The item's clock stands still."""

    number: str


@dataclass(frozen=True)
class Resumed(Answer):
    """The item's clock runs again, to this deadline; None for none."""

    number: str
    due: DaySeen | None


@dataclass(frozen=True)
class PartsGoOn(Answer):
    """The item is halted, and these parts of it are still open."""

    number: str
    parts: tuple[str, ...]


def suspend(act: Acting, number: str, reason: str) -> None:
    """Stop the clock until the item is resumed."""
    item = act.item(number)
    halted = act.read.row("SELECT since, reason FROM pause WHERE item_id = :item AND until IS NULL ORDER BY id DESC LIMIT 1", item=item.id)
    if item.status == "suspended" and halted and halted["reason"] == tidy(reason) and already(act, item, "suspend", halted["since"]):
        return
    act.enter("suspend", item)
    act.change.add(Pause, "suspend", item_id=item.id, since=act.change.day, reason=reason_needed(reason))
    act.change.set(item, "suspend", status="suspended")
    _tell_hands(act, item, "suspend")
    act.done.append(Suspended(item.number))
    _name_parts(act, item)


def resume(act: Acting, number: str, reason: str = "") -> None:
    """Let the clock run again; the deadline moves by the working days it stood still."""
    item = act.item(number)
    resumed = last_reason(act, item, "resume") if item.status in ("issued", "in-hand") else None
    if resumed and tidy(reason) in ("", resumed[1]) and already(act, item, "resume", resumed[0]):
        return
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
    act.change.set(
        item, "resume", status="in-hand" if item.signed or item.imported else "issued"
    )  # when an imported one was signed for nobody may know
    act.done.append(Resumed(item.number, seen_today(act.read, item.due) if item.due else None))


def cancel(act: Acting, number: str, reason: str) -> None:
    """Take the item out of the office's work, with a reason; nothing is deleted."""
    if mine := act.own_reminder(number):
        from officecli.actions.items.reminders import cancel_own

        cancel_own(act, mine, reason)
        return
    item = act.item(number)
    struck = last_reason(act, item, "cancel") if item.status == "cancelled" else None
    if struck and struck[1] == tidy(reason) and already(act, item, "cancel", item.cancelled):
        return
    act.enter("cancel", item)
    act.change.reason = reason_needed(reason)
    strike(act, item, "cancel")
    _tell_hands(act, item, "cancel")
    act.done.append(Cancelled(item.number, item.title))
    _name_parts(act, item)


def _tell_hands(act: Acting, item: Item, verb: str) -> None:
    """Tell the lead and the supporters, who would go on with it."""
    supporters = act.read.rows("SELECT person_id FROM support WHERE item_id = :item AND until IS NULL ORDER BY id", item=item.id)
    tell_of_act(act, verb, item, item.lead_id, *(row["person_id"] for row in supporters))


def _name_parts(act: Acting, item: Item) -> None:
    """Name the parts of a halted item that somebody goes on with."""
    held = "" if item.status == "cancelled" else "AND status <> 'suspended'"
    rows = act.read.rows(f"SELECT number FROM item WHERE parent_id = :item AND status IN {OPEN_STATUSES} {held} ORDER BY id", item=item.id)
    if rows:
        act.done.append(PartsGoOn(item.number, tuple(row["number"] for row in rows)))


def strike(act: Acting, item: Item, verb: str, day: date | None = None) -> None:
    """Set an item to cancelled, on that day or today, and end what was going on in it."""
    end_waits(act, item, verb)
    for row in act.read.rows("SELECT id FROM pause WHERE item_id = :item AND until IS NULL", item=item.id):
        act.change.set(act.change.get(Pause, row["id"]), verb, until=act.change.day)
    act.change.set(item, verb, status="cancelled", cancelled=day or act.change.day)
