"""The day that counts of an act its lead dated back: across a deadline or a limit the day of recording, unless the originator's side confirms.

Closing confirms. What a registrar records of another counts by its own day. The trail says the day that was claimed, the row the day that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from officecli import clock
from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.light import dataclass
from officecli.model.items import Item, Note, Submission
from officecli.model.time.feedback import missed_on
from officecli.model.time.office_hours import OfficeHours
from officecli.rules.deadlines.feedback_missed import LAST_SIGN
from officecli.standing.office.superiors import superiors
from officecli.standing.record.dated_back import COUNTED_BY, dated_acts
from officecli.store import items
from officecli.store.calendar.days import working_days
from officecli.store.calendar.due_days import FEEDBACK_LIMIT


@dataclass(frozen=True)
class CountsLate(Answer):
    """The act `verb` was done on `day`, as who is measured by it says, and counts on the day `counts` until it is confirmed; `for_good` where nobody can."""

    number: str
    verb: str
    day: date
    counts: date
    for_good: bool


@dataclass(frozen=True)
class DayConfirmed(Answer):
    """By closing, the act `verb` counts on the `day` it was dated back to."""

    number: str
    verb: str
    day: date


@dataclass(frozen=True)
class Counted:
    """The day and the moment (on the office's clock) an act counts on."""

    day: date
    moment: datetime


def counts_on(act: Acting, item: Item, verb: str, limits: Iterable[datetime] = (), *, after: str = "") -> Counted:
    """On which day and moment what is being done counts: its own, unless it is dated back by who is measured by it, and one of the `limits` lies between.

    Nor does it count before the moment `after` (UTC text), when what it needs counts as done.
    """
    now = clock.now().astimezone(ZoneInfo(act.read.office["timezone"]))
    day = act.change.day
    if not act.dated_back:
        return Counted(day, now)
    from officecli.actions.record.dating import moment_of  # few acts are of another day

    own = act.change.signature.role != "registrar"
    crosses = own and any(day <= limit.date() and limit < now for limit in limits)
    moment = moment_of(act.read, item.id, day)
    if crosses or clock.stamp(moment) < after:
        for_good = item.originator_id == item.lead_id and not superiors(act.read, item.lead_id)
        act.remarks.append(CountsLate(item.number, verb, day, act.today, for_good))
        return Counted(act.today, now)
    return Counted(day, moment)


def deadlines(act: Acting, item: Item) -> Iterator[datetime]:
    """The ends of the days by which the item is, and was at first, to be done; none once it was handed in, which decided whether it was in time."""
    handed_in = act.read.row(
        "SELECT 1 AS one FROM submission WHERE item_id = :item UNION ALL SELECT 1 FROM past_closing WHERE item_id = :item LIMIT 1", item=item.id
    )
    if not handed_in:
        yield from (_end_of(act, day) for day in (item.due, item.original_due) if day)


def feedback_limit(act: Acting, item: Item) -> Iterator[datetime]:
    """The end of the last day on which feedback that is agreed on is not missing yet."""
    if item.feedback_every is None:
        return
    found = act.read.row(
        f"SELECT {FEEDBACK_LIMIT} AS most, {LAST_SIGN} AS last FROM item m WHERE m.id = :item".replace("i.", "m."),
        items.values(act.read),
        item=item.id,
    )
    assert found is not None
    missed = missed_on(item.feedback_every, date.fromisoformat(found["last"]), found["most"], working_days(act.read))
    yield _end_of(act, missed - timedelta(days=1))


def moment_limit(act: Acting, at: str | None) -> Iterator[datetime]:
    """A limit that is kept as a moment (UTC text)."""
    if at:
        yield clock.moment(at).astimezone(ZoneInfo(act.read.office["timezone"]))


def office_minutes(act: Acting, item: Item, moment: datetime) -> int | None:
    """The office minutes from the issue of the item to the moment it was signed for, nought before it; None where a ledger brought it in handed out
    already: nobody could sign for it here, and how long it took nobody knows.
    """
    office = act.read.office
    issued = datetime.fromisoformat(item.issued_at).astimezone(ZoneInfo(office["timezone"]))
    if item.imported:
        came_in = clock.moment(act.read.value("SELECT at FROM trail WHERE seq = :item", item=item.id)).astimezone(issued.tzinfo)
        if issued.date() < came_in.date():
            return None
    return max(0, OfficeHours.parse(office["hours"]).minutes_between(issued, moment, working_days(act.read)))


def confirm(act: Acting, item: Item) -> None:
    """Let what was dated back on the item count by its own day from now on, as the originator's side accepts it."""
    for one in dated_acts(act.read, item.id):
        if not one.waits:
            continue
        day = date.fromisoformat(one.day)
        row: Any = item
        fields: dict[str, Any] = {COUNTED_BY[one.table]: day}
        if one.table == "item":
            fields["sign_minutes"] = office_minutes(act, item, _closing(act, day))
        elif one.table == "item_step":
            from officecli.model.procedures.steps import ItemStep  # its tables cost a start 3 ms

            row = act.change.get(ItemStep, one.row_id)
            fields["done_at"] = clock.stamp(_closing(act, day))
        else:
            row = act.change.get(Submission, one.row_id) if one.table == "submission" else act.change.get(Note, one.row_id)
        act.change.set(row, "close", **fields)
        act.remarks.append(DayConfirmed(item.number, one.act, day))


def _closing(act: Acting, day: date) -> datetime:
    office = act.read.office
    return OfficeHours.parse(office["hours"]).end_of_day(day, clock.now().astimezone(ZoneInfo(office["timezone"])))


def _end_of(act: Acting, day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(act.read.office["timezone"]))
