"""The scores of a period: what each card is made of, term by term, for people, posts and units.

A post's targets, and those of its duties, score for the post, and whole for whoever held it on the last day of the period (or today, in one that
runs); on a post of several seats for each who did. An item's own targets score for its lead on that day. Deductions are a person's own.
A post's card is its targets less the deductions of those who held it then; a unit's card is the sum of its people's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from officecli.model.scoring import Points, Score, Terms, earned, score, spread
from officecli.reports.targets.attainment import Attained, attained
from officecli.reports.targets.deductions import Deduction, deductions
from officecli.reports.targets.measures import Counted, counted_in
from officecli.reports.targets.period_asked_for import Seen, on_day
from officecli.settings import SCORE_FLOOR as FLOOR
from officecli.store import items
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms, every_terms


@dataclass(frozen=True, slots=True)
class Scored:
    """A target of the period, what was attained of it, and its `points` for its `weight`; both None for a target without weight.

    `idle` is one worked out from the ledger, which had nothing to measure: it is left out, and the others carry its weight.
    """

    terms: TargetTerms
    attained: Attained
    weight: Decimal | None
    points: Points | None
    idle: bool = False


@dataclass(frozen=True)
class Card:
    """What somebody's, a post's or a unit's score is made of; a unit's has the `parts` it is the sum of."""

    scored: tuple[Scored, ...]
    lost: tuple[Deduction, ...]
    floored: bool = False
    parts: tuple[Card, ...] = ()

    @cached_property
    def score(self) -> Score:
        """The sum of its terms, or of its parts."""
        if self.parts:
            return sum((part.score for part in self.parts), Score())
        total = score((one.points for one in self.scored if one.points), (one.points for one in self.lost))
        return total.floored() if self.floored else total

    @property
    def weighted(self) -> tuple[Scored, ...]:
        """The targets that have a weight, and something to measure."""
        return tuple(one for one in self.scored if one.points)

    @property
    def counts(self) -> bool:
        """Whether there is anything to score: neither a weighted target nor a deduction is no score at all, rather than one of 0."""
        return bool(self.weighted or self.lost)


@dataclass(frozen=True)
class Scores:
    """Everything the cards of a period are made of, and the `people` and `posts` it is about.

    People have id, name, unit_id, unit, post_id, rank_name and `here` (1 for staff of that day), by unit, the highest rank first;
    posts id, title, unit_id and unit. `counted` is what every item counts for in it; `other_kinds` are the kinds of periods in which further weighted targets are measured.
    """

    people: list[Row]
    posts: list[Row]
    by_post: dict[int, list[Scored]]
    by_lead: dict[int, list[Scored]]
    lost: dict[int, list[Deduction]]
    counted: list[Counted]
    other_kinds: tuple[str, ...]
    floored: bool

    def of_person(self, person: Row) -> Card:
        """The card of one of the people."""
        held = self.by_post.get(person["post_id"], []) if person["here"] else []
        return Card(carried((*held, *self.by_lead.get(person["id"], ()))), tuple(self.lost.get(person["id"], ())), self.floored)

    def of_post(self, post: Row) -> Card:
        """The card of one of the posts."""
        return Card(
            carried(self.by_post.get(post["id"], ())),
            tuple(one for holder in self.holders(post["id"]) for one in self.lost.get(holder["id"], ())),
            self.floored,
        )

    def holders(self, post_id: int) -> list[Row]:
        """Who held a post on that day."""
        return [person for person in self.people if person["post_id"] == post_id and person["here"]]


def together(cards: Iterable[Card]) -> Card:
    """The sum of several cards."""
    every = tuple(cards)
    return Card(tuple(one for card in every for one in card.scored), tuple(one for card in every for one in card.lost), parts=every)


def carried(scored: Iterable[Scored]) -> tuple[Scored, ...]:
    """The targets of one card with their points: those with nothing to measure are left out, and the others carry their weight."""
    every = list(scored)
    whole = sum((one.weight for one in every if one.weight is not None), Decimal(0))
    counted = [one for one in every if one.weight is not None and not one.idle]
    grown = dict(zip((one.terms.id for one in counted), spread([one.weight for one in counted if one.weight is not None], whole), strict=True))
    return tuple(_pointed(one, grown.get(one.terms.id)) for one in every)


def _pointed(one: Scored, weight: Decimal | None) -> Scored:
    if one.weight is None or weight is None:
        return one
    terms = one.terms
    asked = Terms(terms.direction, terms.goal, weight, terms.threshold, terms.bonus)
    return replace(one, weight=weight, points=earned(asked, one.attained.value))


def scores(read: Reader, seen: Seen) -> Scores:
    """The scores of a period."""
    every = every_terms(read)
    holding = [terms for terms in every if terms.holds_in(seen.period)]
    with on_day(read, seen.last):
        counted = counted_in(read, seen.period)
    with on_day(read, seen.known):
        results = attained(read, holding, seen.period, counted)
    with on_day(read, seen.last):
        people, posts, leads = _people(read), _posts(read), _leads(read) if any(terms.item_id for terms in holding) else {}
        lost: dict[int, list[Deduction]] = {}
        for deduction in deductions(read, seen.period, counted):
            lost.setdefault(deduction.person_id, []).append(deduction)
    by_post: dict[int, list[Scored]] = {}
    by_lead: dict[int, list[Scored]] = {}
    for terms in holding:
        result = results[terms.id]
        one = Scored(terms, result, terms.weight, None, idle=terms.computed is not None and result.value is None)
        if terms.owner_post_id is not None:
            by_post.setdefault(terms.owner_post_id, []).append(one)
        elif terms.item_id in leads:
            by_lead.setdefault(leads[terms.item_id], []).append(one)
    measured = {terms.period for terms in every if terms.weight is not None and not terms.ended_by(seen.period.start)}
    in_use = [post for post in posts if not post["retired"] or post["id"] in by_post]
    return Scores(people, in_use, by_post, by_lead, lost, counted, tuple(sorted(measured - {seen.period.kind})), bool(read.settings[FLOOR.name]))


def _people(read: Reader) -> list[Row]:
    return read.rows(
        f"""SELECT id, name, unit_id, unit, post_id, post, rank_name, level,
                   CASE WHEN left_on IS NULL AND account = 0 AND (joined IS NULL OR joined <= :as_of) THEN 1 ELSE 0 END AS here
            FROM {items.people(read)} p ORDER BY CASE WHEN unit_id IS NULL THEN 1 ELSE 0 END, unit_id, level DESC, id""",
        as_of=read.as_of.isoformat(),
    )


def _posts(read: Reader) -> list[Row]:
    return read.rows(
        """SELECT po.id, po.title, po.unit_id, u.name AS unit, po.retired FROM post po JOIN unit u ON u.id = po.unit_id JOIN rank r ON r.id = po.rank_id
           ORDER BY po.unit_id, r.level DESC, po.id"""
    )


def _leads(read: Reader) -> dict[int, int]:
    return {row["id"]: row["lead_id"] for row in read.rows(f"SELECT id, lead_id FROM {items.source(read)} v", as_of=read.as_of.isoformat())}
