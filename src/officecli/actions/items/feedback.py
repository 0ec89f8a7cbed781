"""How an item goes, from those who work on it."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.items.asked import Feedback
from officecli.actions.items.confirming import counts_on, feedback_limit
from officecli.actions.items.done import Noted
from officecli.actions.items.signing import take_up
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.items import Note
from officecli.typed.text import tidy


def note(act: Acting, number: str, feedback: Feedback) -> None:
    """Record how it goes; the lead's first note signs for the item too."""
    if mine := act.own_reminder(number):
        from officecli.actions.items.reminders import note_own

        note_own(act, mine, feedback)
        return
    item = act.item(number)
    act.enter("note", item)
    fields = {"text": feedback.text, "problem": feedback.problem, "next_step": feedback.next_step, "evidence": feedback.evidence}
    progress = read_progress(feedback.progress)
    if progress is None and not any(value.strip() for value in fields.values()):
        raise BadInput(_("The note is empty."), fix=_('Say how it goes: officecli note {number} "…" --progress 60').format(number=item.number))
    if item.status == "issued" and item.issued <= act.change.day:
        take_up(act, item)
    cleaned = {name: tidy(value) for name, value in fields.items()}
    day = counts_on(act, item, "note", feedback_limit(act, item)).day
    act.change.add(Note, "note", item_id=item.id, person_id=act.answering_id, day=day, progress=progress, **cleaned)
    act.done.append(Noted(item.number, item.title, progress))


def read_progress(text: str) -> int | None:
    """A percentage from 0 to 100, with or without its sign."""
    plain = text.strip().rstrip("%\uff05").strip()
    if not plain:
        return None
    if not plain.isdecimal() or len(plain) > 3 or int(plain) > 100:
        raise BadInput(_("“{text}” is not a progress.").format(text=text[:40]), fix=_("Give a whole number of percent from 0 to 100."))
    return int(plain)
