"""T201: a duty with no target."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import any_changed, changed, once, since
from officecli.rules.targets.target_terms import NOT_OVER

RULE = Rule(
    code="T201",
    name=N_("duty-without-target"),
    severity="audit",
    waivable=False,
    subject="duty",
    sql=f"""
SELECT d.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, d.title AS duty, po.title AS post, u.name AS unit,
       {
        since(
            changed("duty", "d.id", "retired"),
            "MAX(t.until) FROM target t WHERE t.duty_id = d.id",
            any_changed("target", ("until",), f"b.subject_id IN (SELECT t.id FROM target t WHERE t.duty_id = d.id) OR {once('duty_id', 'd.id')}"),
        )
    }
FROM duty d
JOIN post po ON po.id = d.post_id
JOIN unit u ON u.id = po.unit_id
WHERE d.id BETWEEN :lo AND :hi AND d.retired = 0
  AND NOT EXISTS (SELECT 1 FROM target t WHERE t.duty_id = d.id AND {NOT_OVER})
ORDER BY d.id""",
    message=N_("The duty “{duty}” of {unit}/{post} has no target."),
    fix=N_('Set one: officecli target add METRIC --duty "{unit}/{post}/{duty}" --class CLASS --goal AMOUNT --weight POINTS'),
    principle=N_("Post target responsibility: every duty is detailed, quantified and operable."),
    finds=N_("A duty in use for which no target holds or is to hold. Targets of its post do not count: they do not say which duty they measure."),
    why=N_("A duty without a target is done as well as somebody feels like, and nobody can say how well that was."),
    instead=N_("Say for each duty what counts as done well: a checklist, a number of pieces, or a share and a time."),
    accepted=N_('officecli target add "Files found within a day" --duty "Look after the files" --class efficiency-quality --goal 95%'),
)
