"""C507: a direct order from above one's superior, of which the superior was not told."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM, ITEM
from officecli.store.items import OPEN_STATUSES

OPEN_ORDER = f"kind = 'adhoc' AND imported = 0 AND status IN {OPEN_STATUSES}"
OPEN_ORDERS = f"""
  SELECT i.id, i.number, i.registered, i.lead_id, i.originator_id, l.name AS lead, o.name AS originator, l.post_id, o.post_id AS from_id
  FROM item i JOIN person l ON l.id = i.lead_id JOIN post po ON po.id = l.post_id JOIN person o ON o.id = i.originator_id
  WHERE i.id BETWEEN :lo AND :hi AND {OPEN_ORDER} AND po.reports_to_id <> o.post_id
    AND NOT (EXISTS (SELECT 1 FROM item k WHERE k.parent_id = i.id) AND i.lead_id = (SELECT t.actor_id FROM trail t WHERE t.seq = i.id))"""
"""Those not given by the direct superior: asked for themselves first, for an engine thinks long about how to join a dozen tables. Whoever
registers what each of several owes only gathers it in: the orders are the parts.
"""


def _led_under(posts: str) -> str:
    """The open orders of everybody on these posts, and on the posts below: these may hold the superiors who count."""
    return f"""
WITH RECURSIVE down(post_id, depth) AS (
  {posts}
  UNION ALL SELECT po.id, down.depth + 1 FROM post po JOIN down ON po.reports_to_id = down.post_id WHERE down.depth < 100
)
SELECT i.id FROM item i
WHERE {OPEN_ORDER} AND i.lead_id IN (SELECT pe.id FROM person pe JOIN down ON down.post_id = pe.post_id)"""


RULE = Rule(
    code="C507",
    name=N_("superior-not-told"),
    severity="warn",
    subject="item",
    # Passed over are the holders of the posts between the lead's and the originator's, unless the nearest of them handed it on themselves. One who has
    # acted on the item knows of it, and so does one who has seen the notice of it: both stand on its trail.
    sql=f"""
WITH RECURSIVE ordered AS MATERIALIZED ({OPEN_ORDERS}
), up(below, post_id, depth) AS (
  SELECT DISTINCT po.id, po.reports_to_id, 1 FROM ordered i JOIN post po ON po.id = i.post_id
  UNION ALL
  SELECT up.below, po.reports_to_id, up.depth + 1 FROM post po JOIN up ON po.id = up.post_id WHERE po.reports_to_id IS NOT NULL AND up.depth < 100
), held(below, post_id, depth, person_id) AS (
  SELECT up.below, up.post_id, MIN(up.depth), MIN(h.id) FROM up JOIN person h ON h.post_id = up.post_id AND h.left_on IS NULL GROUP BY up.below, up.post_id
), nearest(below, depth) AS (
  SELECT held.below, MIN(held.depth) FROM held GROUP BY held.below
)
SELECT i.id AS subject_id, i.id AS item_id, s.id AS key, i.number, i.lead, i.originator, s.name AS superior, i.registered AS since
FROM ordered i
JOIN nearest n ON n.below = i.post_id
JOIN held direct ON direct.below = n.below AND direct.depth = n.depth
JOIN held passed ON passed.below = i.post_id
JOIN person s ON s.id = passed.person_id
WHERE passed.depth < (SELECT MIN(up.depth) FROM up WHERE up.below = i.post_id AND up.post_id = i.from_id)
  AND s.id NOT IN (i.lead_id, i.originator_id)
  AND NOT EXISTS (SELECT 1 FROM trail t WHERE t.item_id = i.id AND t.actor_id = direct.person_id AND t.subject = 'item')
  AND NOT EXISTS (SELECT 1 FROM told t WHERE t.item_id = i.id AND t.person_id = s.id)
  AND NOT EXISTS (SELECT 1 FROM trail t WHERE t.item_id = i.id AND t.actor_id = s.id)
ORDER BY subject_id, passed.depth, s.id""",
    watches={
        "item": f"{ITEM} AND {OPEN_ORDER} UNION SELECT parent_id AS id FROM item WHERE id BETWEEN :lo AND :hi AND parent_id IS NOT NULL",
        "person": _led_under("SELECT w.post_id, 0 FROM person w WHERE w.id BETWEEN :lo AND :hi"),
        "post": _led_under("SELECT w.id, 0 FROM post w WHERE w.id BETWEEN :lo AND :hi"),
        "told": "SELECT item_id AS id FROM told WHERE id BETWEEN :lo AND :hi",
    },
    among=EVERY_OPEN_ITEM,
    message=N_("{originator} gave {number} to {lead} directly, and above {lead} was not told: {superior}."),
    fix=N_(
        'It stands under “For your information” there until it is seen; {lead} says it to them too, and records it: officecli tell {number} "{superior}"'
    ),
    joins="superior",
    principle=N_("Orders go down step by step; who gets one from higher up carries it out and tells the superior."),
    finds=N_(
        "An open ad hoc item given by somebody above the lead's direct superior, of which a superior in between was not told. One who has acted on "
        "it, or has seen the notice of it, knows."
    ),
    why=N_("A superior who does not know what their people work on plans over their heads, and gives the same work to another."),
    instead=N_("Give the order to the direct superior; or tell the superior the same day, and record it."),
    refused=N_('officecli add "Tidy the archive" --lead Ana --due fri --as Director'),
    accepted=N_('officecli tell 31 "Section Head" --as Ana'),
)
