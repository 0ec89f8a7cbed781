"""What the ledger itself knows of targets, so that nobody types it, and the items each figure is made of.

An item counts in the period in which what is measured was settled, as things stood when the period ended, so a period's figures never change
afterwards. On time: the period of the first submission, or of the deadline that passed before one.
First pass and returns: of the review. Closed: of the closing. Hours to sign: of the signing. Turnaround: of the first submission.
An item counts for whoever led it on that day, and for the post they held then: whoever takes over what was late already was not late (`store.led`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import cached_property

from officecli.model.time.periods import Period
from officecli.reports.targets import unsteady
from officecli.reports.targets.counted import MEASURES, Counted
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.period_asked_for import on_day
from officecli.reports.targets.steady import Steady
from officecli.store.read.reader import Reader


class Measures:
    """What every item counts for in periods that follow one another and have begun, read at once; each as its last day, or the reader's, saw it.

    Only the measures that are `wanted`, and only of the items `among` these, where some are meant. `hands` is who led and held what. What is `summed`
    has no items, but kinds of them: of these the measures on cards (`scores.ON_CARDS`) and the states are told, by lead and month.
    """

    def __init__(
        self,
        read: Reader,
        periods: Sequence[Period],
        hands: Hands,
        wanted: Collection[str] = MEASURES,
        among: Collection[int] | None = None,
        *,
        summed: bool = False,
    ) -> None:
        self._read, self._hands, self._wanted, self._among, self._summed = read, hands, wanted, among, summed
        self._as_of = read.as_of
        self._spans = [(period.start, min(period.end, read.as_of)) for period in periods]
        self._numbers = {period: at for at, period in enumerate(periods)}

    @cached_property
    def _steady(self) -> Steady:
        with on_day(self._read, self._as_of):
            return Steady(self._read, self._spans, self._wanted, self._among, summed=self._summed)

    def counted(self, period: Period) -> list[Counted]:
        """What every item counts for in one of the periods, by day and item."""
        first, last = self._spans[self._numbers[period]]
        with on_day(self._read, last):
            found = [*self._steady.settled[self._numbers[period]], *unsteady.settled(self._read, self._unsteady(period), first, self._hands)]
        found.sort(key=lambda one: (one.day, one.item_id))
        post = self._hands.post
        return [
            Counted(
                one.measure,
                one.item_id,
                one.number,
                one.title,
                one.lead_id,
                post(one.lead_id, one.day),
                one.duty_id,
                one.day,
                Decimal(one.amount),
                times=one.times,
            )
            for one in found
            if one.measure in self._wanted
        ]

    def states(self, period: Period) -> Counter[tuple[str, int]]:
        """How many items were in which state (of `steady.STATES`) at the end of one of the periods, by state and lead."""
        first, last = self._spans[self._numbers[period]]
        with on_day(self._read, last):
            return self._steady.states[self._numbers[period]] + unsteady.counts(self._read, self._unsteady(period), first)

    def _unsteady(self, period: Period) -> list[int]:
        """The items of which something may have been settled in one of the periods, and that are to be asked about."""
        first, last = (day.isoformat() for day in self._spans[self._numbers[period]])
        return [one.id for one in self._steady.unsteady if one.begun <= last and one.over >= first]


def counted_in(read: Reader, period: Period, hands: Hands | None = None) -> list[Counted]:
    """What every item counts for in the period, by all measures; nothing for a period that has not begun."""
    if period.start > read.as_of:
        return []
    with on_day(read, min(read.as_of, period.end)):
        return Measures(read, [period], hands or Hands(read)).counted(period)
