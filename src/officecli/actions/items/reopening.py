"""A closing that was wrong: the item is opened again, and the record says from when to when it was closed."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.items.done import Reopened
from officecli.actions.items.repeating import already, last_reason
from officecli.model.items import PastClosing
from officecli.typed.text import reason_needed, tidy


def reopen(act: Acting, number: str, reason: str) -> None:
    """Open a closed item again; its first submission, or where there was none the first closing, still decides whether it was in time."""
    if mine := act.own_reminder(number):
        from officecli.actions.items.reminders import reopen_own

        reopen_own(act, mine, reason)
        return
    item = act.item(number)
    opened = last_reason(act, item, "reopen") if item.status in ("issued", "in-hand") else None
    if opened and opened[1] == tidy(reason) and already(act, item, "reopen", opened[0]):
        return
    act.enter("reopen", item)
    act.change.reason = reason_needed(reason)
    act.change.add(PastClosing, "reopen", item_id=item.id, closed=item.closed, until=act.change.day)
    act.change.set(item, "reopen", status="in-hand" if item.signed or item.imported else "issued", closed=None)
    lead = act.read.value("SELECT name FROM person WHERE id = :id", id=item.lead_id)
    act.done.append(Reopened(item.number, item.title, lead))
