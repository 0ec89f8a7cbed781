"""C506: work begun before it was registered."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import ITEM
from officecli.settings import Setting

_SINCE = "CASE WHEN i.began < i.issued THEN i.began ELSE i.issued END"

RULE = Rule(
    code="C506",
    name=N_("registered-afterwards"),
    severity="warn",
    subject="item",
    # What is handed out as of an earlier day was worked on since then too. What comes round is made when it is made.
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, {_SINCE} AS key, i.number, l.name AS lead, {_SINCE} AS began, i.registered, i.registered AS since,
       CASE WHEN i.source = '' THEN 'unsourced' ELSE 'sourced' END AS which, i.source, registered.working_no - began.working_no AS days
FROM item i
JOIN person l ON l.id = i.lead_id
JOIN calendar_day began ON began.date = {_SINCE}
JOIN calendar_day registered ON registered.date = i.registered
WHERE i.id BETWEEN :lo AND :hi AND i.imported = 0 AND i.occurrence IS NULL AND {_SINCE} < i.registered
  AND registered.working_no - began.working_no > :registering_days
ORDER BY i.id""",
    among="SELECT n.id FROM item n WHERE n.imported = 0 AND n.occurrence IS NULL AND (n.began IS NOT NULL OR n.issued < n.registered)",
    watches={"item": f"{ITEM} AND (began IS NOT NULL OR issued < registered)"},
    message={
        "sourced": N_("Work on {number} began on {began} and was registered on {registered}, {days} working days later. It came from: {source}"),
        "unsourced": N_("Work on {number} began on {began} and was registered on {registered}, {days} working days later."),
    },
    fix={
        "sourced": N_(
            "It is on record now. Next time {lead} has it registered within a working day; officecli backflow shows which sources go round the registry."
        ),
        "unsourced": N_("It is on record now; say where it came from: officecli edit {number} --from SOURCE"),
    },
    thresholds={
        "limit_days": Setting(name="registering.days", default=1, unit="working days", meaning=N_("working days to register work that has begun")),
    },
    principle=N_(
        "Paper goes the proper way: first registered, then worked on. What reached a leader first is registered afterwards, within a working day."
    ),
    finds=N_(
        "An item on which work began, or which is said to have been handed out, more than a working day before it was registered. Imported items are exempt."
    ),
    why=N_("Unregistered work has no deadline, is not seen in anybody's load, and is done twice or lost."),
    instead=N_("Register it the day it arrives, by whatever way it came, with its true dates."),
    refused=N_('officecli add "Reply to the ministry" --lead Ana --due fri --began 3.7   # today is 10 July'),
    accepted=N_('officecli add "Reply to the ministry" --lead Ana --due fri --began yesterday'),
)
