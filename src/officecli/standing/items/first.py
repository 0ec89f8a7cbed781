"""Says what to type first where an item is not in the state that an act asks for."""

from __future__ import annotations

from collections.abc import Collection

from officecli.i18n import N_, _, one_of
from officecli.model.acts import ACTS, possible
from officecli.model.words import word

_FIRST = {
    ("issued", "in-hand"): N_("Its lead signs for it first: officecli ack {number}"),
    ("suspended", "in-hand"): N_("The originator's side resumes it first: officecli resume {number}"),
    ("submitted", "in-hand"): N_('The originator\'s side returns it first: officecli return {number} "…"'),
    ("closed", "in-hand"): N_('The originator\'s side opens it again first: officecli reopen {number} "…"'),
    ("in-hand", "submitted"): N_('Its lead submits it first: officecli submit {number} "…"'),
}
"""The state it is in and the one that is wanted → whose it is to bring it there, and the command."""
_CANCELLED = N_("What is cancelled is not taken up again: register it anew. Whoever cancelled it by mistake takes that back: officecli undo --list")


def first_command(number: str, status: str, wanted: Collection[str]) -> str:
    """The advice to bring the item from its `status` to one of those `wanted`; "" where no one command does."""
    if status == "cancelled":
        return _(_CANCELLED)
    return next((_(_FIRST[status, one]).format(number=number) for one in wanted if (status, one) in _FIRST), "")


def out_of_turn(act: str, status: str) -> str:
    """The sentence for an act that an item of this status does not allow."""
    wanted = one_of(word("status", one) for one in ACTS[act].statuses)
    return _("It is {status}; “{act}” can only be done while it is {wanted}.").format(
        status=word("status", status), act=word("act", act), wanted=wanted
    )


def held_up(act: str, status: str, issued: str, day: str) -> str:
    """What about an item of this status, issued on this day (ISO), forbids the act on a day; "" for nothing."""
    if not possible(act, status):
        return out_of_turn(act, status)
    if ACTS[act].waits_for_issue and issued > day:
        return _("It is handed out only on {day}.").format(day=issued)
    return ""


def steps_not_begun(status: str, role: str) -> str:
    """What keeps who holds a step from doing it while its lead has not signed for the item; "" for nothing."""
    return _("Its lead has not signed for it yet, so its steps have not begun.") if status == "issued" and role == "step-holder" else ""
