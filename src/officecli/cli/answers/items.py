"""What was done with items, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from officecli.i18n import N_, _, clauses, in_brackets, listed, ngettext, one_of
from officecli.model.item_fields import FIELDS
from officecli.model.words import word
from officecli.typed.day_said import DaySeen, say_day, say_near, say_seen
from officecli.typed.office.bodies import body_with_contact

if TYPE_CHECKING:
    from officecli.actions.items.bodies_on_item import LatenessGoesAlong, SupportEnded
    from officecli.actions.items.confirming import CountsLate, DayConfirmed
    from officecli.actions.items.correcting import DaysCorrected, LeadCorrected
    from officecli.actions.items.done import Cancelled, Closed, CopySent, ItemChanged, Noted, NotSignedFor, Reopened, SaysSoAlready
    from officecli.actions.items.extension import DeadlineCounted, ExtensionAsked, ExtensionDeclined, ExtensionGranted
    from officecli.actions.items.halting import PartsGoOn, Resumed, Suspended
    from officecli.actions.items.handing_on import HandedOn
    from officecli.actions.items.lead_away import LeadAway
    from officecli.actions.items.parts import GivenToEach, PartOf
    from officecli.actions.items.past_whole import PastWhole
    from officecli.actions.items.prodding import OwnLeftOut, Prodded, ProdTold, SuperiorTold
    from officecli.actions.items.register import FeedbackDue, Registered
    from officecli.actions.items.reminders import Reminded
    from officecli.actions.items.repeating import AlreadyDone
    from officecli.actions.items.review import Rated, Returned
    from officecli.actions.items.same_again import SameAgain
    from officecli.actions.items.signing import InHandAtOnce, SignedFor
    from officecli.actions.items.submitting import Submitted
    from officecli.actions.items.supporting import PartDone, SupportGiven
    from officecli.actions.items.waiting import WaitOver, Waits

_ALREADY = {
    "sign": N_("{number} was signed for already, on {day}: {title}."),
    "submit": N_("{number} was submitted with this result already, on {day}: {title}."),
    "return": N_("{number} was returned with this reason already, on {day}: {title}."),
    "close": N_("{number} was closed already, on {day}: {title}."),
    "reopen": N_("{number} was opened again with this reason already, on {day}: {title}."),
    "suspend": N_("{number} was suspended with this reason already, on {day}: {title}."),
    "resume": N_("{number} was resumed already, on {day}: {title}."),
    "cancel": N_("{number} was cancelled with this reason already, on {day}: {title}."),
    "grant": N_("{number}: the extension was granted already, on {day}; {title}."),
    "decline": N_("{number}: the extension was declined already, on {day}; {title}."),
    "prod": N_("{number}: {name} was prodded already, on {day}; {title}."),
    "tell": N_("{number}: {name} was told of it already, on {day}; {title}."),
    "copy": N_("{number}: {name} has this copy already, since {day}; {title}."),
    "part": N_("{number}: the part of {name} was done already, on {day}."),
}
"""By act, what is said where it was done before and means the same."""


def registered(done: Registered) -> Iterator[str]:
    yield _("{number} registered: {title}; lead {lead}; {due}.").format(number=done.number, title=done.title, lead=done.lead, due=_due(done.due))
    if done.due and done.due.day < done.due.base:
        yield _("Its deadline has passed already. If that is not meant, take it back (officecli undo), and write the true one.")


def feedback_due(done: FeedbackDue) -> Iterator[str]:
    yield _("Feedback is due {period}.").format(period=word("feedback_every", done.every))


def reminded(done: Reminded) -> Iterator[str]:
    yield _("{number} is personal, and shown to nobody but you: {title}; {due}.").format(number=done.number, title=done.title, due=_due(done.due))


def given_to_each(done: GivenToEach) -> Iterator[str]:
    text = ngettext(
        "{number} is the whole of {n} part, and is closed last; who has done it: officecli show {number}",
        "{number} is the whole of {n} parts, and is closed last; who has done it: officecli show {number}",
        done.parts,
    )
    yield text.format(number=done.number, n=done.parts)


def part_of(done: PartOf) -> Iterator[str]:
    yield _("{part} is a part of {number}, which is closed last: {title}.").format(part=done.part, number=done.number, title=done.title)
    if done.due:
        yield _("{part} is due with the whole, on {day}; another day: officecli edit {part} --due fri").format(
            part=done.part, day=done.due.isoformat()
        )


def item_changed(done: ItemChanged) -> Iterator[str]:
    parts = [f"{_(FIELDS[one.field].label)} {_value(one.field, one.old)} → {_value(one.field, one.new)}" for one in done.changed]
    if done.targets:
        parts.append(_("targets {targets}").format(targets=listed(done.targets)))
    yield _("{number} changed: {what}.").format(number=done.number, what=clauses(parts))


def says_so_already(done: SaysSoAlready) -> Iterator[str]:
    yield _("{number} says so already; nothing of it was changed.").format(number=done.number)


def signed_for(done: SignedFor) -> Iterator[str]:
    yield _("{number} signed for: {title}.").format(number=done.number, title=done.title)


def in_hand_at_once(done: InHandAtOnce) -> Iterator[str]:
    own = _("{number} is your own: it is signed for at once, and in hand.")
    yield (_("{number} is with you, who registered it: it is signed for at once, and in hand.") if done.ordered else own).format(number=done.number)


def already_done(done: AlreadyDone) -> Iterator[str]:
    yield _(_ALREADY[done.verb]).format(number=done.number, title=done.title, day=done.day.isoformat(), name=done.name)


def noted(done: Noted) -> Iterator[str]:
    progress = "" if done.progress is None else f" · {done.progress}%"
    yield _("{number} noted: {title}{progress}.").format(number=done.number, title=done.title, progress=progress)


def not_signed_for(done: NotSignedFor) -> Iterator[str]:
    text = (
        _("{number} is not signed for by this: you gave it, and {lead} signs for it.")
        if done.gave
        else _("{number} is not signed for by this: you stand above {lead}, who signs for it.")
    )
    yield text.format(number=done.number, lead=done.lead)


def part_done(done: PartDone) -> Iterator[str]:
    yield _("{number}: the part of {name} is done.").format(number=done.number, name=done.name)


def support_given(done: SupportGiven) -> Iterator[str]:
    yield _("{number} is supported by {name}.").format(number=done.number, name=done.name + (in_brackets(done.part) if done.part else ""))


def lateness_goes_along(done: LatenessGoesAlong) -> Iterator[str]:
    yield _(
        "{number}: it was late, which counts for {body} from now on, in the figures of past months too. To leave it with {was}: officecli undo, then "
        "officecli cancel {number}, and register the matter anew for {body}."
    ).format(number=done.number, was=done.was, body=done.body)


def support_ended(done: SupportEnded) -> Iterator[str]:
    yield _("{number} is no longer supported by {name}.").format(number=done.number, name=done.name)


def submitted(done: Submitted) -> Iterator[str]:
    if done.steps_left:
        yield _("Steps that are not done: {steps}.").format(steps=clauses(map(str, done.steps_left)))
    yield _("{number} submitted for review: {title}.").format(number=done.number, title=done.title)
    if done.parts_open:
        yield _("Parts of it are still open, and it is closed after them: {parts}.").format(parts=listed(done.parts_open))


def waits(done: Waits) -> Iterator[str]:
    yield _("{number} waits for {whom} since today; its deadline stays.").format(number=done.number, whom=done.whom)


def wait_over(done: WaitOver) -> Iterator[str]:
    yield _("{number} waits no longer.").format(number=done.number)


def returned(done: Returned) -> Iterator[str]:
    yield _("{number} returned: {title}.").format(number=done.number, title=done.title)


def reopened(done: Reopened) -> Iterator[str]:
    yield _("{number} is open again, with {lead}: {title}.").format(number=done.number, lead=done.lead, title=done.title)


def closed(done: Closed) -> Iterator[str]:
    yield _("{number} closed: {title}.").format(number=done.number, title=done.title)


def counts_late(done: CountsLate) -> Iterator[str]:
    said = {"number": done.number, "act": word("act", done.verb), "day": say_near(done.day), "counts": say_near(done.counts)}
    if done.for_good:
        yield _("{number}: “{act}” would be in time on {day}. As nobody else confirms that, it counts on {counts}.").format(**said)
        return
    yield _(
        "{number}: “{act}” would be in time on {day}. Until the originator's side confirms that by closing the item, it counts on {counts}."
    ).format(**said)


def day_confirmed(done: DayConfirmed) -> Iterator[str]:
    yield _("{number}: “{act}” counts on {day} now, as it was dated back.").format(
        number=done.number, act=word("act", done.verb), day=say_near(done.day)
    )


def rated(done: Rated) -> Iterator[str]:
    was = "" if done.was is None else in_brackets(_("was {before}").format(before=done.was))
    yield _("{number} is rated {rating}{was}: {title}.").format(number=done.number, rating=done.rating, was=was, title=done.title)


def deadline_counted(done: DeadlineCounted) -> Iterator[str]:
    said = say_near(done.day, weekday=True)
    yield _("{number}: {typed} from {since}: {day}.").format(number=done.number, typed=done.typed, since=say_near(done.since), day=said)


def extension_asked(done: ExtensionAsked) -> Iterator[str]:
    yield _("{number}: asked to extend from {due} to {asked}.").format(number=done.number, due=say_day(done.due), asked=say_seen(done.asked))
    if done.decides:
        yield _("{number}: {name} decides on it.").format(number=done.number, name=one_of(filter(None, (done.decides, done.or_superior))))


def extension_granted(done: ExtensionGranted) -> Iterator[str]:
    yield _("{number} extended: {due}.").format(number=done.number, due=_due(done.due))


def extension_declined(done: ExtensionDeclined) -> Iterator[str]:
    yield _("{number}: the extension is declined; the deadline stays.").format(number=done.number)


def prodded(done: Prodded) -> Iterator[str]:
    yield _("{number}: {name} is prodded, {level}; {title}.").format(
        number=done.number, name=done.lead, level=word("level", done.level), title=done.title
    )
    if done.body:
        yield _("To be done by {body}.").format(body=body_with_contact(done.body, done.contact, done.phone))


def own_left_out(done: OwnLeftOut) -> Iterator[str]:
    yield _("{number} is left out, for you lead it yourself: {title}.").format(number=done.number, title=done.title)


def prod_told(done: ProdTold) -> Iterator[str]:
    yield _("{number}: {name} is told of the prod.").format(number=done.number, name=done.name)


def copy_sent(done: CopySent) -> Iterator[str]:
    yield _("{number}: a copy goes to {name}; {title}.").format(number=done.number, name=done.name, title=done.title)


def superior_told(done: SuperiorTold) -> Iterator[str]:
    yield _("{number}: {name} is told of it; {title}.").format(number=done.number, name=done.name, title=done.title)


def handed_on(done: HandedOn) -> Iterator[str]:
    yield _("{number} now has the lead {name}: {title}.").format(number=done.number, name=done.lead, title=done.title)


def days_corrected(done: DaysCorrected) -> Iterator[str]:
    if done.due:
        yield _("{number}: the deadline is {due}, and was from the first; {was} counts nowhere.").format(
            number=done.number, due=say_seen(done.due), was=say_day(done.due_was) if done.due_was else "–"
        )
    if done.issued and done.issued_was:
        yield _("{number}: it was handed out on {day}; {was} counts nowhere.").format(
            number=done.number, day=say_day(done.issued), was=say_day(done.issued_was)
        )


def lead_corrected(done: LeadCorrected) -> Iterator[str]:
    yield _("{number}: {name} leads it, and did from the first; {was} counts nowhere: {title}.").format(
        number=done.number, name=done.lead, was=done.was, title=done.title
    )


def suspended(done: Suspended) -> Iterator[str]:
    yield _("{number} suspended; its clock stands still.").format(number=done.number)


def resumed(done: Resumed) -> Iterator[str]:
    yield _("{number} resumed: {due}.").format(number=done.number, due=_due(done.due))


def parts_go_on(done: PartsGoOn) -> Iterator[str]:
    yield _('Its parts go on: {numbers}. Those that are not needed any more: officecli cancel {typed} "…"').format(
        numbers=listed(done.parts), typed=" ".join(done.parts)
    )


def past_whole(done: PastWhole) -> Iterator[str]:
    yield _("Due after the whole {number} ({due}), which is closed last: {parts}.").format(
        number=done.number, due=_due(done.due), parts=listed(done.parts)
    )


def lead_away(done: LeadAway) -> Iterator[str]:
    said = {"lead": done.lead, "since": say_day(done.since), "until": say_day(done.until), "stand_in": done.stand_in}
    if not done.today:
        yield _("{lead} is away from {since} to {until}, when {number} is due.").format(number=done.number, **said)
    elif done.stand_in:
        yield _("{lead} is away until {until}; {stand_in} acts meanwhile.").format(**said)
    else:
        yield _("{lead} is away until {until}, and nobody acts meanwhile.").format(**said)


def same_again(done: SameAgain) -> Iterator[str]:
    text = (
        _("{other} is the same: matter, lead and deadline. If {number} is there by mistake: officecli undo")
        if done.same_day
        else _("{other} is the same matter with the same lead, and open. If {number} is there by mistake: officecli undo")
    )
    yield text.format(other=done.other, number=done.number)


def cancelled(done: Cancelled) -> Iterator[str]:
    yield _("{number} cancelled: {title}.").format(number=done.number, title=done.title)


def _value(name: str, value: DaySeen | str | float | None) -> str:
    """A field's value as it is read back to whoever changed it."""
    if value is None:
        return "–"
    if isinstance(value, DaySeen):
        return say_seen(value)
    if isinstance(value, float):
        return f"{value:g}"
    if name == "labels":  # kept joined, as a sheet that comes back has them
        return listed(_("“{title}”").format(title=one) for one in value.split("; "))
    return word(name, value) if FIELDS[name].kind in ("word", "period") else _("“{title}”").format(title=value)


def _due(due: DaySeen | None) -> str:
    return _("due {date}").format(date=say_seen(due)) if due else _("no deadline")
