"""R101: an open item whose lead has left."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM, LED_BY, OPEN_ITEM
from officecli.rules.since import led, opened, since
from officecli.store.items import OPEN_STATUSES

RULE = Rule(
    code="R101",
    name=N_("no-single-lead"),
    severity="refuse",
    core=True,
    waivable=False,
    subject="item",
    waited=True,
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, i.lead_id AS key, i.number, p.name AS lead, p.left_on,
       {since("p.left_on", opened("i"), led("i"))}
FROM item i
JOIN person p ON p.id = i.lead_id
WHERE i.id BETWEEN :lo AND :hi AND i.status IN {OPEN_STATUSES} AND p.left_on IS NOT NULL
ORDER BY i.id""",
    among=EVERY_OPEN_ITEM,
    watches={"item": OPEN_ITEM, "person": LED_BY},
    message=N_("{number} has no lead: {lead} left on {left_on}."),
    fix=N_("Give it to somebody who is here; who has room for it: officecli suggest-lead {number}"),
    principle=N_("Every matter has exactly one person who answers for it."),
    finds=N_("An open item whose lead has left."),
    why=N_("Work that belongs to nobody is done by nobody, and nobody can be asked about it."),
    instead=N_("Hand the item to a successor before, or when, its lead leaves."),
    refused=N_("officecli person leave Ana"),
    accepted=N_("officecli person leave Ana --handover-to Ben"),
)
