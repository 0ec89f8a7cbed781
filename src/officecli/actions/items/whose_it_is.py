"""Sends a copy of what was given to whoever answers for it and does not know: in whose name a registrar gave it, or who stands above the lead."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.items.done import CopySent
from officecli.actions.notices import tell
from officecli.model.items import Item
from officecli.standing.office.superiors import superiors
from officecli.typed.text import tidy


def tell_whose_it_is(act: Acting, verb: str, item: Item, *, named: bool = False) -> None:
    """Send a copy of what was just given to whoever answers for it and does not know of it.

    That is in whose name a registrar gave it, unless they were `named` as who ordered it; and the direct superior of a lead above whom neither that
    person stands nor the originator.
    """
    signed, above = act.change.signature, superiors(act.read, item.lead_id)
    told = [signed.behalf_id] if signed.behalf_id and signed.role == "registrar" and not named else []
    if above and not {act.answering_id, act.actor["id"], item.originator_id} & {item.lead_id, *(one["id"] for one in above)}:
        told.append(above[0]["id"])
    for person_id in told:
        if person_id not in (item.lead_id, act.actor["id"]) and not act.read.row(_IS_TOLD, item=item.id, person=person_id):
            tell_copy(act, verb, item, person_id)


def tell_copy(act: Acting, verb: str, item: Item, person_id: int, text: str = "") -> None:
    """Send somebody a copy of the item, be it that it is done in their name, and say so."""
    if tell(act, verb, person_id, "copy", by_id=act.actor["id"], text=tidy(text), item_id=item.id):
        name = act.read.value("SELECT name FROM person WHERE id = :id", id=person_id)
        act.done.append(CopySent(item.number, item.title, name))


_IS_TOLD = "SELECT 1 AS one FROM notice WHERE item_id = :item AND person_id = :person AND seen IS NULL"
