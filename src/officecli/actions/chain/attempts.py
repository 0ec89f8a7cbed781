"""Notes that the leader before whom a request lies could not be reached."""

from __future__ import annotations

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.chain.answering import enter
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.chain.requests import RequestAttempt
from officecli.typed.text import says_something, tidy


@dataclass(frozen=True)
class AttemptNoted(Answer):
    """It is on record that the holder of the request could not be reached."""

    number: str
    holder: str


def note_attempt(act: Acting, number: str, text: str) -> None:
    """Note what was done to reach whoever holds the request. Raises BadInput where nothing is said."""
    if not says_something(text):
        raise BadInput(_("It is not said what was tried."), fix=_("Say how and when, as in: rang twice, no answer"))
    found = enter(act, number, "attempt")
    if found is None:
        return
    act.change.add(RequestAttempt, "attempt", request_id=found["id"], person_id=act.answering_id, day=act.today, text=tidy(text))
    act.done.append(AttemptNoted(found["number"], found["holder"]))
