"""What costs somebody points in a period, item by item, read from the ledger: who was late, silent, empty in feedback or deaf to a prod."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from officecli.light import dataclass
from officecli.model.exact import rounded
from officecli.model.time.feedback import missed_on
from officecli.model.time.periods import Period
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.measures import Counted, counted_in
from officecli.rules.deadlines.feedback_missed import LIMIT
from officecli.settings import marks
from officecli.store import items
from officecli.store.calendar.days import working_days
from officecli.store.prods import ANSWER
from officecli.store.read.reader import Reader, Row

CAUSES = ("late", "no-feedback", "empty-feedback", "unanswered")


@dataclass(frozen=True)
class Deduction:
    """`points` lost by a person for a `cause` (of CAUSES) that came about on `day` (ISO), and the item it is about."""

    person_id: int
    cause: str
    item_id: int
    number: str
    title: str
    day: str
    points: Decimal


def deductions(read: Reader, period: Period, counted: Sequence[Counted] | None = None, hands: Hands | None = None) -> list[Deduction]:
    """Every deduction of the period as the reader's day, one of its own, sees it, in order of cause, day and item; what the office takes no points for is left out.

    Cancelled items cost nothing but their lateness. Late is what measures count as not in time, on the day that settled it. Late, silent: whoever led the item on that day. An empty feedback: whoever gave it. A prod: whoever was pressed.
    `counted` is what the ledger knows of the period (`measures.counted_in`), `hands` who led what, where the caller has read them.
    """
    points = {name.removeprefix("score.").replace("_", "-"): rounded(mark) for name, mark in marks(read.stored_settings).items()}
    hands = hands or Hands(read)
    late = [one for one in (counted_in(read, period, hands) if counted is None else counted) if one.measure == "on-time" and not one.amount]
    values = {**items.values(read), "start": period.start.isoformat()}
    found = [
        *(({"id": one.item_id, "number": one.number, "title": one.title}, "late", one.day, one.lead_id) for one in late),
        *((row, "no-feedback", day, hands.lead(row["id"], day, row["lead_id"])) for row, day in _silences(read, values)),
        *((row, "empty-feedback", row["day"], row["person_id"]) for row in read.rows(_EMPTY, values)),
        *((row, "unanswered", row["day"], row["person_id"]) for row in read.rows(_UNANSWERED, values)),
    ]
    lost = [Deduction(who, cause, row["id"], row["number"], row["title"], day, points[cause]) for row, cause, day, who in found if points[cause]]
    return sorted(lost, key=lambda one: (CAUSES.index(one.cause), one.day, one.item_id))


_EMPTY = """
SELECT i.id, i.number, i.title, n.person_id, n.day FROM note n JOIN item i ON i.id = n.item_id
WHERE n.day >= :start AND n.day <= :as_of AND (i.cancelled IS NULL OR i.cancelled > :as_of)
  AND n.progress IS NULL AND n.problem = '' AND n.next_step = '' AND n.evidence = ''
  AND (n.text = '' OR n.text = (SELECT b.text FROM note b WHERE b.id = (SELECT MAX(e.id) FROM note e WHERE e.item_id = n.item_id AND e.id < n.id)))
ORDER BY n.id"""
"""Neither percentage, problem, next step nor evidence, and a text that only repeats, word for word, the feedback before it."""

_UNANSWERED = f"""
SELECT i.id, i.number, i.title, q.lead_id AS person_id, q.day FROM prod q CROSS JOIN item i
WHERE i.id = q.item_id AND q.day >= :start AND q.day <= :as_of AND (i.cancelled IS NULL OR i.cancelled > :as_of) AND q.id > {ANSWER}
  AND NOT EXISTS (SELECT 1 FROM waiver w WHERE w.item_id = i.id AND w.rule = 'F604' AND w.day <= :as_of AND (w.expires IS NULL OR w.expires >= q.day))
ORDER BY q.id"""
"""CROSS: from the prods to their items; SQLite, which takes some of their ids for a bound, would ask every item for its prods."""

_REPORTED_ON = f"""
SELECT i.id, i.number, i.title, i.lead_id, i.closed, i.feedback_every, {LIMIT} AS most,
       CASE WHEN i.issued > i.registered THEN i.issued ELSE i.registered END AS began
FROM item i
WHERE i.feedback_every IS NOT NULL AND i.issued <= :as_of AND (i.cancelled IS NULL OR i.cancelled > :as_of) AND (i.closed > :start OR (i.closed IS NULL AND i.status <> 'closed'))
ORDER BY i.id"""

_SIGNS = """
SELECT item_id, day, day AS until FROM note WHERE day <= :as_of
UNION ALL SELECT item_id, day, CASE WHEN reviewed <= :as_of THEN reviewed END FROM submission WHERE day <= :as_of
UNION ALL SELECT item_id, since, CASE WHEN until <= :as_of THEN until END FROM pause WHERE since <= :as_of
UNION ALL SELECT item_id, COALESCE(closed, ''), CASE WHEN until <= :as_of THEN until END FROM past_closing WHERE COALESCE(closed, '') <= :as_of"""
"""What begins the feedback period anew on the day `until`; from `day` to then (for ever, where there is none) nobody waits for feedback."""


def _silences(read: Reader, values: dict[str, Any]) -> list[tuple[Row, str]]:
    """The items on which D306 found feedback missing for the first time since the last sign of life, with the day it did."""
    due = read.rows(_REPORTED_ON, values)
    if not due:
        return []
    signs: dict[int, list[tuple[str, str]]] = {}
    for row in read.rows(_SIGNS, values):
        signs.setdefault(row["item_id"], []).append((row["day"], row["until"] or "9999"))
    excused = {
        row["item_id"]: row["expires"] or "9999"
        for row in read.rows(
            "SELECT item_id, MAX(COALESCE(expires, '9999')) AS expires FROM waiver WHERE rule = 'D306' AND day <= :as_of GROUP BY item_id", values
        )
    }
    days = working_days(read)
    found = []
    for row in due:
        spans = signs.get(row["id"], [])
        begins = sorted({row["began"], *(until for _day, until in spans if until < "9999" and until > row["began"])})
        for begun, ended in zip(begins, [*begins[1:], "9999"], strict=True):
            last = date.fromisoformat(begun)
            missed = missed_on(row["feedback_every"], last, row["most"], days).isoformat()
            in_hands = missed < (row["closed"] or "9999") and not any(day <= missed < until for day, until in spans)
            if values["start"] <= missed <= values["as_of"] and missed < ended and in_hands and missed > excused.get(row["id"], ""):
                found.append((row, missed))
    return found
