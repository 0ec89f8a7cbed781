"""A card: the targets of somebody, a post or a unit with their points, and what was lost; its terms add up to its score."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from officecli.light import dataclass, replace
from officecli.model.scoring import Points, Score, Terms, earned, score, spread
from officecli.reports.targets.attained import Attained
from officecli.reports.targets.deductions import Deduction
from officecli.store.targets import TargetTerms


@dataclass(frozen=True)
class Scored:
    """A target of the period, what was attained of it, and its `points` for its `weight`; both None for a target without weight.

    `idle` is one worked out from the ledger, which had nothing to measure, or one of somebody who was away all the time: it is left out, and the
    others carry its weight.
    """

    terms: TargetTerms
    attained: Attained
    weight: Decimal | None
    points: Points | None
    idle: bool = False


@dataclass(frozen=True)
class Card:
    """What somebody's, a post's or a unit's score is made of; a unit's has the
    `parts` it is the sum of. `kind` is by which periods its targets are measured.
    """

    scored: tuple[Scored, ...]
    lost: tuple[Deduction, ...]
    floored: bool = False
    parts: tuple[Card, ...] = ()
    kind: str = ""

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
    return replace(one, weight=weight, points=earned(asked, one.attained.counts))
