"""D301: an open item without a deadline."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import OPEN_ITEM
from officecli.rules.since import opened, since
from officecli.store.items import OPEN_STATUSES

RULE = Rule(
    code="D301",
    name=N_("no-deadline"),
    severity="refuse",
    core=True,
    waivable=False,
    subject="item",
    waited=True,
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, '' AS key, i.number, p.name AS lead,
       {since(opened("i"), "MAX(w.until) FROM past_deadline w WHERE w.item_id = i.id")}
FROM item i
JOIN person p ON p.id = i.lead_id
WHERE i.id BETWEEN :lo AND :hi AND i.status IN {OPEN_STATUSES} AND i.due IS NULL
ORDER BY i.id""",
    watches={"item": OPEN_ITEM},
    message=N_("{number} has no deadline, so {lead} can never be late with it."),
    fix=N_("Say by when: --due fri, --due +5wd, --due 2026-12-01; for work without an end, the day of its next review."),
    principle=N_("What is given out has a day by which it is done."),
    finds=N_("An open item without a deadline."),
    why=N_("Without a deadline nothing is ever overdue, and what is not urgent is never done."),
    instead=N_("Set a deadline; where the end is far or open, set the day of the next review."),
    refused=N_('officecli add "Tidy the archive" --lead Ana'),
    accepted=N_('officecli add "Tidy the archive" --lead Ana --due eom'),
)
