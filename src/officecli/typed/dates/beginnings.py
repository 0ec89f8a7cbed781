"""The day on which what a text names begins: the first of a month, where a deadline is its last."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.patterns import pattern
from officecli.typed.dates.almanac import Almanac
from officecli.typed.dates.one_day import Reading
from officecli.typed.dates.reading import read_typed
from officecli.typed.dates.view import Looks, View
from officecli.typed.text import plain_words

_PERIOD = pattern(r"(?:this|next|last|current) (week|month|quarter|year)")


def read_first_day(text: str, *, today: date, by: Almanac, looks: Looks = "near") -> date:
    """The first day of the week, month, quarter or year that `text` names, or the day it means; a past one is as likely as one to come, if not said."""
    return begins(text, read_typed(text, View(by, today, today, looks)))


def begins(text: str, found: Reading) -> date:
    """The first day of what `text` names and was read as `found`."""
    if found.starts and found.starts <= found.day:  # before August is a day of July
        return found.starts
    named = _PERIOD.fullmatch(" ".join(plain_words(text).replace("-", " ").replace("_", " ").split()))
    match named[1] if named else "":
        case "week":
            return found.day - timedelta(days=found.day.weekday())
        case "month":
            return found.day.replace(day=1)
        case "quarter":
            return found.day.replace(month=(found.day.month - 1) // 3 * 3 + 1, day=1)
        case "year":
            return found.day.replace(month=1, day=1)
        case _:
            return found.day
