"""The targets of a period by whose they are, before they are put on cards: those measured by just such periods, and those by shorter ones, rolled up."""

from __future__ import annotations

from decimal import Decimal

from officecli.light import dataclass, replace
from officecli.model.exact import quotient
from officecli.model.time.periods import Period
from officecli.reports.targets.attainment import Results
from officecli.reports.targets.cards import Scored
from officecli.store.read.reader import Row
from officecli.store.targets import TargetTerms


@dataclass(frozen=True)
class Layer:
    """The targets that are measured by periods of one `kind`, by whose they are: a post's with its duties', somebody's own, of the items somebody led.

    Of posts that several held at once, `by_holder` are the targets as each of those people attained them.
    """

    kind: str
    by_post: dict[int, list[Scored]]
    by_person: dict[int, list[Scored]]
    by_lead: dict[int, list[Scored]]
    by_holder: dict[int, list[Scored]]

    def of_person(self, person: Row) -> list[Scored]:
        """Somebody's targets: of the post they held, their own, and those of what they led."""
        led = self.by_lead.get(person["id"], [])
        if not person["here"]:
            return led
        of_post = self.by_holder.get(person["id"], self.by_post.get(person["post_id"], []))
        return [*of_post, *self.by_person.get(person["id"], ()), *led]


@dataclass(frozen=True)
class Layering:
    """What the layers of a period are made from.

    `results` of the terms of `every` target; on the posts that several held at once the ids of who is there; who leads each item; who was away all the time.
    """

    results: Results
    every: list[TargetTerms]
    period: Period
    together_on: dict[int, list[int]]
    leads: dict[int, int]
    away: set[int]

    def layer(self, kind: str) -> Layer:
        """The targets measured by periods of one kind, over the whole period."""
        layer = Layer(kind, {}, {}, {}, {})
        for target in {terms.family_id: terms for terms in self.every if terms.period == kind and terms.periods_in(self.period)}.values():
            if one := self._scored(target):
                self._put(layer, target, one)
        return layer

    def _put(self, layer: Layer, target: TargetTerms, one: Scored) -> None:
        if target.owner_post_id is not None:
            on_it = self.together_on.get(target.owner_post_id, [])
            layer.by_post.setdefault(target.owner_post_id, []).append(_per_head(one, len(on_it)))
            for person in on_it:
                own = self._scored(target, person) if target.computed else None
                layer.by_holder.setdefault(person, []).append(own or one)
        elif target.person_id is not None:
            layer.by_person.setdefault(target.person_id, []).append(one)
        elif target.item_id in self.leads:
            layer.by_lead.setdefault(self.leads[target.item_id], []).append(one)

    def _scored(self, target: TargetTerms, person_id: int | None = None) -> Scored | None:
        """A target and its result over the period, or what that person led of it; None where it held in none of its own that has begun."""
        found = self.results.over(target, self.period, person_id)
        if found is None:
            return None
        terms, result = found
        left_out = result.value is None and (target.computed is not None or target.person_id in self.away)
        return Scored(terms, result, terms.weight, None, idle=left_out)


def _per_head(one: Scored, heads: int) -> Scored:
    """A target of a post that several hold, on the post's own card: what is counted in items is asked of each, so it is shared among them."""
    value = one.attained.value
    if one.terms.computed != "closed" or value is None or heads < 2:
        return one
    return replace(one, attained=replace(one.attained, value=quotient(value, Decimal(heads)), numerator=value, denominator=Decimal(heads)))
