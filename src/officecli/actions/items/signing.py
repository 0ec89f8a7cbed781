"""The lead signs for an item: from then on it is in hand, and the steps of its procedure begin. What one gives oneself is signed for at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.confirming import counts_on, moment_limit, office_minutes
from officecli.actions.items.repeating import already
from officecli.light import dataclass
from officecli.model.items import Item


@dataclass(frozen=True)
class SignedFor(Answer):
    """The lead has taken the item up."""

    number: str
    title: str


@dataclass(frozen=True)
class InHandAtOnce(Answer):
    """Nobody need sign for the item, since its lead gave it to themselves, or registered it as the order of another (`ordered`)."""

    number: str
    ordered: bool = False


def sign(act: Acting, number: str) -> None:
    """The lead takes the item up; inverse: undo."""
    item = act.item(number)
    if item.status in ("in-hand", "submitted") and already(act, item, "sign", item.signed):
        return
    act.enter("sign", item)
    take_up(act, item)
    act.done.append(SignedFor(item.number, item.title))


def take_up(act: Acting, item: Item) -> None:
    """The lead signs for the item, and the steps of its procedure begin."""
    when = counts_on(act, item, "sign", moment_limit(act, item.sign_by))
    act.change.set(item, "sign", status="in-hand", signed=when.day, sign_minutes=office_minutes(act, item, when.moment))
    _begin(act, item, "sign")


def signed_at_once(act: Acting, lead_id: int, issued: date) -> dict[str, Any]:
    """The fields that say so of an item that somebody gives themselves today; none of another. It took no time, so none counts."""
    return {"status": "in-hand", "signed": act.today} if lead_id == act.actor["id"] and issued == act.today else {}


def begin_at_once(act: Acting, item: Item) -> None:
    """Begin the steps of an item that was just given, where its lead gave it to themselves."""
    if item.lead_id == act.actor["id"] and item.status == "in-hand":
        _begin(act, item, "step-open")
        act.done.append(InHandAtOnce(item.number, item.originator_id != item.lead_id))


def _begin(act: Acting, item: Item, verb: str) -> None:
    """Begin the steps on the day that is said, whatever counts, if the item has a procedure."""
    if item.procedure_version_id is not None:
        from officecli.actions.procedures.opening_steps import begin_steps  # most items follow no procedure, and its tables cost a start 3 ms

        begin_steps(act, item, verb, counts_on(act, item, "sign"))
