"""The hours an office is open, and moments counted in them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from officecli.errors import BadInput
from officecli.hints import TYPE_CHECKING
from officecli.i18n import _
from officecli.model.time.working_days import WorkingDays

if TYPE_CHECKING:
    from decimal import Decimal

LONGEST_TEXT = 200


class OfficeHours:
    """Spans of one working day, in seconds from midnight, in order and apart.

    Moments are the office's own wall clock: naive, or all in its one time zone.
    """

    def __init__(self, spans: tuple[tuple[int, int], ...]) -> None:
        self.spans = spans
        self.per_day = sum(end - start for start, end in spans)

    @classmethod
    def parse(cls, text: str) -> OfficeHours:
        """Hours written as `08:30-12:00,14:30-17:30`; BadInput if they are no such thing, reversed or overlapping."""
        plain = unicodedata.normalize("NFKC", text[: LONGEST_TEXT + 1])
        spans: list[tuple[int, int]] = []
        for part in plain.split(","):
            match = re.fullmatch(r"\s*(\d\d?):([0-5]\d)\s*[-–—~]\s*(\d\d?):([0-5]\d)\s*", part, re.ASCII) if len(text) <= LONGEST_TEXT else None
            if not match:
                raise _bad(text, _("Each part is a start and an end."))
            hour, minute, end_hour, end_minute = map(int, match.groups())
            start, end = hour * 3600 + minute * 60, end_hour * 3600 + end_minute * 60
            if end > 24 * 3600:
                raise _bad(text, _("A day ends at 24:00."))
            if start >= end:
                raise _bad(text, _("“{part}” ends before it starts.").format(part=part.strip()))
            if spans and start < spans[-1][1]:
                raise _bad(text, _("“{part}” starts before the part ahead of it ends.").format(part=part.strip()))
            spans.append((start, end))
        return cls(tuple(spans))

    def add(self, moment: datetime, hours: Decimal | float, days: WorkingDays) -> datetime:
        """The moment when `hours` (0 or more) office hours have passed after `moment`.

        At closing time it is still that day, and not the next opening.
        """
        if not 0 <= float(hours) < float("inf"):
            raise BadInput(_("Office hours must be a number from 0 up, not {hours}.").format(hours=hours))
        day, seconds = moment.date(), round(hours * 3600)
        if seconds == 0:
            return moment
        reached = self._elapsed(moment) + seconds if days.is_working(day) else self.per_day + seconds
        # Whole days beyond this one; a count that fills a day exactly ends at its closing time.
        further = (reached - 1) // self.per_day
        return self._moment(days.add(day, further), reached - further * self.per_day, moment)

    def minutes_between(self, earlier: datetime, later: datetime, days: WorkingDays) -> int:
        """Whole office minutes from `earlier` to `later`; negative if `later` comes first."""
        seconds = self._since_start(later, days) - self._since_start(earlier, days)
        return seconds // 60 if seconds >= 0 else -(-seconds // 60)

    def end_of_day(self, day: date, like: datetime | None = None) -> datetime:
        """Closing time on `day`, in the time zone of `like` (naive without)."""
        midnight = datetime.combine(day, time(), like.tzinfo if like else None)
        return midnight + timedelta(seconds=self.spans[-1][1])

    def _elapsed(self, moment: datetime) -> int:
        """Office seconds of its day that have passed at `moment`."""
        clock = moment.hour * 3600 + moment.minute * 60 + moment.second
        return sum(min(max(clock, start), end) - start for start, end in self.spans)

    def _since_start(self, moment: datetime, days: WorkingDays) -> int:
        """Office seconds from the calendar's first day to `moment`."""
        day = moment.date()
        if days.is_working(day):
            return (days.number(day) - 1) * self.per_day + self._elapsed(moment)
        return days.number(day) * self.per_day

    def _moment(self, day: date, elapsed: int, like: datetime) -> datetime:
        """The first moment of `day` at which `elapsed` office seconds have passed."""
        for start, end in self.spans:
            if elapsed <= end - start:
                return datetime.combine(day, time(), like.tzinfo) + timedelta(seconds=start + elapsed)
            elapsed -= end - start
        return self.end_of_day(day, like)


def _bad(text: str, why: str) -> BadInput:
    shown = text if len(text) <= 60 else text[:60] + "…"
    what = _("“{text}” does not give office hours.").format(text=shown)
    return BadInput(what, why=why, fix=_("Write them like 08:30-12:00,14:30-17:30."))
