"""Points for a result: what a target earns, and how a score adds up. Exact: decimals all the way, each term rounded once.

A result that meets the goal earns the whole weight. One that misses it, but not its threshold, earns pro rata: the weight times result/goal
where the goal is a least (90 of 100 earns 90 % of the weight), times goal/result where it is a most (2 days allowed and 4 taken earns half).
Below the threshold it earns nothing; without a threshold pro rata begins at nothing. What goes beyond the goal earns the share of the weight
by which it does, as bonus, up to the target's own bonus; a target without one gives none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from officecli.light import dataclass, replace
from officecli.model.exact import CENT, product, quotient, rounded

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Terms:
    """What a target asks for: at least or at most `goal`; `threshold`, where results begin to count; `bonus`, the most points above `weight`."""

    direction: str
    goal: Decimal
    weight: Decimal
    threshold: Decimal | None = None
    bonus: Decimal | None = None


@dataclass(frozen=True)
class Points:
    """What one target earned, to two decimals; `met` is whether the goal was."""

    base: Decimal = NOTHING
    bonus: Decimal = NOTHING
    met: bool = False


@dataclass(frozen=True)
class Score:
    """The sum of the terms as they are shown: base + bonus − deductions, and what was `forgiven` where a score is never less than nothing."""

    base: Decimal = NOTHING
    bonus: Decimal = NOTHING
    deductions: Decimal = NOTHING
    forgiven: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        """The score itself."""
        return self.base + self.bonus - self.deductions + self.forgiven

    def floored(self) -> Score:
        """The same, or nothing where it would be less: what is missing is forgiven."""
        return replace(self, forgiven=self.forgiven - self.total) if self.total < 0 else self

    def __add__(self, other: Score) -> Score:
        return Score(self.base + other.base, self.bonus + other.bonus, self.deductions + other.deductions, self.forgiven + other.forgiven)


def earned(terms: Terms, result: Decimal | None) -> Points:
    """The points of a `result`; None, nothing recorded, earns nothing. A missed goal never rounds up to the whole weight."""
    if result is None:
        return Points()
    weight = rounded(terms.weight)
    least = terms.direction == "at-least"
    if result >= terms.goal if least else result <= terms.goal:
        return Points(weight, _bonus(terms, result - terms.goal if least else terms.goal - result), met=True)
    if terms.threshold is not None and (result < terms.threshold if least else result > terms.threshold):
        return Points()
    part, whole = (result, terms.goal) if least else (terms.goal, result)
    if part <= 0 or whole <= 0:
        return Points()
    base = quotient(product(terms.weight, part), whole)
    return Points(max(NOTHING, min(base, weight - CENT)))


def _bonus(terms: Terms, beyond: Decimal) -> Decimal:
    if terms.bonus is None or terms.goal <= 0:
        return NOTHING
    return min(quotient(product(terms.weight, beyond), terms.goal), rounded(terms.bonus))


def spread(weights: Sequence[Decimal], whole: Decimal) -> list[Decimal]:
    """These weights grown in their proportion until they add up to `whole`, to two decimals; the heaviest takes what rounding leaves."""
    total = sum(weights, Decimal(0))
    if not weights or total <= 0 or total == whole:
        return list(weights)
    grown = [quotient(product(weight, whole), total) for weight in weights]
    heaviest = max(range(len(grown)), key=lambda place: grown[place])
    grown[heaviest] += whole - sum(grown, Decimal(0))
    return grown


def score(points: Iterable[Points], deductions: Iterable[Decimal] = ()) -> Score:
    """The sum of what targets earned, less each of the `deductions` (points lost, to two decimals)."""
    total = Score(deductions=sum((rounded(lost) for lost in deductions), NOTHING))
    for one in points:
        total += Score(one.base, one.bonus)
    return total


def mean(total: Decimal, count: int) -> Decimal | None:
    """`total` shared among `count`, rounded once; None among nobody."""
    return quotient(total, Decimal(count)) if count else None
