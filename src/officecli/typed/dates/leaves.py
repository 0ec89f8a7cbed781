"""The days of an absence as they are typed: until fri, 周五半天, fri 9-11am, three days, a holiday."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.dates.almanac import Almanac
from officecli.typed.dates.beginnings import begins, read_beginning
from officecli.typed.dates.ends import day_and_words, is_on_that_day, read_end
from officecli.typed.dates.english.spans import COUNT, UNIT
from officecli.typed.dates.holidays import days_of_holiday
from officecli.typed.dates.plain import plain
from officecli.typed.dates.view import View

_UNTIL = pattern(r"(until|till?|through|thru|to)\b|[到至]", re.IGNORECASE)
"""What says that it is the end of an absence that has begun."""
_SO_LONG = pattern(
    rf"(?:for )?(?:{COUNT}[ -]?{UNIT})"
    r"|\d{1,3}个?(?:工作日|自然日|日历日|天|周|星期|礼拜|小时)|\d{1,2}个月|半个?月|半年"
)
"""So much time and nothing else: its first day is one of it."""
_SO_LONG_FROM = pattern(r"(?P<first>.+?)(?:起|开始)(?P<long>.+)|(?P<long2>.+?) from (?P<first2>.+)")
"""Not so long after that day, as of a deadline, but so long with it."""


def is_so_long(text: str) -> bool:
    """Whether a text says how long it takes, and no day: three days, 两周."""
    return _SO_LONG.fullmatch(plain(text)) is not None


def leave_words(typed: Sequence[str], *, since: str, today: date, by: Almanac) -> tuple[str, str, bool]:
    """The last day, the reason behind it, and whether that day alone is meant."""
    first = read_beginning(since, today=today, by=by, begun=True) if since else today
    until, rest = day_and_words(typed, first=first, today=today, by=by)
    return until, rest, not since and is_on_that_day(rest)


def days_of_leave(since: str, until: str, *, alone: bool, today: date, by: Almanac) -> tuple[date, date]:
    """The first and the last day of an absence, of which the first may not be said: then it is today, or where what is named begins."""
    if not since and (holiday := days_of_holiday(plain(until), View(by, today, today))):
        return holiday
    first = read_beginning(since, today=today, by=by, begun=True) if since else today
    if not since and (said := _SO_LONG_FROM.fullmatch(until)) and is_so_long(said["long"] or said["long2"]):
        return days_of_leave(said["first"] or said["first2"], said["long"] or said["long2"], alone=False, today=today, by=by)
    if long := _SO_LONG.fullmatch(plain(until)):
        return first, _last_of(until, long, first, by)
    found = read_end(until, first=first, today=today, by=by)
    last = found.day
    if alone and not found.starts and not _UNTIL.match(until):  # of a span it is the last day that is not whole
        return last, last
    if not since:
        first = found.starts if found.starts and "range" in found.inferred else max(first, begins(found) if found.whole or found.weekend else first)
    if last < first:
        raise BadInput(_("{until} is before {since}.").format(until=last.isoformat(), since=first.isoformat()), fix=_("Give a later day."))
    return first, last


def _last_of(text: str, long: re.Match[str], first: date, by: Almanac) -> date:
    """The last of so many days that begin with `first`."""
    eve = first - timedelta(days=1)
    if "工作日" in long[0] or re.match(r"w(?:or|d)|b", long["unit"] or ""):
        return read_end(text, first=eve, today=eve, by=by).day
    return max(first, read_end(text, first=first, today=first, by=by).day - timedelta(days=1))
