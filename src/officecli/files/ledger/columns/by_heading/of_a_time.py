"""Headings that say the same of several times: Status May beside Status June, Status 6/15 beside Status 6/30."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from officecli.patterns import pattern
from officecli.typed.dates.names import FIRST_TO_FOURTH, MONTH_NAME, MONTHS

_TIME = pattern(
    r"(?P<whole>20\d\d)[年./-](?P<whole_month>\d{1,2})[月./-](?P<whole_day>\d{1,2})日?(?!\d)"
    r"|(?<![\d/.-])(?P<of_year>0?[1-9]|1[0-2])[/.-](?P<years>20\d\d)(?![\d/.-])|(?P<in_year>20\d\d)[/.-](?P<its_month>0?[1-9]|1[0-2])(?![\d/.月季-])"
    r"|(?<![\d/.-])(?P<one>\d{1,2})[/.-](?P<other>\d{1,2})(?:[/.-](?P<of>(?:20)?\d\d))?(?![\d/.季-])"
    rf"|(?P<year>20\d\d)\s*[年./-]?\s*(?=\d|q|w|第|[一二三四]季|[上下]半)"
    rf"|(?P<before>\b\d{{1,2}}(?=(?:st|nd|rd|th)?\s+[a-z])(?:st|nd|rd|th)?\s+)?(?P<name>\b(?:{MONTH_NAME})\b\.?)"
    r"(?P<behind>\s+\d{1,2}(?:st|nd|rd|th)?\b)?|(?P<month>\d{1,2})\s*月(?:(?P<day>\d{1,2})[日号]|份|底|末)?|\bq(?P<quarter>[1-4])\b"
    r"|(?P<season>[一二三四1-4])季度|(?P<half>[上下])半年"
    rf"|\b(?P<ordinal>{FIRST_TO_FOURTH})\s+(?P<size>quarter|half)\b|\bh(?P<part>[12])\b"
    r"|\b(?:week|wk|w)\s*(?P<week>\d{1,2})\b|第?(?P<zhou>\d{1,2})周|(?P<later>(?<!\d)20\d\d(?!\d)年?)",
    re.IGNORECASE,
)
_NOT_YET = pattern(r"\d[日号周]|\d[./-]\d|\b(?:week|wk|w) ?\d|进度|[成达]率|百分比|\bpercent|[%％]", re.IGNORECASE)
"""A heading of a day or a week, or of shares at any time, under which nothing is told before that has come."""
_POINT = pattern(r"(?P<of>\d{1,2})\.(?P<point>\d{1,2})(?![\d./-])")
_FROM = pattern(r"(?:\d{1,2}|[一二三])\s*月?\s*[-–—~至到]\s*(?=\d{1,2}\s*月|[二三四2-4]季)")
"""How several months or quarters begin that a heading names by their first and last: 1-6月."""
_SEASONS = {name: str(at) for at, names in enumerate(("一1", "二2", "三3", "四4"), 1) for name in names}
_ORDINALS = ("first", "second", "third", "fourth")
_QUARTER, _HALF, _WHOLE = 3, 6, 12  # months
_Time = tuple[int, int, int]
"""The year, the month or another number, and the day; 0 for what is not said."""


def is_time(heading: str) -> bool:
    """Whether a heading is a time and nothing else: 四季度, June 2026."""
    plain = unicodedata.normalize("NFKC", heading).casefold()
    return bool(_TIME.search(plain)) and not re.sub(r"[\s\W_]+", "", _TIME.sub("", plain))


def times(texts: Sequence[str]) -> dict[int, int]:
    """The place of each heading that says the same as others of other times → 0 for the last of them, -1 for the one before, and so on."""
    found: dict[str, dict[int, list[re.Match[str]]]] = {}
    headings = [unicodedata.normalize("NFKC", text).casefold() for text in texts]
    counted = _counted(headings)
    for place, plain in enumerate(headings):
        if place not in counted and (said := [*_TIME.finditer(plain)]):
            stem = re.sub(r"[\s\W_]+", "", _TIME.sub("", plain))
            found.setdefault(stem, {})[place] = said
    ranks: dict[int, int] = {}
    for of in found.values():
        ranks |= _ranked(of)
    return ranks


def to_come(texts: Sequence[str], filled: Sequence[int]) -> frozenset[int]:
    """The places of headings of days and weeks, and of shares, of which nothing is told yet, as there is nothing under them."""
    return frozenset(place for place in times(texts) if not filled[place] and _NOT_YET.search(texts[place]))


def times_told(texts: Sequence[str], filled: Sequence[int]) -> dict[int, int]:
    """The times of headings, without those to come."""
    left_out = to_come(texts, filled)
    return times(["" if place in left_out else text for place, text in enumerate(texts)]) if left_out else times(texts)


def _counted(headings: Sequence[str]) -> set[int]:
    """The places of headings that are counted, 1.1, 1.2, 1.3 without a gap behind one number: they are the points of a form, and no days."""
    points: dict[str, dict[int, str]] = {}
    for place, text in enumerate(headings):
        if found := _POINT.match(text):
            points.setdefault(found["of"], {})[place] = found["point"]
    return {
        place for of in points.values() if len(of) > 1 and {*of.values()} == {str(at) for at in range(1, len({*of.values()}) + 1)} for place in of
    }


def _ranked(of: dict[int, list[re.Match[str]]]) -> dict[int, int]:
    """The ranks of headings of one kind by their times; none where two are of one time, or day and month may change places and the order with them."""
    ways = []
    for month_first in (True, False):
        known = {place: _order(said, month_first=month_first) for place, said in of.items()}
        if any(time[1] > _WHOLE for place, time in known.items() if of[place][0]["one"]):
            continue  # 6/15 has its month first
        in_order = sorted(known, key=lambda place: _round(known[place], [*known.values()]))
        if len({*known.values()}) < len(known):
            return {}
        ways.append({place: rank for rank, place in enumerate(in_order, 1 - len(known))})
    return ways[0] if len(of) > 1 and ways and all(way == ways[0] for way in ways) else {}


def _order(said: Sequence[re.Match[str]], *, month_first: bool) -> _Time:
    """The time that a heading says; of a day in figures the month stands first or second."""
    year = number = day = 0
    for one in said:
        if one["whole"]:
            year, number, day = int(one["whole"]), int(one["whole_month"]), int(one["whole_day"])
        elif one["years"]:
            year, number = int(one["years"]), int(one["of_year"])
        elif one["in_year"]:
            year, number = int(one["in_year"]), int(one["its_month"])
        elif one["one"]:
            number, day = (int(one["one"]), int(one["other"])) if month_first else (int(one["other"]), int(one["one"]))
            year = int(one["of"] or 0) % 100 + 2000 if one["of"] else year
        elif one["year"] or one["later"]:
            year = int(one["year"] or one["later"][:4])
        elif one["ordinal"] or one["part"]:
            number = int(one["part"] or next((at for at, name in enumerate(_ORDINALS, 1) if one["ordinal"] in (name, f"{at}{name[-2:]}")), 0))
        elif one["name"]:
            number = next(at for at, name in enumerate(MONTHS, 1) if one["name"].startswith(name))
            day = int("".join(filter(str.isdigit, one["before"] or one["behind"] or "")) or 0)
        else:
            figures = one["month"] or one["quarter"] or one["week"] or one["zhou"] or _SEASONS.get(one["season"])
            number = int(figures or "上下".find(one["half"]) + 1)
            day = int(one["day"] or 0)
    return year, number, day


def _round(time: _Time, among: Sequence[_Time]) -> _Time:
    """A time as it stands among others: January after December where no year is said."""
    year, number, day = time
    turns = not any(year for year, _number, _day in among) and max(one[1] for one in among) - min(one[1] for one in among) > _HALF
    return year, number + _WHOLE if turns and number <= _HALF else number, day


@lru_cache(maxsize=1024)
def stretch(heading: str, year: int | None, today: date) -> tuple[date, date] | None:
    """The first and the last day of the time that a heading names: without a year of its own in
    `year`, else in this one if it has begun by today, else the nearest. None where it names none.
    """
    said = [*_TIME.finditer(_FROM.sub("", unicodedata.normalize("NFKC", heading).casefold()))]
    if not said:
        return None
    of, number, day = _order(said, month_first=True)
    known = of or year
    try:
        stretches = [_stretch(said, one, number, day) for one in ([known] if known else [today.year, today.year - 1])]
    except ValueError:
        return None  # 第60周
    return stretches[0] if stretches[0][0] <= today else min(stretches, key=lambda one: abs(one[1] - today))


def _stretch(said: Sequence[re.Match[str]], year: int, number: int, day: int) -> tuple[date, date]:
    """The first and the last day of a time in a year; ValueError where the calendar has none."""
    if any(one["week"] or one["zhou"] for one in said):
        return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)
    months = _months(said)
    last = months * max(number, 1)
    return date(year, last - months + 1, day or 1), date(year, last, day or monthrange(year, last)[1])


def _months(said: Sequence[re.Match[str]]) -> int:
    """How many months the time takes of which a heading names one."""
    if any(one["quarter"] or one["season"] or one["size"] == "quarter" for one in said):
        return _QUARTER
    if any(one["half"] or one["part"] or one["size"] for one in said):
        return _HALF
    return 1 if any(one["whole"] or one["one"] or one["years"] or one["in_year"] or one["name"] or one["month"] for one in said) else _WHOLE
