"""The steps of an item: they open when it is signed for, or when what they need is done, and each is done on its own."""

from __future__ import annotations

from officecli import clock
from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.confirming import counts_on, moment_limit
from officecli.actions.items.signing import take_up
from officecli.actions.procedures.opening_steps import begin_steps, open_next
from officecli.errors import BadInput, NotFound
from officecli.i18n import _, clauses
from officecli.light import dataclass
from officecli.model.items import Item
from officecli.model.names import name_key
from officecli.model.procedures.steps import ItemStep
from officecli.standing.items.first import steps_not_begun
from officecli.store.read.reader import Row
from officecli.store.steps import steps
from officecli.typed.procedures.step_names import StepName, step_name
from officecli.typed.text import tidy


@dataclass(frozen=True)
class StepDone(Answer):
    """A step of the item is done, and the steps that waited for it alone are open."""

    number: str
    step: StepName
    opened: tuple[StepName, ...]


def do_step(act: Acting, number: str, which: str, text: str = "") -> None:
    """Record that a step is done, and open those that needed it; the lead's first step signs for the item too.

    Raises NotFound for a step there is none of; rule P702 refuses one whose turn has not come.
    """
    item = act.item(number)
    every = steps(act.read, item.id)
    wanted = _named(item, every, which)
    standing = act.enter("step", item, step_id=wanted["step_id"])
    see = _("See how far it is with: officecli step {number}").format(number=item.number)
    if too_early := steps_not_begun(item.status, standing.role):
        act.forbid(item, too_early, see)
    elif item.status == "issued" and standing.role != "none" and item.issued <= act.change.day:
        act.enter("sign", item)
        take_up(act, item)
        act.sign(standing)  # a registrar signs for the lead, and does the step for its holder
    if wanted["done"]:
        act.forbid(item, _("Step {position} was done on {day}.").format(position=wanted["position"], day=wanted["done"]), see)
    begin_steps(act, item, "step-open", counts_on(act, item, "step"))  # for an item that was bound to its procedure while it was in hand
    row_id = act.read.value("SELECT id FROM item_step WHERE item_id = :item AND step_id = :step", item=item.id, step=wanted["step_id"])
    done = act.change.get(ItemStep, row_id)
    needed = max((row["done_at"] for row in every if row["done_at"] and row["position"] in wanted["needs"]), default="")
    when = counts_on(act, item, "step", moment_limit(act, done.by), after=needed)
    act.change.set(done, "step", done=when.day, done_at=clock.stamp(when.moment), person_id=act.answering_id, text=tidy(text))
    act.done.append(StepDone(item.number, step_name(wanted), tuple(step_name(row) for row in open_next(act, item, when))))


def _named(item: Item, every: list[Row], which: str) -> Row:
    """The step somebody means, by its number or its title."""
    if not every:
        raise BadInput(
            _("{number} has no steps.").format(number=item.number),
            why=_("It follows no procedure, or one without steps."),
            fix=_('Say how it goes with: officecli note {number} "…"').format(number=item.number),
        )
    wanted = name_key(which)
    found = [row for row in every if wanted in (str(row["position"]), name_key(row["title"]))]
    if not found and wanted and not wanted.isdecimal():
        found = [row for row in every if wanted in name_key(row["title"])]
    if len(found) == 1:
        return found[0]
    raise NotFound(
        _("{number} has no step “{step}”.").format(number=item.number, step=which[:40])
        if not found
        else _("Several steps of {number} have “{step}” in their title.").format(number=item.number, step=which[:40]),
        fix=_("Its steps: {steps}.").format(steps=clauses(str(step_name(row)) for row in every)),
    )
