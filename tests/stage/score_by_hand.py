"""Points and rates worked out apart from the program, in exact fractions, for the tests to hold its figures against."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

CENT = Fraction(1, 100)


def cents(exact: Fraction) -> Fraction:
    """To two decimals, half up."""
    return Fraction(int(exact / CENT + Fraction(1, 2)), 100)


def points(value: Fraction, goal: int, weight: Fraction, threshold: int = 0, bonus: int = 0, *, at_most: bool = False) -> Fraction:
    """What a target earns: its weight where it is met, pro rata down to the threshold (for at most: up to it), and a bonus for what is beyond."""
    if value <= goal if at_most else value >= goal:
        return weight + min(cents(weight * abs(value - goal) / goal), Fraction(bonus))
    if threshold and (value > threshold if at_most else value < threshold):
        return Fraction(0)
    share = Fraction(goal) / value if at_most else value / goal
    return min(cents(weight * share), weight - CENT)


def spread(weights: list[int], whole: int) -> list[Fraction]:
    """The weights in their proportion to make the whole, the heaviest taking what rounding leaves."""
    grown = [cents(Fraction(weight * whole, sum(weights))) for weight in weights]
    heaviest = grown.index(max(grown))
    grown[heaviest] += whole - sum(grown)
    return grown


def exact(text: str | Decimal | None) -> Fraction | None:
    """A figure of the program's."""
    return None if text is None else Fraction(text)
