"""What somebody reminds themselves of: a personal item, which is theirs alone from the first to the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.asked import Edit, Feedback
from officecli.actions.items.done import Cancelled, Closed, FieldChanged, ItemChanged, Noted, Reopened, SaysSoAlready
from officecli.actions.items.extension import count_from_deadline
from officecli.actions.items.register import Order
from officecli.actions.items.repeating import AlreadyDone
from officecli.errors import BadInput, Refused
from officecli.i18n import _, listed, one_of
from officecli.light import dataclass
from officecli.model.reminders import Reminder
from officecli.model.words import word
from officecli.standing.actor import own_name_only
from officecli.standing.items.personal import is_at_the_keys
from officecli.standing.standing import Standing
from officecli.store.serials import ITEMS, next_serial
from officecli.typed.day_said import DaySeen, seen_today
from officecli.typed.items import numbers
from officecli.typed.items.deadlines import read_deadline
from officecli.typed.items.personal import refuse_personal
from officecli.typed.office.people import MYSELF
from officecli.typed.text import reason_needed, says_nothing, says_something, tidy

_TAKEN = ("title", "lead", "due", "kind")
"""What is said of a personal item when it is registered; the rest of an order belongs to the work of the office."""

_TYPED_AS = {"targets": "target", "next_step": "next", "source": "from", "labels": "label"}


@dataclass(frozen=True)
class Reminded(Answer):
    """A personal item is on record, and shown to whose it is alone; None for no deadline."""

    number: str
    title: str
    due: DaySeen | None


def remind(act: Acting, order: Order) -> None:
    """Register a personal item. Raises BadInput for what does not go with one, Refused under somebody else's login."""
    if act.actor["account"]:
        raise BadInput(
            _("You are not on the staff, so you have nothing personal here."), fix=_("Join it first: officecli person add NAME --login LOGIN")
        )
    if not is_at_the_keys(act.read, act.actor["id"]):
        raise Refused(_("what is personal is recorded by {name} alone, under their own login.").format(name=act.actor["name"]), fix=own_name_only())
    if order.lead.strip().casefold() not in ("", *MYSELF) and act.person(order.lead)["id"] != act.actor["id"]:
        raise BadInput(_("What is personal is done by whoever registers it."), fix=_("Leave out --lead; or leave out --kind personal."))
    _refuse_more(order)
    serial = next_serial(act.read, ITEMS, act.today.year)
    act.sign(Standing("self"))
    made = act.change.add(
        Reminder,
        "remind",
        number=numbers.number_text(act.today.year, serial),
        year=act.today.year,
        serial=serial,
        person_id=act.actor["id"],
        title=tidy(order.title),
        registered=act.today,
        due=read_deadline(order.due, issued=act.today, read=act.read) if order.due else None,
    )
    act.reminders.append(made.id)
    act.done.append(Reminded(made.number, made.title, _seen(act, made.due)))


def edit_own(act: Acting, reminder_id: int, wanted: Edit) -> None:
    """Change what a personal item says, or its deadline; an empty one takes it away."""
    mine = _opened(act, reminder_id)
    refused = [key for key, typed in wanted.fields.items() if typed is not None and key != "title"]
    refused += [key for key, typed in (("target", wanted.targets), ("body", wanted.body), ("label", wanted.labels)) if typed]
    refused += [tag.name for tag in fields(wanted.tags) if getattr(wanted.tags, tag.name) is not None]
    _refuse(refused)
    before = mine.title, mine.due
    title = mine.title if wanted.fields.get("title") is None else tidy(wanted.fields["title"])
    due = mine.due if wanted.due is None else None
    if wanted.due is not None and wanted.due.strip():
        due = count_from_deadline(act, mine, wanted.due) or read_deadline(wanted.due, issued=mine.registered, read=act.read)
    act.change.reason = tidy(wanted.reason)
    act.change.set(mine, "remind-edit", title=title, due=due)
    changed = [FieldChanged("title", before[0], title)] if title != before[0] else []
    changed += [FieldChanged("due", _seen(act, before[1]), _seen(act, due))] if due != before[1] else []
    act.done.append(ItemChanged(mine.number, tuple(changed), ()) if changed else SaysSoAlready(mine.number))


def note_own(act: Acting, reminder_id: int, feedback: Feedback) -> None:
    """Note something of a personal item, in place of what was noted before."""
    mine = _opened(act, reminder_id)
    _refuse([one.name for one in fields(feedback) if one.name != "text" and getattr(feedback, one.name)])
    if not says_something(feedback.text):
        raise says_nothing(feedback.text, _('Say how it goes: officecli note {number} "…"').format(number=mine.number))
    act.change.set(mine, "remind-note", text=tidy(feedback.text))
    act.done.append(Noted(mine.number, mine.title, None))


def close_own(act: Acting, reminder_id: int, result: str, rating: int | None) -> None:
    """Strike a personal item off, with or without a result."""
    mine = act.change.get(Reminder, reminder_id)
    if rating is not None:
        raise BadInput(_("Nobody rates their own work."), fix=_("Leave out --rating."))
    if mine.closed and tidy(result) in ("", mine.result):
        act.done.append(AlreadyDone(mine.number, mine.title, "close", mine.closed, ""))
        return
    _require(act, mine, "in-hand")
    act.change.set(mine, "remind-close", closed=act.change.day, result=tidy(result))
    act.done.append(Closed(mine.number, mine.title))


def cancel_own(act: Acting, reminder_id: int, reason: str) -> None:
    """Give a personal item up."""
    mine = _opened(act, reminder_id)
    act.change.reason = reason_needed(reason)
    act.change.set(mine, "remind-cancel", cancelled=act.change.day)
    act.done.append(Cancelled(mine.number, mine.title))


def reopen_own(act: Acting, reminder_id: int, reason: str) -> None:
    """Open a closed personal item again."""
    mine = act.change.get(Reminder, reminder_id)
    _require(act, mine, "closed")
    act.change.reason = reason_needed(reason)
    act.change.set(mine, "remind-reopen", closed=None)
    act.done.append(Reopened(mine.number, mine.title, act.actor["name"]))


def _opened(act: Acting, reminder_id: int) -> Reminder:
    """The personal item, which must not be over."""
    mine = act.change.get(Reminder, reminder_id)
    _require(act, mine, "in-hand")
    return mine


def _require(act: Acting, mine: Reminder, wanted: str) -> None:
    if act.change.day < mine.registered:
        raise BadInput(
            _("{number} was registered on {day}.").format(number=mine.number, day=mine.registered.isoformat()), fix=_("Give that day or a later one.")
        )
    status = "cancelled" if mine.cancelled else "closed" if mine.closed else "in-hand"
    if status != wanted:
        raise BadInput(
            _("It is {status}; this can only be done while it is {wanted}.").format(
                status=word("status", status), wanted=one_of([word("status", wanted)])
            ),
            fix=_("See how it stands with: officecli show {number}").format(number=mine.number),
        )


def _refuse_more(order: Order) -> None:
    """Raise BadInput where more is said of it than a personal item takes."""
    plain = Order(order.title, order.lead)
    said = {one.name: getattr(order, one.name) for one in fields(Order) if one.name not in (*_TAKEN, "fields", "tags")}
    more = [name for name, value in said.items() if value and value != getattr(plain, name)]
    more += [key for key, value in order.fields.items() if value]
    more += [tag.name for tag in fields(order.tags) if getattr(order.tags, tag.name)]
    _refuse(more)


def _refuse(named: Sequence[str]) -> None:
    """Raise BadInput where something is said that a personal item has no place for."""
    if "kind" in named:
        refuse_personal("personal")
    if named:
        options = listed("--" + _TYPED_AS.get(name, name).replace("_", "-") for name in named)
        raise BadInput(
            _("A personal item takes a matter, a deadline and a note; {options} does not go with it.").format(options=options),
            fix=_("Leave it out; work of the office is registered without --kind personal."),
        )


def _seen(act: Acting, day: date | None) -> DaySeen | None:
    return seen_today(act.read, day) if day else None
