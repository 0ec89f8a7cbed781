"""D308: signed for, and nothing recorded for some working days."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts import signs_of_life
from officecli.model.rule import Rule
from officecli.rules.acts import listed
from officecli.rules.reach import EVERY_OPEN_ITEM
from officecli.settings import DORMANT

RULE = Rule(
    code="D308",
    name=N_("dormant"),
    severity="audit",
    subject="item",
    waited=True,
    # What is prodded, edited or watched by others does not live by that; an imported item lives from the day it was imported.
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, i.last AS key, i.number, p.name AS lead, i.last, today.working_no - d.working_no AS days,
       (SELECT c.date FROM calendar_day c WHERE c.date > d.date AND c.working_no > d.working_no + CAST(:dormant_days AS INTEGER)
         ORDER BY c.date LIMIT 1) AS since
FROM (
  SELECT m.id, m.number, m.lead_id, (
    SELECT MAX(t.day) FROM trail t WHERE t.item_id = m.id AND t.verb IN {listed(signs_of_life())}
  ) AS last
  FROM item m WHERE m.id BETWEEN :lo AND :hi AND m.status = 'in-hand'
) i
JOIN person p ON p.id = i.lead_id
JOIN calendar_day today ON today.date = :as_of
JOIN calendar_day d ON d.date = i.last
WHERE today.working_no - d.working_no > :dormant_days
ORDER BY i.id""",
    among=EVERY_OPEN_ITEM,
    message=N_("{lead} signed for {number}, and nothing has been recorded on it since {last} (working days: {days})."),
    fix=N_('{lead} says how it goes: officecli note {number} "…" --progress 60; or prod: officecli prod {number}'),
    thresholds={"limit_days": DORMANT},
    principle=N_("What was taken up is kept moving, and its progress is on record."),
    finds=N_("An item signed for on which nothing was recorded for some working days (5 by default)."),
    why=N_("What nobody writes about, nobody works on; the deadline is too late a moment to find that out."),
    instead=N_("Feed back briefly and often; if it waits for somebody, record for whom."),
    accepted=N_('officecli wait 31 --for "county archive" --reason "originals requested"'),
)
