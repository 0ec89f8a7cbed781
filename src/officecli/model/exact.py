"""Exact arithmetic for amounts: decimals, rounded once and only to be kept or shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

CENT = Decimal("0.01")

_EXACT = Context(prec=100, rounding=ROUND_HALF_UP)


def quotient(part: Decimal, whole: Decimal) -> Decimal:
    """`part` divided by `whole`, which is not 0, rounded half up to two decimals."""
    return _EXACT.quantize(_EXACT.divide(part, whole), CENT)
