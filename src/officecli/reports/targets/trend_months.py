"""What the months of the trend are made of, by person: read once, and added up for whoever is asked about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from decimal import Decimal

from officecli.light import dataclass
from officecli.model.scoring import NOTHING, mean
from officecli.model.time.periods import Period, period_of
from officecli.reports.items.counting import percent
from officecli.reports.targets.attainment import Results
from officecli.reports.targets.measures import median_hours
from officecli.reports.targets.period_asked_for import first_day, on_day, see
from officecli.reports.targets.scores import scores
from officecli.store import items
from officecli.store.read.reader import Reader, Row

_MEASURES = ("on-time", "first-pass", "sign-hours")
_ASKED = {
    "registered": "CASE WHEN registered >= :since AND registered <= :as_of THEN 1 ELSE 0 END",
    "closed": "CASE WHEN closed >= :since AND closed <= :as_of THEN 1 ELSE 0 END",
    "overdue": f"CASE WHEN {items.OVERDUE} THEN 1 ELSE 0 END",
}
_COUNTS = tuple(_ASKED)

Admits = Callable[[Row], bool]
"""Tells of a person of a month (columns id, name, unit_id, unit as of its last day) whether the month is counted for that person too."""


@dataclass(frozen=True)
class _Month:
    """A month up to its last day, or `until` the day it is seen (ISO); the `counts` are by lead, who may be None, the `totals` by person who has a score.

    `amounts` are what the items of each lead counted, by measure and lead.
    """

    label: str
    until: str | None
    people: list[Row]
    counts: dict[int | None, Row]
    amounts: dict[str, dict[int, list[int]]]
    totals: dict[int, Decimal]


class Months:
    """The last `count` months up to the reader's day, from the first of which anything is on record on; `among` these items, where some are meant."""

    def __init__(self, read: Reader, count: int, among: Collection[int] | None = None) -> None:
        begun = first_day(read) if among is None or among else None
        running = period_of("month", read.as_of)
        shown = [month for month in (running.moved(back - count + 1) for back in range(count)) if begun and month.end >= begun]
        results = Results(read)
        self.of_some = among is not None
        self._months = [_month(read, month, results, among) for month in shown]
        self.notes = see(read, running).notes() if shown else ()

    def rows(self, admits: Admits | None = None) -> list[Row]:
        """A row for each month, the oldest first, of everybody or of whoever is admitted."""
        return [_row(month, None if admits is None else {one["id"] for one in month.people if admits(one)}) for month in self._months]


def _month(read: Reader, month: Period, results: Results, among: Collection[int] | None) -> _Month:
    seen = see(read, month)
    found = scores(read, seen, results)
    with on_day(read, seen.last):
        counts = _counts(read, month) if among is None else _counts_among(read, month, among)
    amounts: dict[str, dict[int, list[int]]] = {measure: {} for measure in _MEASURES}
    for one in found.counted:
        if one.measure in amounts and (among is None or one.item_id in among):
            amounts[one.measure].setdefault(one.lead_id, []).append(int(one.amount))
    cards = ((person["id"], found.of_person(person)) for person in found.people)
    return _Month(
        month.label,
        None if seen.finished else seen.last.isoformat(),
        found.people,
        counts,
        amounts,
        {person: card.score.total for person, card in cards if card.counts},
    )


def _counts(read: Reader, month: Period) -> dict[int | None, Row]:
    summed = ", ".join(f"CAST(SUM({sql}) AS INTEGER) AS {key}" for key, sql in _ASKED.items())
    return {row["lead_id"]: row for row in _of_month(read, month, f"SELECT lead_id, {summed}", "GROUP BY lead_id")}


def _counts_among(read: Reader, month: Period, among: Collection[int]) -> dict[int | None, Row]:
    """The same of some items, looked at one by one: they may be too many to be named in a question."""
    each = ", ".join(f"{sql} AS {key}" for key, sql in _ASKED.items())
    found: dict[int | None, Row] = {}
    for row in _of_month(read, month, f"SELECT id, lead_id, {each}"):
        if row["id"] in among:
            sums = found.setdefault(row["lead_id"], dict.fromkeys(_COUNTS, 0))
            for key in _COUNTS:
                sums[key] += row[key]
    return found


def _of_month(read: Reader, month: Period, asked: str, grouped: str = "") -> list[Row]:
    return read.rows(
        f"""{asked}
            FROM (SELECT id, lead_id, registered, closed, status, due FROM {items.source(read)} v WHERE id IN {items.ON_SINCE} LIMIT {items.NONE_LEFT_OUT}) v
            WHERE status <> 'cancelled' {grouped}""",
        {**items.on_since(month.start), "since": month.start.isoformat(), "as_of": read.as_of.isoformat()},
    )


def _row(month: _Month, whose: set[int] | None) -> Row:
    """The month's figures of these people, None for everybody."""
    counts = [row for lead, row in month.counts.items() if whose is None or lead in whose]
    on_time, first_pass, minutes = (
        [one for lead, own in month.amounts[name].items() if whose is None or lead in whose for one in own] for name in _MEASURES
    )
    return {
        "month": month.label,
        "until": month.until,
        **{key: sum(row[key] for row in counts) for key in _COUNTS},
        "on_time": percent(sum(on_time), len(on_time)),
        "first_pass": percent(sum(first_pass), len(first_pass)),
        "sign_hours": float(median_hours(minutes)) if minutes else None,
        "score": _mean(total for person, total in month.totals.items() if whose is None or person in whose),
    }


def _mean(totals: Iterable[Decimal]) -> str | None:
    every = list(totals)
    shared = mean(sum(every, NOTHING), len(every))
    return None if shared is None else str(shared)
