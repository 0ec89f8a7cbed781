"""T203: a post's weights in a period that do not add up to 100."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.targets.target_terms import IN_FORCE, OF_POST

# Weights are kept with two decimals always (30.00): without the point they are whole hundredths, and add up exactly on every engine.
_HUNDREDTHS = "CAST(SUM(CAST(REPLACE(COALESCE(t.weight, '0.00'), '.', '') AS INTEGER)) AS INTEGER)"

RULE = Rule(
    code="T203",
    name=N_("weights-off-hundred"),
    severity="audit",
    waivable=False,
    subject="post",
    sql=f"""
SELECT f.subject_id, CAST(NULL AS INTEGER) AS item_id, f.period || CASE WHEN f.own IS NULL THEN '' ELSE ' ' || CAST(f.own AS VARCHAR(9)) END AS key,
       f.post, f.unit, f.period, f.targets, w.name AS person, CASE WHEN f.own IS NULL THEN 'post' ELSE 'person' END AS which,
       CAST(f.hundredths / 100 AS VARCHAR(9)) || CASE WHEN f.hundredths % 100 = 0 THEN ''
         ELSE '.' || SUBSTR(CAST(100 + f.hundredths % 100 AS VARCHAR(9)), 2, 2) END AS total
FROM (
  SELECT DISTINCT po.id AS subject_id, po.title AS post, u.name AS unit, t.period AS period, MAX(t.person_id) AS own,
         COUNT(*) AS targets, {_HUNDREDTHS} AS hundredths
  FROM post po
  JOIN unit u ON u.id = po.unit_id
  JOIN person h ON h.post_id = po.id AND h.left_on IS NULL
  JOIN target t ON (t.person_id = h.id OR {OF_POST})
  WHERE po.id BETWEEN :lo AND :hi AND po.retired = 0 AND {IN_FORCE}
  GROUP BY po.id, po.title, u.name, t.period, h.id
) f
LEFT JOIN person w ON w.id = f.own
WHERE f.hundredths <> 10000
ORDER BY f.subject_id, f.period, f.own""",
    words={"period": "period"},
    message={
        "post": N_("The weights of {unit}/{post} add up to {total}, not 100 (targets by {period}: {targets})."),
        "person": N_("The weights of {person}, those of {unit}/{post} with their own, add up to {total}, not 100 (targets by {period}: {targets})."),
    },
    fix={
        "post": N_('See them with: officecli target list --post "{unit}/{post}"; change one with: officecli target set TARGET --weight POINTS'),
        "person": N_('See them with: officecli target list --person "{person}"; change one with: officecli target set TARGET --weight POINTS'),
    },
    principle=N_("A score out of 100: what matters more weighs more, and all of it is 100."),
    finds=N_(
        "A held post whose targets of one kind of period (month, quarter or year) have weights that do not add up to 100; none counts as 0. Where somebody on it has targets of their own, theirs count with the post's."
    ),
    why=N_("Scores of posts can be compared only if each could reach the same."),
    instead=N_("Share 100 points out among the post's targets, by what matters."),
    accepted="officecli target set G12 --weight 40",
)
