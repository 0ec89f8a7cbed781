"""A target's result in a period, and what it is made of."""

from __future__ import annotations

from decimal import Decimal

from officecli.hints import Literal
from officecli.light import dataclass
from officecli.model.time.periods import Period
from officecli.store.targets import TargetTerms


@dataclass(frozen=True)
class Source:
    """Where a result comes from: an item (`said` is its number), a recorded result (V-031), a target below (T-012) or a shorter period (2026-11).

    `amount` is its share of the result, None where it has none yet; `by` is who recorded it; `of` is what the amount is a part of, 1 for an item of a
    percentage; `day` is ISO text; `brings` is what is rolled up counts for beside its amount: the parts of its share, what is behind it, or its weight;
    of a result that it is unconfirmed.
    """

    kind: Literal["item", "result", "target", "period"]
    id: int
    said: str
    text: str
    amount: Decimal | None
    of: Decimal | None = None
    day: str | None = None
    brings: str = ""
    by: str = ""


@dataclass(frozen=True)
class Attained:
    """A target's result in a period; `value` is None where there is none. Exact: worked-out numbers are rounded once, to two decimals.

    One that is `unconfirmed` is what somebody recorded of themselves: it counts nothing until a superior has confirmed it.
    `numerator` and `denominator` are what a percentage or mean was made of, where that is known; `pieces` is how many pieces are behind it.
    """

    value: Decimal | None
    how: Literal["recorded", "unconfirmed", "computed", "rolled-up", "none"]
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    sources: tuple[Source, ...] = ()
    pieces: Decimal | None = None

    @property
    def counts(self) -> Decimal | None:
        """The value as far as it counts."""
        return None if self.how == "unconfirmed" else self.value


@dataclass(frozen=True)
class Part:
    """What a target below brings to the one above: its result, in a shorter period of its own where one is named."""

    terms: TargetTerms
    period: Period | None
    attained: Attained
