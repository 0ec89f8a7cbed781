"""The originator's review of what was submitted: return it, or close the item."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.confirming import confirm, counts_on, deadlines
from officecli.actions.items.done import Closed
from officecli.actions.items.repeating import already
from officecli.actions.items.waiting import end_waits
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Item, Submission
from officecli.typed.text import says_something, tidy


@dataclass(frozen=True)
class Returned(Answer):
    """The result is to be done again."""

    number: str
    title: str


@dataclass(frozen=True)
class Rated(Answer):
    """The accepted result is rated, from 1 to 5; `was` is another rating that stood there."""

    number: str
    title: str
    rating: int
    was: int | None = None


def return_(act: Acting, number: str, reason: str) -> None:
    """Send a submission back to be done again; it counts against first-pass acceptance."""
    item = act.item(number)
    last = _last(act, item)
    if (
        item.status == "in-hand"
        and last
        and (last.verdict, last.reason) == ("returned", tidy(reason))
        and already(act, item, "return", last.reviewed)
    ):
        return
    act.enter("return", item)
    pending = _pending(act, item)
    why = tidy(reason) if says_something(reason) else ""  # which C505 refuses
    if pending:
        act.change.set(pending, "return", verdict="returned", reviewed=act.change.day, reviewer_id=act.answering_id, reason=why)
    act.change.set(item, "return", status="in-hand")
    act.done.append(Returned(item.number, item.title))


def close(act: Acting, number: str, result: str = "", rating: int | None = None) -> None:
    """Accept the result and strike the item off; with `result` the submission is recorded too, for leads who never log in."""
    if mine := act.own_reminder(number):
        from officecli.actions.items.reminders import close_own  # most commands are about none, and its table costs a start 3 ms

        close_own(act, mine, result, rating)
        return
    item = act.item(number)
    if item.status == "closed" and _says_the_same(_last(act, item), result, rating) and already(act, item, "close", item.closed):
        return
    standing = act.enter("close", item)
    if standing.role == "sole" and rating is not None:
        raise BadInput(_("Nobody rates their own work."), fix=_("Leave out --rating."))
    pending = _pending(act, item)
    day = act.change.day
    if standing.role == "sole":  # nobody confirms what they dated back themselves
        day = counts_on(act, item, "close", () if pending else deadlines(act, item)).day
    else:
        confirm(act, item)
    accepted = {"verdict": "accepted", "reviewed": day, "reviewer_id": act.answering_id, "rating": rating}
    if pending and result and item.status == "submitted":
        what = _("It was submitted with a result already: {result}").format(result=pending.result)
        act.forbid(item, what, _('Accept that: officecli close {number} — or return it: officecli return {number} "…"').format(number=item.number))
    if pending:
        act.change.set(pending, "close", **accepted)
    elif says_something(result):
        act.change.add(Submission, "close", item_id=item.id, person_id=item.lead_id, day=day, result=tidy(result), **accepted)
    end_waits(act, item, "close")
    act.change.set(item, "close", status="closed", closed=day)
    act.done.append(Closed(item.number, item.title))


def rate(act: Acting, number: str, rating: int) -> None:
    """Say how good an accepted result is, after it was closed without a rating, or better judged since."""
    item = act.item(number)
    act.enter("rate", item)
    if act.answering_id == item.lead_id:
        act.forbid(item, _("Nobody rates their own work."), _("It counts as closed without a rating."))
    found = act.read.value("SELECT MAX(id) FROM submission WHERE item_id = :item AND verdict = 'accepted'", item=item.id)
    was = None
    if found is None and item.status == "closed":
        what = _("No result of it is on record that could be rated.")
        act.forbid(item, what, _('Open it again, and close it with its result: officecli reopen {number} "…"').format(number=item.number))
    if found:
        accepted = act.change.get(Submission, found)
        was = accepted.rating
        act.change.set(accepted, "rate", rating=rating)
    act.done.append(Rated(item.number, item.title, rating, None if was == rating else was))


def _last(act: Acting, item: Item) -> Submission | None:
    found = act.read.value("SELECT MAX(id) FROM submission WHERE item_id = :item", item=item.id)
    return act.change.get(Submission, found) if found else None


def _says_the_same(accepted: Submission | None, result: str, rating: int | None) -> bool:
    """Whether closing once more would say nothing of the result that is not on record."""
    on_record = (accepted.result, accepted.rating) if accepted else ("", None)
    return tidy(result) in ("", on_record[0]) and rating in (None, on_record[1])


def _pending(act: Acting, item: Item) -> Submission | None:
    found = act.read.value("SELECT MAX(id) FROM submission WHERE item_id = :item AND verdict IS NULL", item=item.id)
    return act.change.get(Submission, found) if found else None
