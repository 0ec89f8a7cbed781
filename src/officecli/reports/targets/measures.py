"""What the ledger itself knows of a target in a period, so that nobody types it, and the items each figure is made of.

An item counts in the period in which what is measured was settled, as things stood when the period ended, so a period's figures never change
afterwards. On time: the period of the first submission, or of the deadline that passed before one.
First pass and returns: of the review. Closed: of the closing. Hours to sign: of the signing. Turnaround: of the first submission.
An item counts for whoever led it on that day, and for the post they held then: whoever takes over what was late already was not late (`store.led`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from officecli.light import dataclass
from officecli.model.exact import HUNDRED, quotient
from officecli.model.time.periods import Period
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.period_asked_for import on_day
from officecli.store import items
from officecli.store.led import Led, led
from officecli.store.read.reader import Reader, Row


@dataclass(frozen=True)
class Counted:
    """What one item counts for by one measure: `amount` of `whole` on `day`; of a return rate, returns of reviews; minutes of hours to sign.

    `lead_id` and `post_id` are those of that day.
    """

    measure: str
    item_id: int
    number: str
    title: str
    lead_id: int
    post_id: int | None
    duty_id: int | None
    day: str
    amount: Decimal
    whole: Decimal = Decimal(1)


@dataclass(frozen=True)
class Measured:
    """A figure, with what it was made of (None for a median, which is no quotient). `value` is None of nothing."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None


def counted_in(read: Reader, period: Period, hands: Hands | None = None) -> list[Counted]:
    """What every item counts for in the period, by all measures; nothing for a period that has not begun.

    `hands` is who led and held what, where the caller has read it.
    """
    if period.start > read.as_of:
        return []
    with on_day(read, min(read.as_of, period.end)):
        hands = hands or Hands(read)
        found = [*_from_items(read, period, hands), *_from_reviews(read, period, hands)]
    return sorted(found, key=lambda one: (one.day, one.item_id))


def figure(measure: str, counted: Iterable[Counted]) -> Measured:
    """The figure these items make; percentages and means are rounded once, to two decimals."""
    amounts = list(counted)
    part = sum((one.amount for one in amounts), Decimal(0))
    if measure == "closed":
        return Measured(part, part, None)
    if not amounts:
        return Measured(None, None, None)
    if measure == "sign-hours":
        return Measured(median_hours([one.amount for one in amounts]), None, None)
    whole = sum((one.whole for one in amounts), Decimal(0))
    return Measured(quotient(part if measure == "turnaround" else HUNDRED * part, whole), part, whole)


def median_hours(minutes: Iterable[int | Decimal]) -> Decimal:
    """The median of office minutes as hours; of an even number, the mean of the two in the middle."""
    ordered = sorted(minutes)
    middle = len(ordered) // 2
    return quotient(Decimal(ordered[middle] + ordered[-middle - 1]), Decimal(120))


_ITEMS = """SELECT v.id, v.number, v.title, v.lead_id, v.duty_id, v.registered, v.issued, v.status, v.on_time, v.late_since, v.signed, v.sign_minutes, v.closed,
       COALESCE(v.first_submitted, v.closed) AS decided,
       (SELECT working_no FROM calendar_day WHERE date = COALESCE(v.first_submitted, v.closed))
         - (SELECT working_no FROM calendar_day WHERE date = v.issued) AS turnaround
FROM {items} v WHERE v.status <> 'cancelled' OR v.on_time IS NOT NULL ORDER BY v.id"""
_OF_ITEMS = "number, title, lead_id, duty_id, registered, signed, sign_minutes"


def _from_items(read: Reader, period: Period, hands: Hands) -> Iterator[Counted]:
    since, last = period.start.isoformat(), read.as_of.isoformat()
    values = {**items.values(read), **items.on_since(period.start)}
    changed_hands = led(read)
    counted = items.all_of(read, f"WHERE id IN {items.ON_SINCE}", columns=_OF_ITEMS, asks="on_time late_since")
    for row in read.rows(_ITEMS.format(items=counted), values):
        for lead_id, day, on_time in _settled_by(row, changed_hands.get(row["id"])):
            if since <= day <= last:
                yield _counted(row, "on-time", day, hands, Decimal(on_time), lead_id)
        if row["status"] != "cancelled":
            for measure, measured_on, amount in _measured(row):
                if measured_on is not None and since <= measured_on <= last:
                    lead_id = hands.lead(row["id"], measured_on, row["lead_id"])
                    yield _counted(row, measure, measured_on, hands, Decimal(amount), lead_id)


def _settled_by(row: Row, leads: Sequence[Led] | None) -> Iterator[tuple[int, str, int]]:
    """For whom an item was settled, on which day, and whether in time: for its one lead, or for each of the `leads` it had."""
    if leads is None:
        day = row["decided"]
        if row["on_time"] == 0:  # late from the first, it counts when it was registered or handed out
            day = max(row["late_since"], min(row["registered"], row["issued"]))
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


_REVIEWS = """SELECT s.item_id AS id, v.number, v.title, v.lead_id, v.duty_id, s.reviewed, s.verdict,
       CASE WHEN EXISTS (SELECT 1 FROM submission e WHERE e.item_id = s.item_id AND (e.day < s.day OR (e.day = s.day AND e.id < s.id)))
            THEN 0 ELSE 1 END AS first
FROM submission s JOIN {source} v ON v.id = s.item_id
WHERE s.verdict IS NOT NULL AND s.reviewed >= :since AND s.reviewed <= :as_of AND v.status <> 'cancelled' ORDER BY s.id"""


def _from_reviews(read: Reader, period: Period, hands: Hands) -> Iterator[Counted]:
    values = {"since": period.start.isoformat(), "as_of": read.as_of.isoformat()}
    for row in read.rows(_REVIEWS.format(source=items.source(read)), values):
        lead_id = hands.lead(row["id"], row["reviewed"], row["lead_id"])
        yield _counted(row, "return-rate", row["reviewed"], hands, Decimal(int(row["verdict"] == "returned")), lead_id)
        if row["first"]:
            yield _counted(row, "first-pass", row["reviewed"], hands, Decimal(int(row["verdict"] == "accepted")), lead_id)


def _counted(row: Row, measure: str, day: str, hands: Hands, amount: Decimal, lead_id: int) -> Counted:
    return Counted(measure, row["id"], row["number"], row["title"], lead_id, hands.post(lead_id, day), row["duty_id"], day, amount)
