"""Items whose row alone does not tell how they once stood (see `steady`): each is looked at as of the day that counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from officecli.reports.targets.hands import Hands
from officecli.reports.targets.steady import STATES, TURNAROUND, Settled, settled_on
from officecli.store import items, lateness
from officecli.store.led import Led, led
from officecli.store.read.among import among
from officecli.store.read.reader import Reader, Row


def settled(read: Reader, ids: Sequence[int], first: date, hands: Hands) -> Iterator[Settled]:
    """All that was settled of these items from the `first` day to the reader's, by every measure."""
    since, last = first.isoformat(), read.as_of.isoformat()
    leads = led(read, of=ids)
    for these, held in among(ids):
        values = {**items.values(read), **held, "since": since}
        counted = items.all_of(read, f"WHERE id IN {these}", columns=_OF_ITEMS, asks="on_time late_since")
        for row in read.rows(_ITEMS.format(items=counted), values):
            yield from (
                _of(row, "on-time", day, on_time, lead) for lead, day, on_time in _settled_by(row, leads.get(row["id"])) if since <= day <= last
            )
            for measure, on, amount in _measured(row) if row["status"] != "cancelled" else ():
                if on is not None and since <= on <= last:
                    yield _of(row, measure, on, amount, hands.lead(row["id"], on, row["lead_id"]))
        for row in read.rows(_REVIEWS.format(source=items.source(read), these=these), values):
            lead_id = hands.lead(row["id"], row["reviewed"], row["lead_id"])
            yield _of(row, "return-rate", row["reviewed"], int(row["verdict"] == "returned"), lead_id)
            if row["first"]:
                yield _of(row, "first-pass", row["reviewed"], int(row["verdict"] == "accepted"), lead_id)


def counts(read: Reader, ids: Sequence[int], first: date) -> Counter[tuple[str, int]]:
    """How many of these items were registered or closed from the `first` day on, and are overdue on the reader's, by state (of STATES) and lead."""
    found: Counter[tuple[str, int]] = Counter()
    for these, held in among(ids):
        values = {**held, "since": first.isoformat(), "as_of": read.as_of.isoformat()}
        for row in read.rows(_COUNTS.format(source=items.source(read), these=these), values):
            for state in STATES:
                found[state, row["lead_id"]] += row[state]
    return found


_ITEMS = f"""SELECT v.id, v.number, v.title, v.lead_id, v.duty_id, v.registered, v.issued, v.status, v.on_time, v.late_since, v.signed,
  v.sign_minutes, v.closed,
       {lateness.DECIDED} AS decided, {TURNAROUND} AS turnaround
FROM {{items}} v WHERE v.status <> 'cancelled' OR v.on_time IS NOT NULL ORDER BY v.id"""
_OF_ITEMS = "number, title, lead_id, duty_id, registered, signed, sign_minutes"

_REVIEWS = """SELECT s.item_id AS id, v.number, v.title, v.lead_id, v.duty_id, s.reviewed, s.verdict,
       CASE WHEN EXISTS (SELECT 1 FROM submission e WHERE e.item_id = s.item_id AND (e.day < s.day OR (e.day = s.day AND e.id < s.id)))
            THEN 0 ELSE 1 END AS first
FROM submission s JOIN {source} v ON v.id = s.item_id
WHERE s.item_id IN {these} AND s.verdict IS NOT NULL AND s.reviewed >= :since AND s.reviewed <= :as_of AND v.status <> 'cancelled' ORDER BY s.id"""

_COUNTS = f"""SELECT lead_id, CASE WHEN registered >= :since AND registered <= :as_of THEN 1 ELSE 0 END AS registered,
       CASE WHEN closed >= :since AND closed <= :as_of THEN 1 ELSE 0 END AS closed, CASE WHEN {items.OVERDUE} THEN 1 ELSE 0 END AS overdue
FROM (SELECT id, lead_id, registered, closed, status, due FROM {{source}} v WHERE id IN {{these}} LIMIT {items.NONE_LEFT_OUT}) v WHERE status <> 'cancelled'"""


def _settled_by(row: Row, leads: Sequence[Led] | None) -> Iterator[tuple[int, str, int]]:
    """For whom an item was settled, on which day, and whether in time: for its one lead, or for each of the `leads` it had."""
    if leads is None:
        day = settled_on(row["on_time"], row["decided"], row["late_since"], min(row["registered"], row["issued"]))
        leads = (Led(row["lead_id"], on_time=row["on_time"], day=day),)
    for one in leads:
        if one.on_time is not None and one.day is not None:
            yield one.lead_id, one.day, one.on_time


def _measured(row: Row) -> Iterator[tuple[str, str | None, int]]:
    """What an item counts for by each other measure, and the day on which that was settled."""
    yield "closed", row["closed"], 1
    if row["sign_minutes"] is not None:
        yield "sign-hours", row["signed"], row["sign_minutes"]
    if row["turnaround"] is not None:
        yield "turnaround", row["decided"], max(0, row["turnaround"])


def _of(row: Row, measure: str, day: str, amount: int, lead_id: int) -> Settled:
    return Settled(measure, row["id"], row["number"], row["title"], lead_id, row["duty_id"], day, amount)
