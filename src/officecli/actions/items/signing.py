"""The lead signs for an item: from then on it is in hand, and the steps of its procedure begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from officecli import clock
from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.items.repeating import already
from officecli.model.items import Item
from officecli.model.time.office_hours import OfficeHours
from officecli.store.calendar.days import working_days


@dataclass(frozen=True)
class SignedFor(Answer):
    """The lead has taken the item up."""

    number: str
    title: str


def sign(act: Acting, number: str) -> None:
    """The lead takes the item up; inverse: undo."""
    item = act.item(number)
    if item.status in ("in-hand", "submitted") and already(act, item, "sign", item.signed):
        return
    act.enter("sign", item)
    take_up(act, item)
    act.done.append(SignedFor(item.number, item.title))


def take_up(act: Acting, item: Item) -> None:
    """The lead signs for the item, and the steps of its procedure begin."""
    office = act.read.office
    zone = ZoneInfo(office["timezone"])
    issued = datetime.fromisoformat(item.issued_at).astimezone(zone)
    minutes = OfficeHours.parse(office["hours"]).minutes_between(issued, clock.now().astimezone(zone), working_days(act.read))
    act.change.set(item, "sign", status="in-hand", signed=act.change.day, sign_minutes=max(0, minutes))
    if item.procedure_version_id is not None:
        from officecli.actions.procedures.opening_steps import begin_steps  # most items follow no procedure, and its tables cost a start 3 ms

        begin_steps(act, item, "sign")
