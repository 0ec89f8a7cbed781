"""A day of which nobody says the year: for a deadline the next one, for what has happened the last, otherwise the nearest."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates import read_date


def read_past_day(text: str, *, today: date, days: WorkingDays) -> date:
    """The day `text` means where only today or a day before makes sense: `7月3日` typed on 6 July is three days ago. BadInput as for `read_date`."""
    return next((day for day in reversed(_readings(text, today, days)) if day <= today), read_date(text, base=today, days=days))


def read_near_day(text: str, *, today: date, days: WorkingDays) -> date:
    """The day `text` means where a past day is as likely as one to come: the nearer of this year's and the last one."""
    return min(_readings(text, today, days), key=lambda day: abs(day - today))


def _readings(text: str, today: date, days: WorkingDays) -> list[date]:
    """The next such day; before it the last one, if the text names day and month without a year."""
    following = read_date(text, base=today, days=days)
    if following <= today:
        return [following]
    last = read_date(text, base=today - timedelta(days=364), days=days)
    same = (last.month, last.day) == (following.month, following.day) and last.year < following.year
    return [last, following] if same else [following]
