"""What the ledger itself knows of a target in a period, so that nobody types it, and the items each figure is made of.

An item counts in the period in which what is measured was settled, as things stood when the period ended, so a period's figures never change
afterwards. On time: the period of the first submission, or of the deadline that passed before one (of the resuming, where it passed unseen).
First pass and returns: of the review. Closed: of the closing. Hours to sign: of the signing. Turnaround: of the first submission.
An item counts for whoever led it on that day, and for the post they held then: whoever takes over what was late already was not late.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from officecli.model.exact import HUNDRED, quotient
from officecli.model.time.periods import Period, period_of
from officecli.reports.targets.period_asked_for import on_day
from officecli.store import items
from officecli.store.read.reader import Reader, Row


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, with what it was made of (None for a median, which is no quotient). `value` is None of nothing."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None


def counted_in(read: Reader, period: Period) -> list[Counted]:
    """What every item counts for in the period, by all measures; nothing for a period that has not begun."""
    if period.start > read.as_of:
        return []
    with on_day(read, min(read.as_of, period.end)):
        hands = Hands(read)
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


def median_hours(minutes: list[Decimal]) -> Decimal:
    """The median of office minutes as hours; of an even number, the mean of the two in the middle."""
    ordered = sorted(minutes)
    middle = len(ordered) // 2
    return quotient(ordered[middle] + ordered[-middle - 1], Decimal(120))


class Hands:
    """Who led which item, and who held which post, on which day."""

    def __init__(self, read: Reader) -> None:
        self._posts = {row["id"]: row["post_id"] for row in read.rows("SELECT id, post_id FROM person")}
        self._past_posts: dict[int, list[tuple[str, int | None]]] = {}
        for row in read.rows("SELECT person_id, post_id, until FROM past_post ORDER BY until, id"):
            self._past_posts.setdefault(row["person_id"], []).append((row["until"], row["post_id"]))
        self._past_leads: dict[int, list[tuple[str, int]]] = {}
        for row in read.rows("SELECT item_id, person_id, until FROM past_lead ORDER BY until, id"):
            self._past_leads.setdefault(row["item_id"], []).append((row["until"], row["person_id"]))

    def lead(self, item_id: int, day: str, known: int) -> int:
        """Who led an item on a day (ISO text); `known` is the lead of that day or a later one."""
        return next((person for until, person in self._past_leads.get(item_id, ()) if day < until), known)

    def post(self, person_id: int, day: str) -> int | None:
        """The post a person held on a day."""
        return next((post for until, post in self._past_posts.get(person_id, ()) if day < until), self._posts.get(person_id))


_ITEMS = """SELECT v.id, v.number, v.title, v.lead_id, v.duty_id, v.due, v.registered, v.issued, v.on_time, v.signed, v.sign_minutes, v.closed,
       COALESCE(v.first_submitted, v.closed) AS decided,
       (SELECT working_no FROM calendar_day WHERE date = COALESCE(v.first_submitted, v.closed))
         - (SELECT working_no FROM calendar_day WHERE date = v.issued) AS turnaround
FROM {seen} v
WHERE v.status <> 'cancelled'
  AND (v.first_submitted >= :since OR v.closed >= :since OR v.signed >= :since OR v.due >= :day_before OR v.registered >= :since
       OR v.id IN (SELECT item_id FROM pause WHERE until >= :since))
ORDER BY v.id"""


def _from_items(read: Reader, period: Period, hands: Hands) -> Iterator[Counted]:
    since, last = period.start.isoformat(), read.as_of.isoformat()
    values = {**items.values(read), "since": since, "day_before": (period.start - timedelta(days=1)).isoformat()}
    pauses: dict[int, list[tuple[str, str]]] = {}
    for row in read.rows("SELECT item_id, since, until FROM pause WHERE until <= :as_of ORDER BY since, id", values):
        pauses.setdefault(row["item_id"], []).append((row["since"], row["until"]))
    for row in read.rows(_ITEMS.format(seen=items.seen(read)), values):
        for measure, day, amount in _settled(row, period.kind, pauses.get(row["id"], [])):
            if day is not None and since <= day <= last:
                yield _counted(row, measure, day, hands, Decimal(amount))


def _settled(row: Row, kind: str, pauses: list[tuple[str, str]]) -> Iterator[tuple[str, str | None, int]]:
    """What an item counts for by each measure, and the day on which that was settled."""
    if row["on_time"] is not None:
        yield "on-time", row["decided"] if row["on_time"] else _day_it_was_late(row, kind, pauses), row["on_time"]
    yield "closed", row["closed"], 1
    if row["sign_minutes"] is not None:
        yield "sign-hours", row["signed"], row["sign_minutes"]
    if row["turnaround"] is not None:
        yield "turnaround", row["decided"], max(0, row["turnaround"])


def _day_it_was_late(row: Row, kind: str, pauses: list[tuple[str, str]]) -> str:
    """The day after its deadline, or the day it was registered or handed out where it was late from the first.

    Of an item that was suspended then, or when that period ended, nobody could say so until it was resumed: then it is that day.
    """
    after = date.fromisoformat(row["due"]) + timedelta(days=1)
    day = max(after.isoformat(), min(row["registered"], row["issued"]))
    for since, until in pauses:
        last = period_of(kind, date.fromisoformat(day)).end.isoformat()
        if since <= day < until or since <= last < until:
            day = until
    return str(day)


_REVIEWS = """SELECT s.item_id AS id, v.number, v.title, v.lead_id, v.duty_id, s.reviewed, s.verdict,
       CASE WHEN EXISTS (SELECT 1 FROM submission e WHERE e.item_id = s.item_id AND (e.day < s.day OR (e.day = s.day AND e.id < s.id)))
            THEN 0 ELSE 1 END AS first
FROM submission s JOIN {source} v ON v.id = s.item_id
WHERE s.verdict IS NOT NULL AND s.reviewed >= :since AND s.reviewed <= :as_of AND v.status <> 'cancelled' ORDER BY s.id"""


def _from_reviews(read: Reader, period: Period, hands: Hands) -> Iterator[Counted]:
    values = {"since": period.start.isoformat(), "as_of": read.as_of.isoformat()}
    for row in read.rows(_REVIEWS.format(source=items.source(read)), values):
        yield _counted(row, "return-rate", row["reviewed"], hands, Decimal(int(row["verdict"] == "returned")))
        if row["first"]:
            yield _counted(row, "first-pass", row["reviewed"], hands, Decimal(int(row["verdict"] == "accepted")))


def _counted(row: Row, measure: str, day: str, hands: Hands, amount: Decimal) -> Counted:
    lead_id = hands.lead(row["id"], day, row["lead_id"])
    return Counted(measure, row["id"], row["number"], row["title"], lead_id, hands.post(lead_id, day), row["duty_id"], day, amount)
