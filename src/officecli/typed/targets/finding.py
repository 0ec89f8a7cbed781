"""Finding a target or a result by what somebody typed: T-012 or its metric, V-031."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.errors import BadInput, NotFound
from officecli.i18n import _, listed
from officecli.model.names import name_key
from officecli.model.time.periods import Period
from officecli.near import perhaps_meant
from officecli.store.own_numbers import own_number, own_number_of
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms, every_terms
from officecli.typed.meant import as_settled, only_one
from officecli.typed.own_numbers import as_own_number, find_own


def find_target(read: Reader, typed: str) -> list[TargetTerms]:
    """The terms that the target of this number (T-012, T12 or 12; G62 as earlier versions
    called it) or metric, written out or for short, has and had, the first ones first.

    Raises NotFound with the nearest metric, BadInput where several targets may be meant.
    """
    every = every_terms(read)
    typed = as_settled(typed)
    families = _families(typed, every)
    if len(families) > 1:
        raise BadInput(
            _("Several targets are called “{metric}”: {numbers}.").format(
                metric=typed[:60], numbers=listed(sorted({terms.number for terms in every if terms.family_id in families})[:6])
            ),
            fix=_("Give the number; see them with: officecli target list"),
        )
    if not families and (like := only_one(typed, [one for one in every if one.until is None], lambda terms: terms.metric)):
        families = {like.family_id}
    if not families:
        raise NotFound(_("There is no target “{typed}”.").format(typed=typed[:60]), fix=_nearest(typed, every))
    return [terms for terms in every if terms.family_id in families]


def last_terms(read: Reader, target: str | int) -> TargetTerms:
    """The terms that a target has, or had last: one that somebody typed (see `find_target`), or that is known by the id of its first terms."""
    family = find_target(read, target) if isinstance(target, str) else [one for one in every_terms(read) if one.family_id == target]
    return family[-1]


def _families(typed: str, every: Sequence[TargetTerms]) -> set[int]:
    """The families that a number (of before too, the row's) or a metric means; of several with one metric those in force, where any is."""
    if meant := as_own_number(typed, "target"):  # a number alone may be either
        number = own_number("target", meant.place or 0)
        return {terms.family_id for terms in every if terms.number == number or meant.row_id in (terms.id, terms.family_id)}
    alike = [terms for terms in every if name_key(terms.metric) == name_key(typed)]
    families = {terms.family_id for terms in alike}
    return {terms.family_id for terms in every if terms.family_id in families and terms.until is None} or families


def terms_of(family: Sequence[TargetTerms], period: Period) -> TargetTerms:
    """The terms a target has in a period; raises BadInput where it has none, saying why."""
    found = next((terms for terms in family if terms.holds_in(period)), None)
    if found:
        return found
    first, last = family[0], family[-1]
    what = _("{target} “{metric}” does not hold in {period}.").format(target=first.number, metric=first.metric, period=period.said)
    if period.kind != first.period:
        raise BadInput(
            what,
            why=_kind_said(first.period),
            fix=_("Give a period of that kind, such as {example}.").format(example=Period(first.period, first.since).label),
        )
    if period.start < first.since:
        why = _("It begins with {period}.").format(period=Period(first.period, first.since).said)
    else:
        assert last.until is not None
        why = _("It was retired; the last period in which it held is {period}.").format(period=Period(first.period, last.until).previous.said)
    raise BadInput(what, why=why, fix=_("See it with: officecli target show {target}").format(target=first.number))


def _kind_said(kind: str) -> str:
    return {
        "month": _("Its periods are months."),
        "quarter": _("Its periods are quarters."),
        "year": _("Its periods are years."),
    }[kind]


def find_result(read: Reader, typed: str, act: str) -> Row:
    """The recorded result of this number (V-031, also by its row's as V638, as earlier versions did), with its `number`, to do this act to.

    Raises NotFound, and BadInput where it has been corrected already, or may be either of two.
    """
    found = read.row("SELECT * FROM target_result WHERE id = :id", id=find_own(read, "target_result", typed))
    if found is None:
        raise NotFound(
            _("There is no result “{typed}”.").format(typed=typed[:40]),
            fix=_("officecli target show NUMBER lists a target's results with their numbers."),
        )
    newer = read.value("SELECT id FROM target_result WHERE corrects_id = :id", id=found["id"])
    if newer is not None:
        last = own_number_of(read, "target_result", newer)
        raise BadInput(
            _("{old} was corrected by {new}.").format(old=own_number_of(read, "target_result", found["id"]), new=last),
            fix=(
                _("Confirm that one: officecli target confirm {new}")
                if act == "confirm"
                else _("Correct that one: officecli target correct {new} … --reason TEXT")
            ).format(new=last),
        )
    return {**found, "number": own_number_of(read, "target_result", found["id"])}


def _nearest(typed: str, every: Sequence[TargetTerms]) -> str:
    known = {name_key(terms.metric): f"{terms.number} {terms.metric}" for terms in every if terms.until is None}
    return perhaps_meant(name_key(typed), known, _("See them with: {command}").format(command="officecli target list"))
