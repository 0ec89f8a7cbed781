"""D303: past its deadline, with neither an extension asked for nor feedback since."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM
from officecli.store.items import OVERDUE

RULE = Rule(
    code="D303",
    name=N_("overdue-unexplained"),
    severity="audit",
    subject="item",
    waited=True,
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, i.due AS key, i.number, p.name AS lead, i.due, today.working_no - due_day.working_no AS days,
       (SELECT MIN(c.date) FROM calendar_day c WHERE c.date > i.due) AS since
FROM item i
JOIN person p ON p.id = i.lead_id
LEFT JOIN calendar_day due_day ON due_day.date = i.due
LEFT JOIN calendar_day today ON today.date = :as_of
WHERE i.id BETWEEN :lo AND :hi AND {OVERDUE}
  AND NOT EXISTS (SELECT 1 FROM note n WHERE n.item_id = i.id AND n.day > i.due)
  AND NOT EXISTS (SELECT 1 FROM extension x WHERE x.item_id = i.id AND (x.verdict IS NULL OR x.day > i.due))
ORDER BY i.id""",
    among=EVERY_OPEN_ITEM,
    message=N_("{number} was due on {due} (working days late: {days}), and {lead} has said nothing since."),
    fix=N_('{lead} says how it stands: officecli note {number} "…" --problem "…", or submits it: officecli submit {number} --result "…"'),
    principle=N_("Never put off or delay; who cannot keep a deadline says so."),
    finds=N_("An overdue item with neither a request for an extension nor feedback since the deadline."),
    why=N_("Silence after a deadline means the lead has forgotten it or hides it."),
    instead=N_("Ask for an extension before the deadline; after it, feed back what is in the way and what comes next."),
    accepted=N_('officecli note 31 "Two replies missing" --next "call them on Monday"'),
)
