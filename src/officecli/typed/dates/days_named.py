"""Every day that a text names, where it is no deadline: of a span, a week, a weekend, a month or a holiday each of them; several days one after another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from officecli.errors import BadInput
from officecli.patterns import pattern
from officecli.typed.dates.almanac import Almanac
from officecli.typed.dates.beginnings import begins, ends
from officecli.typed.dates.holidays import days_of_holiday
from officecli.typed.dates.names import MONTH_NAME, WEEK_HAN
from officecli.typed.dates.plain import plain
from officecli.typed.dates.reading import read_typed
from officecli.typed.dates.several import each_with_month
from officecli.typed.dates.view import View

_AND = pattern(r"\s*(?:[、,，;；&+和与及]|(?<=[a-z])/(?=[a-z])|\band\b)\s*")
_BOTH_DAYS_OFF = pattern(rf"{WEEK_HAN}六(?:[、和]?{WEEK_HAN}?[日天])$|双休日$")
"""A weekend by its two days."""
_WITH_ITS_BEGINNING = pattern(rf"(?P<month>(?:{MONTH_NAME})\.? ?)\d{{1,2}}(?:st|nd|rd|th)?|(?P<week>.*{WEEK_HAN})[一二三四五六日天]")
_WITHOUT_IT = pattern(r"\d{1,2}(?:st|nd|rd|th)?|[一二三四五六日天]")
_UNTIL = pattern(r"(?:until|till?|through|thru)\b.*|[到至].*")
"""What says only when it ends: it begins today."""


def read_days(text: str, *, today: date, by: Almanac) -> tuple[date, ...]:
    """The days that `text` names, in order; of a week, a weekend or a month that has begun those that are left. NoDay where it names none."""
    text = _BOTH_DAYS_OFF.sub("周末", text.strip().casefold())
    try:
        return _of(text, today, by)
    except BadInput:
        each = list(_each(text))
        if len(each) == 1 or any(_WITHOUT_IT.fullmatch(one) for one in each):
            raise
        return tuple(sorted({day for one in each for day in _of(one, today, by)}))


def _each(text: str) -> Iterator[str]:
    """Several days, each with the month or the week that only the first says: Jan 8 and 9, 下周一、三."""
    beginning = ""
    for one in each_with_month(_AND.split(text)):
        if found := _WITH_ITS_BEGINNING.fullmatch(one):
            beginning = found["month"] or found["week"]
            yield one
        else:
            yield beginning + one if _WITHOUT_IT.fullmatch(one) and beginning else one


def _of(text: str, today: date, by: Almanac) -> tuple[date, ...]:
    view = View(by, today, today)
    if holiday := days_of_holiday(plain(text), view):
        return _between(*holiday)
    found = read_typed(text, view.fresh())
    first, last = begins(found), ends(found)
    left = "range" not in found.inferred and first < today <= last
    return _between(today if left or (_UNTIL.fullmatch(text) and first == last) else first, last)


def _between(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=at) for at in range((last - first).days + 1))
