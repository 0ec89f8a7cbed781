"""The weights that come together in one score: a post's, and with them those of the targets that somebody on it has besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.exact import HUNDRED
from officecli.model.time.periods import Period
from officecli.store.read.reader import Reader
from officecli.store.targets import TargetTerms, every_terms
from officecli.typed.office.posts import holders
from officecli.typed.targets.amounts import number_text
from officecli.typed.targets.checks import TermsToBe


@dataclass(frozen=True)
class _Score:
    """The targets that score together with another: a post's, or (`name`) those of somebody on it with the post's."""

    name: str
    targets: list[TargetTerms]


def check_weights(read: Reader, to_be: TermsToBe) -> None:
    """Raise BadInput where weights that score together would add up to more than 100 in some period, and say to how much."""
    if to_be.weight is None:
        return
    others = [terms for terms in every_terms(read) if terms.period == to_be.period and terms.family_id != to_be.family_id and terms.weight]
    for score in _scores(read, to_be, others):
        for start in sorted({to_be.since, *(terms.since for terms in score.targets if terms.since > to_be.since)}):
            _check(to_be.weight, score, Period(to_be.period, start))


def _scores(read: Reader, to_be: TermsToBe, others: Sequence[TargetTerms]) -> Iterator[_Score]:
    """The scores in which the weight would count: the post's and those of who hold it today, or the person's."""
    kind, owner_id = to_be.owner
    if kind == "person":
        person = read.row("SELECT name, post_id FROM person WHERE id = :id", id=owner_id)
        assert person is not None
        yield _Score(person["name"], [one for one in others if one.person_id == owner_id or one.owner_post_id == (person["post_id"] or 0)])
        return
    assert to_be.owner_post_id is not None
    of_post = [one for one in others if one.owner_post_id == to_be.owner_post_id]
    yield _Score("", of_post)
    for holder in holders(read, to_be.owner_post_id):
        if own := [one for one in others if one.person_id == holder["id"]]:
            yield _Score(holder["name"], [*of_post, *own])


def _check(weight: Decimal, score: _Score, period: Period) -> None:
    beside = sum((one.weight or Decimal(0) for one in score.targets if one.holds_in(period)), Decimal(0))
    if beside + weight <= HUNDRED:
        return
    said = {"period": period.said, "total": number_text(beside + weight), "beside": number_text(beside), "weight": number_text(weight)}
    if score.name:
        what = _("The weights of {name}, the post's with those of their own, would add up to {total} in {period}: {beside} so far, and {weight}.")
    else:
        what = _("The weights of this post would add up to {total} in {period}: {beside} so far, and {weight}.")
    raise BadInput(
        what.format(name=score.name, **said),
        why=_("The weights of a post's targets add up to 100 in each period, with those that somebody on it has besides."),
        fix=_("Give at most {rest}, or lower another first: officecli target set TARGET --weight POINTS").format(rest=number_text(HUNDRED - beside))
        if beside < HUNDRED
        else _("Lower another first: officecli target set TARGET --weight POINTS"),
    )
