"""F602: closed without a recorded result."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import ITEM, ITEM_OF_SUBMISSION

RULE = Rule(
    code="F602",
    name=N_("closed-without-result"),
    severity="refuse",
    core=True,
    subject="item",
    sql="""
SELECT i.id AS subject_id, i.id AS item_id, '' AS key, i.number, p.name AS lead, i.closed, i.closed AS since
FROM item i
JOIN person p ON p.id = i.lead_id
LEFT JOIN submission s ON s.id = (SELECT MAX(b.id) FROM submission b WHERE b.item_id = i.id AND b.verdict = 'accepted')
WHERE i.id BETWEEN :lo AND :hi AND i.status = 'closed' AND i.closed IS NOT NULL AND (s.id IS NULL OR s.result = '')
ORDER BY i.id""",
    among="""
SELECT n.id FROM item n WHERE n.closed IS NOT NULL EXCEPT SELECT b.item_id FROM submission b WHERE b.verdict = 'accepted' AND b.result <> ''
UNION SELECT b.item_id FROM submission b WHERE b.verdict = 'accepted' AND b.result = ''""",
    watches={"item": f"{ITEM} AND status = 'closed'", "submission": ITEM_OF_SUBMISSION},
    message=N_("{number} of {lead} is closed without a result."),
    fix=N_('Say what came of it: officecli close {number} "letter sent, receipt filed"'),
    principle=N_("Every matter has an outcome, and every outcome is on record."),
    finds=N_("A closed item with no accepted submission, or one whose result is blank. A result without a letter or a digit is none."),
    why=N_("“Done” without saying what was done cannot be checked, rated or found again."),
    instead=N_("Submit with a result, or give the result when closing."),
    refused="officecli close 31",
    accepted=N_('officecli close 31 --result "letter sent, receipt filed"'),
)
