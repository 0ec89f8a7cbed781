"""F604: prodded twice, and no feedback since."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM
from officecli.store.items import IN_HANDS
from officecli.store.prods import UNANSWERED

RULE = Rule(
    code="F604",
    name=N_("prodded-in-vain"),
    severity="audit",
    subject="item",
    waited=True,
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, f.id AS key, i.number, p.name AS lead, i.prods, f.day AS first, l.level,
       (SELECT b.day FROM prod b WHERE b.id = i.second_id) AS since
FROM (
  SELECT i.id, i.number, i.lead_id, (SELECT COUNT(*) FROM {UNANSWERED}) AS prods, (SELECT MIN(q.id) FROM {UNANSWERED}) AS first_id,
         (SELECT MAX(q.id) FROM {UNANSWERED}) AS last_id,
         (SELECT MIN(q.id) FROM {UNANSWERED} AND q.id > (SELECT MIN(q.id) FROM {UNANSWERED})) AS second_id
  FROM item i WHERE i.id BETWEEN :lo AND :hi AND i.status IN {IN_HANDS}
) i
JOIN person p ON p.id = i.lead_id
JOIN prod f ON f.id = i.first_id
JOIN prod l ON l.id = i.last_id
WHERE i.prods >= 2
ORDER BY i.id""",
    words={"level": "level"},
    among=EVERY_OPEN_ITEM,
    message=N_("{lead} was prodded {prods} times on {number} since {first} ({level}), and has said nothing."),
    fix=N_(
        '{lead} answers: officecli note {number} "Waiting for the archive" --next "call them on Monday"; or another lead takes it; who has room: '
        "officecli suggest-lead {number}"
    ),
    principle=N_("A prod is answered; what is prodded twice or more in vain is looked into."),
    finds=N_("An item in somebody's hands that was prodded at least twice without any feedback since; a new lead begins anew."),
    why=N_("Prodding that has no effect teaches everybody that prods need no answer."),
    instead=N_("Answer the first one, if only with what is in the way; whoever prods a third time goes to the lead's superior."),
    accepted=N_('officecli note 31 "Waiting for the archive" --next "call them on Monday"'),
)
