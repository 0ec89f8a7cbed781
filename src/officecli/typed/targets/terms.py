"""The terms asked for, read from what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from officecli.errors import BadInput
from officecli.i18n import _, apart
from officecli.light import dataclass, replace
from officecli.model import codes
from officecli.model.exact import HUNDRED
from officecli.model.time.periods import Period, period_of
from officecli.rules.refusing import refused_by
from officecli.store.read.reader import Reader
from officecli.store.targets import TargetTerms
from officecli.typed.codes import check_code, code_meant, instead
from officecli.typed.items.numbers import find_item
from officecli.typed.office.duties import find_duty
from officecli.typed.office.people import find_person
from officecli.typed.office.posts import find_post
from officecli.typed.periods import read_period
from officecli.typed.targets.amounts import PERCENT, read_goal, read_in, read_number, read_weight
from officecli.typed.targets.checks import LESS_IS_BETTER, TermsToBe, measure_class
from officecli.typed.text import tidy

if TYPE_CHECKING:
    from dataclasses import KW_ONLY


@dataclass(frozen=True)
class NewTarget:
    """What is asked for, as it was typed; "" where nothing was."""

    metric: str
    _: KW_ONLY
    post: str = ""
    duty: str = ""
    item: str = ""
    person: str = ""
    class_: str = ""
    goal: str = ""
    at_most: bool = False
    threshold: str = ""
    bonus: str = ""
    weight: str = ""
    period: str = ""
    points: Sequence[str] = ()
    computed: str = ""
    under: str | int = ""
    since: str = ""


@dataclass(frozen=True, kw_only=True)
class OtherTerms:
    """What is to change, as it was typed: None where nothing was said, "" to take it away; `under` perhaps as the id of a target that is known."""

    metric: str | None = None
    goal: str | None = None
    at_most: bool | None = None
    threshold: str | None = None
    bonus: str | None = None
    weight: str | None = None
    points: Sequence[str] = ()
    under: str | int | None = None
    since: str = ""
    reason: str = ""


def new_terms(read: Reader, given: NewTarget) -> TermsToBe:
    """The terms of a new target; raises BadInput or NotFound for what cannot be understood."""
    metric = tidy(given.metric)
    if not metric:
        raise BadInput(_("The target has no name: what is measured is missing."), fix=_("Say what is measured: officecli target add METRIC …"))
    owner, owner_post_id = _owner(read, given)
    computed = check_code(given.computed, codes.MEASURES, "--computed") if given.computed else None
    kind = check_code(given.period, codes.PERIODS, "--period") if given.period else "month"
    target_class = _class(given.class_, computed)
    if not given.goal and target_class != "norm":
        raise refused_by(
            "T202", _("The target “{metric}” has no goal.").format(metric=metric), _("Say how much of what: --goal “12 articles” or --goal “98%”.")
        )
    goal, unit = read_goal(given.goal) if given.goal else (HUNDRED, PERCENT)
    return TermsToBe(
        family_id=None,
        metric=metric,
        target_class=target_class,
        period=kind,
        direction="at-most" if given.at_most or computed in LESS_IS_BETTER else "at-least",
        goal=goal,
        unit=unit,
        threshold=read_in(given.threshold, unit, _("threshold")) if given.threshold else None,
        bonus=read_number(given.bonus, _("bonus")) if given.bonus else None,
        weight=read_weight(given.weight) if given.weight else None,
        computed=computed,
        owner=owner,
        owner_post_id=owner_post_id,
        since=first_period(given.since, kind, read.today).start,
    )


def _owner(read: Reader, given: NewTarget) -> tuple[tuple[str, int], int | None]:
    """What the target belongs to, and the post that answers for it."""
    said = [name for name in ("post", "duty", "item", "person") if getattr(given, name)]
    if len(said) != 1:
        raise BadInput(
            _("A target belongs to a post, a duty, an item or a person: to one of them."),
            fix=_("Give one of: --post UNIT/TITLE, --duty TITLE, --item NUMBER, --person NAME."),
        )
    if given.post:
        post_id = int(find_post(read, given.post)["id"])
        return ("post", post_id), post_id
    if given.duty:
        duty = find_duty(read, given.duty)
        return ("duty", int(duty["id"])), int(duty["post_id"])
    if given.person:
        return ("person", int(find_person(read, given.person)["id"])), None
    return ("item", find_item(read, given.item)), None


def _class(typed: str, computed: str | None) -> str:
    if not typed and computed:
        return measure_class(computed)
    found = code_meant(typed, codes.TARGET_CLASSES, "target_class")
    if found is None:
        raise BadInput(
            _("{option} does not take “{value}”.").format(option=apart("--class", first=True), value=typed[:40])
            if typed
            else _("The class of the target is missing."),
            fix=instead(typed, codes.TARGET_CLASSES, "target_class"),
        )
    return found


def first_period(typed: str, kind: str, today: date) -> Period:
    """The period from which terms hold: the running one where nothing was typed. Raises BadInput for one that has ended, or of another kind."""
    running = period_of(kind, today)
    if not typed:
        return running
    found = read_period(typed, today)
    if found.kind != kind:
        raise BadInput(
            _("{period} is not a period of this target's kind.").format(period=found.said),
            fix=_("Give a period of that kind, such as {example}.").format(example=running.label),
        )
    if found.start < running.start:
        raise BadInput(
            _("{period} has ended, and terms are not changed afterwards.").format(period=found.said),
            fix=_("Let them hold from {period} on, or later.").format(period=running.label),
        )
    return found


def changed_terms(latest: TargetTerms, other: OtherTerms, since: date) -> TermsToBe:
    """The latest terms with what was said changed; the unit stays, since earlier periods are compared by it."""
    unit = latest.unit
    to_be = TermsToBe(
        family_id=latest.family_id,
        metric=tidy(other.metric) if other.metric else latest.metric,
        target_class=latest.target_class,
        period=latest.period,
        direction=latest.direction if other.at_most is None else ("at-most" if other.at_most else "at-least"),
        goal=read_in(other.goal, unit, _("goal")) if other.goal else latest.goal,
        unit=unit,
        threshold=latest.threshold,
        bonus=latest.bonus,
        weight=latest.weight,
        computed=latest.computed,
        owner=latest.owner,
        owner_post_id=latest.owner_post_id,
        since=since,
    )
    if other.threshold is not None:
        to_be = replace(to_be, threshold=read_in(other.threshold, unit, _("threshold")) if other.threshold else None)
    if other.bonus is not None:
        to_be = replace(to_be, bonus=read_number(other.bonus, _("bonus")) if other.bonus else None)
    if other.weight is not None:
        to_be = replace(to_be, weight=read_weight(other.weight) if other.weight else None)
    return to_be
