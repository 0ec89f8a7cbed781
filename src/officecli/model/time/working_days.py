"""The office's working days, numbered, so that every count of them is a subtraction."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate, compress

from officecli.errors import BadInput
from officecli.i18n import _

FIRST = date(2000, 1, 1)


class WorkingDays:
    """Monday to Friday, except where `exceptions` says otherwise: False is a day off, True a make-up working day.

    Runs from `first` to `last`; any other date raises BadInput. Of the years in `unannounced` not all days off are known yet.
    """

    def __init__(self, exceptions: Mapping[date, bool], *, last: date, first: date = FIRST, unannounced: Container[int] = ()) -> None:
        self._unannounced = unannounced
        self.first = first
        self.last = last
        length = (last - first).days + 1
        weeks = b"\1\1\1\1\1\0\0" * (length // 7 + 2)
        self._working = bytearray(weeks[first.weekday() : first.weekday() + length])
        for day, working in exceptions.items():
            self._working[self._position(day)] = working
        self._numbers = array("i", accumulate(self._working))
        self._nth = array("i", compress(range(length), self._working))

    def is_working(self, day: date) -> bool:
        """Whether the office works on `day`."""
        return bool(self._working[self._position(day)])

    def is_provisional(self, day: date) -> bool:
        """Whether what is a working day in its year may still change."""
        return day.year in self._unannounced

    def number(self, day: date) -> int:
        """How many working days there are from the first day up to and including `day`."""
        return self._numbers[self._position(day)]

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, counting from the day after it; before it, if `count` is negative; `day` itself for 0."""
        if count == 0:
            return self.day(day)
        before = self.number(day) - (self.is_working(day) if count < 0 else 0)
        index = before + count - (count > 0)
        if not 0 <= index < len(self._nth):
            raise self._outside(_("{count} working days from {date} is outside the office's calendar.").format(count=count, date=day))
        return self.first + timedelta(days=self._nth[index])

    def between(self, earlier: date, later: date) -> int:
        """Working days after `earlier` up to and including `later`; negative if `later` comes first."""
        return self.number(later) - self.number(earlier)

    def since(self, day: date) -> list[date]:
        """Every working day from `day` on."""
        begins, passed = self.first.toordinal(), self.number(day) - self.is_working(day)
        return [date.fromordinal(begins + place) for place in self._nth[passed:]]

    def day(self, day: date) -> date:
        """`day` itself, if the calendar has it."""
        self._position(day)
        return day

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def rows(self) -> Iterator[tuple[str, int, int]]:
        """Every day as (ISO date, 1 or 0, number)."""
        for day, working, number in zip(range(self.first.toordinal(), self.last.toordinal() + 1), self._working, self._numbers, strict=True):
            yield date.fromordinal(day).isoformat(), working, number

    def _position(self, day: date) -> int:
        if day not in self:
            raise self._outside(_("{date} is outside the office's calendar.").format(date=day))
        return (day - self.first).days

    def _outside(self, what: str) -> BadInput:
        why = _("The calendar runs from {first} to {last}.").format(first=self.first, last=self.last)
        return BadInput(what, why=why, fix=_("Give a date within it."))
