"""The period a report of targets is about, and how far it can be seen into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from officecli.errors import BadInput
from officecli.i18n import N_, _
from officecli.light import dataclass
from officecli.model.time.periods import Period, period_of
from officecli.reports.shape.filters import look_at
from officecli.reports.shape.takes import Option
from officecli.store.read.reader import Reader

PERIOD_OPTION = Option(
    "period", N_("The month, quarter, half-year or year, such as 2026-11, 2026-Q4, 2026-H2 or 2026; without it, the month that runs.")
)


@dataclass(frozen=True)
class Seen:
    """A period seen up to its day `last`, with what has been recorded of it by the day `known`."""

    period: Period
    last: date
    known: date

    @property
    def finished(self) -> bool:
        """Whether the whole of it is seen."""
        return self.last == self.period.end

    def notes(self) -> tuple[str, ...]:
        """What to say of a period that still runs; of one that is over, by when it was recorded what is counted: that may change after its last day."""
        if self.finished:
            told = _("Counted with what was recorded and confirmed by {day}.").format(day=self.known.isoformat())
            return (told,) if self.known > self.last else ()
        return (_("{period} is not over: this is how it stands on {day}.").format(period=self.period.said, day=self.last.isoformat()),)


def see_period(read: Reader, typed: str, as_of: str = "") -> Seen:
    """The period somebody typed (the month that runs if nothing), as seen on the day `as_of`.

    Raises BadInput for what is no period, and for one still to come.
    """
    look_at(read, as_of)
    period = _read(typed, read.as_of) if typed else period_of("month", read.as_of)
    if period.start > read.as_of:
        raise BadInput(
            _("{period} is still to come; nothing is known of it.").format(period=period.said),
            fix=_("Give a period that has begun, or none for the month that runs."),
        )
    return see(read, period)


def _read(typed: str, today: date) -> Period:
    from officecli.typed.periods import read_period  # most look at the month that runs

    return read_period(typed, today)


def see(read: Reader, period: Period) -> Seen:
    """A period that has begun, as seen on the reader's day."""
    return Seen(period, min(period.end, read.as_of), read.as_of)


@contextmanager
def on_day(read: Reader, day: date) -> Iterator[None]:
    """Answers are for this day meanwhile."""
    before = read.as_of
    read.as_of = day
    try:
        yield
    finally:
        read.as_of = before


_FIRST_DAYS = (
    "day FROM trail ORDER BY seq LIMIT 1",
    "MIN(day) FROM trail WHERE recorded IS NOT NULL",
    "MIN(issued) FROM item",
)


def first_day(read: Reader) -> date | None:
    """The first day anything is on record for: that of the trail's first entry, or of an act dated back or an item imported that is older."""
    days = [read.value(f"SELECT {one}") for one in _FIRST_DAYS]
    return min((date.fromisoformat(day) for day in days if day), default=None)
