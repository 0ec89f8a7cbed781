"""T203: a post's weights in a period that do not add up to 100."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import any_changed, held, latest, made, since_made
from officecli.rules.targets.target_terms import IN_FORCE, OF_POST

# Weights are kept with two decimals always (30.00): without the point they are whole hundredths, and add up exactly on every engine.
_HUNDREDTHS = "CAST(SUM(CAST(REPLACE(COALESCE(t.weight, '0.00'), '.', '') AS INTEGER)) AS INTEGER)"

ENDS = f"CASE WHEN t.until IS NULL THEN '9999-12-31' ELSE {latest('t.until', since_made('target', 't.id', 'until'))} END"
"""Other terms set in the course of a period take the place of the old ones on the day they are set."""

_TERMS = f"""(SELECT t.id, t.weight, CASE WHEN t.since > {made("t.id")} THEN t.since ELSE {made("t.id")} END AS begins, {ENDS} AS ends
    FROM target t JOIN post po ON po.id = :subject WHERE t.target_class IS NOT NULL AND t.period = SUBSTR(CAST(:key AS TEXT), 1, LENGTH(t.period))
      AND ({OF_POST} OR t.period || ' ' || CAST(t.person_id AS VARCHAR(9)) = :key))"""
_WRONG_SINCE = f"""MIN(f.day) FROM (
  SELECT d.day, MAX(CASE WHEN d.hundredths = 10000 THEN d.day END) OVER () AS right_last FROM (
    SELECT c.day, COALESCE((SELECT {_HUNDREDTHS} FROM {_TERMS} t WHERE t.begins <= c.day AND t.ends > c.day), 10000) AS hundredths
    FROM (SELECT begins AS day FROM {_TERMS} x UNION SELECT ends FROM {_TERMS} y) c WHERE c.day <= :as_of
  ) d
) f WHERE f.day > COALESCE(f.right_last, '')"""
"""The first of the days on which terms began or ended after the last on which they added up, or there were none."""

CHANGED = any_changed("target", ("weight",), f"b.seq <> b.subject_id AND b.subject_id IN (SELECT x.id FROM {_TERMS} x)")
"""A weight that is changed within its first period takes the place of what was there."""

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
    since=latest(held(":subject"), _WRONG_SINCE, CHANGED),
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
        "A held post whose targets of one kind of period (month, quarter or year) have weights that do not add up to 100; none counts as 0. Where "
        "somebody on it has targets of their own, theirs count with the post's."
    ),
    why=N_("Scores of posts can be compared only if each could reach the same."),
    instead=N_("Share 100 points out among the post's targets, by what matters."),
    accepted="officecli target set T-012 --weight 40",
)
