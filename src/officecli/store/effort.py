"""The work people have in hand, in minutes, and the minutes of a day to do it in: one reading for rules and reports."""

from __future__ import annotations

from functools import lru_cache

from officecli.model.time.office_hours import OfficeHours
from officecli.store.items import IN_HANDS
from officecli.store.read.reader import Reader


def _first_day(day: str) -> str:
    """The day, or the one on which the office opens next: what is overdue is due then."""
    return f"(SELECT f.date FROM calendar_day f WHERE f.date >= {day} AND f.is_working = 1 ORDER BY f.date LIMIT 1)"


ORDER = "due, minor, calm, issued, id"
"""What of somebody's work comes first: the nearest deadline, then the important, the urgent, what was handed out first, the lowest id."""


def _done(day: str) -> str:
    """How many percent of the item i were done by that day, as last told."""
    return f"""COALESCE((
           SELECT n.progress FROM note n WHERE n.item_id = i.id AND n.progress IS NOT NULL AND n.day <= {day} ORDER BY n.id DESC LIMIT 1
         ), 0)"""


DONE = _done(":as_of")


def works(source: str, where: str, day: str = ":as_of") -> str:
    """A subselect of the items of `source` (a table or view, called i in `where`) that are in somebody's hands on a day, or soon will be.

    Its columns: `id` · `lead_id` · `number` · `issued` · `deadline` · `due`, the deadline lifted to the next working day where it is past ·
    `release`, the first day it can be worked on · `minor` and `calm`, the ranks of importance and urgency for ORDER · `minutes` still to be worked,
    NULL where nobody has estimated it. A submitted or suspended item is no work for its lead; one that waits for somebody still is. It takes
    :plan_assumed_hours.
    """
    # The engines cast fractions differently, so a half is added and the whole part taken by hand.
    return f"""(SELECT x.id, x.lead_id, x.number, x.issued, x.deadline, x.due, x.release, x.minor, x.calm,
  CAST(x.exact AS INTEGER) - CASE WHEN CAST(x.exact AS INTEGER) > x.exact THEN 1 ELSE 0 END AS minutes
FROM (
  SELECT i.id, i.lead_id, i.number, i.issued, i.due AS deadline,
         CASE WHEN i.due < {day} THEN {_first_day(day)} ELSE i.due END AS due,
         CASE WHEN i.issued > {day} THEN i.issued ELSE {day} END AS release,
         CASE WHEN i.importance = 'major' THEN 0 ELSE 1 END AS minor,
         CASE WHEN i.urgency = 'most-urgent' THEN 0 WHEN i.urgency = 'urgent' THEN 1 ELSE 2 END AS calm,
         COALESCE(i.hours, NULLIF(CAST(:plan_assumed_hours AS INTEGER), 0)) * 60 * (100 - {_done(day)}) / 100 + 0.5 AS exact
  FROM {source} i WHERE i.status IN {IN_HANDS} AND i.due IS NOT NULL AND {where}
) x)"""


def day_minutes(read: Reader) -> int:
    """The minutes of one of the office's days."""
    return _minutes(read.office["hours"])


@lru_cache(maxsize=8)
def _minutes(hours: str) -> int:
    return OfficeHours.parse(hours).per_day // 60
