"""P703: a step past its limit."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.store.posts import CLEAR_POST

RULE = Rule(
    code="P703",
    name=N_("step-late"),
    severity="audit",
    subject="item_step",
    waited=True,
    # What is over and done with is in the conformance report.
    sql=f"""
SELECT s.id AS subject_id, s.item_id, '' AS key, i.number, q.position, q.title AS step, COALESCE({CLEAR_POST}, l.name) AS who,
       s."by" AS since, s.done, CASE WHEN s.done_at IS NULL THEN 'open' ELSE 'done' END AS which
FROM item_step s
JOIN item i ON i.id = s.item_id
JOIN person l ON l.id = i.lead_id
JOIN procedure_step q ON q.id = s.step_id
LEFT JOIN post po ON po.id = q.post_id
LEFT JOIN unit pu ON pu.id = po.unit_id
WHERE s.id BETWEEN :lo AND :hi AND i.status IN ('issued', 'in-hand', 'submitted')
  AND s."by" IS NOT NULL AND COALESCE(s.done_at, CAST(:now AS TEXT)) > s."by"
ORDER BY s.id""",
    moments=("since",),
    message={
        "open": N_("Step {position} of {number} ({step}) was to be done by {since}, and {who} has not done it."),
        "done": N_("Step {position} of {number} ({step}) was to be done by {since}, and was done only on {done}."),
    },
    fix={
        "open": N_('{who} does it now: officecli step {number} {position} "…"; or says what is in the way: officecli note {number} --problem "…"'),
        "done": N_("Where the limit is too tight, have the procedure changed; the lateness stays."),
    },
    principle=N_("Each step has its limit, and the whole is in time only when its steps are."),
    finds=N_("A step of an open item that is past its limit, or was done after it."),
    why=N_("A step that waits holds up all that come after it, and is seen only when the deadline is missed."),
    instead=N_("Do each step within its limit; what waits for you is on the item's page."),
    accepted=N_('officecli step 31 2 "checked against the register"'),
)
