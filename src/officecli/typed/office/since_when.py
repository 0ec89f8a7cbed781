"""From when somebody has a matter, as words around a name tell it: 7月起, 自7月10日起, from July 10, effective 7/10, until June 30."""

from __future__ import annotations

import re
from datetime import date, timedelta

from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME, MONTHS

_MONTH, _OF_MONTH = r"(?P<month>1[0-2]|0?[1-9])", r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
_FORMS = (
    pattern(rf"(?:(?P<year>20\d\d)年)?(?<!\d){_MONTH}月(?:{_OF_MONTH}|(?P<part>[中下]旬|[底末]))?"),
    pattern(rf"(?<![\d.])(?:(?P<year>20\d\d)[./-])?{_MONTH}[./-]{_OF_MONTH}(?:[./-](?P<year_behind>20\d\d|\d\d)(?!\d))?"),
    pattern(rf"\b(?P<name>{MONTH_NAME})\b\.?(?: {_OF_MONTH}(?:st|nd|rd|th)?)?(?:,? (?P<year>20\d\d))?", re.IGNORECASE),
)
_PARTS = {"中旬": 11, "下旬": 21, "底": 28, "末": 28}
_LASTS = pattern(r"\b(?:until|till?|through|thru)\b", re.IGNORECASE)
_NOT_YET = pattern(r"\b(?:next (?:week|month|quarter|year)|tomorrow)\b|下(?:个?[月周]|季度)|次[月周日]|明[天日年]", re.IGNORECASE)


def begins_later(words: str, today: date) -> bool:
    """Whether what words tell of begins on a day after `today`, or in a month that has not begun; a day without its year is the nearest to today."""
    if _NOT_YET.search(words):
        return True
    found = next(filter(None, (form.search(words) for form in _FORMS)), None)
    day = _nearest(found.groupdict(), today) if found else None
    return day is not None and day + timedelta(days=bool(_LASTS.search(words))) > today


def _nearest(said: dict[str, str | None], today: date) -> date | None:
    """The day that a form names, in its year or in the one in which it is nearest; None where the calendar has no such day."""
    name = said.get("name")
    month = MONTHS.index(name[:3].casefold()) + 1 if name else int(said["month"] or 0)
    day = int(said["day"]) if said["day"] else _PARTS.get(said.get("part") or "", 1)
    year = said["year"] or said.get("year_behind")
    days = []
    for of in (int(year) % 100 + 2000,) if year else (today.year - 1, today.year, today.year + 1):
        try:
            days.append(date(of, month, day))
        except ValueError:
            continue
    return min(days, key=lambda one: abs(one - today), default=None)
