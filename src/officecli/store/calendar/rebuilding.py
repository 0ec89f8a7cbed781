"""The calendar of a store: what its own rows say, worked out day by day so that SQL can subtract working days."""

from __future__ import annotations

import json
from datetime import date

from officecli.model.office.organisation import CalendarYear
from officecli.model.time.working_days import FIRST
from officecli.store.calendar.days import YEARS_AHEAD, known_years
from officecli.store.calendar.sources import exceptions
from officecli.store.write.change import Change


def add_public_years(change: Change, region: str) -> None:
    """Record every year the public source knows for `region` and the store does not have yet."""
    there = known_years(change.read)
    rows = []
    for year in range(FIRST.year, change.read.today.year + YEARS_AHEAD + 1):
        if year in there:
            continue
        found = exceptions(region, year)
        if found.exceptions and not found.provisional:
            days_off = {day.strftime("%m-%d"): int(working) for day, working in sorted(found.exceptions.items())}
            rows.append({"year": year, "exceptions": json.dumps(days_off, separators=(",", ":")), "source": found.source})
    change.add_many(CalendarYear, "calendar", rows)


def rebuild(change: Change) -> None:
    """Work `calendar_day` out anew from the calendar's rows; run after any of them changed."""
    last = date(change.read.today.year + YEARS_AHEAD, 12, 31)
    there = change.read.value("SELECT MAX(date) FROM calendar_day")
    change.work_calendar_out(max(last, date.fromisoformat(there)) if there else last)
