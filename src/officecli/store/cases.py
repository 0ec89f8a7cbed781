"""Conditions over the table `item`, as `i`: due soon, prodded, returned, waiting. Lists of what is to be done and filters share them.

Each begins with the statuses, of which there are few items that are not over: what hangs on other tables is looked up for those alone.
"""

from __future__ import annotations

from officecli.store.items import IN_HANDS, OPEN_STATUSES
from officecli.store.prods import UNANSWERED
from officecli.store.read.reader import Reader

WAITS = "SELECT 1 FROM wait h WHERE h.item_id = i.id AND h.since <= :as_of AND (h.until IS NULL OR h.until > :as_of)"
"""Whether the item `i` waits for somebody."""

HANDED_OUT = "status = 'issued' AND issued || '' <= :as_of"
"""|| '': by the index of what is not signed for, never by that of all days of issue, nearly all of which are past."""
DUE_TODAY = f"status IN {IN_HANDS} AND due = :as_of"
DUE_SOON = f"status IN {IN_HANDS} AND due > :as_of AND due <= :soon"
"""Takes :soon as well."""
EXTENSION_ASKED = f"""status IN {OPEN_STATUSES} AND EXISTS (
  SELECT 1 FROM extension x WHERE x.item_id = i.id AND x.day <= :as_of AND (x.verdict IS NULL OR x.reviewed > :as_of))"""
RETURNED = f"""status IN {IN_HANDS} AND status = 'in-hand' AND EXISTS (
  SELECT 1 FROM submission s WHERE s.item_id = i.id AND s.verdict = 'returned' AND s.reviewed <= :as_of)"""
"""Its first condition is the index's own."""
PRODDED = f"status IN {IN_HANDS} AND EXISTS (SELECT 1 FROM {UNANSWERED})"
WAITING = f"status IN {IN_HANDS} AND EXISTS ({WAITS})"


def soon(read: Reader) -> dict[str, str]:
    """The last day that counts as soon, as `DUE_SOON` takes it: so many working days ahead as the office has set."""
    ahead = read.value(
        "SELECT date FROM calendar_day WHERE date > :as_of AND is_working = 1 ORDER BY date LIMIT 1 OFFSET :n",
        as_of=read.as_of.isoformat(),
        n=max(0, read.settings["digest.soon_days"] - 1),
    )
    return {"soon": str(ahead) if ahead and read.settings["digest.soon_days"] else read.as_of.isoformat()}
