"""What was achieved of targets in a period: recorded, worked out from the ledger, or rolled up from the targets under them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from officecli.actions.targets.terms import TargetTerms
from officecli.model.periods import Period
from officecli.store.read import Reader


@dataclass(frozen=True, slots=True)
class Source:
    """Where a result comes from: an item (`said` is its number), a recorded result (R12) or a target below (T12), and its share of the result.

    `amount` is None where it has none yet; `of` is what the amount is a part of, 1 for an item of a percentage; `day` is ISO text.
    """

    kind: Literal["item", "result", "target"]
    id: int
    said: str
    text: str
    amount: Decimal | None
    of: Decimal | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Attained:
    """A target's result in a period; `value` is None where there is none. Exact: worked-out numbers are rounded once, to two decimals.

    `numerator` and `denominator` are what a percentage or mean was made of, where that is known.
    """

    value: Decimal | None
    how: Literal["recorded", "computed", "rolled-up", "none"]
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    sources: tuple[Source, ...] = ()


def attained(read: Reader, targets: Iterable[TargetTerms], period: Period) -> dict[int, Attained]:
    """The result of each of the targets in the period, by the id of its terms (`TargetTerms.id`); those that do not hold in it are left out.

    Which hold in a period: `actions.targets.terms.terms_in(read, period)`.
    """
    raise NotImplementedError
