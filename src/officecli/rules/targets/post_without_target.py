"""T205: a held post with no target."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import any_changed, came, changed, held, latest, once, since
from officecli.rules.targets.target_terms import NOT_OVER, OF_POST

OWN = "target t WHERE t.person_id = h.id"
ENDED = any_changed("target", ("until",), f"b.subject_id IN (SELECT t.id FROM {OWN})")
ONE_WITHOUT = f"""(SELECT MIN({latest(came("h.id"), f"MAX(t.until) FROM {OWN}", ENDED)})
         FROM person h WHERE h.post_id = po.id AND h.left_on IS NULL AND NOT EXISTS (SELECT 1 FROM {OWN} AND {NOT_OVER}))"""
WITH_OWN = "SELECT 1 FROM person h JOIN target t ON t.person_id = h.id WHERE h.post_id = po.id"
SINCE = since(
    f"CASE WHEN EXISTS ({WITH_OWN}) THEN {ONE_WITHOUT} ELSE {held('po.id')} END",
    changed("post", "po.id", "retired"),
    f"MAX(t.until) FROM target t WHERE {OF_POST}",
    any_changed("target", ("until",), f"b.subject_id IN (SELECT t.id FROM target t WHERE {OF_POST}) OR {once('post_id', 'po.id')}"),
)
"""The day since which the post is held by somebody without a target of their own, and has none itself."""

RULE = Rule(
    code="T205",
    name=N_("post-without-target"),
    severity="audit",
    waivable=False,
    subject="post",
    sql=f"""
SELECT po.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, po.title AS post, u.name AS unit, {SINCE}
FROM post po
JOIN unit u ON u.id = po.unit_id
WHERE po.id BETWEEN :lo AND :hi AND po.retired = 0
  AND NOT EXISTS (SELECT 1 FROM target t WHERE {OF_POST} AND {NOT_OVER})
  AND EXISTS (SELECT 1 FROM person h WHERE h.post_id = po.id AND h.left_on IS NULL
              AND NOT EXISTS (SELECT 1 FROM target t WHERE t.person_id = h.id AND {NOT_OVER}))
ORDER BY po.id""",
    message=N_("The post {unit}/{post} has no target."),
    fix=N_('Set one: officecli target add METRIC --post "{unit}/{post}" --class CLASS --goal AMOUNT --weight POINTS'),
    principle=N_("Post target responsibility goes from the director down to each clerk."),
    finds=N_("A post somebody holds that has no target, of its own or of its duties, where not everybody on it has one themselves."),
    why=N_("Whoever has no target is judged by impression; and where the director has none, nobody believes in the others'."),
    instead=N_("Set targets from the top down, so that each adds up to the one above."),
    accepted=N_('officecli target add "On time" --post "City Clerk" --computed on-time --goal 95% --weight 100'),
)
