"""What must hold of a target's terms, and between a target and the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.light import dataclass
from officecli.model.names import name_key
from officecli.model.time.periods import MONTHS
from officecli.model.words import word
from officecli.store.read.reader import Reader, Row
from officecli.store.targets import TargetTerms, Terms, every_terms
from officecli.typed.targets.amounts import PERCENT, with_unit
from officecli.typed.targets.finding import last_terms
from officecli.typed.targets.wording import goal_text

PERCENTAGES = ("on-time", "first-pass", "return-rate")
LESS_IS_BETTER = ("return-rate", "sign-hours", "turnaround")


@dataclass(frozen=True, kw_only=True)
class TermsToBe(Terms):
    """The terms a target is to have from its period `since` on; `family_id` is None for a new one."""

    family_id: int | None
    owner: tuple[str, int]
    owner_post_id: int | None
    since: date


def check_terms(to_be: TermsToBe) -> None:
    """Raise BadInput where the terms contradict one another, or ask for nothing."""
    if to_be.goal == 0 and to_be.direction == "at-least":
        raise BadInput(
            _("A goal of at least 0 is met by doing nothing."),
            fix=_("Give more than 0; where there is to be none of something, such as errors, say --at-most."),
        )
    if to_be.target_class == "norm" and to_be.unit != PERCENT:
        raise BadInput(
            _("The goal of a norm target is a share of its checklist, not {goal}.").format(goal=with_unit(to_be.goal, to_be.unit)),
            fix=_("Give a percentage, such as 100%, or leave out --goal."),
        )
    _check_threshold(to_be)
    if to_be.computed:
        _check_computed(to_be, to_be.computed)
    if to_be.weight is not None and to_be.owner[0] == "item":
        raise BadInput(
            _("A target of an item has no weight."),
            why=_("Weights add up to 100 for each post, whoever leads the item."),
            fix=_("Leave out --weight, or put the item's target under one of the post: --under TARGET"),
        )


def check_points(to_be: TermsToBe, points: Sequence[str]) -> None:
    """Raise BadInput for a checklist where there is none."""
    if points and to_be.target_class != "norm":
        raise BadInput(
            _("Only a norm target has a checklist, and this one is of the class {given}.").format(given=word("target_class", to_be.target_class)),
            fix=_("Leave out --point, or use --class norm."),
        )


def _check_threshold(to_be: TermsToBe) -> None:
    threshold, goal = to_be.threshold, to_be.goal
    if threshold is None:
        return
    beyond = threshold > goal if to_be.direction == "at-least" else threshold < goal
    if beyond:
        values = {"threshold": with_unit(threshold, to_be.unit), "goal": with_unit(goal, to_be.unit)}
        if to_be.direction == "at-least":
            raise BadInput(
                _("The threshold {threshold} is above the goal {goal}.").format(**values),
                why=_("Between the threshold and the goal results count pro rata; below it they count nothing."),
                fix=_("Give a threshold below the goal; if less is better, say --at-most."),
            )
        raise BadInput(
            _("The threshold {threshold} is below the goal {goal}, and less is better here.").format(**values),
            why=_("Between the goal and the threshold results count pro rata; above it they count nothing."),
            fix=_("Give a threshold above the goal."),
        )


def _check_computed(to_be: TermsToBe, computed: str) -> None:
    fitting = measure_class(computed)
    if to_be.target_class != fitting:
        raise BadInput(
            _("“{measure}” is no measure of a target of the class {given}.").format(
                measure=word("computed", computed), given=word("target_class", to_be.target_class)
            ),
            fix=_("Use --class {name}, or leave out --class.").format(name=fitting),
        )
    if (to_be.unit == PERCENT) != (computed in PERCENTAGES):
        raise BadInput(
            _("“{measure}” is not measured in “{unit}”.").format(measure=word("computed", computed), unit=to_be.unit),
            fix=_("Give the goal as a percentage, such as 98%.")
            if computed in PERCENTAGES
            else _("Give the goal as a number with its unit, such as “12 items”, “4 hours” or “5 working days”."),
        )


def measure_class(computed: str) -> str:
    """The class of a target that the ledger is asked for."""
    return "output" if computed == "closed" else "efficiency-quality"


def check_alone(read: Reader, to_be: TermsToBe) -> None:
    """Raise BadInput where its owner has the same target for the same periods already."""
    for other in every_terms(read):
        same = other.family_id != to_be.family_id and name_key(other.metric) == name_key(to_be.metric) and other.period == to_be.period
        if same and to_be.owner == other.owner and not other.ended_by(to_be.since):
            raise BadInput(
                _("There is such a target already: {target} “{metric}”.").format(target=other.number, metric=other.metric),
                fix=_("Change its terms with: officecli target set {target}").format(target=other.number),
            )


def check_parent(read: Reader, to_be: TermsToBe, under: str | int) -> int:
    """The id of the parent target that is named, or known by its id; raises BadInput for one that what is under it cannot be rolled up to."""
    top = last_terms(read, under)
    said = {"parent": top.number, "metric": top.metric}
    if _leads_back(every_terms(read), top.family_id, to_be.family_id):
        raise BadInput(
            _("{parent} “{metric}” is rolled up from this very target: that would be a circle.").format(**said),
            fix=_("Name another parent, or none."),
        )
    if top.ended_by(to_be.since):
        raise BadInput(_("{parent} “{metric}” was retired.").format(**said), fix=_("Name a target that is in force: officecli target list"))
    if _counted_in(top) != _counted_in(to_be) or MONTHS[to_be.period] > MONTHS[top.period]:
        raise BadInput(
            _("{parent} “{metric}” is counted in other terms, so this cannot be rolled up to it.").format(**said),
            why=_(
                "Class, unit and direction must be the same, and the parent's periods as long or longer: {parent_terms} there, {terms} here."
            ).format(parent_terms=_terms(top), terms=_terms(to_be)),
            fix=_("Give it the parent's class, unit and direction, and periods no longer than the parent's; or name another parent."),
        )
    if top.computed:
        raise BadInput(
            _("{parent} “{metric}” is worked out from the ledger, and needs no targets under it.").format(**said),
            fix=_("Name another parent, or none."),
        )
    return top.family_id


def check_below(read: Reader, to_be: TermsToBe) -> None:
    """Raise BadInput where targets that are rolled up to it count the other way."""
    below = [
        terms
        for terms in every_terms(read)
        if terms.parent_id == to_be.family_id and terms.direction != to_be.direction and not terms.ended_by(to_be.since)
    ]
    if below:
        raise BadInput(
            _("{children} count the other way, and are rolled up to it.").format(children=listed(f"{one.number} “{one.metric}”" for one in below)),
            fix=_('Take them out first: officecli target set {child} --under ""').format(child=below[0].number),
        )


def _counted_in(one: Terms) -> tuple[str, ...]:
    return one.target_class, one.unit.casefold(), one.direction


def _terms(one: Terms) -> str:
    return " · ".join((word("target_class", one.target_class), goal_text(one), word("period", one.period)))


def _leads_back(every: Sequence[TargetTerms], top: int, family_id: int | None) -> bool:
    """Whether the target `family_id` is `top` itself or stands above it."""
    above = {terms.family_id: terms.parent_id for terms in every}
    seen: set[int] = set()
    step: int | None = top
    while step is not None and step not in seen:
        if step == family_id:
            return True
        seen.add(step)
        step = above.get(step)
    return False


def check_duty_may_move(read: Reader, duty: Row, post: Row) -> None:
    """Raise BadInput where targets of the duty score for its post: what they scored in ended periods would move to the other post with it."""
    measured = [terms for terms in every_terms(read) if terms.duty_id == duty["id"]]
    if measured and post["id"] != duty["post_id"]:
        raise BadInput(
            _("“{title}” has the target {target} “{metric}”, which scores for {post}.").format(
                title=duty["title"], target=measured[0].number, metric=measured[0].metric, post=f"{duty['unit']}/{duty['post']}"
            ),
            why=_("What was scored in the past would move to the other post with it."),
            fix=_(
                'Retire it (officecli duty retire "{title}" --reason TEXT), and give the other post its own: officecli duty add "{title}" --post "{post}"'
            ).format(title=duty["title"], post=post["label"]),
        )
