"""From where a text is read: the day it counts from, the year around it, and what had to be inferred on the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from officecli.errors import BadInput
from officecli.hints import Literal
from officecli.light import dataclass, field
from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates.almanac import Almanac
from officecli.typed.dates.refusals import needs_issue_day

_SPRING = 6
"""The last month of the half of a year in which no fiscal year begins that is called by its last."""

Looks = Literal["ahead", "near", "past"]


@dataclass
class View:
    """What is known while one text is read.

    Relative words count from `base`, the text's own day, None where nobody knows it. A day without its year looks `ahead` from there,
    is the `near`est to today, or the last `past` one; `year` is that of the ledger around it. `fiscal`: its quarters may be another calendar's,
    `fiscal_year` the one of which it plans, by its last year: its spring is in that year.
    """

    almanac: Almanac
    today: date
    base: date | None = None
    looks: Looks = "ahead"
    year: int | None = None
    fiscal: bool = False
    fiscal_year: int | None = None
    inferred: list[str] = field(default_factory=list)
    relative: bool = False
    starts: date | None = None
    """The first day of a whole week, month, quarter or year that was read; its last day, of a week the last working day, is the reading."""
    week: bool = False
    weekend: date | None = None
    """The Saturday of a weekend that was named; what is due then is due on the last working day before."""

    @property
    def days(self) -> WorkingDays:
        """The office's working days."""
        return self.almanac.days

    def fresh(self) -> View:
        """The same view, with nothing inferred yet."""
        return View(self.almanac, self.today, self.base, self.looks, self.year, self.fiscal, self.fiscal_year)

    def to_count_from(self) -> View:
        """The view of a day from which so much time is counted: the nearest to the text's own day, be it before it."""
        return View(self.almanac, self.base or self.today, None, "near")

    def infer(self, *codes: str) -> None:
        """Keep in mind what was inferred, each once."""
        self.inferred += [code for code in codes if code and code not in self.inferred]

    def counted_from(self, text: str) -> date:
        """The day that relative words count from; BadInput where there is none."""
        if self.base is None:
            raise needs_issue_day(text)
        self.relative = True
        return self.base

    @property
    def looks_back(self) -> bool:
        """Whether weekdays and days of the month are those before the text's own day: it is written today, of what has happened."""
        return self.looks == "past" and self.base == self.today

    def own_year(self) -> int:
        """The year a text is written in, for words such as 年底: the ledger's, else that of its own day, else this one."""
        if self.year is not None:
            self.infer("year-of-ledger")
            return self.year
        if self.base is None:
            self.infer("year-this")
        return (self.base or self.today).year

    def in_year(self, year: int | None, made: Callable[[int], date]) -> date:
        """The day that `made` gives for the year, or for the year that is meant where none is named."""
        return self.in_some_year(made) if year is None else made(year)

    def in_some_year(self, made: Callable[[int], date]) -> date:
        """The day without a year that `made` gives for one: in the year that is meant."""
        if self.looks == "past":
            return self._past(made)
        if self.year is not None and self.looks == "ahead":
            return self._in_ledger_year(made, self.year)
        if self.base is not None and self.looks == "ahead":
            return self._ahead(made, self.base)
        if self.looks == "ahead" and self.fiscal_year and self.fiscal_year > self.today.year and (day := made(self.fiscal_year)).month <= _SPRING:
            self.infer("year-of-ledger")
            return day
        self.infer("year-nearest")
        return min(_possible(made, (self.today.year + 1, self.today.year, self.today.year - 1)), key=lambda day: abs(day - self.today))

    def _in_ledger_year(self, made: Callable[[int], date], year: int) -> date:
        day = made(year)
        self.infer("year-of-ledger")
        if self.base is not None and day < self.base:
            self.infer("year-next")
            return _possible(made, (year + 1, self.base.year, self.base.year + 1), self.base)[0]
        return day

    def _ahead(self, made: Callable[[int], date], base: date) -> date:
        day = _possible(made, (base.year, base.year + 1), base)[0]
        self.infer("year-of-issue")
        if day.year > base.year and (base - _made_or(made, base.year, day)).days in range(1, 184):
            self.infer("year-next")
        return day

    def _past(self, made: Callable[[int], date]) -> date:
        """The last such day, not before the text's own day where that is known; the ledger's year where it has been."""
        years = (self.today.year, self.today.year - 1, self.today.year - 2, self.today.year - 4)
        found = [day for day in _possible(made, years) if day <= self.today] or _possible(made, years)
        since = [day for day in found if self.base is not None and day >= self.base]
        if since:
            day = next((day for day in since if day.year == self.year), since[-1])
            if len(since) > 1:
                self.infer("year-of-ledger" if day.year == self.year else "year-of-issue")
            return day
        day = next((day for day in found if day.year == self.year), found[0])
        self.infer("year-of-ledger" if day.year == self.year else "year-before" if day.year < self.today.year else "year-this")
        return day


def _possible(made: Callable[[int], date], years: tuple[int, ...], since: date | None = None) -> list[date]:
    """The days that the calendar has in these years, from `since` on; BadInput where it has none."""
    found, refused = [], None
    for year in years:
        try:
            found.append(made(year))
        except BadInput as error:
            refused = refused or error
    left = [day for day in found if since is None or day >= since]
    if not left:
        raise refused or AssertionError("a year later there is such a day")
    return left


def _made_or(made: Callable[[int], date], year: int, other: date) -> date:
    """The day of that year, or the other where the calendar does not have it."""
    try:
        return made(year)
    except BadInput:
        return other
