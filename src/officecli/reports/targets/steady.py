"""The items of which one row tells how they stood on every day: under one lead,
never suspended nor opened again, no deadline of theirs moved after it had passed.

They are most of all items. What they count for in a period, as it was seen on its last day, follows from the days on their row and on what was submitted
of them, so they are read once for however many periods. The others are asked about anew for each (`unsteady`). Tests compare both with the slow way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from officecli.hints import Any, NamedTuple
from officecli.light import dataclass
from officecli.reports.targets.kinds import Kind, kinds
from officecli.store import items, lateness
from officecli.store.read.among import among
from officecli.store.read.reader import Reader

STATES = ("registered", "closed", "overdue")
"""What is counted of the items as they stood on the last day: registered or closed in the period, overdue on that day."""

_FIRST = "(SELECT MIN(s.day) FROM submission s WHERE s.item_id = i.id)"
_UNSTEADY = """EXISTS (SELECT 1 FROM past_lead w WHERE w.item_id = v.id) OR EXISTS (SELECT 1 FROM pause z WHERE z.item_id = v.id)
    OR EXISTS (SELECT 1 FROM past_closing c WHERE c.item_id = v.id)
    OR EXISTS (SELECT 1 FROM past_deadline w WHERE w.item_id = v.id AND (w.until > w.due OR w.until > COALESCE(v.first, v.ended_on, v.called_off)))
    OR v.ended_on < v.first OR v.called_off < v.first OR v.called_off < v.ended_on"""
_OVER = f"""CASE WHEN v.status IN {items.OPEN_STATUSES} OR COALESCE(v.ended_on, v.called_off) IS NULL THEN '9999-12-31' ELSE (SELECT MAX(d.day) FROM (
      SELECT v.registered AS day UNION ALL SELECT v.issued UNION ALL SELECT v.ended_on UNION ALL SELECT v.called_off
      UNION ALL SELECT s.day FROM submission s WHERE s.item_id = v.id UNION ALL SELECT s.reviewed FROM submission s WHERE s.item_id = v.id
      UNION ALL SELECT w.until FROM past_lead w WHERE w.item_id = v.id UNION ALL SELECT z.until FROM pause z WHERE z.item_id = v.id
      UNION ALL SELECT c.until FROM past_closing c WHERE c.item_id = v.id UNION ALL SELECT w.until FROM past_deadline w WHERE w.item_id = v.id) d) END"""
TURNAROUND = f"""(SELECT working_no FROM calendar_day WHERE date = {lateness.DECIDED})
      - (SELECT working_no FROM calendar_day WHERE date = v.issued)"""


class _Read(NamedTuple):
    """A row of the question: an item, and one of its submissions (`handed_in` is None where it has none)."""

    id: int
    number: str
    title: str
    lead_id: int
    duty_id: int | None
    registered: str
    issued: str
    signed: str | None
    sign_minutes: int | None
    due: str | None
    closed: str | None
    closed_unknown: int
    cancelled: str | None
    moved: str | None
    decided: str | None
    on_time: int | None
    late_since: str | None
    turnaround: int | None
    over: str | None
    handed_in: str | None
    reviewed: str | None
    verdict: str | None


def _question(which: str, *, turnaround: bool) -> str:
    """Every item of these in the columns of `_Read`, by id, with its submissions in their order; `over` is only said of the unsteady."""
    return f"""SELECT v.id, v.number, v.title, v.lead_id, v.duty_id, v.registered, v.issued, v.signed, v.sign_minutes, v.due, v.closed,
  CASE WHEN v.status = 'closed' THEN 1 ELSE 0 END AS closed_unknown, v.cancelled, v.moved, {lateness.DECIDED} AS decided,
  {lateness.on_time(once=True)} AS on_time, {lateness.since(once=True)} AS late_since, {TURNAROUND if turnaround else "NULL"} AS turnaround, v.over,
  s.day AS handed_in, s.reviewed, s.verdict
FROM (
  SELECT v.id, v.number, v.title, v.lead_id, v.duty_id, v.registered, v.issued, v.signed, v.sign_minutes, v.due, v.moved,
    CASE WHEN v.first <= :as_of THEN v.first END AS first_submitted, CASE WHEN v.ended_on <= :as_of THEN v.ended_on END AS closed,
    CASE WHEN v.called_off <= :as_of THEN v.called_off END AS cancelled, CASE WHEN v.ended_on IS NULL THEN v.status END AS status,
    CASE WHEN {_UNSTEADY} THEN {_OVER} END AS over
  FROM (SELECT i.id, i.number, i.title, i.lead_id, i.duty_id, i.registered, i.issued, i.signed, i.sign_minutes, i.due, i.status, i.closed AS ended_on,
      i.cancelled AS called_off, {_FIRST} AS first, (SELECT MAX(w.until) FROM past_deadline w WHERE w.item_id = i.id) AS moved
    FROM item i WHERE i.id IN {which} LIMIT {items.NONE_LEFT_OUT}) v LIMIT {items.NONE_LEFT_OUT}) v
LEFT JOIN submission s ON s.item_id = v.id ORDER BY v.id, s.day, s.id"""


class Settled(NamedTuple):
    """Something settled of an item under one lead, on a day of the period; of so many `times` such items, which have no number, in the month of the day."""

    measure: str
    item_id: int
    number: str
    title: str
    lead_id: int
    duty_id: int | None
    day: str
    amount: int
    times: int = 1


@dataclass(frozen=True)
class Unsteady:
    """An item that is to be asked about: nothing of it was settled before the day it `begun`, nor after the one it was `over` (ISO text)."""

    id: int
    begun: str
    over: str


class Steady:
    """What the steady items came to in periods that follow one another, each from a first to a last day; `unsteady` are the others.

    By the number of the period: what was `settled` in it, of the measures that are `wanted`, and how many items were in which of STATES at its end,
    by state and lead. `of` these items, where some are meant. What is `summed` is told of kinds of items, not of each (`kinds`).
    """

    def __init__(
        self, read: Reader, spans: Sequence[tuple[date, date]], wanted: Collection[str], of: Collection[int] | None = None, *, summed: bool = False
    ) -> None:
        self._begins, self._lasts = [first.isoformat() for first, _last in spans], [last.isoformat() for _first, last in spans]
        self._wanted = wanted
        self.settled: list[list[Settled]] = [[] for _span in spans]
        self.states: list[Counter[tuple[str, int]]] = [Counter() for _span in spans]
        self.unsteady: list[Unsteady] = []
        if not summed:
            self._ask(read, items.ON_SINCE, items.on_since(spans[0][0]), of)
            return
        alike, apart = kinds(read, spans[0][0])
        for kind, times in alike.items():
            self._take_in([_of_kind(kind)], times)
        for these, held in among(apart):
            self._ask(read, these, held)

    def _ask(self, read: Reader, which: str, held: Mapping[str, Any], of: Collection[int] | None = None) -> None:
        rows = map(_Read._make, read.each(_question(which, turnaround="turnaround" in self._wanted), {**held, "as_of": read.as_of.isoformat()}))
        for item, of_one in groupby(rows, attrgetter("id")):
            if of is None or item in of:
                self._take_in(list(of_one))

    def _take_in(self, rows: list[_Read], times: int = 1) -> None:
        item = rows[0]
        begun = min(item.registered, item.issued)
        if item.over is not None:
            self.unsteady.append(Unsteady(item.id, begun, item.over))
            return
        for measure, day, amount in _settled(item, rows, begun):
            if measure not in self._wanted or day is None or (at := self._period(day)) is None or begun > (last := self._lasts[at]):
                continue
            if (item.moved or "") <= last if measure == "on-time" else (item.cancelled or _NEVER) > last:
                self.settled[at].append(Settled(measure, item.id, item.number, item.title, item.lead_id, item.duty_id, day, amount, times))
        self._count(item, rows, begun, times)

    def _period(self, day: str) -> int | None:
        """The number of the period that a day lies in, as far as it is seen."""
        at = bisect_right(self._begins, day) - 1
        return at if at >= 0 and day <= self._lasts[at] else None

    def _count(self, item: _Read, rows: list[_Read], begun: str, times: int) -> None:
        cancelled = item.cancelled or _NEVER
        for state, day in (("registered", item.registered), ("closed", item.closed)):
            if day is not None and (at := self._period(day)) is not None and begun <= self._lasts[at] < cancelled:
                self.states[at][state, item.lead_id] += times
        if item.due is None or item.closed_unknown:
            return
        begins, ends = max(begun, item.moved or ""), min(item.closed or _NEVER, cancelled)
        for at in range(bisect_right(self._lasts, item.due), len(self._lasts)):
            last = self._lasts[at]
            if last >= ends:
                break
            if begins <= last and not any(row.handed_in is not None and row.handed_in <= last < (row.reviewed or _NEVER) for row in rows):
                self.states[at]["overdue", item.lead_id] += times


_NEVER = "9999-12-31"


def _of_kind(kind: Kind) -> _Read:
    """One of a kind, with the first of a month for each day of it: what is asked of a day is in which month it lies, and up to which day that is seen."""

    def first(month: str | None) -> str | None:
        return None if month is None else f"{month}-01"

    closed, handed_in = first(kind.closed), first(kind.handed_in)
    return _Read(
        id=0, number="", title="", lead_id=kind.lead_id, duty_id=None, registered=f"{kind.registered}-01",
        issued=f"{kind.issued or kind.registered}-01", signed=first(kind.signed),
        sign_minutes=kind.sign_minutes, due=kind.due, closed=closed, closed_unknown=0, cancelled=first(kind.cancelled), moved=None, decided=handed_in or closed,
        on_time=kind.on_time, late_since=first(kind.late_since), turnaround=None, over=None, handed_in=handed_in, reviewed=first(kind.accepted),
        verdict="accepted" if kind.accepted else None,
    )  # fmt: skip


def settled_on(on_time: int | None, decided: str | None, late_since: str | None, begun: str) -> str | None:
    """The day on which it was settled whether an item was in time; one that was late from the first counts when it was registered or handed out."""
    return max(late_since or "", begun) if on_time == 0 else decided


def _settled(item: _Read, rows: list[_Read], begun: str) -> Iterator[tuple[str, str | None, int]]:
    """What was ever settled of an item, by measure: the day, and what it counts for."""
    if item.on_time is not None:
        yield "on-time", settled_on(item.on_time, item.decided, item.late_since, begun), item.on_time
    yield "closed", item.closed, 1
    if item.sign_minutes is not None:
        yield "sign-hours", item.signed, item.sign_minutes
    if item.turnaround is not None:
        yield "turnaround", item.decided, max(0, item.turnaround)
    for nth, row in enumerate(rows):
        if row.verdict is not None:
            yield "return-rate", row.reviewed, int(row.verdict == "returned")
            if nth == 0:
                yield "first-pass", row.reviewed, int(row.verdict == "accepted")
