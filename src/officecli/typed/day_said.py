"""A date said back to the person who wrote it, so that a misreading is seen at once."""

from __future__ import annotations

from datetime import date

from officecli.i18n import _, ngettext
from officecli.light import dataclass, replace
from officecli.model.time.day_names import MONTHS, WEEKDAYS
from officecli.model.time.working_days import WorkingDays
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader


@dataclass(frozen=True)
class DaySeen:
    """A day as seen from another, `base`: so many working days ahead, negative for one that is past; `provisional` where that may still change."""

    day: date
    base: date
    working_days: int
    provisional: bool = False


def seen_today(read: Reader, day: date) -> DaySeen:
    """A day as the office sees it today."""
    return _seen(day, read.today, working_days(read))


def say_date(day: date, *, base: date, days: WorkingDays) -> str:
    """`Fri 27 Nov 2026, in 4 working days`, as seen from `base`."""
    return say_seen(_seen(day, base, days))


def _seen(day: date, base: date, days: WorkingDays) -> DaySeen:
    return DaySeen(day, base, days.between(base, day), day > base and days.is_provisional(day))


def say_seen(seen: DaySeen) -> str:
    """`Fri 27 Nov 2026, in 4 working days`, and whether that may still change."""
    if seen.provisional:
        return _("{date} (provisional: the days off of {year} are not announced yet)").format(
            date=say_seen(replace(seen, provisional=False)), year=seen.day.year
        )
    day, written = seen.day, say_day(seen.day)
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}.get((day - seen.base).days)
    if day == seen.base:
        return _("{date}, {distance}").format(date=written, distance=near)
    distance = _distance(seen.working_days, ahead=day > seen.base)
    if near:
        return _("{date}, {near_day}, {distance}").format(date=written, near_day=near, distance=distance)
    return _("{date}, {distance}").format(date=written, distance=distance)


def say_day(day: date) -> str:
    """`Fri 27 Nov 2026`."""
    return _("{weekday} {day} {month} {year}").format(weekday=_(WEEKDAYS[day.weekday()]), day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def say_near(day: date, *, weekday: bool = False) -> str:
    """A day of which the year is plain: `15 Jul`, or `Wed 15 Jul`."""
    written = _("{day} {month}").format(day=day.day, month=_(MONTHS[day.month - 1]))
    return _("{weekday} {date}").format(weekday=_(WEEKDAYS[day.weekday()]), date=written) if weekday else written


def _distance(count: int, *, ahead: bool) -> str:
    """How many working days away; `count` is 0 where only days off lie between."""
    if ahead and count == 0:
        return _("before the next working day")
    if ahead:
        return ngettext("in {n} working day", "in {n} working days", count).format(n=count)
    return ngettext("{n} working day ago", "{n} working days ago", -count).format(n=-count)
