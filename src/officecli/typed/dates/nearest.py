"""A day of which nobody says the year: for a deadline the next one, for what has happened the last, otherwise the nearest."""

from __future__ import annotations

from datetime import date

from officecli.typed.dates.almanac import Almanac
from officecli.typed.dates.reading import read_typed
from officecli.typed.dates.view import View


def read_past_day(text: str, *, today: date, by: Almanac) -> date:
    """The day `text` means where only today or a day before makes sense: `7月3日` typed on 6 July is three days ago. BadInput as for `read_date`."""
    view = View(by, today, today, "past")
    return read_typed(text, view).day


def read_near_day(text: str, *, today: date, by: Almanac) -> date:
    """The day `text` means where a past day is as likely as one to come: the nearer of this year's and the last one."""
    return read_typed(text, View(by, today, today, "near")).day
