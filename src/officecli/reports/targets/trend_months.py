"""What the months of the trend are made of, by person: read once, and added up for whoever is asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from officecli.light import dataclass
from officecli.model.scoring import NOTHING, mean
from officecli.model.time.periods import Period, period_of
from officecli.reports.items.counting import percent
from officecli.reports.targets.counted import Counted, median_hours
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.measures import Measures
from officecli.reports.targets.period_asked_for import Seen, first_day, on_day, see
from officecli.reports.targets.scores import ON_CARDS, Scoring, people_then
from officecli.reports.targets.steady import STATES
from officecli.store.read.reader import Reader, Row

Admits = Callable[[Row], bool]
"""Tells of a person of a month (columns id, name, unit_id, unit as of its last day) whether the month is counted for that person too."""


@dataclass(frozen=True)
class _Month:
    """A month up to its last day, or `until` the day it is seen (ISO); the `states` are by state and lead, the `totals` by person who has a score.

    `amounts` are what the items of each lead counted, by measure and lead, and how many times.
    """

    label: str
    until: str | None
    people: list[Row]
    states: Mapping[tuple[str, int], int]
    amounts: dict[str, dict[int, Counter[int]]]
    totals: dict[int, Decimal]


class Months:
    """The last `count` months up to the reader's day, from the first of which anything is on record on; `among` these items, where some are meant."""

    def __init__(self, read: Reader, count: int, among: Collection[int] | None = None) -> None:
        begun = first_day(read) if among is None or among else None
        running = period_of("month", read.as_of)
        shown = [month for month in (running.moved(back - count + 1) for back in range(count)) if begun and month.end >= begun]
        self.of_some = among is not None
        self._months = [] if not shown else _scored(read, shown) if among is None else _among(read, shown, among)
        self.notes = see(read, running).notes() if shown else ()

    def rows(self, admits: Admits | None = None) -> list[Row]:
        """A row for each month, the oldest first, of everybody or of whoever is admitted."""
        return [_row(month, None if admits is None else {one["id"] for one in month.people if admits(one)}) for month in self._months]


def _scored(read: Reader, months: Sequence[Period]) -> list[_Month]:
    scoring = Scoring(read, months, summed=True)
    found = []
    for month in months:
        seen = see(read, month)
        scores = scoring.scores(seen)
        cards = ((person["id"], scores.of_person(person)) for person in scores.people)
        totals = {person: card.score.total for person, card in cards if card.counts}
        found.append(_month(seen, scores.people, scoring.measures.states(month), scores.counted, totals))
    return found


def _among(read: Reader, months: Sequence[Period], among: Collection[int]) -> list[_Month]:
    """Of some items nobody has a score."""
    measures = Measures(read, months, Hands(read), ON_CARDS, among)
    found = []
    for month in months:
        seen = see(read, month)
        with on_day(read, seen.last):
            people = people_then(read)
        found.append(_month(seen, people, measures.states(month), measures.counted(month), {}))
    return found


def _month(seen: Seen, people: list[Row], states: Mapping[tuple[str, int], int], counted: Iterable[Counted], totals: dict[int, Decimal]) -> _Month:
    amounts: dict[str, dict[int, Counter[int]]] = {measure: {} for measure in ON_CARDS}
    for one in counted:
        if one.measure in amounts:
            amounts[one.measure].setdefault(one.lead_id, Counter())[int(one.amount)] += one.times
    return _Month(seen.period.label, None if seen.finished else seen.last.isoformat(), people, states, amounts, totals)


def _row(month: _Month, whose: set[int] | None) -> Row:
    """The month's figures of these people, None for everybody."""
    on_time, first_pass, minutes = (_added(own for lead, own in month.amounts[name].items() if whose is None or lead in whose) for name in ON_CARDS)
    return {
        "month": month.label,
        "until": month.until,
        **{state: sum(n for (what, lead), n in month.states.items() if what == state and (whose is None or lead in whose)) for state in STATES},
        "on_time": percent(on_time[1], on_time.total()),
        "first_pass": percent(first_pass[1], first_pass.total()),
        "sign_hours": float(median_hours(minutes.elements())) if minutes else None,
        "score": _mean(total for person, total in month.totals.items() if whose is None or person in whose),
    }


def _added(each: Iterable[Counter[int]]) -> Counter[int]:
    every: Counter[int] = Counter()
    for one in each:
        every.update(one)
    return every


def _mean(totals: Iterable[Decimal]) -> str | None:
    every = list(totals)
    shared = mean(sum(every, NOTHING), len(every))
    return None if shared is None else str(shared)
