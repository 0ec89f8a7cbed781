"""A calendar (RFC 5545): each item's deadline as a task to tick off and as a day in the calendar, with reminders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, TextIO
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from officecli.errors import BadInput
from officecli.files.ledger.sheets.tasks.calendar import DESCRIBED, OWN, SHOWN_AS
from officecli.formats.out.page import Page
from officecli.formats.out.safe import safe
from officecli.formats.terminal.frame import title as title_of
from officecli.formats.value import cell, people, plain, says_something
from officecli.i18n import _, headed
from officecli.model.codes import OVER
from officecli.model.item_fields import FIELDS
from officecli.reports.shape.report import VERSION, Report

if TYPE_CHECKING:
    from icalendar import Component

REMINDED = (timedelta(days=-2, hours=-15), timedelta(hours=-15))
"""Before the deadline's midnight: at nine in the morning three days before and the day before, when a prod is due, too."""

ON_THE_DAY = timedelta(hours=9)
_PRIORITIES = {"most-urgent": 1, "urgent": 3, "ordinary": 5}
_TOLD_ELSEWHERE = frozenset({"no", "number", "title", "due", "light"})


def write(report: Report, stream: TextIO, page: Page) -> None:
    """The items of the report; the same report is the same file. Raises BadInput for a report that has no deadlines of items.

    An item has the same UIDs in every report of the office, whatever the office is called, so that a calendar knows it again; what was changed more
    often is the later version of it.
    """
    from icalendar import Calendar, vText  # 100 ms, which only this format should cost

    held = [one for one in (report, *report.also) if holds_deadlines(one)]
    if not held:
        raise BadInput(
            _("ics holds deadlines of items, and “{report}” has none.").format(report=report.title),
            fix=_("Use another format, or a report of items: officecli list --format ics"),
        )
    calendar = Calendar()
    calendar.add("prodid", "-//officecli//officecli//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(safe(" · ".join(filter(None, (report.office, title_of(report)))))))
    calendar.add("x-wr-timezone", report.timezone)
    opened, closing = calendar.to_ical(sorted=False).decode().split("END:VCALENDAR")
    stream.write(opened)
    known: set[str] = set()
    for one in held:
        for row in one.rows:
            if row["due"] and row["number"] not in known:
                known.add(row["number"])
                stream.writelines(part.to_ical(sorted=False).decode() for part in _parts(one, row))
    stream.write("END:VCALENDAR" + closing)


def holds_deadlines(report: Report) -> bool:
    """Whether its rows are items with deadlines."""
    kinds = {column.key: column.kind for column in report.columns}
    return {"number", "title"} <= kinds.keys() and kinds.get("due") == "date"


def _parts(report: Report, row: dict[str, Any]) -> Iterator[Component]:
    """The task and the day of an item, which has a deadline."""
    from icalendar import Event, Todo, vText

    due = date.fromisoformat(row["due"])
    closed = row.get("closed")
    state = row.get("status") or ("closed" if row.get("light") == "blue" or closed else "")
    is_open = state not in OVER
    number, title = safe(row["number"]), safe(row["title"])

    todo = _begun(Todo(), report, row, "todo")
    summary = f"{number} {title}"
    todo.add("summary", summary)
    todo.add("due", due)
    todo.add("status", SHOWN_AS.get(state, "NEEDS-ACTION"))
    if urgency := _PRIORITIES.get(row.get("urgency", "")):
        todo.add("priority", urgency)
    if state == "closed" and isinstance(closed, str):  # of who answers for it, it is a count
        ended = datetime.combine(date.fromisoformat(closed), time(12), ZoneInfo(report.timezone))
        todo.add("completed", ended.astimezone(UTC))
    for key, said in _by_key(report, row):
        todo.add(OWN + key.replace("_", "-"), vText(said))
    todo.add(OWN + DESCRIBED, vText(_described(report, row)))
    if is_open:
        todo.add_component(_alarm(ON_THE_DAY, summary, related="END"))
    yield todo

    day = _begun(Event(), report, row, "day")
    summary = _("Due: {number} {title}").format(number=number, title=title)
    day.add("summary", summary)
    day.add("dtstart", due)
    day.add("dtend", due + timedelta(days=1))
    day.add("transp", "TRANSPARENT")
    day.add("status", "CANCELLED" if state == "cancelled" else "CONFIRMED")
    for before in REMINDED if is_open else ():
        day.add_component(_alarm(before, summary))
    yield day


def _by_key(report: Report, row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of an item that say something, as a table for programs has them: words by their codes."""
    for column in report.columns:
        value = row.get(column.key)
        if column.key in FIELDS and (column.key == "number" or column.key not in _TOLD_ELSEWHERE) and says_something(column, value):
            if column.kind == "names":
                yield column.key, people(value or ())
            else:
                yield column.key, str(value) if column.kind in ("word", "period") else plain(column, value, report.timezone)


def _begun(part: Component, report: Report, row: dict[str, Any], what: str) -> Component:
    """What a task and a day have in common."""
    part.add("uid", str(uuid5(NAMESPACE_URL, f"officecli:{report.origin}:{row['number']}:{what}")))
    part.add("dtstamp", datetime.combine(date.fromisoformat(report.as_of), time(), UTC))
    part.add("sequence", row.get(VERSION) or 0)
    part.add("description", _described(report, row))
    if row.get("kind") == "personal":  # calendars that are shared show no more of it than that there is something
        part.add("class", "PRIVATE")
    if row.get("unit"):
        part.add("categories", [safe(row["unit"])])
    return part


def _described(report: Report, row: dict[str, Any]) -> str:
    """What people read of an item beside its title and its day, a line for each field."""
    told = [column for column in report.columns if column.key not in _TOLD_ELSEWHERE and says_something(column, row.get(column.key))]
    return "\n".join(headed(safe(column.label), cell(column, row[column.key], report.timezone)) for column in told)


def _alarm(when: timedelta, said: str, *, related: str = "") -> Component:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", said)
    alarm.add("trigger", when, {"related": related} if related else {})
    return alarm
