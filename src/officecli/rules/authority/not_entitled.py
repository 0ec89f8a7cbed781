"""A401: an act by someone who may not do it."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.acts import by_act
from officecli.rules.authority.entitlement.on_decisions import ON_DECISIONS
from officecli.rules.authority.entitlement.on_items import ON_ITEMS
from officecli.rules.authority.entitlement.on_office import ON_OFFICE
from officecli.rules.authority.entitlement.on_people import ON_PEOPLE
from officecli.rules.authority.entitlement.on_procedures import ON_PROCEDURES
from officecli.rules.authority.entitlement.on_requests import ON_REQUESTS, RAISING
from officecli.rules.authority.entitlement.on_targets import ON_TARGETS
from officecli.rules.authority.entitlement.part import JUDGED, TARGET, WRONG, query

PARTS = (ON_ITEMS, ON_REQUESTS, RAISING, ON_DECISIONS, ON_OFFICE, ON_PEOPLE, ON_TARGETS, ON_PROCEDURES)

RULE = Rule(
    code="A401",
    name=N_("not-entitled"),
    severity="refuse",
    core=True,
    subject="trail",
    sql=query(PARTS),
    among=by_act(JUDGED, outside=True),
    rare=True,
    watches={"trail": f"SELECT seq AS id FROM ({WRONG}) w"},
    numbers={TARGET: "target"},
    words={"act": "act", "typed": "typed", "whom": "name", "registrars": "name"},
    message={which: text for part in PARTS for which, text in part.message.items()},
    fix={which: text for part in PARTS for which, text in part.fix.items()},
    principle=N_("Each acts within their own authority: step by step, and in their own name."),
    finds=N_("An act in a role that is not entitled to it, judged by the role recorded with the act."),
    why=N_("Where anybody may do anything, nobody answers for what was done."),
    instead=N_("Ask the person entitled; a registrar may record it on that person's behalf, and both names are kept."),
    refused=N_("officecli ack 31 --as Ben   # Ana leads it"),
    accepted=N_("officecli ack 31 --as Ana"),
)
