"""An item is handed on to another lead."""

from __future__ import annotations

from typing import Any

from officecli import clock
from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.lead_away import name_lead_away
from officecli.actions.items.signing import begin_at_once
from officecli.actions.items.whose_it_is import tell_whose_it_is
from officecli.actions.notices import tell_of_act, tell_passed_over
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Item, PastLead, Support
from officecli.store.calendar.handing_out import sign_limit
from officecli.store.read.reader import Row
from officecli.typed.text import reason_needed


@dataclass(frozen=True)
class HandedOn(Answer):
    """The item has another lead."""

    number: str
    title: str
    lead: str


def assign(act: Acting, number: str, name: str, reason: str) -> None:
    """Give the item another lead, who must sign for it anew; who gives it to themselves has signed."""
    item = act.item(number)
    to = act.worker(name)
    if to["id"] == item.lead_id:
        raise BadInput(_("{name} leads {number} already.").format(name=to["name"], number=item.number), fix=_("Name another lead."))
    act.enter("assign", item, hand_to=to["id"])
    act.change.reason = reason_needed(reason)
    had = item.lead_id
    hand_over(act, item, to, "assign")
    act.done.append(HandedOn(item.number, item.title, to["name"]))
    begin_at_once(act, item)
    name_lead_away(act, item)
    tell_of_act(act, "assign", item, had)
    tell_passed_over(act, "assign", item.id)
    tell_whose_it_is(act, "assign", item)


def hand_over(act: Acting, item: Item, to: Row, verb: str) -> None:
    """Move the lead, keeping who had it until today; a supporter who becomes the lead stops supporting."""
    change = act.change
    change.add(
        PastLead,
        verb,
        item_id=item.id,
        person_id=item.lead_id,
        sign_by=item.sign_by,
        signed=item.signed,
        sign_minutes=item.sign_minutes,
        until=change.day,
    )
    end_support(act, item, to["id"], verb)
    fields: dict[str, Any] = {"lead_id": to["id"], **unsigned(act, item)}
    if to["id"] == act.actor["id"] and item.status in ("issued", "in-hand") and item.issued <= act.today:
        fields |= {"status": "in-hand", "signed": change.day}
    change.set(item, verb, **fields)


def end_support(act: Acting, item: Item, person_id: int, verb: str) -> None:
    """Whoever leads an item from now on supports it no longer."""
    held = act.read.value("SELECT id FROM support WHERE item_id = :item AND person_id = :person AND until IS NULL", item=item.id, person=person_id)
    if held:
        act.change.set(act.change.get(Support, held), verb, until=act.change.day)


def unsigned(act: Acting, item: Item) -> dict[str, Any]:
    """The fields of an item that its new lead has yet to sign for."""
    now = clock.now()
    fields: dict[str, Any] = {"signed": None, "sign_minutes": None, "sign_by": clock.stamp(sign_limit(act.read, now, item.urgency))}
    if item.issued <= act.today:
        fields["issued_at"] = clock.stamp(now)
    if item.status == "in-hand":
        fields["status"] = "issued"
    return fields
