"""R107: a duty on a vacant post with no stand-in."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import changed, since, vacant

RULE = Rule(
    code="R107",
    name=N_("duty-without-holder"),
    severity="audit",
    waivable=False,
    subject="duty",
    sql=f"""
SELECT d.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, d.title AS duty, po.title AS post, u.name AS unit,
       {since(changed("duty", "d.id", "retired", "post_id"), vacant("po.id"), changed("post", "po.id", "stand_in_id"), vacant("po.stand_in_id"))}
FROM duty d
JOIN post po ON po.id = d.post_id
JOIN unit u ON u.id = po.unit_id
WHERE d.id BETWEEN :lo AND :hi AND d.retired = 0
  AND NOT EXISTS (SELECT 1 FROM person h WHERE h.post_id = po.id AND h.left_on IS NULL)
  AND NOT EXISTS (SELECT 1 FROM person b WHERE b.post_id = po.stand_in_id AND b.left_on IS NULL)
ORDER BY d.id""",
    message=N_("Nobody answers for “{duty}”: the post {unit}/{post} is vacant and has no stand-in."),
    fix=N_(
        'Fill the post (officecli person move NAME "{unit}/{post}", with a name of officecli person list), give the duty to another post '
        '(officecli duty set "{duty}" --post "UNIT/POST"), '
        "or name a stand-in for it in the office file (stand_in)."
    ),
    principle=N_("Every section has a duty, every person a task; and every duty has somebody who answers for it."),
    finds=N_("A duty whose post nobody holds, and for which no stand-in post is held either."),
    why=N_("The work of a vacant post goes on arriving, and lands on whoever is asked last."),
    instead=N_("Give each post a stand-in, so that a vacancy is never a gap."),
    accepted="officecli duty list",
)
