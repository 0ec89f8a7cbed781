"""Whose figures of months that are over an upgrade changed: until version 3 a later deadline, a suspension or a cancelling took back that an item was late.

What was said before is worked out here as it was then; it changes no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from officecli.light import dataclass
from officecli.model.time.periods import Period, period_of
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.measures import counted_in
from officecli.reports.targets.period_asked_for import first_day, on_day
from officecli.store import items
from officecli.store.read.reader import Reader, Row

SETTLED_SINCE = 3
"""The version of the tables whose program first held that late stays late."""

_CONCERNED = """SELECT item_id AS id FROM past_deadline WHERE until > due UNION SELECT item_id FROM pause UNION SELECT item_id FROM past_lead
  UNION SELECT id FROM item WHERE cancelled IS NOT NULL"""


@dataclass(frozen=True)
class SettledAnew:
    """How many of somebody's items were in time, of how many settled, in a month that is over: before, and now. `numbers` are those that differ."""

    name: str
    month: str
    was: tuple[int, int]
    now: tuple[int, int]
    numbers: tuple[str, ...]


def settled_anew(read: Reader) -> list[SettledAnew]:
    """By month and person; nothing where no item of the store could be concerned."""
    concerned = {row["id"] for row in read.rows(_CONCERNED)}
    begun = first_day(read)
    if not concerned or begun is None:
        return []
    names = {row["id"]: row["name"] for row in read.rows("SELECT id, name FROM person")}
    found: list[SettledAnew] = []
    month = period_of("month", begun)
    while month.end < read.today:
        found += _of_month(read, month, concerned, names)
        month = month.moved(1)
    return found


def _of_month(read: Reader, month: Period, concerned: set[int], names: dict[int, str]) -> Iterator[SettledAnew]:
    with on_day(read, month.end):
        before = {(lead, number): on_time for lead, number, on_time, item in _before(read, month) if item in concerned}
    now = {(one.lead_id, one.number): int(one.amount) for one in counted_in(read, month) if one.measure == "on-time" and one.item_id in concerned}
    differing = {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
    for lead in sorted({lead for lead, _number in differing}):
        numbers = tuple(sorted(number for whose, number in differing if whose == lead))
        yield SettledAnew(names[lead], month.label, _share(before, lead), _share(now, lead), numbers)


def _share(settled: dict[tuple[int, str], int], lead: int) -> tuple[int, int]:
    own = [on_time for (whose, _number), on_time in settled.items() if whose == lead]
    return sum(own), len(own)


_SETTLED = """SELECT v.id, v.number, v.lead_id, v.due, v.registered, v.issued, COALESCE(v.first_submitted, v.closed) AS decided,
  CASE WHEN COALESCE(v.first_submitted, v.closed) > v.due THEN 0 WHEN COALESCE(v.first_submitted, v.closed) IS NOT NULL THEN 1
       WHEN v.status IN ('issued', 'in-hand') AND v.due < :as_of THEN 0 END AS on_time
FROM {source} v WHERE v.status <> 'cancelled' ORDER BY v.id"""


def _before(read: Reader, month: Period) -> Iterator[tuple[int, str, int, int]]:
    """Lead, number, whether in time, and id of each item that counted as settled in the month."""
    hands = Hands(read)
    as_of = read.as_of.isoformat()
    pauses: dict[int, list[tuple[str, str]]] = {}
    for row in read.rows("SELECT item_id, since, until FROM pause WHERE until <= :as_of ORDER BY since, id", as_of=as_of):
        pauses.setdefault(row["item_id"], []).append((row["since"], row["until"]))
    for row in read.rows(_SETTLED.format(source=items.source(read)), as_of=as_of):
        if row["on_time"] is None:
            continue
        day = row["decided"] if row["on_time"] else _late_on(row, pauses.get(row["id"], []))
        if month.start.isoformat() <= day <= as_of:
            yield hands.lead(row["id"], day, row["lead_id"]), row["number"], row["on_time"], row["id"]


def _late_on(row: Row, pauses: list[tuple[str, str]]) -> str:
    """The day after its deadline, or the one it was resumed on where it was suspended then, or when that month ended."""
    after = date.fromisoformat(row["due"]) + timedelta(days=1)
    day = max(after.isoformat(), min(row["registered"], row["issued"]))
    for since, until in pauses:
        last = period_of("month", date.fromisoformat(day)).end.isoformat()
        if since <= day < until or since <= last < until:
            day = until
    return str(day)
