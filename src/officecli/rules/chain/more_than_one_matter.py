"""C504: a request that covers more than one matter."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import REQUEST, WAITING

RULE = Rule(
    code="C504",
    name=N_("more-than-one-matter"),
    severity="refuse",
    subject="request",
    sql=f"""
SELECT q.id AS subject_id, q.item_id, '' AS key, q.day AS since, q.number, q.matters
FROM request q
WHERE q.id BETWEEN :lo AND :hi AND q.status IN {WAITING} AND q.matters > 1
ORDER BY q.id""",
    watches={"request": REQUEST},
    message=N_("{number} covers {matters} matters."),
    fix=N_("Raise one request for each matter."),
    principle=N_("One request, one matter."),
    finds=N_("A waiting request about several items, or with several matters."),
    why=N_("The easy half is answered, the hard half is lost, and nobody can say later what was approved."),
    instead=N_("Split it; each part gets its own answer, and may climb by itself."),
    refused=N_('officecli request raise --matter "new boiler" --matter "overtime in May" …'),
    accepted=N_('officecli request raise "New boiler" --tried "three offers" --recommend "take the second"'),
)
