"""Which subjects a touched row may concern: the queries several rules share. Each takes ids BETWEEN :lo AND :hi and returns `id`."""

from __future__ import annotations

from officecli.store.items import IN_HANDS, OPEN_STATUSES

ITEM = "SELECT id FROM item WHERE id BETWEEN :lo AND :hi"
OPEN_ITEM = f"{ITEM} AND status IN {OPEN_STATUSES}"
EVERY_OPEN_ITEM = f"SELECT n.id FROM item n WHERE n.status IN {OPEN_STATUSES}"
ITEM_OF_SUBMISSION = "SELECT item_id AS id FROM submission WHERE id BETWEEN :lo AND :hi"
LED_BY = f"SELECT id FROM item WHERE lead_id BETWEEN :lo AND :hi AND status IN {OPEN_STATUSES}"
EXTENSION = "SELECT id FROM extension WHERE id BETWEEN :lo AND :hi"
REQUEST = "SELECT id FROM request WHERE id BETWEEN :lo AND :hi"
WAITING = "('pending', 'frozen')"  # a request that waits for a leader

HANDED_OUT = """(i.kind IN ('adhoc', 'emergency') OR (
    i.kind = 'own' AND i.originator_id <> i.lead_id AND NOT EXISTS (SELECT 1 FROM person g WHERE g.id = i.originator_id AND g.account = 1)))"""
"""The condition that the item `i` was handed out ad hoc: ad hoc work, an emergency, one's initiative given to others."""

SUPPORT = "SELECT id FROM support WHERE id BETWEEN :lo AND :hi"

SUPPORT_ON_ITEM = f"""
SELECT s.id FROM support s JOIN item i ON i.id = s.item_id
WHERE i.id BETWEEN :lo AND :hi AND i.status IN {OPEN_STATUSES} AND s.until IS NULL"""


def support_beside(people: str) -> str:
    """The current supporters of every open item that somebody among `people` (a query of ids) leads or supports."""
    return f"""
SELECT s.id FROM support s JOIN item i ON i.id = s.item_id
WHERE i.status IN {OPEN_STATUSES} AND s.until IS NULL
  AND (i.lead_id IN ({people})
       OR i.id IN (SELECT b.item_id FROM support b WHERE b.until IS NULL AND b.person_id IN ({people})))"""


def farthest_due(person: str) -> str:
    """The number of the open item of a person whose deadline is the farthest, one still in their hands first: it is handed on with the least haste."""
    return f"""(SELECT i.number FROM item i WHERE i.lead_id = {person} AND i.status IN {OPEN_STATUSES}
    ORDER BY CASE WHEN i.status IN {IN_HANDS} THEN 0 ELSE 1 END, i.due DESC, i.id DESC LIMIT 1)"""


def next_superior(person: str) -> str:
    """The id of the next held superior of a person of the query; a vacant post is passed over. Most have one directly above, who is found at once."""
    return f"""COALESCE(
  (SELECT MIN(x.id) FROM person x JOIN post po ON po.reports_to_id = x.post_id
   WHERE po.id = {person}.post_id AND x.left_on IS NULL AND x.id <> {person}.id),
  (WITH RECURSIVE up(post_id, depth) AS (
    SELECT po.reports_to_id, 1 FROM post po WHERE po.id = {person}.post_id
    UNION ALL SELECT po.reports_to_id, up.depth + 1 FROM post po JOIN up ON po.id = up.post_id WHERE up.depth < 100
  )
  SELECT x.id FROM up JOIN person x ON x.post_id = up.post_id WHERE x.left_on IS NULL AND x.id <> {person}.id ORDER BY up.depth, x.id LIMIT 1)
)"""
