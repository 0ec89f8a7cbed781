"""T206: a target period that ended without a recorded result."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import made, since
from officecli.rules.targets.target_terms import BEGINS, FAMILY, HOLDER, POST
from officecli.settings import Setting

AWAY = """NOT EXISTS (SELECT 1 FROM calendar_day k WHERE k.date >= p.start AND k.date < p.next AND k.is_working = 1
    AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.person_id = w.id AND a.since <= k.date AND a.until >= k.date))"""
"""The person `w` was away on every working day of the period `p`."""

RULE = Rule(
    code="T206",
    name=N_("result-not-recorded"),
    severity="audit",
    waivable=False,
    subject="target",
    # A period is one of the target's own where it begins while the target holds; it ended before the next one's first day.
    sql=f"""
WITH period AS (
  SELECT b.kind, b.date AS start, LEAD(b.date) OVER (PARTITION BY b.kind ORDER BY b.date) AS next,
         LEAD(b.worked) OVER (PARTITION BY b.kind ORDER BY b.date) AS worked
  FROM ({BEGINS}) b
)
SELECT t.id AS subject_id, t.item_id AS item_id, p.start AS key, {FAMILY} AS number, t.metric, u.name AS unit, {HOLDER} AS person,
       {since("MIN(c.date) FROM calendar_day c WHERE c.working_no > p.worked + CAST(:target_record_days AS INTEGER)", made("t.id"))},
       CASE t.target_class WHEN 'norm' THEN 'checklist' ELSE 'value' END AS which,
       CASE t.period WHEN 'month' THEN SUBSTR(p.start, 1, 7) WHEN 'year' THEN SUBSTR(p.start, 1, 4)
            ELSE SUBSTR(p.start, 1, 4) || CASE SUBSTR(p.start, 6, 2) WHEN '01' THEN '-Q1' WHEN '04' THEN '-Q2' WHEN '07' THEN '-Q3' ELSE '-Q4' END
       END AS period
FROM target t
JOIN period p ON p.kind = t.period AND p.start >= t.since AND (t.until IS NULL OR p.start < t.until) AND p.next <= :as_of
JOIN calendar_day today ON today.date = :as_of
LEFT JOIN duty d ON d.id = t.duty_id
LEFT JOIN post po ON po.id = {POST}
LEFT JOIN unit u ON u.id = po.unit_id
WHERE t.id BETWEEN :lo AND :hi AND t.target_class IS NOT NULL AND t.computed IS NULL
  AND today.working_no - p.worked > :target_record_days
  AND NOT EXISTS (SELECT 1 FROM item i WHERE i.id = t.item_id AND i.status IN ('closed', 'cancelled'))
  AND NOT EXISTS (SELECT 1 FROM person w WHERE w.id = t.person_id AND (w.left_on < p.next OR {AWAY}))
  AND NOT EXISTS (SELECT 1 FROM target_result r WHERE r.target_id = t.id AND r.period_start = p.start)
  AND NOT EXISTS (SELECT 1 FROM target c WHERE c.parent_id = COALESCE(t.continues_id, t.id)
                  AND c.since < p.next AND (c.until IS NULL OR p.start < c.until))
ORDER BY t.id, p.start""",
    numbers={"number": "target"},
    message=N_("No result of {number} “{metric}” was recorded for {period}."),
    fix={
        "value": N_(
            'Record it, with what was achieved in place of 11: officecli target record {number} 11 --period {period} --evidence "bulletin 11"'
        ),
        "checklist": N_(
            'Record it, with the points that were met in place of 1,2: officecli target record {number} --met 1,2 --period {period} --evidence "bulletin 11"'
        ),
    },
    thresholds={
        "limit_days": Setting(
            name="target.record_days",
            default=5,
            unit="working days",
            meaning=N_("working days after a period's end by which its results are recorded"),
        ),
    },
    principle=N_("What is asked is also measured: every period ends with a result and what proves it."),
    finds=N_(
        "A period of a target that ended more than 5 working days ago without a result; what is worked out or rolled up needs none, nor does "
        "somebody's own where they had left, or were away all the time."
    ),
    why=N_("A target whose result nobody records is soon one that nobody works for."),
    instead=N_("Record results in the first days after the period; where there was nothing, record 0 and say why."),
    accepted=N_('officecli target record T-012 11 --period 2026-10 --evidence "bulletins 9 and 10"'),
)
