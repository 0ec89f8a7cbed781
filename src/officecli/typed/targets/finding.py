"""Finding a target or a result by what somebody typed: T-012 or its metric, V12."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from officecli.errors import BadInput, NotFound
from officecli.i18n import _, listed
from officecli.model.names import name_key
from officecli.model.time.periods import Period
from officecli.near import perhaps_meant
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms, every_terms
from officecli.typed.meant import as_settled, only_one


def find_target(read: Reader, typed: str) -> list[TargetTerms]:
    """The terms that the target of this number (T-012, T12 or 12; G62 as earlier versions called it) or metric, written out or for short, has and had, the first ones first.

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


def _families(typed: str, every: Sequence[TargetTerms]) -> set[int]:
    """The families that a number (of before too, the row's) or a metric means; of several with one metric those in force, where any is."""
    place, row_id = _number(typed, "t"), _number(typed, "g")
    if place is not None or row_id is not None:  # a number alone may be either
        return {terms.family_id for terms in every if terms.number == f"T-{place or 0:03d}" or row_id in (terms.id, terms.family_id)}
    alike = [terms for terms in every if name_key(terms.metric) == name_key(typed)]
    families = {terms.family_id for terms in alike}
    return {terms.family_id for terms in every if terms.family_id in families and terms.until is None} or families


def terms_of(family: Sequence[TargetTerms], period: Period) -> TargetTerms:
    """The terms a target has in a period; raises BadInput where it has none, saying why."""
    found = next((terms for terms in family if terms.holds_in(period)), None)
    if found:
        return found
    first, last = family[0], family[-1]
    what = _("{target} “{metric}” does not hold in {period}.").format(target=first.number, metric=first.metric, period=period.label)
    if period.kind != first.period:
        raise BadInput(
            what,
            why=_kind_said(first.period),
            fix=_("Give a period of that kind, such as {example}.").format(example=Period(first.period, first.since).label),
        )
    if period.start < first.since:
        why = _("It begins with {period}.").format(period=Period(first.period, first.since).label)
    else:
        assert last.until is not None
        why = _("It was retired; the last period in which it held is {period}.").format(period=Period(first.period, last.until).previous.label)
    raise BadInput(what, why=why, fix=_("See it with: officecli target show {target}").format(target=first.number))


def _kind_said(kind: str) -> str:
    return {
        "month": _("Its periods are months."),
        "quarter": _("Its periods are quarters."),
        "year": _("Its periods are years."),
    }[kind]


def find_result(read: Reader, typed: str) -> Row:
    """The recorded result of this number (V12 or 12); raises NotFound, and BadInput where it has been corrected already."""
    number = _number(typed, "v")
    found = read.row("SELECT * FROM target_result WHERE id = :id", id=number) if number else None
    if found is None:
        raise NotFound(
            _("There is no result “{typed}”.").format(typed=typed[:40]),
            fix=_("officecli target show NUMBER lists a target's results with their numbers."),
        )
    newer = read.value("SELECT id FROM target_result WHERE corrects_id = :id", id=found["id"])
    if newer is not None:
        raise BadInput(
            _("V{old} was corrected by V{new}.").format(old=found["id"], new=newer),
            fix=_("Correct that one: officecli target correct V{new} … --reason TEXT").format(new=newer),
        )
    return found


def _number(typed: str, letter: str) -> int | None:
    match = re.fullmatch(rf"#?(?:{letter}-?)?(\d{{1,12}})", unicodedata.normalize("NFKC", typed).strip().casefold())
    return int(match[1]) if match else None


def _nearest(typed: str, every: Sequence[TargetTerms]) -> str:
    known = {name_key(terms.metric): f"{terms.number} {terms.metric}" for terms in every if terms.until is None}
    return perhaps_meant(name_key(typed), known, _("See them with: {command}").format(command="officecli target list"))
