"""B803: the head of a section leads too much of the section's work alone."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import farthest_due
from officecli.rules.since import came, holding, latest, led
from officecli.settings import BALANCE_ITEMS, Setting
from officecli.store.items import OPEN_STATUSES
from officecli.store.posts import head

_LED = f"""(
  SELECT i.lead_id AS person_id, {led("i")} AS since,
    COALESCE(i.closed, i.cancelled, CASE WHEN i.status = 'closed' THEN '' ELSE '9999-12-31' END) AS until, 1 AS n
  FROM item i
  UNION ALL
  SELECT w.person_id, COALESCE((SELECT MAX(k.until) FROM past_lead k
    WHERE k.item_id = w.item_id AND (k.until < w.until OR (k.until = w.until AND k.id < w.id))), i.registered), w.until, 1
  FROM past_lead w JOIN item i ON i.id = w.item_id
  UNION ALL SELECT i.lead_id, COALESCE(k.closed, i.registered), k.until, -1 FROM past_closing k JOIN item i ON i.id = k.item_id)"""
_OPEN = f"""(
  SELECT l.person_id, l.n, CASE WHEN l.since > h.since THEN l.since ELSE h.since END AS since,
    CASE WHEN l.until < h.until THEN l.until ELSE h.until END AS until
  FROM {holding()} h JOIN post q ON q.id = h.post_id JOIN {_LED} l ON l.person_id = h.person_id
  WHERE q.unit_id = (SELECT o.unit_id FROM v_person o WHERE o.id = :subject))"""
_ON = f"""(
  SELECT e.day, SUM(SUM(CASE WHEN e.person_id = :subject THEN e.n ELSE 0 END)) OVER (ORDER BY e.day) AS held, SUM(SUM(e.n)) OVER (ORDER BY e.day) AS items
  FROM (SELECT b.since AS day, b.person_id, b.n FROM {_OPEN} b WHERE b.since < b.until
        UNION ALL SELECT b.until, b.person_id, -b.n FROM {_OPEN} b WHERE b.since < b.until) e
  WHERE e.day <= :as_of GROUP BY e.day)"""
"""On each day on which that changed: how many open items the head led, and how many the section."""

SINCE = latest(
    came(":subject"),
    f"""MIN(f.day) FROM (
      SELECT d.day, MAX(CASE WHEN d.held < :balance_min_items OR d.held * 100 <= d.items * :load_head_percent THEN d.day END) OVER () AS right_last FROM {_ON} d
    ) f WHERE f.day > COALESCE(f.right_last, '')""",
)

RULE = Rule(
    code="B803",
    name=N_("head-holds-too-much"),
    severity="audit",
    waivable=False,
    subject="person",
    sql=f"""
WITH held AS (
  SELECT p.id, p.name, p.unit_id, p.unit, p.post_id,
         COALESCE(o.items, 0) AS items
  FROM v_person p LEFT JOIN (SELECT i.lead_id, COUNT(*) AS items FROM item i WHERE i.status IN {OPEN_STATUSES} GROUP BY i.lead_id) o ON o.lead_id = p.id
  WHERE p.account = 0 AND p.left_on IS NULL AND p.unit_id IS NOT NULL
),
section AS (SELECT unit_id, SUM(items) AS items FROM held GROUP BY unit_id)
SELECT h.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, h.name AS person, h.unit, h.items AS held, CAST(s.items AS INTEGER) AS total, (
    SELECT m.name FROM held m WHERE m.unit_id = h.unit_id AND m.id <> h.id ORDER BY m.items, m.id LIMIT 1
  ) AS member, {farthest_due("h.id")} AS number
FROM held h JOIN section s ON s.unit_id = h.unit_id
WHERE h.id BETWEEN :lo AND :hi AND h.items >= :balance_min_items AND h.items * 100 > s.items * :load_head_percent
  AND EXISTS (SELECT 1 FROM held m WHERE m.unit_id = h.unit_id AND m.id <> h.id)
  AND h.id = {head("h.unit_id")}
ORDER BY h.id""",
    since=SINCE,
    message=N_("{person} heads {unit} and leads {held} of its {total} open items alone."),
    fix=N_(
        'Hand some down, {number} for one, whose deadline is the farthest; {member} leads the fewest: officecli assign {number} --to "{member}" "…"'
    ),
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
    instead=N_("Give each item to the person whose duty it is, and keep the review."),
    accepted=N_('officecli assign 31 --lead Ben --reason "his duty"'),
)
