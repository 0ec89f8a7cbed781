"""Days written in digits alone: 2026-12-01, 2026/12/1, 2026.7.5, 20261201, 31/12/2026, 12/14/26, 7/15, 2026.8, 08/2026."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from officecli.typed.dates.grammar import Grammar
from officecli.typed.dates.landmarks import coming, day_around, day_of, week_of, whole
from officecli.typed.dates.orders import ORDERS, YEARS_NEAR
from officecli.typed.dates.refusals import NoDay, ambiguous, no_day, out_of_order, short_year
from officecli.typed.dates.view import View

digits = Grammar()

NEARLY = 12
"""A year of two digits is one of so many around today's."""


@digits.reads(r"(\d{4})([-/._ ])(\d{1,2})\2(\d{1,2})\.?")
@digits.reads(r"(\d{4})()(\d\d)(\d\d)")
def _year_first(match: re.Match[str], view: View) -> date:
    return day_of(match.string, int(match[1]), int(match[3]), int(match[4]))


@digits.reads(r"(?=\d\d\D|.*\D\d\d)(?P<one>\d{1,2})(?P<mark>[-/.])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{1,2})")
def _year_last(match: re.Match[str], view: View) -> date:
    one, other, year = int(match["one"]), int(match["other"]), int(match["year"])
    if len(match["year"]) == 4:
        numbers = {"mdy": (year, one, other), "dmy": (year, other, one), "ymd": (year, one, other)}
        return _chosen(match.string, view, {order: partial(day_of, match.string, *written) for order, written in numbers.items()})
    numbers = {"mdy": (2000 + year, one, other), "dmy": (2000 + year, other, one), "ymd": (2000 + one, other, year)}
    written = [order for order in ORDERS if len(match["one" if order == "ymd" else "year"]) == 2]
    return _chosen(match.string, view, {order: partial(day_of, match.string, *numbers[order]) for order in written}, short=True)


@digits.reads(r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<other>\d{1,2})\.?")
def _no_year(match: re.Match[str], view: View) -> date:
    one, other = int(match["one"]), int(match["other"])
    if months := view.almanac.orders.months.replace("md", ""):
        month, year = (one, 2000 + other) if months == "my" else (other, 2000 + one)
        meant = whole(match.string, view, year, month, 1)
        if one <= 12 and abs(year - (view.base or view.today).year) > YEARS_NEAR:
            raise ambiguous(match.string, (coming(match.string, view.fresh(), one, other), meant))  # 7/14 among months
        return meant
    month_first, day_first = partial(coming, match.string, view.fresh(), one, other), partial(coming, match.string, view.fresh(), other, one)
    found = _chosen(match.string, view, {"mdy": month_first, "dmy": day_first, "ymd": month_first})
    return coming(match.string, view, found.month, found.day)


@digits.reads(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})")
@digits.reads(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})")
@digits.reads(r"(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])")
def _month(match: re.Match[str], view: View) -> date:
    return whole(match.string, view, int(match["year"]), int(match["month"]), 1)


@digits.reads(r"(?P<year>20\d\d)-?w(?P<week>\d\d?)(?:-?(?P<day>[1-7]))?", having=("w",))
def _iso_week(match: re.Match[str], view: View) -> date:
    """2026-W30 is due on its last working day, 2026-W30-3 on its Wednesday."""
    try:
        day = date.fromisocalendar(int(match["year"]), int(match["week"]), int(match["day"] or 1))
    except ValueError:
        raise no_day("event", match.string) from None
    if match["day"]:
        return day
    view.infer("week")
    return week_of(day, view)


@digits.reads(r"20\d\d")
def _year(match: re.Match[str], view: View) -> date:
    view.infer("whole")
    return whole(match.string, view, int(match[0]), 12, 12)


@digits.reads(r"[1-9]|[12]\d|3[01]")
def _day_of_month(match: re.Match[str], view: View) -> date:
    view.infer("this-month")
    return day_around(match.string, view, view.counted_from(match.string), int(match[0]))


def _chosen(text: str, view: View, made: Mapping[str, Callable[[], date]], *, short: bool = False) -> date:
    """The one day that a text means in some order, or the one that the column, the command or the region decides for; BadInput otherwise."""
    orders = view.almanac.orders
    readings: dict[str, date] = {}
    refused: list[NoDay] = []
    for order, make in made.items():
        try:
            readings[order] = make()
        except NoDay as error:
            refused.append(error)
    if not readings:
        # That there is no 31st of June tells more than that there is no month 31.
        raise max(refused, key=lambda error: len(error.why))
    day, assumed = orders.choose(readings)
    if short and assumed == "ymd":
        day = None  # where the year stands first in full, two digits may be anything
    if day is None and not orders.possible & readings.keys():
        raise out_of_order(text, readings.values())
    if day is None:
        raise ambiguous(text, readings.values())
    if (
        short
        and not orders.asked
        and abs(day.year - view.today.year) > 1
        and any(abs(other.year - view.today.year) <= 1 for other in readings.values())
    ):
        raise ambiguous(text, readings.values())  # 26.7.31 among days that end with their year: hardly 26 July of years to come
    if short and abs(day.year - view.today.year) > NEARLY:
        raise short_year(text)
    view.infer(assumed)
    return day
