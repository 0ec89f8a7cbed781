"""The slow way to what a period counts and costs: every item as its last day saw
it, asked about anew. What is read once for many periods must come to the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from officecli.model.time.feedback import missed_on
from officecli.model.time.periods import Period
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.period_asked_for import on_day
from officecli.store import items
from officecli.store.calendar.days import working_days
from officecli.store.calendar.due_days import FEEDBACK_LIMIT
from officecli.store.led import Led, led
from officecli.store.prods import ANSWER
from officecli.store.read.reader import Reader

Row = dict[str, Any]
Told = tuple[str, int, int, str, int]
"""The measure (or the cause), the item, whose, the day, and what it counts for."""


def counted_slowly(read: Reader, period: Period) -> list[Told]:
    """What every item counts for."""
    with on_day(read, min(read.as_of, period.end)):
        return sorted([*_from_items(read, period.start.isoformat()), *_from_reviews(read, period.start.isoformat())])


def states_slowly(read: Reader, period: Period) -> Counter[tuple[str, int]]:
    """How many of each lead were registered or closed in it, and are overdue at its end."""
    found: Counter[tuple[str, int]] = Counter()
    with on_day(read, min(read.as_of, period.end)):
        since, last = period.start.isoformat(), read.as_of.isoformat()
        for row in read.rows(_STANDING.format(items=items.seen(read)), items.values(read)):
            for state, is_so in (("registered", since <= row["registered"] <= last), ("closed", since <= (row["closed"] or "") <= last)):
                found[state, row["lead_id"]] += is_so
            found["overdue", row["lead_id"]] += row["overdue"]
    return +found


def lost_slowly(read: Reader, period: Period) -> list[Told]:
    """What of it costs points, but for lateness, by cause."""
    with on_day(read, min(read.as_of, period.end)):
        hands, values = Hands(read), {**items.values(read), "start": period.start.isoformat()}
        found = [("no-feedback", row["id"], hands.lead(row["id"], day, row["lead_id"]), day, 0) for row, day in _silences(read, values)]
        found += [("empty-feedback", row["id"], row["person_id"], row["day"], 0) for row in read.rows(_EMPTY, values)]
        found += [("unanswered", row["id"], row["person_id"], row["day"], 0) for row in read.rows(_UNANSWERED, values)]
        return sorted(found)


def _from_items(read: Reader, since: str) -> Iterator[Told]:
    hands, last = Hands(read), read.as_of.isoformat()
    rows = read.rows(_ITEMS.format(items=items.seen(read)), items.values(read))
    changed_hands = led(read, of=[row["id"] for row in rows])
    for row in rows:
        day = row["decided"]
        if row["on_time"] == 0:
            day = max(row["late_since"], min(row["registered"], row["issued"]))
        for one in changed_hands.get(row["id"], [Led(row["lead_id"], on_time=row["on_time"], day=day)]):
            if one.on_time is not None and one.day is not None and since <= one.day <= last:
                yield "on-time", row["id"], one.lead_id, one.day, one.on_time
        measured = [("closed", row["closed"], 1)]
        measured += [("sign-hours", row["signed"], row["sign_minutes"])] if row["sign_minutes"] is not None else []
        measured += [("turnaround", row["decided"], max(0, row["turnaround"]))] if row["turnaround"] is not None else []
        for measure, on, amount in measured if row["status"] != "cancelled" else ():
            if on is not None and since <= on <= last:
                yield measure, row["id"], hands.lead(row["id"], on, row["lead_id"]), on, amount


_ITEMS = """SELECT v.id, v.lead_id, v.registered, v.issued, v.status, v.on_time, v.late_since, v.signed, v.sign_minutes, v.closed,
       COALESCE(v.first_submitted, v.closed) AS decided,
       (SELECT working_no FROM calendar_day WHERE date = COALESCE(v.first_submitted, v.closed))
         - (SELECT working_no FROM calendar_day WHERE date = v.issued) AS turnaround
FROM {items} v WHERE v.status <> 'cancelled' OR v.on_time IS NOT NULL ORDER BY v.id"""


_STANDING = "SELECT v.lead_id, v.registered, v.closed, v.overdue FROM {items} v WHERE v.status <> 'cancelled'"
_LIVING = "SELECT v.id, v.lead_id FROM {items} v WHERE v.status <> 'cancelled'"


def _from_reviews(read: Reader, since: str) -> Iterator[Told]:
    hands, seen = Hands(read), set()
    living = {row["id"]: row["lead_id"] for row in read.rows(_LIVING.format(items=items.seen(read)), items.values(read))}
    for row in read.rows("SELECT * FROM submission ORDER BY day, id"):
        item, day, first = row["item_id"], row["reviewed"] or "", row["item_id"] not in seen
        seen.add(item)
        if item in living and row["verdict"] is not None and since <= day <= read.as_of.isoformat():
            whose = hands.lead(item, day, living[item])
            yield "return-rate", item, whose, day, int(row["verdict"] == "returned")
            if first:
                yield "first-pass", item, whose, day, int(row["verdict"] == "accepted")


_EMPTY = """SELECT i.id, n.person_id, n.day FROM note n JOIN item i ON i.id = n.item_id
WHERE n.day >= :start AND n.day <= :as_of AND (i.cancelled IS NULL OR i.cancelled > :as_of)
  AND n.progress IS NULL AND n.problem = '' AND n.next_step = '' AND n.evidence = ''
  AND (n.text = '' OR n.text = (SELECT b.text FROM note b WHERE b.id = (SELECT MAX(e.id) FROM note e WHERE e.item_id = n.item_id AND e.id < n.id)))"""

_UNANSWERED = f"""SELECT i.id, q.lead_id AS person_id, q.day FROM prod q JOIN item i ON i.id = q.item_id
WHERE q.day >= :start AND q.day <= :as_of AND (i.cancelled IS NULL OR i.cancelled > :as_of) AND q.id > {ANSWER}
  AND EXISTS (SELECT 1 FROM calendar_day c WHERE c.date > q.day AND c.date <= :as_of AND c.is_working = 1)
  AND NOT EXISTS (SELECT 1 FROM waiver w WHERE w.item_id = i.id AND w.rule = 'F604' AND w.day <= :as_of AND (w.expires IS NULL OR w.expires >= q.day))"""

_REPORTED_ON = f"""SELECT i.id, i.lead_id, i.closed, i.feedback_every, {FEEDBACK_LIMIT} AS most,
  CASE WHEN i.issued > i.registered THEN i.issued ELSE i.registered END AS began
FROM item i WHERE i.feedback_every IS NOT NULL AND i.issued <= :as_of AND (i.cancelled IS NULL OR i.cancelled > :as_of)
  AND (i.closed > :start OR (i.closed IS NULL AND i.status <> 'closed'))"""

_SIGNS = """SELECT item_id, day, day AS until FROM note WHERE day <= :as_of
UNION ALL SELECT item_id, day, CASE WHEN reviewed <= :as_of THEN reviewed END FROM submission WHERE day <= :as_of
UNION ALL SELECT item_id, since, CASE WHEN until <= :as_of THEN until END FROM pause WHERE since <= :as_of
UNION ALL SELECT item_id, COALESCE(closed, ''), CASE WHEN until <= :as_of THEN until END FROM past_closing WHERE COALESCE(closed, '') <= :as_of"""

_WAIVED = "SELECT item_id, MAX(COALESCE(expires, '9999')) AS expires FROM waiver WHERE rule = 'D306' AND day <= :as_of GROUP BY item_id"


def _silences(read: Reader, values: dict[str, Any]) -> Iterator[tuple[Row, str]]:
    signs = read.rows(_SIGNS, values)
    excused = {row["item_id"]: row["expires"] for row in read.rows(_WAIVED, values)}
    days = working_days(read)
    for row in read.rows(_REPORTED_ON, values):
        spans = [(sign["day"], sign["until"] or "9999") for sign in signs if sign["item_id"] == row["id"]]
        begins = sorted({row["began"], *(until for _day, until in spans if row["began"] < until < "9999")})
        for begun, ended in zip(begins, [*begins[1:], "9999"], strict=True):
            missed = missed_on(row["feedback_every"], date.fromisoformat(begun), row["most"], days).isoformat()
            in_hands = missed < (row["closed"] or "9999") and not any(day <= missed < until for day, until in spans)
            if values["start"] <= missed <= values["as_of"] and missed < ended and in_hands and missed > excused.get(row["id"], ""):
                yield row, missed
