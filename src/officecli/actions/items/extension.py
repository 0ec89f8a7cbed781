"""Extensions: the lead asks before the deadline; the originator or the lead's superior grants and states the date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.past_whole import name_past_whole
from officecli.actions.items.repeating import already
from officecli.actions.notices import notify
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Extension, Item, PastDeadline
from officecli.standing.items.reviewing import also_grants, reviewer
from officecli.store.calendar.days import working_days
from officecli.typed.dates import almanac, read_date, read_day
from officecli.typed.day_said import DaySeen, seen_today
from officecli.typed.items.deadlines import added_to_deadline
from officecli.typed.text import says_something, tidy

if TYPE_CHECKING:
    from officecli.model.reminders import Reminder


@dataclass(frozen=True)
class DeadlineCounted(Answer):
    """What was `typed` was counted from the deadline `since`, which holds now, and means this day."""

    number: str
    typed: str
    since: date
    day: date


@dataclass(frozen=True)
class ExtensionAsked(Answer):
    """A later deadline is asked for, in place of `due`; who `decides` on it, and which superior of the lead may as well."""

    number: str
    due: date
    asked: DaySeen
    decides: str | None
    or_superior: str | None = None


@dataclass(frozen=True)
class ExtensionGranted(Answer):
    """The deadline is `due` now; asked for was `asked`."""

    number: str
    due: DaySeen
    asked: date


@dataclass(frozen=True)
class ExtensionDeclined(Answer):
    """The deadline stays as it is."""

    number: str


def extend(act: Acting, number: str, to: str, reason: str) -> None:
    """Ask for a later deadline; `+2wd` counts from the present one, other words from today."""
    item = act.item(number)
    act.enter("extend", item)
    _forbid_before_it_passed(act, item)
    days = working_days(act.read)
    asked = _read_later(act, item, to)
    if item.due is None or asked <= item.due:
        raise BadInput(
            _("{asked} is not later than the deadline {due}.").format(asked=asked.isoformat(), due=item.due.isoformat() if item.due else "–"),
            fix=_("Ask for a later day with --to."),
        )
    if not says_something(reason):
        raise BadInput(_("An extension needs its reason."), fix=_("Say why with --reason."))
    if _pending_id(act, item):
        act.forbid(item, _("An extension has been asked for already, and waits for its answer."), _("Wait for the answer, or undo the request."))
    note = act.read.row("SELECT progress, text FROM note WHERE item_id = :item ORDER BY id DESC LIMIT 1", item=item.id)
    progress = " ".join(part for part in (f"{note['progress']}%" if note["progress"] is not None else "", note["text"]) if part) if note else ""
    act.change.add(
        Extension,
        "extend",
        item_id=item.id,
        person_id=act.answering_id,
        day=act.change.day,
        due_was=item.due,
        asked_due=asked,
        days=days.between(item.due, asked),
        reason=tidy(reason),
        progress=progress,
    )
    turn = reviewer(act.read, item.originator_id, item.lead_id)
    superior = also_grants(act.read, item.originator_id, item.lead_id) if turn else None
    besides = superior["name"] if turn and superior and superior["id"] != turn.person["id"] else None
    act.done.append(ExtensionAsked(item.number, item.due, seen_today(act.read, asked), turn.person["name"] if turn else None, besides))


def grant(act: Acting, number: str, to: str = "", reason: str = "") -> None:
    """Grant the extension asked for, to the date asked for or another."""
    item = act.item(number)
    last = _last(act, item)
    so = last and last.verdict == "granted" and last.granted_due == item.due and not to and tidy(reason) in ("", last.verdict_reason)
    if last and so and already(act, item, "grant", last.reviewed, asker_id=last.person_id):
        return
    asked = _decided(act, item, "grant")
    if asked is None:
        return
    _forbid_before_it_passed(act, item)
    days = working_days(act.read)
    due = _read_later(act, item, to) if to else asked.asked_due
    if item.due is not None and due <= item.due:
        raise BadInput(
            _("{asked} is not later than the deadline {due}.").format(asked=due.isoformat(), due=item.due.isoformat()),
            fix=_("Grant a later day with --to, or decline."),
        )
    act.change.set(
        asked,
        "grant",
        verdict="granted",
        reviewed=act.change.day,
        reviewer_id=act.answering_id,
        granted_due=due,
        granted_days=days.between(asked.due_was or act.today, due),
        grant_limit=act.read.value("SELECT extension_days FROM v_person WHERE id = :id", id=act.answering_id),
        verdict_reason=tidy(reason),
    )
    move_deadline(act, item, "grant", due)
    name_past_whole(act, item)
    _tell(act, "grant", item, asked)
    act.done.append(ExtensionGranted(item.number, seen_today(act.read, due), asked.asked_due))


def decline(act: Acting, number: str, reason: str = "") -> None:
    """Decline the extension asked for; the deadline stays."""
    item = act.item(number)
    last = _last(act, item)
    so = last and last.verdict == "declined" and tidy(reason) in ("", last.verdict_reason)
    if last and so and already(act, item, "decline", last.reviewed, asker_id=last.person_id):
        return
    asked = _decided(act, item, "decline")
    if asked is None:
        return
    act.change.set(asked, "decline", verdict="declined", reviewed=act.change.day, reviewer_id=act.answering_id, verdict_reason=tidy(reason))
    _tell(act, "decline", item, asked)
    act.done.append(ExtensionDeclined(item.number))


def _tell(act: Acting, verb: str, item: Item, asked: Extension) -> None:
    """Whoever asked is told what was decided, and so are the lead, who may be another by now, and the originator."""
    for person_id in dict.fromkeys((asked.person_id, item.lead_id, item.originator_id)):
        notify(act, verb, person_id, "extension", item_id=item.id)


def _forbid_before_it_passed(act: Acting, item: Item) -> None:
    """A deadline that was missed is not taken back by what is dated before."""
    if item.due and act.change.day <= item.due < act.today:
        act.forbid(
            item,
            _("Its deadline {due} has passed: an extension is neither asked for nor granted as of a day before that.").format(
                due=item.due.isoformat()
            ),
            _("The originator's side sets a new deadline, and the lateness stays: {command}").format(command=_new_deadline(item.number)),
        )


def _new_deadline(number: str) -> str:
    return _('officecli edit {number} --due fri --reason "two replies are missing"').format(number=number)


def _read_later(act: Acting, item: Item, typed: str) -> date:
    """The later deadline that was typed: `+2wd` counted from the present one, other words from today; a day that has just passed is no later one."""
    if counted := count_from_deadline(act, item, typed):
        return counted
    found = read_day(typed, base=act.today, by=almanac(act.read))
    if "year-next" in found.inferred:
        raise BadInput(
            _("“{text}” has passed this year.").format(text=tidy(typed)[:40]),
            fix=_("Write a day after the deadline; if next year's is meant, with its year: {day}").format(day=found.day.isoformat()),
        )
    return found.day


def count_from_deadline(act: Acting, item: Item | Reminder, typed: str) -> date | None:
    """The day that `+2wd` means counted from the present deadline, said back; None where nothing is added, or there is no deadline yet."""
    span = added_to_deadline(typed)
    if item.due is None or not span:
        return None
    day = read_date(span, base=item.due, by=almanac(act.read))
    act.done.append(DeadlineCounted(item.number, tidy(typed), item.due, day))
    return day


def move_deadline(act: Acting, item: Item, verb: str, due: object) -> None:
    """Set the deadline and keep the old one as a dated row; the original deadline never changes."""
    act.change.add(PastDeadline, verb, item_id=item.id, due=item.due, until=act.change.day)
    act.change.set(item, verb, due=due)


def _decided(act: Acting, item: Item, verb: str) -> Extension | None:
    """The pending request, with the actor in the role of its judge; without one the refusal says so."""
    pending = _pending_id(act, item)
    asked = act.change.get(Extension, pending) if pending else None
    act.enter(verb, item, asker_id=asked.person_id if asked else None)
    if asked is None:
        act.forbid(
            item,
            _("No extension has been asked for."),
            _("The originator's side sets a deadline with: {command}").format(command=_new_deadline(item.number)),
        )
    return asked


def _last(act: Acting, item: Item) -> Extension | None:
    """What was asked for last, answered or not."""
    found = act.read.value("SELECT MAX(id) FROM extension WHERE item_id = :item", item=item.id)
    return act.change.get(Extension, found) if found else None


def _pending_id(act: Acting, item: Item) -> int | None:
    found = act.read.value("SELECT MAX(id) FROM extension WHERE item_id = :item AND verdict IS NULL", item=item.id)
    return int(found) if found else None
