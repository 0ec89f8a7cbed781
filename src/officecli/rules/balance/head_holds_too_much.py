"""B803: the head of a section leads too much of the section's work alone."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.settings import BALANCE_ITEMS, Setting
from officecli.store.items import OPEN_STATUSES
from officecli.store.posts import HEAD_POST

RULE = Rule(
    code="B803",
    name=N_("head-holds-too-much"),
    severity="audit",
    waivable=False,
    subject="person",
    sql=f"""
WITH held AS (
  SELECT p.id, p.name, p.unit_id, p.unit, p.post_id,
         (SELECT COUNT(*) FROM item i WHERE i.lead_id = p.id AND i.status IN {OPEN_STATUSES}) AS items
  FROM v_person p WHERE p.account = 0 AND p.left_on IS NULL AND p.unit_id IS NOT NULL
),
section AS (SELECT unit_id, SUM(items) AS items FROM held GROUP BY unit_id)
SELECT h.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, h.name AS person, h.unit, h.items AS held, CAST(s.items AS INTEGER) AS total, (
    SELECT m.name FROM held m WHERE m.unit_id = h.unit_id AND m.id <> h.id ORDER BY m.items, m.id LIMIT 1
  ) AS member
FROM held h JOIN section s ON s.unit_id = h.unit_id
WHERE h.id BETWEEN :lo AND :hi AND h.items >= :balance_min_items AND h.items * 100 > s.items * :load_head_percent
  AND EXISTS (SELECT 1 FROM held m WHERE m.unit_id = h.unit_id AND m.id <> h.id)
  AND h.post_id = {HEAD_POST.format(unit="h.unit_id")}
ORDER BY h.id""",
    message=N_("{person} heads {unit} and leads {held} of its {total} open items alone."),
    fix=N_('Hand some down; {member} leads the fewest: officecli assign NUMBER --lead "{member}" --reason TEXT'),
    thresholds={
        "percent": Setting(
            name="load.head_percent", default=40, unit="percent", most=100, meaning=N_("percent of a section's open items its head may lead")
        ),
        "min_items": BALANCE_ITEMS,
    },
    principle=N_("Who leads people uses them well: work is delegated and divided, and not heaped up at the top."),
    finds=N_(
        "A section whose head, as `officecli unit list` names it, leads more than 40 % of the section's open items (load.head_percent), and at least five."
    ),
    why=N_("The head becomes the section's bottleneck, and the section never learns to do it."),
    instead=N_("Give each item to whoever's duty it is, and keep the review."),
    accepted=N_('officecli assign 31 --lead Ben --reason "his duty"'),
)
