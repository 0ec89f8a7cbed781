"""What was achieved of targets in a period: recorded, worked out from the ledger, or rolled up from the targets or the shorter periods under them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from officecli.i18n import _
from officecli.light import replace
from officecli.model.time.periods import Period
from officecli.reports.targets.attained import Attained, Part, Source
from officecli.reports.targets.counted import Counted, figure
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.measures import counted_in
from officecli.reports.targets.period_asked_for import on_day
from officecli.reports.targets.recorded import Recorded, results_in
from officecli.reports.targets.rolling_up import rolled_up, terms_over
from officecli.store.own_numbers import own_numbers
from officecli.store.read.reader import Reader
from officecli.store.targets import TargetTerms, every_terms


def attained(read: Reader, targets: Iterable[TargetTerms], period: Period) -> dict[int, Attained]:
    """The result of each of the targets in the period, by the id of its terms (`TargetTerms.id`); those that do not hold in it are left out.

    As of the reader's day: results recorded later are not there yet.
    """
    wanted = [terms for terms in targets if terms.holds_in(period)]
    if not wanted:
        return {}
    found = Results(read).within(period)
    return {terms.id: found.of(terms) for terms in wanted}


class Finder:
    """Finds the results of one period. `under` are the targets below a target, by its `family_id`, as far as they hold in it or in shorter ones in it."""

    def __init__(
        self,
        under: Mapping[int, Sequence[TargetTerms]],
        counted: Sequence[Counted],
        recorded: Iterable[Recorded],
        whole: tuple[Results, Period] | None = None,
    ) -> None:
        self._under = under
        self._whole = whole
        self._counted: dict[tuple[str, str, int | None], list[Counted]] = {}
        for item in counted:
            for whose in (("post", item.post_id), ("duty", item.duty_id), ("item", item.item_id), ("person", item.lead_id)):
                self._counted.setdefault((item.measure, *whose), []).append(item)
        self._recorded: dict[int, list[Recorded]] = {}
        for one in recorded:
            self._recorded.setdefault(one.target_id, []).append(one)

    def of(self, terms: TargetTerms, above: frozenset[int] = frozenset()) -> Attained:
        """The result of a target; `above` are the targets it is being rolled up to."""
        if terms.computed:
            return _figured(terms.computed, self._counted.get((terms.computed, *terms.owner), []))
        above = above | {terms.family_id}
        below = [part for child in self._under.get(terms.family_id, ()) if child.family_id not in above for part in self._parts(child, above)]
        if below:
            return rolled_up(terms, below)
        return _from_recorded(terms, self._recorded.get(terms.id, []))

    def by_holder(self, terms: TargetTerms) -> dict[int, Attained]:
        """What a target worked out from the ledger comes to for each person who led what it is made of, by their id; whoever led nothing is not there."""
        assert terms.computed is not None
        own: dict[int, list[Counted]] = {}
        for one in self._counted.get((terms.computed, *terms.owner), []):
            own.setdefault(one.lead_id, []).append(one)
        return {person: _figured(terms.computed, mine) for person, mine in own.items()}

    def of_holder(self, terms: TargetTerms, person_id: int) -> Attained:
        """The same for one person, of nothing where they led nothing."""
        assert terms.computed is not None
        return _figured(terms.computed, [one for one in self._counted.get((terms.computed, *terms.owner), []) if one.lead_id == person_id])

    def _parts(self, child: TargetTerms, above: frozenset[int]) -> list[Part]:
        """What a target below brings: its result in the same period, or that of each of its own shorter ones."""
        if self._whole is None:
            return [Part(child, None, self.of(child, above))]
        results, period = self._whole
        if child.period == period.kind:
            return [Part(child, None, self.of(child, above))]
        return [Part(child, one, results.within(one).of(child, above)) for one in child.periods_in(period) if one.start <= results.as_of]


class Results:
    """The results of any period, as of the reader's day when this was made; what the ledger knows of a period is read once.

    `every` are the terms of all targets.
    """

    def __init__(self, read: Reader) -> None:
        self._read = read
        self.every = every_terms(read)
        self._periods: dict[Period, Finder] = {}
        self.as_of = read.as_of

    @cached_property
    def _numbers(self) -> Mapping[int, str]:
        return own_numbers(self._read, "target_result")

    @cached_property
    def hands(self) -> Hands:
        """Who led and held what."""
        return Hands(self._read)

    def within(self, period: Period, counted: Sequence[Counted] | None = None) -> Finder:
        """What finds the results of one period. `counted` is what the ledger knows of it, where the caller has read it (`measures.counted_in`)."""
        if period not in self._periods:
            self._periods[period] = self._find(period, counted)
        return self._periods[period]

    def over(self, target: TargetTerms, period: Period, person_id: int | None = None) -> tuple[TargetTerms, Attained] | None:
        """A target's terms and result in a period: its own, or a longer one, where they are those of all its periods there, rolled up.

        None where it held in none that has begun. Of one that the ledger works out, only what the person led, where one is named.
        """
        if target.period == period.kind:
            found = self.within(period)
            return target, found.of_holder(target, person_id) if person_id else found.of(target)
        return self._rolled_up(target.family_id, period, person_id)

    def _rolled_up(self, family_id: int, period: Period, person_id: int | None) -> tuple[TargetTerms, Attained] | None:
        parts = []
        for terms in self.every:
            for one in terms.periods_in(period) if terms.family_id == family_id else ():
                if one.start <= self.as_of:
                    found = self.within(one)
                    parts.append(Part(terms, one, found.of_holder(terms, person_id) if terms.computed and person_id else found.of(terms)))
        if not parts:
            return None
        return terms_over([part.terms for part in parts], period), rolled_up(parts[-1].terms, parts)

    def _find(self, period: Period, counted: Sequence[Counted] | None) -> Finder:
        under: dict[int, list[TargetTerms]] = {}
        for terms in self.every:
            if terms.parent_id is not None and terms.periods_in(period):
                under.setdefault(terms.parent_id, []).append(terms)
        with on_day(self._read, self.as_of):
            if not any(terms.computed and terms.holds_in(period) for terms in self.every):
                counted = ()
            elif counted is None:
                counted = counted_in(self._read, period, self.hands)
            return Finder(under, counted, results_in(self._read, period, self._numbers), (self, period))


def _figured(measure: str, counted: Sequence[Counted]) -> Attained:
    """The figure that what was counted makes, and its items."""
    found = figure(measure, counted)
    sources = tuple(Source("item", one.item_id, one.number, one.title, one.amount, one.whole, one.day) for one in counted)
    return Attained(found.value, "computed", found.numerator, found.denominator, sources, Decimal(len(counted)))


def _from_recorded(terms: TargetTerms, recorded: list[Recorded]) -> Attained:
    """Output adds up; otherwise the newest result stands, and the others are behind it. What waits for a superior stands only where nothing else does."""
    if not recorded:
        return Attained(None, "none")
    if terms.target_class == "output":
        return Attained(sum((one.value for one in recorded), Decimal(0)), "recorded", sources=tuple(_source(one) for one in recorded))
    confirmed = [one for one in recorded if not one.waits]
    newest = (confirmed or recorded)[-1]
    shown = [newest, *(one for one in recorded if one.waits and one is recorded[-1] and one is not newest)]
    stands = Attained(newest.value, "unconfirmed" if newest.waits else "recorded", sources=tuple(_source(one) for one in shown), pieces=newest.pieces)
    if terms.target_class == "norm":
        met = len([number for number in (newest.points or "").split(",") if number])
        return replace(stands, numerator=Decimal(met), denominator=Decimal(len(terms.points)), pieces=Decimal(len(terms.points)))
    return stands


def _source(one: Recorded) -> Source:
    return Source("result", one.id, one.number, one.evidence, one.value, day=one.day, brings=_("unconfirmed") if one.waits else "", by=one.by)
