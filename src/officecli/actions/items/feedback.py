"""How an item goes, from those who work on it."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.items.asked import Feedback
from officecli.actions.items.confirming import counts_on, feedback_limit
from officecli.actions.items.done import Noted, NotSignedFor
from officecli.actions.items.signing import take_up
from officecli.actions.items.whose_it_is import tell_copy
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.items import Item, Note
from officecli.standing.office.superiors import is_above
from officecli.typed.text import says_nothing, says_something, tidy


def note(act: Acting, number: str, feedback: Feedback) -> None:
    """Record how it goes; the lead's first note signs for the item too. What whoever gave it writes does not: the lead is told of it and signs for it."""
    if mine := act.own_reminder(number):
        from officecli.actions.items.reminders import note_own

        note_own(act, mine, feedback)
        return
    item = act.item(number)
    standing = act.enter("note", item)
    of_the_giver = standing.role == "registrar" and _has_given(act, item)
    fields = {"text": feedback.text, "problem": feedback.problem, "next_step": feedback.next_step, "evidence": feedback.evidence}
    progress = read_progress(feedback.progress)
    if progress is None and not any(map(says_something, fields.values())):
        raise says_nothing(feedback.text, _('Say how it goes: officecli note {number} "…" --progress 60').format(number=item.number))
    if item.status == "issued" and item.issued <= act.change.day and not of_the_giver:
        take_up(act, item)
    cleaned = {name: tidy(value) for name, value in fields.items()}
    cleaned["text"] = cleaned["text"] if says_something(feedback.text) else ""
    day = counts_on(act, item, "note", feedback_limit(act, item)).day
    act.change.add(Note, "note", item_id=item.id, person_id=act.answering_id, day=day, progress=progress, **cleaned)
    act.done.append(Noted(item.number, item.title, progress))
    if of_the_giver:
        tell_copy(act, "note", item, item.lead_id, feedback.text)
        if item.status == "issued":
            lead = act.read.value("SELECT name FROM person WHERE id = :id", id=item.lead_id)
            act.done.append(NotSignedFor(item.number, lead, gave=item.originator_id == act.actor["id"]))


def _has_given(act: Acting, item: Item) -> bool:
    """Whether a registrar who writes gave the item, or stands above its lead: their words may as well be meant for the lead."""
    return item.originator_id == act.actor["id"] or is_above(act.read, act.actor["id"], item.lead_id)


def read_progress(text: str) -> int | None:
    """A percentage from 0 to 100, with or without its sign."""
    plain = text.strip().rstrip("%\uff05").strip()
    if not plain:
        return None
    if not plain.isdecimal() or len(plain) > 3 or int(plain) > 100:
        raise BadInput(_("“{text}” is not a progress.").format(text=text[:40]), fix=_("Give a whole number of percent from 0 to 100."))
    return int(plain)
