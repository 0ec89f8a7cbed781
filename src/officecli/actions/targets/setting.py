"""Set a target, give it other terms, and end it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.notices import notify
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Item
from officecli.model.targets import ChecklistPoint, Target
from officecli.model.time.periods import Period, period_of
from officecli.standing.office.over_posts import over_post
from officecli.standing.targets import to_set_for
from officecli.store.own_numbers import own_numbers
from officecli.store.read.reader import Reader
from officecli.store.targets import TargetTerms, Terms
from officecli.typed.targets.amounts import number_text, weight_text
from officecli.typed.targets.checks import TermsToBe, check_alone, check_below, check_parent, check_points, check_terms
from officecli.typed.targets.finding import find_target, last_terms
from officecli.typed.targets.terms import NewTarget, OtherTerms, changed_terms, first_period, new_terms
from officecli.typed.targets.weights import check_weights
from officecli.typed.text import tidy

ADD, SET, RETIRE = "target-add", "target-set", "target-retire"


@dataclass(frozen=True)
class TargetSet(Answer):
    """The target has these terms from a period on, and is rolled up to `parent`; None for none."""

    target: str
    terms: Terms
    period: str
    parent: str | None


@dataclass(frozen=True)
class TargetRetired(Answer):
    """The target no longer holds from a period on."""

    target: str
    metric: str
    period: str


def _tell(act: Acting, verb: str, target: TermsToBe | TargetTerms, family_id: int) -> None:
    """Whoever a target is set for by name is told of it, and of what becomes of it."""
    kind, owner_id = target.owner
    if kind == "person":
        notify(act, verb, owner_id, "target", text=verb, target_id=family_id)


def add_target(act: Acting, given: NewTarget) -> int:
    """Set a target and return its id; raises BadInput or NotFound for what cannot be."""
    wanted = new_terms(act.read, dataclasses.replace(given, person=act.worker(given.person)["name"]) if given.person else given)
    check_terms(wanted)
    check_points(wanted, given.points)
    check_alone(act.read, wanted)
    check_weights(act.read, wanted)
    parent_id = check_parent(act.read, wanted, given.under) if given.under else None
    if parent_id is not None:
        _check_no_results(act.read, given.under, Period(wanted.period, wanted.since))
    owner, owner_id = wanted.owner
    verb = _sign(act, ADD, wanted)
    fields = {
        f"{owner}_id": owner_id,
        "target_class": wanted.target_class,
        "period": wanted.period,
        "computed": wanted.computed,
        "parent_id": parent_id,
    }
    target = act.change.add(Target, verb, **fields, **_terms_fields(wanted), since=wanted.since)
    _write_points(act, verb, target.id, given.points)
    _tell(act, verb, wanted, target.id)
    numbers = own_numbers(act.read, "target")
    parent = None if parent_id is None else numbers[parent_id]
    act.done.append(TargetSet(numbers[target.id], _terms(wanted), Period(wanted.period, wanted.since).label, parent))
    return target.id


def set_target(act: Acting, typed: str, other: OtherTerms) -> None:
    """Give a target other terms: from the running period on, or from the next where results of the running one stand already.

    Terms under which no period has begun, or that began with the running one and have no result, are changed in place.
    """
    latest = find_target(act.read, typed)[-1]
    _check_in_force(latest)
    verb = _sign(act, SET, latest)
    asked = first_period(other.since, latest.period, act.today)
    first = max(asked, Period(latest.period, latest.since), key=_start)
    while recorded_in(act.read, latest, first):
        if other.since:
            raise _has_results(latest, first)
        first = first.next
    wanted = changed_terms(latest, other, first.start)
    check_terms(wanted)
    check_alone(act.read, wanted)
    check_weights(act.read, wanted)
    parent_id = _parent_from(act.read, latest, wanted, other.under, first)
    check_points(wanted, other.points)
    points = [tidy(point) for point in other.points] or list(latest.points)
    fields = {**_terms_fields(wanted), "parent_id": parent_id}
    row = act.change.get(Target, latest.id)
    if all(getattr(row, name) == value for name, value in fields.items()) and points == list(latest.points):
        raise BadInput(
            _("Nothing would change on {target}.").format(target=latest.number), fix=_("Say what to change; see: officecli target set --help")
        )
    act.change.reason = tidy(other.reason)
    if first.start == latest.since:
        act.change.set(row, verb, **fields)
        target_id = latest.id
        if other.points:
            _remove_points(act, verb, target_id)
    else:
        act.change.set(row, verb, until=first.start)
        kept_fields = row.model_dump(include={"post_id", "duty_id", "item_id", "person_id", "target_class", "period", "computed"})
        target_id = act.change.add(Target, verb, **kept_fields, **fields, since=first.start, continues_id=latest.family_id).id
    if other.points or target_id != latest.id:
        _write_points(act, verb, target_id, points)
    _tell(act, verb, wanted, latest.family_id)
    parent = None if parent_id is None else own_numbers(act.read, "target")[parent_id]
    act.done.append(TargetSet(latest.number, _terms(wanted), first.label, parent))


def _parent_from(read: Reader, latest: TargetTerms, wanted: TermsToBe, under: str | int | None, first: Period) -> int | None:
    """The id of the parent from the period `first` on; raises BadInput for one that what is under it cannot be rolled up to."""
    if wanted.direction != latest.direction:
        check_below(read, wanted)
    if under is None:
        if latest.parent_id is not None and wanted.direction != latest.direction:
            check_parent(read, wanted, latest.parent_id)
        return latest.parent_id
    if not under:
        return None
    parent_id = check_parent(read, wanted, under)
    if parent_id != latest.parent_id:
        _check_no_results(read, under, first)
    return parent_id


def retire_target(act: Acting, typed: str, *, since: str = "", reason: str = "") -> None:
    """End a target: from the next period on, or from another that has neither ended nor a result."""
    latest = find_target(act.read, typed)[-1]
    _check_in_force(latest)
    verb = _sign(act, RETIRE, latest)
    begins = Period(latest.period, latest.since)
    first = first_period(since, latest.period, act.today) if since else period_of(latest.period, act.today).next
    first = max(first, begins, key=_start)
    if recorded_in(act.read, latest, first):
        raise _has_results(latest, first)
    act.change.reason = tidy(reason)
    act.change.set(act.change.get(Target, latest.id), verb, until=first.start)
    _tell(act, verb, latest, latest.family_id)
    act.done.append(TargetRetired(latest.number, latest.metric, first.label))


def recorded_in(read: Reader, terms: TargetTerms, period: Period) -> bool:
    """Whether a result of these terms was recorded in the period, or in a later one."""
    return read.value(
        "SELECT 1 AS one FROM target_result WHERE target_id = :target AND period_start >= :start", target=terms.id, start=period.start.isoformat()
    ) is not None  # fmt: skip


def _start(period: Period) -> date:
    return period.start


def _check_in_force(latest: TargetTerms) -> None:
    if latest.until is not None:
        raise BadInput(
            _("{target} “{metric}” was retired; it ends before {day}.").format(
                target=latest.number, metric=latest.metric, day=latest.until.isoformat()
            ),
            fix=_("Set a new one: officecli target add"),
        )


def _check_no_results(read: Reader, under: str | int, first: Period) -> None:
    """Raise BadInput where the parent has typed results already: they would no longer count."""
    parent = last_terms(read, under)
    there = period_of(parent.period, first.start)
    if recorded_in(read, parent, there):
        raise _has_results(parent, there)


def _has_results(terms: TargetTerms, period: Period) -> BadInput:
    return BadInput(
        _("{target} “{metric}” has results in {period} already, and its terms there stay.").format(
            target=terms.number, metric=terms.metric, period=period.said
        ),
        fix=_("Begin with the next period: --from {period}").format(period=period.next.label),
    )


def _terms_fields(wanted: TermsToBe) -> dict[str, Any]:
    def text(number: Decimal | None) -> str | None:
        return None if number is None else number_text(number)

    return {
        "metric": wanted.metric,
        "direction": wanted.direction,
        "amount": number_text(wanted.goal),
        "unit": wanted.unit,
        "threshold": text(wanted.threshold),
        "bonus": text(wanted.bonus),
        "weight": None if wanted.weight is None else weight_text(wanted.weight),
    }


def _terms(wanted: TermsToBe) -> Terms:
    """The terms alone, without what the target belongs to."""
    return Terms(**{field.name: getattr(wanted, field.name) for field in dataclasses.fields(Terms)})


def _write_points(act: Acting, verb: str, target_id: int, points: Sequence[str]) -> None:
    texts = [tidy(point) for point in points]
    if "" in texts:
        raise BadInput(_("A point of the checklist is empty."), fix=_("Say in a few words what is to be met: --point TEXT"))
    for position, text in enumerate(texts, 1):
        act.change.add(ChecklistPoint, verb, target_id=target_id, position=position, text=text)


def _remove_points(act: Acting, verb: str, target_id: int) -> None:
    for row in act.read.rows("SELECT id FROM checklist_point WHERE target_id = :target ORDER BY position", target=target_id):
        act.change.remove(act.change.get(ChecklistPoint, row["id"]), verb)


def _sign(act: Acting, verb: str, target: TermsToBe | TargetTerms) -> str:
    """Sign for a target, and return the verb it is recorded by: one of an item is part of its goal, and recorded as that."""
    kind, owner_id = target.owner
    if kind == "item":
        item = act.change.get(Item, owner_id)
        act.items.append(item.id)
        act.enter("set-goal", item)
        return "set-goal"
    if target.owner_post_id is not None:
        act.sign(over_post(act.read, act.actor, target.owner_post_id))
    else:
        act.sign(to_set_for(act.read, act.actor, owner_id))
    return verb
