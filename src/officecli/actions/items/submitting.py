"""The lead submits the result for review."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.confirming import counts_on, deadlines, feedback_limit
from officecli.actions.items.repeating import already
from officecli.actions.items.signing import take_up
from officecli.actions.items.waiting import end_waits
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Submission
from officecli.rules.follow_through.parent_before_parts import open_parts
from officecli.rules.refusing import refused_by
from officecli.store.steps import steps
from officecli.typed.items.amounts import read_achieved
from officecli.typed.procedures.step_names import StepName, step_name
from officecli.typed.text import says_something, tidy


@dataclass(frozen=True)
class Submitted(Answer):
    """The result waits for review, perhaps with steps that are not done, and before parts of it that are open, after which it is closed."""

    number: str
    title: str
    steps_left: tuple[StepName, ...]
    parts_open: tuple[str, ...] = ()


_SUBMITTED_SO = "SELECT MAX(day) FROM submission WHERE item_id = :item AND verdict IS NULL AND result = :result AND achieved = :achieved"


def submit(act: Acting, number: str, result: str, achieved: str = "") -> None:
    """Submit the result for review; the first submission decides timeliness."""
    item = act.item(number)
    said = {"item": item.id, "result": tidy(result), "achieved": tidy(achieved)}
    if item.status == "submitted" and already(act, item, "submit", act.read.value(_SUBMITTED_SO, said)):
        return
    act.enter("submit", item)
    if not result.strip():
        raise BadInput(_("The result is empty."), fix=_("Say what came of it with --result."))
    if not says_something(result):
        raise refused_by(
            "F602",
            _("“{result}” says nothing of what came of {number}.").format(result=tidy(result)[:40], number=item.number),
            _("Say what came of it with --result."),
        )
    if achieved:
        read_achieved(achieved)
    if item.status == "issued":
        take_up(act, item)
    left = tuple(step_name(row) for row in steps(act.read, item.id) if not row["done"]) if item.procedure_version_id is not None else ()
    day = counts_on(act, item, "submit", (*deadlines(act, item), *feedback_limit(act, item))).day
    act.change.add(Submission, "submit", item_id=item.id, person_id=act.answering_id, day=day, result=tidy(result), achieved=tidy(achieved))
    end_waits(act, item, "submit")
    act.change.set(item, "submit", status="submitted")
    parts = act.read.rows(f"SELECT k.number {open_parts(':item')} ORDER BY k.id", item=item.id)
    act.done.append(Submitted(item.number, item.title, left, tuple(row["number"] for row in parts)))
