"""How often feedback is due: after so much time (`weekly`, `monthly`, `10d`), or by days of the calendar (`weekly-5`, `monthly-25`, `quarterly-31`).

Of weeks the days are numbered from Monday, 1, to Sunday, 7; of a month, and of a quarter's last month, a day it lacks is its last one.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from officecli.hints import TYPE_CHECKING
from officecli.light import dataclass
from officecli.patterns import pattern

if TYPE_CHECKING:
    from officecli.model.time.working_days import WorkingDays

_CODE = pattern(r"(?P<every>weekly|monthly|quarterly)(?P<on>(?:-[1-9]\d?)+)", re.ASCII)
_LONGEST = 20


@dataclass(frozen=True)
class Calendar:
    """Feedback by days of the calendar: every week, month or quarter, `on` which days."""

    every: str
    on: tuple[int, ...]

    @property
    def code(self) -> str:
        """`monthly-10-25`, as it is stored."""
        return "-".join((self.every, *map(str, self.on)))

    def is_due(self, day: date) -> bool:
        """Whether feedback is due by this day."""
        if self.every == "weekly":
            return day.isoweekday() in self.on
        if self.every == "quarterly" and day.month % 3:
            return False
        return day.day in self.on or ((day + timedelta(days=1)).day == 1 and self.on[-1] > day.day)


def by_calendar(code: str) -> Calendar | None:
    """The days of a code; None for one that counts time, or for none."""
    match = _CODE.fullmatch(code)
    if match is None or len(code) > _LONGEST:
        return None
    on = tuple(int(number) for number in match["on"][1:].split("-"))
    most = 7 if match["every"] == "weekly" else 31
    return Calendar(match["every"], on) if on == tuple(sorted(set(on))) and on[-1] <= most else None


def missed_on(code: str, last: date, counted: int, days: WorkingDays) -> date:
    """The first day on which feedback is missing where the last sign of it is of the day `last`; `counted` is what a week or month counts in working days.

    By the calendar each sign is that of the next due day, which it may fall on itself: missing is the one after.
    """
    calendar = by_calendar(code)
    if calendar is None:
        return days.add(last, counted + 1) if code in ("weekly", "monthly") else last + timedelta(days=int(code[:-1]) + 1)
    due, day = 0, last
    while True:
        due += calendar.is_due(day)
        day += timedelta(days=1)
        if due == 2:
            return day
