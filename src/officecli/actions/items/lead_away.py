"""Tells whoever gives or presses for work that its lead is away, until when, and who acts meanwhile."""

from __future__ import annotations

from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.light import dataclass
from officecli.model.items import Item
from officecli.standing.office.stand_ins import absence_of, stand_in_of


@dataclass(frozen=True)
class LeadAway(Answer):
    """The lead of the item is away from one day to another, today or when it is due; who acts for them today, "" for nobody or a later absence."""

    number: str
    lead: str
    since: date
    until: date
    today: bool
    stand_in: str


def name_lead_away(act: Acting, item: Item) -> None:
    """Say of an item whose lead is away today, or on the day it is due, until when, and who acts meanwhile; nothing of what one leads oneself."""
    if item.lead_id == act.actor["id"]:
        return
    away = absence_of(act.read, item.lead_id) or (absence_of(act.read, item.lead_id, item.due) if item.due else None)
    if away is None:
        return
    lead = act.read.value("SELECT name FROM person WHERE id = :id", id=item.lead_id)
    since, until = date.fromisoformat(away["since"]), date.fromisoformat(away["until"])
    acts = stand_in_of(act.read, item.lead_id)
    act.remarks.append(LeadAway(item.number, lead, since, until, since <= act.today, acts["name"] if acts else ""))
