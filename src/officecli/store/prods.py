"""Prods that were not answered: the one place that knows what an answer is. Feedback of any kind, or a new lead, begins anew."""

from __future__ import annotations

from officecli.store.items import beside

_ANSWERS = """(
      SELECT n.id, n.day FROM note n WHERE n.item_id = i.id
      UNION ALL SELECT s.id, s.day FROM submission s WHERE s.item_id = i.id
      UNION ALL SELECT x.id, x.day FROM extension x WHERE x.item_id = i.id
    ) z"""

ANSWER = f"(SELECT COALESCE(MAX(z.id), 0) FROM {_ANSWERS} WHERE z.day <= :as_of)"
"""The id of the last answer on the item `i`, 0 for none; ids are in the order of the trail. Takes :as_of."""

ANSWERED = f"(SELECT MIN(z.day) FROM {_ANSWERS} WHERE z.id > q.id)"
"""From which day on the prod `q` of the item `i` has an answer; NULL for none."""

STANDS = f"{beside('q.lead_id')} = i.lead_id AND q.day <= :as_of AND {beside('q.id')} > {ANSWER}"
"""The condition that the lead of the item `i` has not answered the prod `q` of it."""

UNANSWERED = f"prod q WHERE q.item_id = i.id AND {STANDS}"
"""What follows FROM: the prods `q` of the item `i` that its lead has left unanswered."""
