"""Why a text is not read as a date, and what to write instead."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from officecli.errors import BadInput
from officecli.i18n import _


def _quoted(text: str) -> str:
    return _("“{text}”").format(text=text if len(text) <= 40 else text[:40] + "…")


def not_understood(text: str) -> BadInput:
    """Nothing we know of."""
    return BadInput(
        _("{text} is not a date officecli understands.").format(text=_quoted(text)),
        fix=_("Write it for example as 2026-12-01, 1 Dec, next friday, 3 working days, in 2 weeks or end of month."),
    )


def impossible(text: str, year: int, month: int, day: int) -> BadInput:
    """A day that the calendar does not have."""
    if not 1 <= year <= 9999:
        why = _("There is no year {year}.").format(year=year)
    elif not 1 <= month <= 12:
        why = _("There is no month {month}.").format(month=month)
    else:
        last = monthrange(year, month)[1]
        why = _("{month} has the days 1 to {last}, and no {day}.").format(month=f"{year}-{month:02}", last=last, day=day)
    return BadInput(_("{text} is not a possible date.").format(text=_quoted(text)), why=why, fix=_("Check the day, the month and the year."))


def ambiguous(text: str, readings: Iterable[date]) -> BadInput:
    """Two readings, both possible."""
    one, other = (reading.isoformat() for reading in sorted(readings))
    return BadInput(
        _("{text} is ambiguous: {one} or {other}.").format(text=_quoted(text), one=one, other=other),
        fix=_("Write {one} or {other}.").format(one=one, other=other),
    )


def short_year(text: str) -> BadInput:
    """A year of two digits."""
    return BadInput(
        _("{text} has a year of two digits.").format(text=_quoted(text)),
        why=_("One cannot tell year, month and day apart."),
        fix=_("Write the year in full, for example 2026-12-01."),
    )


def open_ended(text: str) -> BadInput:
    """Work without an end still needs a day on which somebody looks at it."""
    return BadInput(_("{text} is not a deadline.").format(text=_quoted(text)), fix=_("Give the next review date."))


def no_definite_day(text: str) -> BadInput:
    """The beginning of a month."""
    return BadInput(
        _("{text} does not say by which day.").format(text=_quoted(text)),
        fix=_("Write the day, or 上旬 for the 10th."),
    )


def contradicting(text: str, day: date, weekday: str) -> BadInput:
    """A date with a weekday that it is not; `weekday` is the one it is."""
    return BadInput(
        _("{text} contradicts itself: {date} is a {weekday}.").format(text=_quoted(text), date=day, weekday=weekday),
        fix=_("Write the right day, or leave the weekday out."),
    )
