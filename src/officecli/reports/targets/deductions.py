"""What costs somebody points in a period, item by item, read from the ledger: who was late, silent, empty in feedback or deaf to a prod."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from officecli.light import dataclass
from officecli.model.exact import rounded
from officecli.model.time.periods import Period
from officecli.reports.targets.counted import Counted
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.period_asked_for import Seen
from officecli.reports.targets.silences import silences
from officecli.settings import PROD_GAP, marks
from officecli.store import items
from officecli.store.prods import ANSWERED
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


class Deductions:
    """The deductions of periods that follow one another, read at once. `hands` is who led what.

    Cancelled items cost nothing but their lateness. Late is what measures count as not in time, on the day that settled it. Late, silent: whoever led the
    item on that day. An empty feedback: whoever gave it. A prod: whoever was pressed.
    """

    def __init__(self, read: Reader, periods: Sequence[Period], hands: Hands) -> None:
        marked = {name.removeprefix("score.").replace("_", "-"): rounded(mark) for name, mark in marks(read.stored_settings).items()}
        self._points = {cause: points for cause, points in marked.items() if points}
        self._hands = hands
        values = {**items.values(read), "start": periods[0].start.isoformat()}
        self._silences = silences(read, values) if "no-feedback" in self._points else []
        self._empty = read.rows(_EMPTY, values) if "empty-feedback" in self._points else []
        gap = PROD_GAP.value(read.stored_settings)
        self._prods = read.rows(_PRODS, {**values, "gap": gap}) if "unanswered" in self._points else []

    def of(self, seen: Seen, counted: Sequence[Counted]) -> list[Deduction]:
        """Every deduction of one of the periods, in order of cause, day and item; what the office takes no points for is left out.

        `counted` is what the ledger knows of the period (`measures`); items of a kind that were late lose their points as one.
        """
        first, last = seen.period.start.isoformat(), seen.last.isoformat()
        points = self._points
        late = [one for one in counted if one.measure == "on-time" and not one.amount] if "late" in points else []
        lost = [Deduction(one.lead_id, "late", one.item_id, one.number, one.title, one.day, points["late"] * one.times) for one in late]
        found = (
            *(
                (one.row, "no-feedback", one.day, self._hands.lead(one.row["id"], one.day, one.row["lead_id"]))
                for one in self._silences
                if one.found(last)
            ),
            *((row, "empty-feedback", row["day"], row["person_id"]) for row in self._empty),
            *((row, "unanswered", row["day"], row["person_id"]) for row in self._prods if _stands(row, last)),
        )
        lost += [
            Deduction(who, cause, row["id"], row["number"], row["title"], day, points[cause])
            for row, cause, day, who in found
            if first <= day <= last and (row["cancelled"] or "9999") > last
        ]
        return sorted(lost, key=lambda one: (CAUSES.index(one.cause), one.day, one.item_id))


def _stands(prod: Row, last: str) -> bool:
    """A prod was neither answered nor waived by that day, and there was time to answer it: as much as there is before the next may come."""
    return (prod["answered"] or "9999") > last and (prod["waived"] or "9999") > last and (prod["ripe"] or "9999") <= last


_EMPTY = """
SELECT i.id, i.number, i.title, i.cancelled, n.person_id, n.day FROM note n JOIN item i ON i.id = n.item_id
WHERE n.day >= :start AND n.day <= :as_of
  AND n.progress IS NULL AND n.problem = '' AND n.next_step = '' AND n.evidence = ''
  AND (n.text = '' OR n.text = (SELECT b.text FROM note b WHERE b.id = (SELECT MAX(e.id) FROM note e WHERE e.item_id = n.item_id AND e.id < n.id)))
ORDER BY n.id"""
"""Neither percentage, problem, next step nor evidence, and a text that only repeats, word for word, the feedback before it."""

_PRODS = f"""
SELECT i.id, i.number, i.title, i.cancelled, q.lead_id AS person_id, q.day, {ANSWERED} AS answered,
  (SELECT c.date FROM calendar_day c WHERE c.date >= q.day AND c.working_no - (SELECT d.working_no FROM calendar_day d WHERE d.date = q.day) >= :gap
   ORDER BY c.date LIMIT 1) AS ripe,
  (SELECT MIN(w.day) FROM waiver w WHERE w.item_id = i.id AND w.rule = 'F604' AND (w.expires IS NULL OR w.expires >= q.day)) AS waived
FROM prod q CROSS JOIN item i
WHERE i.id = q.item_id AND q.day >= :start AND q.day <= :as_of
ORDER BY q.id"""
"""CROSS: from the prods to their items; SQLite, which takes some of their ids for a bound, would ask every item for its prods."""
