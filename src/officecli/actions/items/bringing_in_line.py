"""Brings an item in line with a sheet: each difference by the act that makes it so, under the rules of that act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.items.asked import Feedback
from officecli.actions.items.bodies_on_item import set_body
from officecli.actions.items.confirming import confirm
from officecli.actions.items.correcting import correct_days
from officecli.actions.items.editing import change_fields, replace_targets
from officecli.actions.items.extension import move_deadline
from officecli.actions.items.feedback import note
from officecli.actions.items.halting import resume, strike, suspend
from officecli.actions.items.handing_on import assign
from officecli.actions.items.reopening import reopen
from officecli.actions.items.review import rate, return_
from officecli.actions.items.signing import take_up
from officecli.actions.items.supporting import part_done, support_add, support_remove
from officecli.actions.items.waiting import end_waits
from officecli.actions.notices import tell_of_act
from officecli.light import dataclass, field
from officecli.model.items import Item, Label, Submission
from officecli.model.names import name_key
from officecli.standing.items.on_items import on_item


@dataclass(frozen=True)
class InLine:
    """What an item is to say from now on, as far as it says otherwise: None, "" and () leave it as it is.

    `fields` are those of `edit` by their columns. `supports` are all there are to be, as (name, part). `state` is what becomes of it: open, in-hand,
    suspended, submitted, closed or cancelled, `ended` the day of that, None where the sheet does not say it; `submitted` the day its result was handed in.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    goal: str = ""
    targets: Sequence[tuple[str, str]] = ()
    due: date | None = None
    issued: date | None = None
    body: str = ""
    lead: str = ""
    supports: Sequence[tuple[str, str]] = ()
    support_note: str | None = None
    parts_done: Sequence[str] = ()
    labels: Sequence[str] = ()
    remarks: str = ""
    signed: date | None = None
    feedback: Feedback | None = None
    state: str = ""
    ended: date | None = None
    submitted: date | None = None
    result: str = ""
    achieved: str = ""
    rating: int | None = None


def bring_in_line(act: Acting, number: str, wanted: InLine, reason: str) -> None:
    """Do what makes the item say what is wanted, in the order in which people would: first it is opened, last it is ended.

    Raises what the acts raise; what they forbid is kept for the refusal as theirs is.
    """
    item = act.item(number)
    act.change.reason = reason
    _open(act, item, wanted, reason)
    _edit(act, item, wanted, reason)
    if wanted.lead:
        assign(act, number, wanted.lead, reason)
    _support(act, item, wanted)
    if wanted.signed:
        _sign(act, item, wanted.signed)
    if wanted.feedback:
        note(act, number, wanted.feedback)
    _end(act, item, wanted, reason)


def _open(act: Acting, item: Item, wanted: InLine, reason: str) -> None:
    """Take it out of the state in which nothing can be done to it, where it is to be in another."""
    if wanted.state and item.status == "suspended" and wanted.state != "cancelled":
        resume(act, item.number, reason)
    elif wanted.state and item.status == "closed":
        reopen(act, item.number, reason)
    elif item.status == "submitted" and wanted.state in ("open", "in-hand"):
        return_(act, item.number, reason)


def _edit(act: Acting, item: Item, wanted: InLine, reason: str) -> None:
    if wanted.issued:
        correct_days(act, item.number, None, wanted.issued.isoformat(), reason)
    if wanted.goal or wanted.targets:
        act.enter("set-goal", item)
        if wanted.goal:
            act.change.set(item, "set-goal", goal=wanted.goal)
        if wanted.targets:
            replace_targets(act, item, wanted.targets)
    if wanted.due and wanted.due != item.due:
        act.enter("set-deadline", item)
        move_deadline(act, item, "set-deadline", wanted.due)
        tell_of_act(act, "set-deadline", item, item.lead_id)
    fields = {**wanted.fields, **({"remarks": wanted.remarks} if wanted.remarks else {})}
    if fields:
        change_fields(act, item, fields)
    if wanted.body:
        set_body(act, item, wanted.body)
    if wanted.labels:
        act.enter("edit", item)
        for name in wanted.labels:
            act.change.add(Label, "edit", item_id=item.id, name=name, name_key=name_key(name))


def _support(act: Acting, item: Item, wanted: InLine) -> None:
    """Let those support it who are named, with their parts, and nobody else; a part that is not stated stays as it is."""
    if wanted.supports or wanted.support_note is not None:
        there = _supporting(act, item)
        for name in there.keys() - {name for name, _part in wanted.supports}:
            support_remove(act, item.number, name)
        for name, part in wanted.supports:
            if name not in there or (part and part != there[name]):
                support_add(act, item.number, f"{name}:{part}")
    if wanted.support_note is not None and wanted.support_note != item.support_note:
        act.enter("support", item)
        act.change.set(item, "support", support_note=wanted.support_note)
    for name in wanted.parts_done:
        part_done(act, item.number, name)


def _supporting(act: Acting, item: Item) -> dict[str, str]:
    """Who supports it now, people and bodies, with their parts."""
    rows = act.read.rows(
        """SELECT p.name, s.part FROM support s JOIN person p ON p.id = s.person_id WHERE s.item_id = :item AND s.until IS NULL
           UNION ALL SELECT b.name, s.part FROM body_support s JOIN body b ON b.id = s.body_id WHERE s.item_id = :item""",
        item=item.id,
    )
    return {row["name"]: row["part"] for row in rows}


def _sign(act: Acting, item: Item, day: date) -> None:
    """It was signed for on that day; what came in from a ledger may be in hand without anybody knowing since when."""
    if item.status == "issued":
        act.enter("sign", item)
        act.change.set(item, "sign", status="in-hand", signed=day)
    else:
        act.sign(on_item(act.read, act.actor, item, "sign"))
        act.change.set(item, "sign", signed=day)


def _end(act: Acting, item: Item, wanted: InLine, reason: str) -> None:
    """Hand it in, close, suspend or cancel it, each on its day."""
    if item.status in ("issued", "in-hand") and (wanted.submitted or wanted.state == "submitted" or (wanted.state == "closed" and wanted.achieved)):
        _hand_in(act, item, wanted)
        if wanted.state not in ("submitted", "closed"):
            return_(act, item.number, reason)
    if wanted.state == "closed":
        _close(act, item, wanted)
    elif wanted.state == "suspended":
        suspend(act, item.number, reason)
    elif wanted.state == "cancelled":
        act.enter("cancel", item)
        strike(act, item, "cancel", wanted.ended)
    elif not wanted.state and wanted.rating is not None:
        rate(act, item.number, wanted.rating)


def _hand_in(act: Acting, item: Item, wanted: InLine) -> None:
    """The result, handed in on the day that the sheet says, as an import has it."""
    act.enter("submit", item)
    if item.status == "issued":
        take_up(act, item)
    day = wanted.submitted or wanted.ended or act.today
    fields = {"result": wanted.result, "achieved": wanted.achieved}
    act.change.add(Submission, "submit", item_id=item.id, person_id=item.lead_id, day=day, **fields)
    end_waits(act, item, "submit")
    act.change.set(item, "submit", status="submitted")


def _close(act: Acting, item: Item, wanted: InLine) -> None:
    """Close it on its day, else today: it was open on record until now, and what was late by then was told, and stays."""
    standing = act.enter("close", item)
    pending = act.read.value("SELECT MAX(id) FROM submission WHERE item_id = :item AND verdict IS NULL", item=item.id)
    if standing.role != "sole":
        confirm(act, item)
    day = wanted.ended or act.today
    rating = wanted.rating if standing.role != "sole" else None
    accepted = {"verdict": "accepted", "reviewed": day, "reviewer_id": act.answering_id, "rating": rating}
    if pending:
        act.change.set(act.change.get(Submission, pending), "close", **accepted)
    else:
        act.change.add(Submission, "close", item_id=item.id, person_id=item.lead_id, day=day, result=wanted.result, **accepted)
    end_waits(act, item, "close")
    act.change.set(item, "close", status="closed", closed=day)
