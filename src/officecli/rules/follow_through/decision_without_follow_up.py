"""F601: a decision with neither an item nor a reason why none is needed."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.acts import TAKEN_BACK
from officecli.rules.since import since
from officecli.settings import DECISION

MET = f"""trail c CROSS JOIN trail t JOIN item m ON m.id = t.item_id
    WHERE c.subject = 'decision' AND c.subject_id = d.id AND t.command = c.command AND t.subject = 'item' AND t.verb = 'meet' AND NOT {TAKEN_BACK}"""
"""The items `m` on which a meeting recorded what it decided."""

SINCE = since(
    "c.date FROM calendar_day c WHERE c.date = (SELECT MIN(n.date) FROM calendar_day n WHERE n.date > decided.date"
    " AND n.working_no > decided.working_no + CAST(:decision_days AS INTEGER))",
    "MAX(i.cancelled) FROM item i WHERE i.decision_id = d.id",
    f"MAX(m.cancelled) FROM {MET}",
)
"""The day after which something was to follow, or the last of what followed was cancelled."""

RULE = Rule(
    code="F601",
    name=N_("decision-without-follow-up"),
    severity="audit",
    waivable=False,
    subject="decision",
    waited=True,
    sql=f"""
SELECT d.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, d.number, d.title, d.decided_by AS leader, d.day, r.name AS recorder,
       CASE WHEN r.left_on IS NULL THEN r.name ELSE l.name END AS person, CASE WHEN r.left_on IS NULL THEN r.unit ELSE l.unit END AS unit,
       today.working_no - decided.working_no AS days,
       {SINCE}
FROM decision d
JOIN v_person r ON r.id = d.person_id
LEFT JOIN v_person l ON l.id = d.decided_by_id
JOIN calendar_day today ON today.date = :as_of
JOIN calendar_day decided ON decided.date = d.day
WHERE d.id BETWEEN :lo AND :hi AND d.none_needed = '' AND d.reported IS NULL
  AND today.working_no - decided.working_no > :decision_days
  AND NOT EXISTS (SELECT 1 FROM item i WHERE i.decision_id = d.id AND i.status <> 'cancelled')
  AND NOT EXISTS (SELECT 1 FROM {MET} AND m.status <> 'cancelled')
ORDER BY d.id""",
    message=N_("{number} ({title}) was decided by {leader} on {day}, {days} working days ago, and nothing follows from it."),
    fix=N_(
        '{recorder} splits it into items: officecli decision items {number} "Survey the buildings" --lead me --due +10wd; or says why none is '
        'needed: officecli decision none {number} --reason "for information only"'
    ),
    thresholds={"limit_days": DECISION},
    principle=N_("After the decision comes the work: every point decided has an item, a feedback and a result."),
    finds=N_("A decision of some working days ago (5 by default) with neither an item nor a reason why none is needed."),
    why=N_("A decision nobody was told to carry out is carried out by nobody, and the leader believes it done."),
    instead=N_("Split it into items within the week, each with a lead and a deadline; or have the leader say that nothing needs to follow."),
    accepted=N_('officecli decision items D2026-012 "Survey the buildings" --lead Ana --due +10wd'),
)
