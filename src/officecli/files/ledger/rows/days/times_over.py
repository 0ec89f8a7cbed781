"""Of which time the rows below a title are, where their days name no year: SPRING 2027 over Jan. 15; a calendar of the 2026-27 cycle."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from officecli.files.ledger.columns.by_heading.of_a_time import is_time, stretch
from officecli.light import dataclass
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME

_SEASON = r"(?:spring|summer|fall|autumn)"
_TERM = r"(?: (?:term|semester|session|season))?"
_SEASONS = pattern(
    rf"\W*(?:(?P<before>20\d\d) )?(?P<one>{_SEASON}){_TERM}(?: ?(?:and|&|/|,|-|–|to) ?(?P<other>{_SEASON}){_TERM})?(?:,? (?:of )?(?P<year>20\d\d))?\W*"
    r"|\W*(?P<of>20\d\d)年?(?P<han>[春秋])季?(?:学期)?\W*"
)
_MONTHS = {"spring": (1, 6), "summer": (5, 9), "fall": (8, 12), "autumn": (8, 12), "春": (2, 7), "秋": (8, 12)}
"""The first and the last month of a season as offices plan by it; a winter is of two years."""
_YEAR = pattern(r"20\d\d")
_CALENDAR = pattern(r"\b(?:calendar )?year (?=20\d\d)")
_A_MONTH = pattern(rf"\b(?:{MONTH_NAME})\b|月|\d[./-]\d")
_SHORTEST = timedelta(days=80)
"""Of a month or a day a title says as often when all below was agreed."""

_TWO_YEARS = pattern(
    r"(?P<paper>(?:\b(?:no|number|resolution|res|ordinance|ord|directive|circular|memo|file|case|bill|rfp|bid|order|permit|docket)\b\.?|#) ?)?"
    r"(?<![a-z\d./#-])(?P<first>20\d\d) ?[-–—/至] ?(?P<last>(?:20)?\d\d)(?![\d./-])"
)
"""A year and the next, and what says that it is the number of a paper."""
_PLANS = pattern(
    r"\b(?:cycle|seasons?|calendar|plan(?:ner|s)?|schedules?|program(?:me)?s?|terms?|semesters?|timeline|timetable|school|academic|year)\b|学年|学期|计划|安排|日程"
)
_LOOKS_BACK = pattern(r"\b(?:audit|findings?|review|survey|evaluation|assessment|budget|results?|report)\b|审计|巡视|巡察|预算|决算")
_OF_A_SCHOOL = pattern(r"\b(?:school|academic|faculty|semesters?|terms?|class(?:es)?|students?|tenure)\b|学年|学期")
_FROM_APRIL = frozenset(("GB", "UK", "IN", "JP", "HK", "SG", "NZ", "ZA", "CA"))
"""Countries whose offices' years begin in April; most others that are called by two years begin in July or later."""


@dataclass(frozen=True)
class TimeOver:
    """From the first to the last day of the time that stands over rows."""

    first: date
    last: date

    def away(self, day: date) -> timedelta:
        """How far a day is from it; nothing within it."""
        return max(self.first - day, day - self.last, timedelta())


@lru_cache(maxsize=256)
def time_of(title: str) -> TimeOver | None:
    """The quarter, the season or the longer time with its year that is all a title says."""
    plain = _CALENDAR.sub("", title.casefold().strip())
    if found := _SEASONS.fullmatch(plain):
        year = found["before"] or found["year"] or found["of"]
        one = found["one"] or found["han"]
        return _of_months(int(year), _MONTHS[one][0], _MONTHS[found["other"] or one][1]) if year else None
    if len({*_YEAR.findall(plain)}) != 1 or _A_MONTH.search(plain) or not is_time(plain):
        return None
    named = stretch(plain, None, date(2000, 1, 1))
    return TimeOver(*named) if named and named[1] - named[0] >= _SHORTEST else None


def time_of_plan(texts: Iterable[str], region: str, today: date) -> TimeOver | None:
    """The year from one summer or spring to the next of which a plan is, as the lines around it say, where it is not over: 2026-27 cycle."""
    for text in map(str.casefold, texts):
        found = _TWO_YEARS.search(text)
        if found is None or found["paper"] or not _PLANS.search(text) or _LOOKS_BACK.search(text):
            continue
        year = int(found["first"])
        if int(found["last"]) % 100 != (year + 1) % 100:
            continue
        april = region.upper().partition("-")[0] in _FROM_APRIL and not _OF_A_SCHOOL.search(text)
        over = TimeOver(date(year, 4 if april else 7, 1), date(year + 1, 3 if april else 6, 31 if april else 30))
        return over if over.last >= today else None
    return None


def _of_months(year: int, first: int, last: int) -> TimeOver:
    return TimeOver(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
