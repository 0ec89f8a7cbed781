"""The items of which sums ask the same, counted by their kind: of a year's there are some thousand kinds, however many items.

Of a day nothing is asked but its month, of a deadline that was missed in one month and owed in the next still the day. What is not as plain as most
items are stands apart, and is asked about one by one.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from officecli.hints import Any, NamedTuple
from officecli.store import items, lateness
from officecli.store.read.reader import Reader


class Kind(NamedTuple):
    """What items have in common: their lead, what was measured of them, and the months of their days (2026-11); `apart` is the id of one that is of no kind.

    The month of issue is told where it was issued before it was registered: else the work begins when it is registered.
    """

    apart: int | None
    lead_id: int
    registered: str
    issued: str | None
    signed: str | None
    sign_minutes: int | None
    due: str | None
    closed: str | None
    cancelled: str | None
    late_since: str | None
    handed_in: str | None
    accepted: str | None

    @property
    def on_time(self) -> int | None:
        """0 once it was late, 1 once it was handed in without, as `lateness.on_time` has it."""
        return 0 if self.late_since else 1 if self.handed_in or self.closed else None


_OWED = """v.due < :as_of AND (v.status <> 'closed' OR v.closed IS NOT NULL)
    AND substr(v.due, 1, 7) < substr(COALESCE(v.closed, v.cancelled, '9999-12'), 1, 7)"""
_DAYS = ("registered", "signed", "reviewed", "cancelled")
"""That of handing in and that of closing are no later than these, or the reader's:
`_PLAIN` has them in turn. An item registered by then has begun, whenever it was issued.
"""

_PLAIN = f"""v.id NOT IN (SELECT item_id FROM past_lead UNION SELECT item_id FROM pause UNION SELECT item_id FROM past_closing
    UNION SELECT item_id FROM past_deadline)
  AND NOT EXISTS (SELECT 1 FROM submission z WHERE z.item_id = v.id AND z.id <> v.submission)
  AND (v.verdict = 'accepted' OR (v.verdict IS NULL AND v.reviewed IS NULL))
  AND {" AND ".join(f"COALESCE(v.{day}, '') <= :as_of" for day in _DAYS)}
  AND COALESCE(v.closed, :as_of) >= COALESCE(v.first_submitted, '') AND COALESCE(v.cancelled, :as_of) >= COALESCE(v.closed, v.first_submitted, '')"""
"""Steady, submitted once at most and not returned, and all of it by the reader's day. `test_kinds` has an item for each of these."""

_KINDS = f"""SELECT CASE WHEN {_PLAIN} THEN NULL ELSE v.id END AS apart, v.lead_id, substr(v.registered, 1, 7),
  CASE WHEN v.issued < v.registered THEN substr(v.issued, 1, 7) END, substr(v.signed, 1, 7),
  v.sign_minutes, CASE WHEN {_OWED} THEN v.due END, substr(v.closed, 1, 7), substr(v.cancelled, 1, 7),
  substr({lateness.since(once=True)}, 1, 7), substr(v.first_submitted, 1, 7), substr(v.reviewed, 1, 7)
FROM (SELECT i.id, i.lead_id, i.registered, i.issued, i.signed, i.sign_minutes, i.due, i.status, i.closed, i.cancelled,
    s.id AS submission, s.day AS first_submitted, s.reviewed, s.verdict
  FROM item i LEFT JOIN submission s ON s.item_id = i.id WHERE i.id IN {items.ON_SINCE}) v"""


def kinds(read: Reader, since: date) -> tuple[dict[Kind, int], list[int]]:
    """How many items are of which kind, of all with which anything may have been settled since that day; and the ids of those that stand apart, in order."""
    values: dict[str, Any] = {**items.on_since(since), "as_of": read.as_of.isoformat()}
    found = Counter(read.each(_KINDS, values))
    apart = {one[0] for one in found if one[0] is not None}
    return {Kind(*one): times for one, times in found.items() if one[0] is None}, sorted(apart)
