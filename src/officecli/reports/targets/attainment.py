"""What was achieved of targets in a period: recorded, worked out from the ledger, or rolled up from the targets under them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from officecli.i18n import _
from officecli.model.exact import HUNDRED, quotient
from officecli.model.time.periods import Period
from officecli.reports.targets.measures import Counted, counted_in, figure
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms, terms_in
from officecli.typed.targets.amounts import PERCENT, number_text


@dataclass(frozen=True, slots=True)
class Source:
    """Where a result comes from: an item (`said` is its number), a recorded result (V12) or a target below (G12), and its share of the result.

    `by` is who recorded it; `amount` is None where it has none yet; `of` is what the amount is a part of, 1 for an item of a percentage; `day` is ISO text;
    `brings` is what a target below counts for beside its amount: the parts of its share, or its weight.
    """

    kind: Literal["item", "result", "target"]
    id: int
    said: str
    text: str
    amount: Decimal | None
    of: Decimal | None = None
    day: str | None = None
    brings: str = ""
    by: str = ""


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


def attained(read: Reader, targets: Iterable[TargetTerms], period: Period, counted: Sequence[Counted] | None = None) -> dict[int, Attained]:
    """The result of each of the targets in the period, by the id of its terms (`TargetTerms.id`); those that do not hold in it are left out.

    Which hold in a period: `actions.targets.terms.terms_in(read, period)`. As of the reader's day: results recorded later are not there yet.
    `counted` is what the ledger knows of the period, where the caller has read it (`measures.counted_in`).
    """
    every = terms_in(read, period)
    wanted = {terms.id for terms in targets}
    chosen = [terms for terms in every if terms.id in wanted]
    if not chosen:
        return {}
    under: dict[int, list[TargetTerms]] = {}
    for terms in every:
        if terms.parent_id is not None:
            under.setdefault(terms.parent_id, []).append(terms)
    if counted is None:
        counted = counted_in(read, period) if any(terms.computed for terms in every) else []
    found = Finder(under, counted, results_in(read, period))
    return {terms.id: found.of(terms) for terms in chosen}


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded result as it stands: `id` is that of its last correction, `value` what that says, `by` who recorded that."""

    id: int
    target_id: int
    value: Decimal
    points: str | None
    evidence: str
    day: str
    by: str


def results_in(read: Reader, period: Period) -> list[Recorded]:
    """The results recorded for the period by the reader's day, as they stand."""
    return standing(
        read.rows(
            """SELECT r.*, p.name AS recorded_by FROM target_result r JOIN person p ON p.id = r.person_id
               WHERE r.period_start = :start AND r.day <= :as_of ORDER BY r.id""",
            start=period.start.isoformat(),
            as_of=read.as_of.isoformat(),
        )
    )


def standing(rows: Iterable[Row]) -> list[Recorded]:
    """The results as they stand: each with its last correction in its own place, so that correcting an old one does not make it the newest."""
    first: dict[int, int] = {}
    stands: dict[int, Recorded] = {}
    for row in rows:
        place = first[row["id"]] = first.get(row["corrects_id"] or 0, int(row["id"]))
        stands[place] = Recorded(row["id"], row["target_id"], Decimal(row["value"]), row["points"], row["evidence"], row["day"], row["recorded_by"])
    return list(stands.values())


class Finder:
    """Finds the results of one period; targets under a target are those that name it and hold in the same period."""

    def __init__(self, under: dict[int, list[TargetTerms]], counted: Sequence[Counted], recorded: list[Recorded]) -> None:
        self._under = under
        self._counted: dict[tuple[str, str, int | None], list[Counted]] = {}
        for item in counted:
            for whose in (("post", item.post_id), ("duty", item.duty_id), ("item", item.item_id)):
                self._counted.setdefault((item.measure, *whose), []).append(item)
        self._recorded: dict[int, list[Recorded]] = {}
        for one in recorded:
            self._recorded.setdefault(one.target_id, []).append(one)

    def of(self, terms: TargetTerms, above: frozenset[int] = frozenset()) -> Attained:
        """The result of a target; `above` are the targets it is being rolled up to."""
        if terms.computed:
            return self._computed(terms, terms.computed)
        children = [child for child in self._under.get(terms.family_id, ()) if child.family_id not in above]
        if children:
            return self._rolled_up(terms, [(child, self.of(child, above | {terms.family_id})) for child in children])
        return _from_recorded(terms, self._recorded.get(terms.id, []))

    def _computed(self, terms: TargetTerms, measure: str) -> Attained:
        mine = self._counted.get((measure, *terms.owner), [])
        found = figure(measure, mine)
        sources = tuple(Source("item", one.item_id, one.number, one.title, one.amount, one.whole, one.day) for one in mine)
        return Attained(found.value, "computed", found.numerator, found.denominator, sources)

    def _rolled_up(self, terms: TargetTerms, children: list[tuple[TargetTerms, Attained]]) -> Attained:
        """The sum of an output; of shares and means that of their parts; where those are not all known, the mean of the values by weight."""
        valued = [(child.id, result.value) for child, result in children if result.value is not None]
        parts = {
            child.id: (result.numerator, result.denominator)
            for child, result in children
            if result.value is not None and result.numerator is not None and result.denominator is not None
        }
        value = part = whole = None
        brings: dict[int, str] = {}
        if valued and terms.target_class == "output":
            value = sum((amount for _id, amount in valued), Decimal(0))
        elif valued and len(parts) == len(valued):
            part, whole = (sum(side, Decimal(0)) for side in zip(*parts.values(), strict=True))
            value = quotient(HUNDRED * part if terms.unit == PERCENT else part, whole)
            brings = {number: f"{number_text(mine)}/{number_text(of)}" for number, (mine, of) in parts.items()}
        elif valued:
            weights = {child.id: child.weight for child, result in children if result.value is not None}
            shares = {number: weight or Decimal(1) if all(weights.values()) else Decimal(1) for number, weight in weights.items()}
            value = quotient(sum((amount * shares[number] for number, amount in valued), Decimal(0)), sum(shares.values(), Decimal(0)))
            brings = {number: _("weight {weight}").format(weight=number_text(share)) for number, share in shares.items()}
        sources = tuple(
            Source("target", child.id, child.number, child.metric, result.value, brings=brings.get(child.id, "")) for child, result in children
        )
        return Attained(value, "rolled-up", part, whole, sources)


def _from_recorded(terms: TargetTerms, recorded: list[Recorded]) -> Attained:
    """Output adds up; otherwise the newest result stands, and the others are behind it."""
    if not recorded:
        return Attained(None, "none")
    if terms.target_class == "output":
        return Attained(sum((one.value for one in recorded), Decimal(0)), "recorded", sources=tuple(_source(one) for one in recorded))
    newest = recorded[-1]
    source = (_source(newest),)
    if terms.target_class == "norm":
        met = len([number for number in (newest.points or "").split(",") if number])
        return Attained(newest.value, "recorded", Decimal(met), Decimal(len(terms.points)), source)
    return Attained(newest.value, "recorded", sources=source)


def _source(one: Recorded) -> Source:
    return Source("result", one.id, f"V{one.id}", one.evidence, one.value, day=one.day, by=one.by)
