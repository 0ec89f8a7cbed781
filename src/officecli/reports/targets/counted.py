"""What one item counts for in a period by one measure, and the figure that many make."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from officecli.hints import NamedTuple
from officecli.light import dataclass
from officecli.model.exact import HUNDRED, quotient

MEASURES = ("on-time", "closed", "sign-hours", "turnaround", "return-rate", "first-pass")


class Counted(NamedTuple):
    """What one item counts for by one measure: `amount` of `whole` on `day`; of a return rate, returns of reviews; minutes of hours to sign.

    `lead_id` and `post_id` are those of that day. Where sums alone were asked for, so many `times` such items are one, without id, number and title.
    """

    measure: str
    item_id: int
    number: str
    title: str
    lead_id: int
    post_id: int | None
    duty_id: int | None
    day: str
    amount: Decimal
    whole: Decimal = Decimal(1)
    times: int = 1


@dataclass(frozen=True)
class Measured:
    """A figure, with what it was made of (None for a median, which is no quotient). `value` is None of nothing."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None


def figure(measure: str, counted: Iterable[Counted]) -> Measured:
    """The figure these items make; percentages and means are rounded once, to two decimals."""
    amounts = list(counted)
    part = sum((one.amount for one in amounts), Decimal(0))
    if measure == "closed":
        return Measured(part, part, None)
    if not amounts:
        return Measured(None, None, None)
    if measure == "sign-hours":
        return Measured(median_hours([one.amount for one in amounts]), None, None)
    whole = sum((one.whole for one in amounts), Decimal(0))
    return Measured(quotient(part if measure == "turnaround" else HUNDRED * part, whole), part, whole)


def median_hours(minutes: Iterable[int | Decimal]) -> Decimal:
    """The median of office minutes as hours; of an even number, the mean of the two in the middle."""
    ordered = sorted(minutes)
    middle = len(ordered) // 2
    return quotient(Decimal(ordered[middle] + ordered[-middle - 1]), Decimal(120))
