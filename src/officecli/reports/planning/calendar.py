"""A month as a calendar: what falls due on which day, and the days the office is closed.

Deadlines of open and of closed items, by their light; the filters are those of the
list. On the screen it is a month's sheet with the list under it, as a file a
table, and for calendar programs an .ics file.
  officecli calendar
  officecli calendar 2026-12 --unit Records
  officecli calendar next --person Ana -o ana.ics
"""

from __future__ import annotations

from datetime import date, timedelta

from officecli.errors import BadInput
from officecli.i18n import N_, _, ngettext
from officecli.light import replace
from officecli.model.codes import OPEN
from officecli.model.time.periods import period_of
from officecli.reports.items.item_rows import columns, fetch, when_asked_for
from officecli.reports.items.personal import own_source
from officecli.reports.shape.build import build
from officecli.reports.shape.filters import Filters, choose, look_at
from officecli.reports.shape.month import Month, weeks_begin
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Argument, Takes
from officecli.store.calendar.days import working_days
from officecli.store.calendar.provisional import say_provisional
from officecli.store.read.reader import Reader, Row
from officecli.typed.periods import read_period

TAKES = Takes(
    argument=Argument("MONTH", N_("The month, such as 2026-12, december or “next month”; the one that runs if not said.")),
    without=("since", "until", "limit", "sort"),
)
KEYS = ("number", "light", "title", "lead", "unit", "body", "status", "urgency", "supports", "goal", "source")
SATURDAY = 5


def report(read: Reader, filters: Filters) -> Report:
    """The deadlines and the days off of the month, day by day; raises BadInput for what is no month or lies outside the office's calendar."""
    look_at(read, filters.as_of)
    month = _month(read, filters.text)
    chosen = choose(read, replace(filters, text=""))
    chosen.values |= {"first": month.first.isoformat(), "last": month.last.isoformat()}
    chosen.own = own_source(read)
    here = () if filters.status else ("status <> 'cancelled'",)
    found, total = fetch(read, chosen, *here, "due >= :first", "due <= :last", order_by="due, id", limit=0)
    days: list[Row] = [{"day": row["due"], "ahead": None, **row} for row in found]
    days += [_day_off(day, "closed") for day in month.off if day.weekday() < SATURDAY] + [_day_off(day, "make-up") for day in month.make_up]
    still = sum(1 for row in found if row["status"] in OPEN)
    working = (month.last - month.first).days + 1 - len(month.off)
    made = build(
        read,
        name="calendar",
        title=_("Calendar of {year}-{month:02}").format(year=month.first.year, month=month.first.month),
        filters=chosen.said,
        columns=(
            Column("day", _("day"), "date"),
            Column("ahead", _("day off"), "word", sparse=True),
            *columns(*KEYS),
            *map(when_asked_for, ("kind", "due")),
        ),
        rows=sorted(days, key=lambda row: (row["day"], row["ahead"] is None)),
        summary={"deadlines": total, "open": still, "working_days": working},
        headline=_("{deadlines}, {open} open; {days}.").format(
            deadlines=ngettext("{n} deadline", "{n} deadlines", total).format(n=total),
            open=still,
            days=ngettext("{n} working day", "{n} working days", working).format(n=working),
        ),
        empty=_("Nothing falls due in this month."),
        notes=() if found else [say_provisional(read, [month.last.isoformat()])],  # where something is due, `build` says it
    )
    return replace(made, month=month)


def _month(read: Reader, typed: str) -> Month:
    """The month somebody typed, with the days on which the office is closed or works although it is a weekend."""
    said = f"{typed.strip()} month" if typed.strip().casefold() in ("next", "last", "this") else typed
    period = read_period(said, read.as_of) if typed else period_of("month", read.as_of)
    if period.kind != "month":
        raise BadInput(_("“{text}” is no month.").format(text=typed[:40]), fix=_("Write it like 2026-12, december or “next month”."))
    calendar = working_days(read)
    days = [period.start + timedelta(days=number) for number in range((period.end - period.start).days + 1)]
    works = {day: calendar.is_working(day) for day in days}
    return Month(
        period.start,
        period.end,
        read.as_of,
        off=frozenset(day for day in days if not works[day]),
        make_up=frozenset(day for day in days if works[day] and day.weekday() >= SATURDAY),
        begins=weeks_begin(read.office["region"] or ""),
    )


def _day_off(day: date, what: str) -> Row:
    return {**dict.fromkeys(("kind", "due", *KEYS)), "day": day.isoformat(), "ahead": what}
