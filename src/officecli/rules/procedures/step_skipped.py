"""P702: a step done before the one it needs."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule

RULE = Rule(
    code="P702",
    name=N_("step-skipped"),
    severity="refuse",
    subject="trail",
    # The act is judged, so that a waiver covers the step that was skipped then, and none to come; one done anew counts from its last time.
    sql="""
SELECT t.seq AS subject_id, t.item_id, n.needs_id AS key, t.day AS since, i.number, q.position, q.title AS step, b.position AS before, b.title AS needed
FROM trail t
JOIN item_step s ON s.id = t.subject_id
JOIN item i ON i.id = s.item_id
JOIN procedure_step q ON q.id = s.step_id
JOIN step_need n ON n.step_id = s.step_id
JOIN procedure_step b ON b.id = n.needs_id
LEFT JOIN item_step e ON e.item_id = s.item_id AND e.step_id = n.needs_id
WHERE t.seq BETWEEN :lo AND :hi AND t.verb = 'step' AND t.subject = 'item_step'
  AND s.done_at IS NOT NULL AND (e.done_at IS NULL OR e.done_at > s.done_at)
  AND NOT EXISTS (
    SELECT 1 FROM trail u WHERE u.item_id = t.item_id AND u.subject = 'item_step' AND u.subject_id = t.subject_id AND u.verb = 'step' AND u.seq > t.seq
  )
ORDER BY t.seq, b.position""",
    watches={"trail": "SELECT seq AS id FROM trail WHERE seq BETWEEN :lo AND :hi AND verb = 'step' AND subject = 'item_step'"},
    message=N_("Step {position} of {number} ({step}) needs step {before} ({needed}), which was not done before it."),
    fix=N_('Do step {before} first: officecli step {number} {before} "…"'),
    principle=N_("A procedure is gone through step by step; none is left out."),
    finds=N_("A step of an item that was done before a step it needs."),
    why=N_("The step that was left out is the check that would have found the mistake."),
    instead=N_("Do the steps in their order; where one cannot be done this time, have it skipped by a waiver with its reason."),
    refused=N_('officecli step 31 3 "sent"   # step 2, the check, is not done'),
    accepted=N_('officecli step 31 2 "checked against the register"'),
)
