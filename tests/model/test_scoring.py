"""Points are exact: pro rata, bounded, monotone, and what is shown adds up to what is shown."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officecli.model.exact import CENT, rounded
from officecli.model.scoring import NOTHING, Points, Score, Terms, earned, mean, score, spread

SETTINGS = settings(max_examples=200, deadline=None)


def amounts(least: str, most: str, places: int = 3) -> st.SearchStrategy[Decimal]:
    return st.decimals(least, most, places=places, allow_nan=False, allow_infinity=False)


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    direction = draw(st.sampled_from(["at-least", "at-most"]))
    goal = draw(amounts("0", "1000"))
    beyond = draw(amounts("0", "1000"))
    threshold = draw(st.sampled_from([None, max(Decimal(0), goal - beyond) if direction == "at-least" else goal + beyond]))
    bonus = draw(st.none() | amounts("0", "20", 2))
    return Terms(direction, goal, draw(amounts("0.01", "100", 2)), threshold, bonus)


def exactly(value: Fraction) -> Decimal:
    """A fraction of points to two decimals, half up, by whole numbers alone."""
    return Decimal((2 * 100 * value.numerator + value.denominator) // (2 * value.denominator)).scaleb(-2)


def is_met(target: Terms, result: Decimal) -> bool:
    return result >= target.goal if target.direction == "at-least" else result <= target.goal


@SETTINGS
@given(terms(), amounts("0", "3000"))
def test_points_are_bounded_and_full_only_when_the_goal_is_met(target: Terms, result: Decimal) -> None:
    points = earned(target, result)
    assert NOTHING <= points.base <= target.weight
    assert NOTHING <= points.bonus <= (target.bonus or NOTHING)
    assert points.met == is_met(target, result) == (points.base == target.weight)
    assert points.met or points.bonus == NOTHING
    assert all(type(term) is Decimal and term.as_tuple().exponent == -2 for term in (points.base, points.bonus))


@SETTINGS
@given(terms(), amounts("0", "3000"), amounts("0", "3000"))
def test_a_better_result_never_earns_less(target: Terms, one: Decimal, other: Decimal) -> None:
    worse, better = sorted((one, other), reverse=target.direction == "at-most")
    less, more = earned(target, worse), earned(target, better)
    assert (less.base, less.bonus) <= (more.base, more.bonus)
    assert less.bonus <= more.bonus


@SETTINGS
@given(terms(), amounts("0.001", "3000"))
def test_pro_rata_and_bonus_are_the_exact_shares_rounded_once(target: Terms, result: Decimal) -> None:
    points = earned(target, result)
    weight, goal, reached = Fraction(target.weight), Fraction(target.goal), Fraction(result)
    least = target.direction == "at-least"
    if points.met:
        share = abs(reached - goal) / goal if goal and target.bonus is not None else Fraction(0)
        assert points.bonus == min(exactly(weight * share), target.bonus or NOTHING)
    elif target.threshold is not None and (result < target.threshold if least else result > target.threshold):
        assert points.base == NOTHING
    else:
        assert points.base == min(exactly(weight * (reached / goal if least else goal / reached)), target.weight - CENT)


@SETTINGS
@given(
    st.lists(st.tuples(amounts("0", "99.99", 2), amounts("0", "9.99", 2)), max_size=4),
    st.lists(amounts("0", "10", 2), max_size=4),
)
def test_what_is_shown_adds_up_in_any_order(bases: list[tuple[Decimal, Decimal]], lost: list[Decimal]) -> None:
    points = [Points(base, bonus) for base, bonus in bases]
    found = score(points, lost)
    cents = [*(int(one * 100) for pair in bases for one in pair), *(-int(one * 100) for one in lost)]
    assert int(found.total * 100) == sum(cents)
    assert str(found.total) == str(found.base + found.bonus - found.deductions)
    assert {score(order, lost) for order in permutations(points)} == {found}
    assert score(points) + score([], lost) == found


@pytest.mark.parametrize(
    ("direction", "goal", "threshold", "bonus", "result", "shown"),
    [
        ("at-least", "100", None, None, "90", "18.00 + 0.00"),
        ("at-least", "100", "90", "2", "90", "18.00 + 0.00"),
        ("at-least", "100", "90", "2", "89.99", "0.00 + 0.00"),
        ("at-least", "100", None, None, "99.99", "19.99 + 0.00"),
        ("at-least", "12", None, "5", "13", "20.00 + 1.67"),
        ("at-least", "12", None, "1", "13", "20.00 + 1.00"),
        ("at-least", "12", None, None, "24", "20.00 + 0.00"),
        ("at-least", "0", None, "5", "3", "20.00 + 0.00"),
        ("at-least", "3", None, None, "-1", "0.00 + 0.00"),
        ("at-most", "2", None, None, "4", "10.00 + 0.00"),
        ("at-most", "2", "3", None, "4", "0.00 + 0.00"),
        ("at-most", "2", None, "20", "0", "20.00 + 20.00"),
        ("at-most", "0", None, "5", "0", "20.00 + 0.00"),
        ("at-most", "0", None, "5", "1", "0.00 + 0.00"),
    ],
)
def test_a_weight_of_twenty(direction: str, goal: str, threshold: str | None, bonus: str | None, result: str, shown: str) -> None:
    least = None if threshold is None else Decimal(threshold)
    points = earned(Terms(direction, Decimal(goal), Decimal(20), least, None if bonus is None else Decimal(bonus)), Decimal(result))
    assert f"{points.base} + {points.bonus}" == shown


def test_a_result_just_short_of_a_half_cent_is_not_rounded_twice() -> None:
    thirty_nines = Decimal("0.4999" + "9" * 30)
    assert earned(Terms("at-least", Decimal(100), Decimal(1)), thirty_nines).base == NOTHING
    assert earned(Terms("at-least", Decimal(100), Decimal(1)), Decimal("0.5")).base == CENT


def test_nothing_recorded_earns_nothing() -> None:
    assert earned(Terms("at-most", Decimal(5), Decimal(20)), None) == Points()
    assert score([]) == Score()
    assert mean(Decimal(10), 0) is None
    assert (mean(Decimal("100.01"), 2), rounded(Decimal("-0.125"))) == (Decimal("50.01"), Decimal("-0.13"))


@SETTINGS
@given(st.lists(amounts("0.01", "100", 2), min_size=1, max_size=8), amounts("0.01", "200", 2))
def test_weights_that_carry_more_keep_their_proportion_and_add_up_exactly(weights: list[Decimal], left_out: Decimal) -> None:
    whole = sum(weights, left_out)
    grown = spread(weights, whole)
    assert sum(grown) == whole
    assert all(
        abs(Fraction(new) - Fraction(old) * Fraction(whole) / Fraction(sum(weights))) <= len(weights) * CENT
        for old, new in zip(weights, grown, strict=True)
    )


def test_a_floor_gives_back_what_is_missing_and_no_more() -> None:
    assert Score(Decimal(3), NOTHING, Decimal(5)).floored() == Score(Decimal(3), NOTHING, Decimal(5), Decimal(2))
    assert Score(Decimal(3), NOTHING, Decimal(5)).floored().total == 0
    assert Score(Decimal(5), NOTHING, Decimal(3)).floored() == Score(Decimal(5), NOTHING, Decimal(3))
