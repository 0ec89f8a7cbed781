"""Days that words point at: ends of weeks, months, quarters and halves, and spans of time."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.hints import TYPE_CHECKING
from officecli.light import dataclass
from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates.refusals import impossible
from officecli.typed.dates.view import View

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta


SATURDAY = 5


@dataclass(frozen=True)
class Term:
    """`count` (negative goes back) of a `unit`: working day, day, week, month, year, hour."""

    count: int
    unit: str

    def after(self, base: date, days: WorkingDays) -> date:
        """The day it ends, counted from the day after `base`. A month later is the same day, or the last; hours are whole days."""
        if self.unit == "working day":
            return days.add(base, self.count)
        if self.unit == "hour":
            return base + timedelta(days=self.count // 24)
        if self.unit in ("day", "week"):
            return base + timedelta(days=self.count * (7 if self.unit == "week" else 1))
        return base + _months(self.count * (12 if self.unit == "year" else 1))


def day_of(text: str, year: int, month: int, day: int) -> date:
    """That date; BadInput that quotes `text` and says why, if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError as error:
        raise impossible(text, year, month, day) from error


def coming(text: str, view: View, month: int, day: int) -> date:
    """That day of the year that is meant."""
    return view.in_some_year(lambda year: day_of(text, year, month, day))


def coming_day(text: str, base: date, day: int) -> date:
    """The first such day of a month on or after `base`."""
    year, month = months_from(base, 0 if day >= base.day else 1)
    return day_of(text, year, month, day)


def day_around(text: str, view: View, base: date, day: int) -> date:
    """Such a day of a month from `base` on, or the last one until then where the view looks back."""
    if not view.looks_back:
        return coming_day(text, base, day)
    return day_of(text, *months_from(base, 0 if day <= base.day else -1), day)


def months_from(base: date, months: int) -> tuple[int, int]:
    """Year and month of the month that lies `months` after that of `base`."""
    there = base.replace(day=1) + _months(months)
    return there.year, there.month


def month_end(text: str, year: int, month: int) -> date:
    """The last day of a month, working day or not."""
    first = day_of(text, year, month, 1)
    return first.replace(day=31) if month in (1, 3, 5, 7, 8, 10, 12) else day_of(text, year, month + 1, 1) - timedelta(days=1)


def whole(text: str, view: View, year: int | None, month: int, months: int) -> date:
    """The last day of so many months of the calendar that end with `month`, in the year that is meant where none is named."""
    end = view.in_year(year, lambda one: month_end(text, one, month))
    view.starts = date(*months_from(end, 1 - months), 1)
    return end


def weekday_of(base: date, weeks: int, weekday: int) -> date:
    """That weekday (Monday is 0) of the week `weeks` after that of `base`; weeks run from Monday to Sunday."""
    return base + timedelta(days=7 * weeks + weekday - base.weekday())


def coming_weekday(base: date, weekday: int) -> date:
    """That weekday on or after `base`."""
    return base + timedelta(days=(weekday - base.weekday()) % 7)


def weekday_around(view: View, base: date, weekday: int) -> date:
    """That weekday from `base` on, or the last one until then where the view looks back."""
    return base - timedelta(days=(base.weekday() - weekday) % 7) if view.looks_back else coming_weekday(base, weekday)


def nth_weekday(text: str, year: int, month: int, nth: int, weekday: int) -> date:
    """The first (1) … fifth (5) or last (-1) such weekday of a month; BadInput where it has no fifth."""
    last = month_end(text, year, month)
    if nth < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = last.replace(day=1)
    return day_of(text, year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def coming_nth_weekday(text: str, view: View, nth: int, weekday: int) -> date:
    """The first … fifth such weekday of the month of the text's own day; of the next where it has passed."""
    base = view.counted_from(text)
    found = nth_weekday(text, base.year, base.month, nth, weekday)
    return found if found >= base else nth_weekday(text, *months_from(base, 1), nth, weekday)


def week_end(base: date, weeks: int, days: WorkingDays) -> date:
    """The last working day of the week `weeks` after that of `base`; of the next week that still has one, if it has none left."""
    if weeks < 0:
        return days.add(weekday_of(base, weeks + 1, 0), -1)
    start = max(base, weekday_of(base, weeks, 0))
    still_working = days.add(start - timedelta(days=1), 1)
    return days.add(weekday_of(still_working, 1, 0), -1)


def whole_week(base: date, weeks: int, view: View) -> date:
    """The last working day of the week `weeks` after that of `base`, all of which is named."""
    view.starts, view.week = weekday_of(base, weeks, 0), True
    return week_end(base, weeks, view.days)


def weekend_named(base: date, weeks: int, view: View) -> date:
    """The last working day before a weekend, which is kept in mind: where something lasts, or is looked for, it is its Saturday and Sunday that are meant."""
    saturday = weekday_of(base, weeks, SATURDAY)
    view.weekend = saturday - timedelta(days=7) if view.looks_back and not weeks and saturday > base else saturday
    return week_end(base, weeks, view.days)


def week_of(day: date, view: View) -> date:
    """The last working day of the week in which a day lies."""
    return whole_week(weekday_of(day, 0, 0), 0, view)


def _months(count: int) -> relativedelta:
    from dateutil.relativedelta import relativedelta  # most dates name no month's length, and most commands no date

    return relativedelta(months=count)
