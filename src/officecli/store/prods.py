"""Prods that were not answered: the one place that knows what an answer is. Feedback of any kind, or a new lead, begins anew."""

from __future__ import annotations

ANSWER = """(
    SELECT COALESCE(MAX(z.id), 0) FROM (
      SELECT n.id FROM note n WHERE n.item_id = i.id
      UNION ALL SELECT s.id FROM submission s WHERE s.item_id = i.id
      UNION ALL SELECT x.id FROM extension x WHERE x.item_id = i.id
    ) z
  )"""
"""The id of the last answer on the item `i`, 0 for none; ids are in the order of the trail."""

UNANSWERED = f"prod q WHERE q.item_id = i.id AND q.lead_id = i.lead_id AND q.id > {ANSWER}"
"""What follows FROM: the prods `q` of the item `i` that its lead has left unanswered."""
