"""Which subjects a touched row may concern: the queries several rules share. Each takes ids BETWEEN :lo AND :hi and returns `id`."""

from __future__ import annotations

from officecli.model.codes import OPEN

OPEN_STATUSES = "('" + "', '".join(OPEN) + "')"

ITEM = "SELECT id FROM item WHERE id BETWEEN :lo AND :hi"
OPEN_ITEM = f"{ITEM} AND status IN {OPEN_STATUSES}"
ITEM_OF_SUBMISSION = "SELECT item_id AS id FROM submission WHERE id BETWEEN :lo AND :hi"
LED_BY = f"SELECT id FROM item WHERE lead_id BETWEEN :lo AND :hi AND status IN {OPEN_STATUSES}"
EXTENSION = "SELECT id FROM extension WHERE id BETWEEN :lo AND :hi"
REQUEST = "SELECT id FROM request WHERE id BETWEEN :lo AND :hi"
WAITING = "('pending', 'frozen')"  # a request that waits for a leader
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
