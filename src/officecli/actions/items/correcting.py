"""Corrects a deadline, issue day or lead that was mistyped, as if it had been right from the first. The trail keeps both."""

from __future__ import annotations

from datetime import date
from typing import Any

from officecli import clock
from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.handing_on import end_support, unsigned
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.items import Item, Prod
from officecli.standing.items.correcting import barred
from officecli.store.calendar.handing_out import issue_moment, sign_limit
from officecli.typed.day_said import DaySeen, seen_today
from officecli.typed.items.deadlines import read_deadline, read_past_day
from officecli.typed.text import reason_needed


@dataclass(frozen=True)
class DaysCorrected(Answer):
    """What stood in place of the deadline `due` and the issue day `issued` counts nowhere any more; None for what was right."""

    number: str
    due_was: date | None
    due: DaySeen | None
    issued_was: date | None
    issued: date | None


@dataclass(frozen=True)
class LeadCorrected(Answer):
    """`was` never led it; `lead` does."""

    number: str
    title: str
    was: str
    lead: str


def correct_days(act: Acting, number: str, due: str | None, issued: str | None, reason: str) -> None:
    """Put the deadline or the issue day right as mistyped. Raises BadInput for what cannot be understood, or says what stands already."""
    item = act.item(number)
    act.enter("correct", item)
    act.change.reason = reason_needed(reason)
    was = (item.due, item.issued)
    day = read_past_day(issued, read=act.read) if issued else item.issued
    if item.signed and day > item.signed:
        raise BadInput(
            _("{number} was signed for on {day}, before it would have been handed out.").format(number=item.number, day=item.signed.isoformat()),
            fix=_("Give the day it was truly handed out."),
        )
    fields: dict[str, Any] = {}
    if day != item.issued:
        at = issue_moment(act.read, day)
        fields |= {"issued": day, "issued_at": clock.stamp(at), "sign_by": clock.stamp(sign_limit(act.read, at, item.urgency))}
    wanted = read_deadline(due, issued=day, read=act.read) if due else item.due
    if wanted is not None and wanted < day:
        raise BadInput(
            _("The deadline {due} is before the issue day {issued}.").format(due=wanted.isoformat(), issued=day.isoformat()),
            fix=_("Correct both: --due WHEN --issued DATE"),
        )
    if wanted != item.due:
        first = not act.read.row("SELECT 1 AS one FROM past_deadline WHERE item_id = :item", item=item.id)
        fields |= {"due": wanted} | ({"original_due": wanted} if first and item.original_due == item.due else {})
    if not fields:
        raise BadInput(_("Nothing would change on {number}.").format(number=item.number), fix=_("Give the true day with --due or --issued."))
    for column in {"due", "issued"} & fields.keys():
        _check(act, item, column)
    act.change.set(item, "correct", **fields)
    act.done.append(
        DaysCorrected(
            item.number,
            was[0] if "due" in fields else None,
            seen_today(act.read, wanted) if "due" in fields and wanted else None,
            was[1] if "issued" in fields else None,
            day if "issued" in fields else None,
        )
    )


def correct_lead(act: Acting, number: str, name: str, reason: str) -> None:
    """Put the lead right as mistyped: who was named never led it, and was pressed for nothing."""
    item = act.item(number)
    to = act.worker(name)
    if to["id"] == item.lead_id:
        raise BadInput(_("{name} leads {number} already.").format(name=to["name"], number=item.number), fix=_("Name another lead."))
    act.enter("correct", item)
    act.change.reason = reason_needed(reason)
    _check(act, item, "lead_id")
    if act.actor["id"] == to["id"]:
        act.forbid(
            item,
            _("Nobody corrects a lead to themselves."),
            _("Take it over from today on: officecli assign {number} --lead me --reason TEXT").format(number=item.number),
        )
    was = str(act.read.value("SELECT name FROM person WHERE id = :id", id=item.lead_id))
    end_support(act, item, to["id"], "correct")
    _forget_prods(act, item)
    act.change.set(item, "correct", lead_id=to["id"], **unsigned(act, item))
    act.done.append(LeadCorrected(item.number, item.title, was, to["name"]))


def _forget_prods(act: Acting, item: Item) -> None:
    """Take away the prods that went to whoever was named wrongly, since they were: they count for nobody, and stay on the trail."""
    named = "COALESCE((SELECT MAX(w.id) FROM past_lead w WHERE w.item_id = q.item_id), 0)"
    asked = f"SELECT q.id FROM prod q WHERE q.item_id = :item AND q.lead_id = :lead AND q.id > {named} ORDER BY q.id"
    for row in act.read.rows(asked, item=item.id, lead=item.lead_id):
        act.change.remove(act.change.get(Prod, row["id"]), "correct")


def _check(act: Acting, item: Item, column: str) -> None:
    if why := barred(act.read, act.actor["id"], item.id, column):
        act.forbid(item, why.what, why.fix)
