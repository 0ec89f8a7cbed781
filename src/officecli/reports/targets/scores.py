"""The scores of a period: what each card is made of, term by term, for people, posts and units.

A post's targets, and those of its duties, score for the post, and whole for whoever held it on the last day of the period (or today, in one that
runs); on a post of several seats for each who did, and there what the ledger works out is worked out for each from what they led themselves.
Somebody's own targets score for them, an item's for its lead on that day. Deductions are a person's own.
A post's card is its targets less the deductions of those who held it then; a unit's card is the sum of its people's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from officecli.light import dataclass
from officecli.model.time.periods import MONTHS, Period
from officecli.reports.shape.lists import unit_order
from officecli.reports.targets.attainment import Results
from officecli.reports.targets.cards import Card, Scored, carried
from officecli.reports.targets.counted import Counted
from officecli.reports.targets.deductions import Deduction, Deductions
from officecli.reports.targets.layers import Layer, Layering
from officecli.reports.targets.measures import Measures
from officecli.reports.targets.period_asked_for import Seen, on_day
from officecli.settings import SCORE_FLOOR as FLOOR
from officecli.store import items
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms


@dataclass(frozen=True)
class Scores:
    """Everything the cards of a period are made of, and the `people` and `posts` it is about.

    People have id, name, unit_id, unit, post_id, rank_name and `here` (1 for staff of that day), by unit, the highest rank first;
    posts id, title, unit_id and unit. Of the `layers` the first has the targets measured by just such periods, the others those measured by shorter ones, the
    longest first, rolled up. `several` are the posts more than one held at once, `counted` is what every item counts for in the period by the measures that are
    asked of it (on time, first pass and hours to sign, and whatever a target is measured by), `longer` are the
    kinds of longer periods in which weighted targets are measured.
    """

    people: list[Row]
    posts: list[Row]
    layers: tuple[Layer, ...]
    several: set[int]
    lost: dict[int, list[Deduction]]
    counted: list[Counted]
    longer: tuple[str, ...]
    floored: bool

    def of_person(self, person: Row) -> Card:
        """The card of one of the people."""
        return self._card([(layer.kind, layer.of_person(person)) for layer in self.layers], self.lost.get(person["id"], ()))

    def of_post(self, post: Row) -> Card:
        """The card of one of the posts."""
        lost = [one for holder in self.holders(post["id"]) for one in self.lost.get(holder["id"], ())]
        return self._card([(layer.kind, layer.by_post.get(post["id"], [])) for layer in self.layers], lost)

    def holders(self, post_id: int) -> list[Row]:
        """Who held a post on that day."""
        return [person for person in self.people if person["post_id"] == post_id and person["here"]]

    def _card(self, by_kind: list[tuple[str, list[Scored]]], lost: Iterable[Deduction]) -> Card:
        """What is measured by just such periods scores; where nothing with a weight is, what is measured by shorter ones, the longest of them."""
        kind, scored = next((one for one in by_kind if any(target.weight is not None for target in one[1])), by_kind[0])
        return Card(carried(scored), tuple(lost), self.floored, kind=kind)


ON_CARDS = ("on-time", "first-pass", "sign-hours")
"""The measures that reports of scores show by themselves, or take points for."""


class Scoring:
    """Makes the scores of periods that follow one another and have begun, each as
    its last day, or the reader's, sees it; what they are made of is read at once.

    With `summed` nobody asks which items it was: they are counted by their kind, unless a target is worked out from them.
    """

    def __init__(self, read: Reader, periods: Sequence[Period], *, summed: bool = False) -> None:
        self._read = read
        self.results = Results(read)
        computed = {terms.computed for terms in self.results.every if terms.computed}
        self.measures = Measures(read, periods, self.results.hands, {*ON_CARDS, *computed}, summed=summed and not computed)
        self._deductions = Deductions(read, periods, self.results.hands)

    def scores(self, seen: Seen) -> Scores:
        """Those of one of the periods."""
        return _scores(self._read, seen, self.results, self.measures.counted(seen.period), self._deductions)


def scores(read: Reader, seen: Seen) -> Scores:
    """The scores of a period."""
    with on_day(read, seen.known):
        return Scoring(read, [seen.period]).scores(seen)


def _scores(read: Reader, seen: Seen, results: Results, counted: list[Counted], deductions: Deductions) -> Scores:
    every = results.every
    with on_day(read, seen.last):
        results.within(seen.period, counted)
        people, posts = people_then(read), _posts(read)
        leads = _leads(read) if any(terms.item_id for terms in every) else {}
    lost: dict[int, list[Deduction]] = {}
    for deduction in deductions.of(seen, counted):
        lost.setdefault(deduction.person_id, []).append(deduction)
    several = results.hands.several(seen.period.start, seen.last)
    heads = {post: [person["id"] for person in people if person["here"] and person["post_id"] == post] for post in several}
    absent = _absent(read, seen) if any(terms.person_id for terms in every) else set()
    shorter = [kind for kind in reversed(MONTHS) if MONTHS[kind] < MONTHS[seen.period.kind] and _weighted(every, kind)]
    layering = Layering(results, every, seen.period, heads, leads, absent)
    layers = tuple(layering.layer(kind) for kind in (seen.period.kind, *shorter))
    longer = {terms.period for terms in every if terms.weight is not None and MONTHS[terms.period] > MONTHS[seen.period.kind]}
    return Scores(
        people=people,
        posts=[post for post in posts if not post["retired"] or any(layer.by_post.get(post["id"]) for layer in layers)],
        layers=layers,
        several=several,
        lost=lost,
        counted=counted,
        longer=tuple(sorted(longer)),
        floored=bool(read.settings[FLOOR.name]),
    )


def _weighted(every: list[TargetTerms], kind: str) -> bool:
    return any(terms.period == kind and terms.weight is not None for terms in every)


def _absent(read: Reader, seen: Seen) -> set[int]:
    """The ids of who was away on every working day of the period as far as it is seen."""
    return {
        row["id"]
        for row in read.rows(
            """SELECT p.id FROM person p WHERE EXISTS (SELECT 1 FROM absence x WHERE x.person_id = p.id AND x.since <= :last AND x.until >= :start)
               AND NOT EXISTS (SELECT 1 FROM calendar_day k WHERE k.date >= :start AND k.date <= :last AND k.is_working = 1
                 AND NOT EXISTS (SELECT 1 FROM absence a WHERE a.person_id = p.id AND a.since <= k.date AND a.until >= k.date))""",
            start=seen.period.start.isoformat(),
            last=seen.last.isoformat(),
        )
    }


def people_then(read: Reader) -> list[Row]:
    """The people of the reader's day, as `Scores` has them."""
    return read.rows(
        f"""SELECT id, name, unit_id, unit, post_id, post, rank_name, level,
                   CASE WHEN left_on IS NULL AND account = 0 AND (joined IS NULL OR joined <= :as_of) THEN 1 ELSE 0 END AS here
            FROM {items.people(read)} p ORDER BY {unit_order()}, level DESC, id""",
        as_of=read.as_of.isoformat(),
    )


def _posts(read: Reader) -> list[Row]:
    return read.rows(
        """SELECT po.id, po.title, po.unit_id, u.name AS unit, po.retired FROM post po JOIN unit u ON u.id = po.unit_id JOIN rank r ON r.id = po.rank_id
           ORDER BY po.unit_id, r.level DESC, po.id"""
    )


def _leads(read: Reader) -> dict[int, int]:
    return {row["id"]: row["lead_id"] for row in read.rows(f"SELECT id, lead_id FROM {items.source(read)} v", as_of=read.as_of.isoformat())}
