"""Days that words point at: ends of weeks, months and quarters, days without a year, spans of time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates.refusals import impossible

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta


def day_of(text: str, year: int, month: int, day: int) -> date:
    """That date; BadInput that quotes `text` and says why, if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError as error:
        raise impossible(text, year, month, day) from error


def coming(text: str, base: date, month: int, day: int) -> date:
    """The first such day of the year on or after `base`; the 29th of February only if the next February has one."""
    year = base.year if (month, day) >= (base.month, base.day) else base.year + 1
    return day_of(text, year, month, day)


def coming_day(text: str, base: date, day: int) -> date:
    """The first such day of a month on or after `base`."""
    year, month = months_from(base, 0 if day >= base.day else 1)
    return day_of(text, year, month, day)


def months_from(base: date, months: int) -> tuple[int, int]:
    """Year and month of the month that lies `months` after that of `base`."""
    there = base.replace(day=1) + _months(months)
    return there.year, there.month


def month_end(year: int, month: int) -> date:
    """The last day of a month, working day or not."""
    year, month = months_from(date(year, month, 1), 1)
    return date(year, month, 1) - timedelta(days=1)


def quarter_end(year: int, quarter: int) -> date:
    """The last day of a quarter."""
    return month_end(year, quarter * 3)


def weekday_of(base: date, weeks: int, weekday: int) -> date:
    """That weekday (Monday is 0) of the week `weeks` after that of `base`; weeks run from Monday to Sunday."""
    return base + timedelta(days=7 * weeks + weekday - base.weekday())


def coming_weekday(base: date, weekday: int) -> date:
    """That weekday on or after `base`."""
    return base + timedelta(days=(weekday - base.weekday()) % 7)


def week_end(base: date, weeks: int, days: WorkingDays) -> date:
    """The last working day of the week `weeks` after that of `base`; of the next week that still has one, if it has none left."""
    start = max(base, weekday_of(base, weeks, 0))
    still_working = days.add(start - timedelta(days=1), 1)
    return days.add(weekday_of(still_working, 1, 0), -1)


def after(base: date, count: int, unit: str, days: WorkingDays) -> date:
    """`count` (negative goes back) of a `unit` after `base`: working day, day, week, month, year. A month later is the same day, or the last."""
    if unit == "working day":
        return days.add(base, count)
    if unit in ("day", "week"):
        return base + timedelta(days=count * (7 if unit == "week" else 1))
    return base + _months(count * (12 if unit == "year" else 1))


def _months(count: int) -> relativedelta:
    from dateutil.relativedelta import relativedelta  # most dates name no month's length, and most commands no date

    return relativedelta(months=count)
