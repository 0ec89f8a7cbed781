"""The work people have in hand, in minutes, and the minutes of a day to do it in: one reading for rules and reports."""

from __future__ import annotations

from functools import lru_cache

from officecli.model.time.office_hours import OfficeHours
from officecli.store.items import IN_HANDS
from officecli.store.read.reader import Reader

FIRST_DAY = "(SELECT f.date FROM calendar_day f WHERE f.date >= :as_of AND f.is_working = 1 ORDER BY f.date LIMIT 1)"
"""Today, or the day the office opens next: what is overdue is due then."""

ORDER = "due, minor, calm, issued, id"
"""What of somebody's work comes first: the nearest deadline, then the important, the urgent, what was handed out first, the lowest id."""

DONE = """COALESCE((
           SELECT n.progress FROM note n WHERE n.item_id = i.id AND n.progress IS NOT NULL AND n.day <= :as_of ORDER BY n.id DESC LIMIT 1
         ), 0)"""
"""How many percent of the item i are done, as last told; it takes :as_of."""


def works(source: str, where: str) -> str:
    """A subselect of the items of `source` (a table or view, called i in `where`) that are in somebody's hands, or soon will be.

    Its columns: `id` · `lead_id` · `number` · `issued` · `deadline` · `due`, the deadline lifted to FIRST_DAY where it is past · `release`, the first day
    it can be worked on · `minor` and `calm`, the ranks of importance and urgency for ORDER · `minutes` still to be worked, NULL where nobody has estimated it.
    A submitted or suspended item is no work for its lead; one that waits for somebody still is. It takes :as_of and :plan_assumed_hours.
    """
    # The engines cast fractions differently, so a half is added and the whole part taken by hand.
    return f"""(SELECT x.id, x.lead_id, x.number, x.issued, x.deadline, x.due, x.release, x.minor, x.calm,
  CAST(x.exact AS INTEGER) - CASE WHEN CAST(x.exact AS INTEGER) > x.exact THEN 1 ELSE 0 END AS minutes
FROM (
  SELECT i.id, i.lead_id, i.number, i.issued, i.due AS deadline,
         CASE WHEN i.due < :as_of THEN {FIRST_DAY} ELSE i.due END AS due,
         CASE WHEN i.issued > :as_of THEN i.issued ELSE :as_of END AS release,
         CASE WHEN i.importance = 'major' THEN 0 ELSE 1 END AS minor,
         CASE WHEN i.urgency = 'most-urgent' THEN 0 WHEN i.urgency = 'urgent' THEN 1 ELSE 2 END AS calm,
         COALESCE(i.hours, NULLIF(CAST(:plan_assumed_hours AS INTEGER), 0)) * 60 * (100 - {DONE}) / 100 + 0.5 AS exact
  FROM {source} i WHERE i.status IN {IN_HANDS} AND i.due IS NOT NULL AND {where}
) x)"""


def day_minutes(read: Reader) -> int:
    """The minutes of one of the office's days."""
    return _minutes(read.office["hours"])


@lru_cache(maxsize=8)
def _minutes(hours: str) -> int:
    return OfficeHours.parse(hours).per_day // 60
