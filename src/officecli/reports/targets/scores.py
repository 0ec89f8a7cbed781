"""The scores of a period: what each card is made of, term by term, for people, posts and units.

A post's targets, and those of its duties, score for the post, and whole for whoever held it on the last day of the period (or today, in one that
runs); on a post of several seats for each who did. An item's own targets score for its lead on that day. Deductions are a person's own.
A post's card is its targets less the deductions of those who held it then; a unit's card is the sum of its people's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from officecli.model.scoring import Points, Score, Terms, earned, score
from officecli.reports.targets.attainment import Attained, attained
from officecli.reports.targets.deductions import Deduction, deductions
from officecli.reports.targets.measures import Counted, counted_in
from officecli.reports.targets.period_asked_for import Seen, on_day
from officecli.store import items
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms, every_terms


@dataclass(frozen=True, slots=True)
class Scored:
    """A target of the period, what was attained of it, and its `points`; None for a target without weight."""

    terms: TargetTerms
    attained: Attained
    points: Points | None


@dataclass(frozen=True)
class Card:
    """What somebody's, a post's or a unit's score is made of."""

    scored: tuple[Scored, ...]
    lost: tuple[Deduction, ...]

    @cached_property
    def score(self) -> Score:
        """The sum of its terms."""
        return score((one.points for one in self.scored if one.points), (one.points for one in self.lost))

    @property
    def weighted(self) -> tuple[Scored, ...]:
        """The targets that have a weight."""
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

    def of_person(self, person: Row) -> Card:
        """The card of one of the people."""
        held = self.by_post.get(person["post_id"], []) if person["here"] else []
        return Card((*held, *self.by_lead.get(person["id"], ())), tuple(self.lost.get(person["id"], ())))

    def of_post(self, post: Row) -> Card:
        """The card of one of the posts."""
        return Card(
            tuple(self.by_post.get(post["id"], ())), tuple(one for holder in self.holders(post["id"]) for one in self.lost.get(holder["id"], ()))
        )

    def holders(self, post_id: int) -> list[Row]:
        """Who held a post on that day."""
        return [person for person in self.people if person["post_id"] == post_id and person["here"]]


def together(cards: Iterable[Card]) -> Card:
    """The sum of several cards."""
    every = list(cards)
    return Card(tuple(one for card in every for one in card.scored), tuple(one for card in every for one in card.lost))


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
        one = Scored(terms, results[terms.id], points_of(terms, results[terms.id]))
        if terms.owner_post_id is not None:
            by_post.setdefault(terms.owner_post_id, []).append(one)
        elif terms.item_id in leads:
            by_lead.setdefault(leads[terms.item_id], []).append(one)
    measured = {terms.period for terms in every if terms.weight is not None and not terms.ended_by(seen.period.start)}
    in_use = [post for post in posts if not post["retired"] or post["id"] in by_post]
    return Scores(people, in_use, by_post, by_lead, lost, counted, tuple(sorted(measured - {seen.period.kind})))


def points_of(terms: TargetTerms, result: Attained) -> Points | None:
    """What a target earned; None without a weight."""
    if terms.weight is None:
        return None
    return earned(Terms(terms.direction, terms.goal, terms.weight, terms.threshold, terms.bonus), result.value)


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
