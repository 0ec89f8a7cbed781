"""Exact arithmetic for amounts: decimals, rounded once, half up, and only to be kept or shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

CENT = Decimal("0.01")
HUNDRED = Decimal(100)

_EXACT = Context(prec=200, rounding=ROUND_HALF_UP)
"""Amounts have forty characters at most: two hundred digits leave a quotient of them no room to be rounded to the wrong side."""


def product(one: Decimal, other: Decimal) -> Decimal:
    """`one` times `other`, every digit of it."""
    return _EXACT.multiply(one, other)


def quotient(part: Decimal, whole: Decimal) -> Decimal:
    """`part` divided by `whole`, which is not 0, rounded to two decimals."""
    return rounded(_EXACT.divide(part, whole))


def rounded(number: Decimal) -> Decimal:
    """To two decimals."""
    return _EXACT.quantize(number, CENT)
