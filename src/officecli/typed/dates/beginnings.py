"""The days on which what a text names begins and ends: the first of a month, where a deadline is its last."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.typed.dates.almanac import Almanac
from officecli.typed.dates.one_day import Reading
from officecli.typed.dates.reading import read_typed
from officecli.typed.dates.refusals import span_for_a_day
from officecli.typed.dates.view import Looks, View

_JUST = timedelta(days=92)
"""What is told of afterwards: what would have begun longer ago than this is more likely to come again."""


def read_first_day(text: str, *, today: date, by: Almanac, looks: Looks = "near") -> date:
    """The first day of the week, month, quarter or year that `text` names, or the day it means; a past one is as likely as one to come, if not said."""
    return begins(read_typed(text, View(by, today, today, looks)))


def read_beginning(text: str, *, today: date, by: Almanac, begun: bool = False) -> date:
    """The first day of a span whose last is typed apart, `--from 1/12`; of a day without its year the next, or where it may have `begun` the one just past.

    NoDay for a whole span, of which the end would be lost.
    """
    found = read_typed(text, View(by, today, today, "near" if begun else "ahead"))
    if "range" in found.inferred:
        raise span_for_a_day(text)
    if begun and today - begins(found) > _JUST:
        return read_beginning(text, today=today, by=by)
    return begins(found)


def read_first_day_been(text: str, *, today: date, by: Almanac) -> date:
    """The same where only what has been makes sense: `monday` is the last one; a day is still to come only where the text says so."""
    first = read_first_day(text, today=today, by=by)
    return min(first, read_first_day(text, today=today, by=by, looks="past")) if first > today else first


def read_last_day(text: str, *, today: date, by: Almanac, looks: Looks = "near") -> date:
    """The last day of what `text` names."""
    return ends(read_typed(text, View(by, today, today, looks)))


def begins(found: Reading) -> date:
    """The first day of what was read."""
    if found.weekend and not found.starts:
        return found.weekend
    return found.starts if found.starts and found.starts <= found.day else found.day  # before August is a day of July


def ends(found: Reading) -> date:
    """The last day of what was read: of a week or a weekend its Sunday, where what is due in it is due on the last working day."""
    if found.weekend:
        return found.weekend + timedelta(days=1)
    return found.starts + timedelta(days=6) if found.week and found.starts else found.day
