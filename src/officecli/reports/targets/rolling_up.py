"""What targets below, or shorter periods, come to together: pieces add up, and rates are weighted by the pieces behind them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from officecli.i18n import _
from officecli.light import replace
from officecli.model.exact import CENT, HUNDRED, product, quotient
from officecli.model.time.periods import Period
from officecli.reports.targets.attained import Attained, Part, Source
from officecli.store.targets import TargetTerms
from officecli.typed.targets.amounts import PERCENT, number_text

NOTHING = Decimal(0)


def rolled_up(terms: TargetTerms, parts: Sequence[Part]) -> Attained:
    """The sum of an output. Of shares and means: that of all their pieces; where how many there are is not known of each, the mean by weight."""
    valued = [part for part in parts if part.attained.counts is not None]
    known = any(part.attained.value is not None for part in parts)
    found, brings = Attained(None, "rolled-up" if known else "none"), [""] * len(valued)
    if valued and terms.target_class == "output":
        found = Attained(sum((part.attained.value or NOTHING for part in valued), NOTHING), "rolled-up")
    elif valued and all(part.attained.pieces for part in valued):
        found, brings = _of_all_pieces(terms, valued), [_behind(part.attained) for part in valued]
    elif valued:
        found, brings = _by_weight(valued)
    said = {id(part): brought for part, brought in zip(valued, brings, strict=True)}
    return replace(found, sources=tuple(_source(terms, part, said.get(id(part), "")) for part in parts))


def _of_all_pieces(terms: TargetTerms, parts: Sequence[Part]) -> Attained:
    """The share or the mean of the pieces behind all of them."""
    amount = sum((_amount(terms, part.attained) for part in parts), NOTHING)
    pieces = sum((part.attained.pieces or NOTHING for part in parts), NOTHING)
    value = quotient(product(HUNDRED, amount) if terms.unit == PERCENT else amount, pieces)
    if any(part.attained.numerator is None for part in parts):
        return Attained(value, "rolled-up", pieces=pieces)
    return Attained(value, "rolled-up", numerator=amount, denominator=pieces, pieces=pieces)


def _by_weight(parts: Sequence[Part]) -> tuple[Attained, list[str]]:
    """The mean by weight, of equals where not all have one, and what each brings."""
    weights = [part.terms.weight for part in parts]
    shares = [weight or Decimal(1) if all(weights) else Decimal(1) for weight in weights]
    total = sum((product(part.attained.value or NOTHING, share) for part, share in zip(parts, shares, strict=True)), NOTHING)
    return Attained(quotient(total, sum(shares, NOTHING)), "rolled-up"), [_("weight {weight}").format(weight=number_text(share)) for share in shares]


def terms_over(terms: Sequence[TargetTerms], period: Period) -> TargetTerms:
    """The terms that a target's shorter periods come to: the last ones, and of an output what is asked in all of them. `terms` are theirs, in order."""
    last = replace(terms[-1], period=period.kind, since=period.start)
    if last.target_class != "output":
        return last
    threshold = sum((one.threshold or NOTHING for one in terms), NOTHING)
    return replace(last, goal=sum((one.goal for one in terms), NOTHING), threshold=threshold or None)


def _amount(terms: TargetTerms, result: Attained) -> Decimal:
    """What the pieces come to, exactly: of a share how many of them, of a mean their sum."""
    if result.numerator is not None:
        return result.numerator
    whole = product(result.value or NOTHING, result.pieces or NOTHING)
    return product(whole, CENT) if terms.unit == PERCENT else whole


def _behind(result: Attained) -> str:
    if result.numerator is not None and result.denominator is not None:
        return f"{number_text(result.numerator)}/{number_text(result.denominator)}"
    return _("of {pieces}").format(pieces=number_text(result.pieces or NOTHING))


def _source(above: TargetTerms, part: Part, brings: str) -> Source:
    """A target below by its number, with the period where that is shorter; a shorter period of the same target by its label."""
    label = part.period.label if part.period else ""
    if part.attained.how == "unconfirmed":
        brings = _("unconfirmed")
    if part.terms.family_id == above.family_id:
        return Source("period", part.terms.id, label, part.terms.metric, part.attained.value, brings=brings)
    said = f"{part.terms.number} {label}".strip()
    return Source("target", part.terms.id, said, part.terms.metric, part.attained.value, brings=brings)
