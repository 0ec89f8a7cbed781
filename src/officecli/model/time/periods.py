"""Months, quarters, half-years and years: the periods in which targets are measured, and which reports are about."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.i18n import of_language
from officecli.light import dataclass

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
"""How many months a period of each kind has: of those that targets have (`codes.PERIODS`), and of half-years, which reports add up."""
_LETTERS = {"quarter": "Q", "half": "H"}
MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@dataclass(frozen=True)
class Period:
    """A month, quarter, half-year or year of the calendar, by its kind and its first day."""

    kind: str
    start: date

    @property
    def end(self) -> date:
        """Its last day."""
        return self.next.start - timedelta(days=1)

    @property
    def label(self) -> str:
        """`2026-11`, `2026-Q4`, `2026-H2` or `2026`; people may write it so as well."""
        if self.kind == "month":
            return f"{self.start:%Y-%m}"
        place = self.start.month // MONTHS[self.kind] + 1
        return f"{self.start.year}-{_LETTERS[self.kind]}{place}" if self.kind in _LETTERS else str(self.start.year)

    @property
    def said(self) -> str:
        """The same as people read it: 2026年11月, 2026年四季度, 2026年下半年, 2026年; where a language has nothing else, its label."""
        return period_said(self.label)

    @property
    def next(self) -> Period:
        """The one after it."""
        return self.moved(1)

    @property
    def previous(self) -> Period:
        """The one before it."""
        return self.moved(-1)

    def moved(self, count: int) -> Period:
        """The one so many periods later, or earlier where `count` is negative."""
        months = self.start.year * 12 + self.start.month - 1 + count * MONTHS[self.kind]
        return Period(self.kind, date(months // 12, months % 12 + 1, 1))

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def period_said(label: str) -> str:
    """A period's label as people read it in a sentence."""
    year, _dash, part = label.partition("-")
    if part.startswith("Q"):
        part = f"{'一二三四'[int(part[1]) - 1]}季度"
    elif part.startswith("H"):
        part = f"{'上下'[int(part[1]) - 1]}半年"
    elif part:
        part = f"{int(part)}月"
    return of_language({"en": label, "zh": f"{year}年{part}"})


def period_of(kind: str, day: date) -> Period:
    """The period of this kind that `day` lies in."""
    size = MONTHS[kind]
    return Period(kind, date(day.year, (day.month - 1) // size * size + 1, 1))


def ended_between(kind: str, first: date, last: date) -> list[Period]:
    """The periods of this kind whose last day is one of the days from `first` to `last`, in order."""
    found = []
    period = period_of(kind, first)
    while period.end <= last:
        found.append(period)
        period = period.next
    return found
