"""Carries out what a meeting decided on an item: each part as the act it is, under the rules of that act."""

from __future__ import annotations

from datetime import date

from officecli.actions.acting import Acting
from officecli.actions.items.asked import Feedback
from officecli.actions.items.bringing_in_line import InLine, bring_in_line
from officecli.actions.items.extension import decline, grant
from officecli.actions.items.halting import cancel, resume, suspend
from officecli.actions.items.prodding import prod
from officecli.actions.items.review import close, return_
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Item
from officecli.standing.items.on_items import on_item


@dataclass(frozen=True)
class DecidedOn:
    """What a meeting decided on an item, as far as it is still to be done: `decided` is one of `codes.DECIDED`; "" and None where nothing is said.

    `said` is how it goes (with `percent`), which is the result of an item that is closed without one; `noted` what else there is to say.
    """

    number: str
    decided: str = ""
    due: date | None = None
    lead: str = ""
    said: str = ""
    percent: str = ""
    noted: str = ""


def decide_on(act: Acting, wanted: DecidedOn, reason: str) -> None:
    """Carry it out, in the order in which people would. Raises what the acts raise; what they forbid is kept for the refusal as theirs is."""
    item = act.item(wanted.number)
    act.sign(on_item(act.read, act.actor, item, "meet"))  # in which state it must be is for the acts to say
    act.change.reason = wanted.noted
    act.change.mark(item, "meet")
    act.change.reason = reason
    if wanted.decided == "return":
        return_(act, item.number, reason)
    elif wanted.decided == "resume":
        resume(act, item.number, reason)
    elif wanted.decided == "decline":
        decline(act, item.number, reason)
    due = _grant(act, item, wanted, reason)
    closes = wanted.decided == "close" and item.status != "submitted"
    told = bool(wanted.said or wanted.percent) and not (closes and wanted.said)
    feedback = Feedback(wanted.said, wanted.percent) if told else None
    bring_in_line(act, item.number, InLine(due=due, feedback=feedback), reason)  # as long as it is with whoever tells how it goes
    bring_in_line(act, item.number, InLine(lead=wanted.lead), reason)
    act.change.reason = reason
    if wanted.decided == "close":
        close(act, item.number, wanted.said if closes else "")
    elif wanted.decided == "suspend":
        suspend(act, item.number, reason)
    elif wanted.decided == "cancel":
        cancel(act, item.number, reason)
    elif wanted.decided == "prod":
        prod(act, item.number, wanted.noted)
    act.change.reason = ""


def _grant(act: Acting, item: Item, wanted: DecidedOn, reason: str) -> date | None:
    """Grant what the lead has asked for, where that is decided; returns the deadline that the originator's side has to set instead, if any."""
    if wanted.due is None and wanted.decided != "extend":
        return None
    asked = act.read.row("SELECT asked_due FROM extension WHERE item_id = :item AND verdict IS NULL", item=item.id)
    later = asked and (wanted.due is None or item.due is None or wanted.due > item.due)
    if later and wanted.decided in ("", "extend", "keep"):
        grant(act, item.number, wanted.due.isoformat() if wanted.due else "", reason)
        return None
    if wanted.due is None:
        raise BadInput(
            _("No new deadline is written, and no extension has been asked for."), fix=_("Write the day it is to be done by as the new deadline.")
        )
    return wanted.due
