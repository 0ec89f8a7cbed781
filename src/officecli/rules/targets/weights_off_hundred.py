"""T203: a post's weights in a period that do not add up to 100."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.targets.target_terms import HELD, IN_FORCE, OF_POST

# Weights are kept with two decimals always (30.00): without the point they are whole hundredths, and add up exactly on every engine.
_HUNDREDTHS = "CAST(SUM(CAST(REPLACE(COALESCE(t.weight, '0.00'), '.', '') AS INTEGER)) AS INTEGER)"

RULE = Rule(
    code="T203",
    name=N_("weights-off-hundred"),
    severity="audit",
    waivable=False,
    subject="post",
    sql=f"""
SELECT f.subject_id, CAST(NULL AS INTEGER) AS item_id, f.period AS key, f.post, f.unit, f.period, f.targets,
       CAST(f.hundredths / 100 AS VARCHAR(9)) || CASE WHEN f.hundredths % 100 = 0 THEN ''
         ELSE '.' || SUBSTR(CAST(100 + f.hundredths % 100 AS VARCHAR(9)), 2, 2) END AS total
FROM (
  SELECT po.id AS subject_id, po.title AS post, u.name AS unit, t.period AS period, COUNT(*) AS targets, {_HUNDREDTHS} AS hundredths
  FROM post po
  JOIN unit u ON u.id = po.unit_id
  JOIN target t ON {OF_POST}
  WHERE po.id BETWEEN :lo AND :hi AND po.retired = 0 AND {HELD} AND {IN_FORCE}
  GROUP BY po.id, po.title, u.name, t.period
) f
WHERE f.hundredths <> 10000
ORDER BY f.subject_id, f.period""",
    words={"period": "period"},
    message=N_("The weights of {unit}/{post} add up to {total}, not 100 (targets by {period}: {targets})."),
    fix=N_('See them with: officecli target list --post "{unit}/{post}"; change one with: officecli target set TARGET --weight POINTS'),
    principle=N_("A score out of 100: what matters more weighs more, and all of it is 100."),
    finds=N_("A held post whose targets of one kind of period (month, quarter or year) have weights that do not add up to 100; none counts as 0."),
    why=N_("Scores of posts can be compared only if each could reach the same."),
    instead=N_("Share 100 points out among the post's targets, by what matters."),
    accepted="officecli target set G12 --weight 40",
)
