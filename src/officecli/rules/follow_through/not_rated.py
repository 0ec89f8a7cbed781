"""F603: closed, and the result not rated by the originator."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.settings import Setting

RULE = Rule(
    code="F603",
    name=N_("not-rated"),
    severity="audit",
    subject="item",
    sql="""
SELECT i.id AS subject_id, i.id AS item_id, '' AS key, i.number, l.name AS lead, o.name AS originator, i.closed,
       today.working_no - closed.working_no AS days,
       (SELECT c.date FROM calendar_day c WHERE c.date > closed.date AND c.working_no > closed.working_no + CAST(:rating_days AS INTEGER)
         ORDER BY c.date LIMIT 1) AS since
FROM item i
JOIN person l ON l.id = i.lead_id
JOIN person o ON o.id = i.originator_id
JOIN submission s ON s.id = (SELECT MAX(b.id) FROM submission b WHERE b.item_id = i.id AND b.verdict = 'accepted')
JOIN calendar_day today ON today.date = :as_of
JOIN calendar_day closed ON closed.date = i.closed
WHERE i.id BETWEEN :lo AND :hi AND i.status = 'closed' AND s.rating IS NULL
  AND i.imported = 0 AND i.kind <> 'own' AND i.originator_id <> i.lead_id
  AND today.working_no - closed.working_no > :rating_days
ORDER BY i.id""",
    among="SELECT b.item_id FROM submission b WHERE b.verdict = 'accepted' AND b.rating IS NULL",
    message=N_("{number} of {lead} was closed on {closed}, and {originator} has not said how good the result is."),
    fix=N_("{originator} rates it from 1 to 5: officecli rate {number} 4"),
    thresholds={
        "limit_days": Setting(name="rating.days", default=10, unit="working days", meaning=N_("working days to rate a closed item")),
    },
    principle=N_("Who gives the work says how well it was done."),
    finds=N_("An item closed some working days ago (10 by default) whose result is unrated. One's own initiative and imported items are exempt."),
    why=N_("Without a rating good work and poor work count the same, and nobody learns which it was."),
    instead=N_("Rate when closing, while it is fresh: --rating 1..5"),
    accepted="officecli close 31 --rating 4",
)
