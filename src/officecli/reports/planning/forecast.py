"""What comes up in the days ahead, week by week, that is in nobody's hands yet, and what is not prepared.

Routine work to come round, items to be handed out later, decisions nothing follows from yet, absences, closings, days without a duty officer.
Unprepared is what should have been begun: routine work whose time to prepare has come and whose item is not made, and items due within the days of a
yellow light that nobody has signed for or fed back on. What is in hand and falls due: officecli upcoming. With a filter only the items that fit are shown,
and nothing that is no item:
  officecli forecast --days 60
  officecli forecast urgency:urgent
  officecli forecast --unit Records --format csv
"""

from __future__ import annotations

from datetime import date, timedelta

from officecli.hints import Any
from officecli.i18n import _, ngettext
from officecli.reports.items.fitting import OF_ITEMS, fitting_items
from officecli.reports.planning.events import Event, events_of_items, every_event
from officecli.reports.shape.ahead import AHEAD, check_ahead
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import people_ever, units_under
from officecli.reports.shape.filters import Filters, of_whom
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Takes
from officecli.store.read.reader import Reader

TAKES = Takes(
    options=(AHEAD,),
    without=("role", "since", "until", "as_of", "status", "sort"),
)


def report(read: Reader, filters: Filters, *, days: int = 30) -> Report:
    """What lies ahead, by week; raises BadInput for a span out of bounds, NotFound for an unknown unit or person."""
    check_ahead(days, _("Write for example: officecli forecast --days 30"))
    last = read.today + timedelta(days=days)
    filters = of_whom(read, filters)
    fitting = fitting_items(read, filters)
    found = every_event(read, last) if fitting is None else [event for event in events_of_items(read, last) if event.item_id in fitting]
    events = [event for event in found if _wanted(read, filters, event)]
    unprepared = sum(1 for event in events if event.unprepared)
    return build(
        read,
        name="forecast",
        title=_("What lies ahead"),
        filters=filters.given("unit", "person", *OF_ITEMS) | ({"days": days} if days else {}),
        columns=(
            Column("week", _("week of"), "date"),
            Column("day", _("day"), "date"),
            Column("ahead", _("kind"), "word"),
            Column("matter", _("matter"), wide=True, beside=("facts",)),
            Column("who", _("who")),
            Column("begin", _("begin by"), "date", weight=2, sparse=True),
            Column("due", _("deadline"), "date", weight=2, sparse=True),
            Column("unprepared", _("unprepared"), wide=True, sparse=True, beside=("lacks",)),
        ),
        rows=events,
        as_row=_row,
        limit=most_rows(read, filters.limit),
        summary={"events": len(events), "unprepared": unprepared, "until": last.isoformat()},
        headline=_headline(len(events), unprepared, last) if events else "",
        notes=_notes(events, of_items=fitting is not None),
        empty=(_("Nothing lies ahead until {day}.") if fitting is None else _("No item that fits lies ahead until {day}.")).format(
            day=last.isoformat()
        ),
        group_by="week",
    )


def _wanted(read: Reader, filters: Filters, event: Event) -> bool:
    """Whether the event is of the unit or person asked for; what concerns the whole office always is."""
    if event.unit_id is None and event.person_id is None:
        return True
    if filters.unit and event.unit_id not in units_under(read, *filters.unit):
        return False
    return not filters.person or event.person_id in people_ever(read, filters.person)


def _row(event: Event) -> dict[str, Any]:
    return {
        "week": (event.day - timedelta(days=event.day.weekday())).isoformat(),
        "day": event.day.isoformat(),
        "ahead": event.what,
        "matter": event.matter,
        "facts": event.facts,
        "who": event.who,
        "begin": _iso(event.begin),
        "due": _iso(event.due),
        "unprepared": event.unprepared or None,
        "lacks": event.lacks,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _headline(total: int, unprepared: int, last: date) -> str:
    return _("{events} until {day}; {unprepared}.").format(
        events=ngettext("{n} event", "{n} events", total).format(n=total),
        day=last.isoformat(),
        unprepared=ngettext("{n} is unprepared", "{n} are unprepared", unprepared).format(n=unprepared),
    )


def _notes(events: list[Event], *, of_items: bool) -> tuple[str, ...]:
    notes = []
    if any(event.what == "occurrence" and event.unprepared for event in events):
        notes.append(_("Routine work is made and handed out by: officecli generate"))
    if begun := next((event.facts["number"] for event in events if event.what == "due"), ""):
        notes.append(_("Press for what is hardly begun: officecli prod {number}").format(number=begun))
    if of_items:
        notes.append(_("A filter is of items: what comes round, decisions, absences, closings and the roster are left out."))
    return tuple(notes)
