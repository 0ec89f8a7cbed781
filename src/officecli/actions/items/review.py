"""The originator's review of what was submitted: return it, or close the item."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.items.waiting import end_waits
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.items import Item, Submission
from officecli.typed.text import tidy


def return_(act: Acting, number: str, reason: str) -> None:
    """Send a submission back to be done again; it counts against first-pass acceptance."""
    item = act.item(number)
    act.enter("return", item)
    pending = _pending(act, item)
    if pending:
        act.change.set(pending, "return", verdict="returned", reviewed=act.change.day, reviewer_id=act.answering_id, reason=tidy(reason))
    act.change.set(item, "return", status="in-hand")
    act.said.append(_("{number} returned: {title}.").format(number=item.number, title=item.title))


def close(act: Acting, number: str, result: str = "", rating: int | None = None) -> None:
    """Accept the result and strike the item off; with `result` the submission is recorded too, for leads who never log in."""
    item = act.item(number)
    standing = act.enter("close", item)
    if standing.role == "sole" and rating is not None:
        raise BadInput(_("Nobody rates their own work."), fix=_("Leave --rating away."))
    pending = _pending(act, item)
    accepted = {"verdict": "accepted", "reviewed": act.change.day, "reviewer_id": act.answering_id, "rating": rating}
    if pending and result:
        raise BadInput(
            _("{number} was submitted with a result already: {result}").format(number=item.number, result=pending.result),
            fix=_("Close it without --result, or return it with a reason."),
        )
    if pending:
        act.change.set(pending, "close", **accepted)
    elif result.strip():
        act.change.add(Submission, "close", item_id=item.id, person_id=item.lead_id, day=act.change.day, result=tidy(result), **accepted)
    end_waits(act, item, "close")
    act.change.set(item, "close", status="closed", closed=act.change.day)
    act.said.append(_("{number} closed: {title}.").format(number=item.number, title=item.title))


def rate(act: Acting, number: str, rating: int) -> None:
    """Say how good an accepted result is, after it was closed without a rating, or better judged since."""
    item = act.item(number)
    act.enter("rate", item)
    if item.originator_id == item.lead_id:
        act.forbid(item, _("Nobody rates their own work."), _("It counts as closed without a rating."))
    found = act.read.value("SELECT MAX(id) FROM submission WHERE item_id = :item AND verdict = 'accepted'", item=item.id)
    if found:
        act.change.set(act.change.get(Submission, found), "rate", rating=rating)
    act.said.append(_("{number} is rated {rating}: {title}.").format(number=item.number, rating=rating, title=item.title))


def _pending(act: Acting, item: Item) -> Submission | None:
    found = act.read.value("SELECT MAX(id) FROM submission WHERE item_id = :item AND verdict IS NULL", item=item.id)
    return act.change.get(Submission, found) if found else None
