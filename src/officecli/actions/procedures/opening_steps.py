"""Opens the steps of an item, with the moment their limit ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from officecli import clock
from officecli.actions.acting import Acting
from officecli.actions.items.confirming import Counted
from officecli.model.items import Item
from officecli.model.procedures.steps import ItemStep
from officecli.model.time.office_hours import OfficeHours
from officecli.model.time.working_days import WorkingDays
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Row
from officecli.store.steps import steps


def begin_steps(act: Acting, item: Item, verb: str, when: Counted) -> None:
    """Make the rows of an item's steps where there are none yet, those that need no other step open; whoever leads next finds them as they are."""
    limit_of = _limits(act, when.moment)
    for row in steps(act.read, item.id):
        if row["id"] is None:
            opened = {} if row["needs"] else {"opened": when.day, "by": limit_of(row)}
            act.change.add(ItemStep, verb, item_id=item.id, step_id=row["step_id"], **opened)


def open_next(act: Acting, item: Item, when: Counted) -> list[Row]:
    """Open the steps whose turn has come, since all they need is done; returns them."""
    every = steps(act.read, item.id)
    done = {row["position"] for row in every if row["done"]}
    ready = [row for row in every if row["id"] and not row["opened"] and not row["done"] and done.issuperset(row["needs"])]
    limit_of = _limits(act, when.moment)
    for row in ready:
        act.change.set(act.change.get(ItemStep, row["id"]), "step-open", opened=when.day, by=limit_of(row))
    return ready


def shift_limits(act: Acting, item: Item, stood: int) -> None:
    """Give the open steps the working days that their item's clock stood still."""
    zone, days = ZoneInfo(act.read.office["timezone"]), working_days(act.read)
    for row in steps(act.read, item.id):
        if row["opened"] and row["by"] and not row["done"]:
            by = datetime.fromisoformat(row["by"]).astimezone(zone)
            moved = datetime.combine(days.add(by.date(), stood), by.timetz())
            act.change.set(act.change.get(ItemStep, row["id"]), "resume", by=clock.stamp(moved))


def _limits(act: Acting, opened: datetime) -> Callable[[Row], str | None]:
    """What says by when a step that opened at that moment is to be done, as UTC text; None for one without a limit."""
    office = act.read.office
    hours, days = OfficeHours.parse(office["hours"]), working_days(act.read)

    def limit_of(step: Row) -> str | None:
        if step["limit_amount"] is None:
            return None
        return clock.stamp(limit(opened, step["limit_amount"], step["limit_unit"], days, hours))

    return limit_of


def limit(opened: datetime, amount: int, unit: str | None, days: WorkingDays, hours: OfficeHours) -> datetime:
    """The last moment, on the office's clock like `opened`: after so many office hours, or at closing time of the last of so many working days."""
    if unit == "hours":
        return hours.add(opened, amount, days)
    return hours.end_of_day(days.add(opened.date(), amount), opened)
