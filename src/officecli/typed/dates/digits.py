"""Days written in digits alone: 2026-12-01, 2026/12/1, 2026.7.5, 20261201, 31/12/2026, 12/14/26, 7/15, 2026.8, 08/2026."""

from __future__ import annotations

import re
from datetime import date

from officecli.typed.dates.grammar import Grammar
from officecli.typed.dates.landmarks import coming, coming_day, day_of, whole
from officecli.typed.dates.orders import ORDERS
from officecli.typed.dates.refusals import NoDay, ambiguous, impossible, out_of_order
from officecli.typed.dates.view import View

digits = Grammar()

@digits.reads(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?")
@digits.reads(r"(\d{4})()(\d\d)(\d\d)")
def _year_first(match: re.Match[str], view: View) -> date:
    return day_of(match.string, int(match[1]), int(match[3]), int(match[4]))


@digits.reads(r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)")
def _year_last(match: re.Match[str], view: View) -> date:
    one, other, year = int(match["one"]), int(match["other"]), int(match["year"])
    written = (year, 0) if len(match["year"]) == 4 else (2000 + year, 2000 + one)
    numbers = {"mdy": (written[0], one, other), "dmy": (written[0], other, one), "ymd": (written[0], one, other)}
    if written[1]:
        numbers["ymd"] = (written[1], other, year)
    return _chosen(match.string, view, numbers, short=bool(written[1]))


@digits.reads(r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<other>\d{1,2})\.?")
def _no_year(match: re.Match[str], view: View) -> date:
    one, other = int(match["one"]), int(match["other"])
    leap = 2000  # whether there is such a day at all; in which year is asked afterwards
    found = _chosen(match.string, view, {"mdy": (leap, one, other), "dmy": (leap, other, one), "ymd": (leap, one, other)}, short=False)
    return coming(match.string, view, found.month, found.day)


@digits.reads(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})")
@digits.reads(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})")
@digits.reads(r"(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])")
def _month(match: re.Match[str], view: View) -> date:
    return whole(match.string, view, int(match["year"]), int(match["month"]), 1)


@digits.reads(r"20\d\d")
def _year(match: re.Match[str], view: View) -> date:
    view.infer("whole")
    return whole(match.string, view, int(match[0]), 12, 12)


@digits.reads(r"[1-9]|[12]\d|3[01]")
def _day_of_month(match: re.Match[str], view: View) -> date:
    view.infer("this-month")
    return coming_day(match.string, view.counted_from(match.string), int(match[0]))


def _chosen(text: str, view: View, numbers: dict[str, tuple[int, int, int]], *, short: bool) -> date:
    """The one day that year, month and day by order can mean, or the one the column, the region or the command decides for; BadInput otherwise."""
    orders = view.almanac.orders
    readings: dict[str, date] = {}
    refused: NoDay | None = None
    for order in ORDERS:
        try:
            readings[order] = day_of(text, *numbers[order])
        except NoDay as error:
            refused = error if order == orders.usual or refused is None else refused
    if not readings:
        raise refused or impossible(text, *numbers["ymd"])
    day, assumed = orders.choose(readings)
    if short and assumed == "ymd":
        day = None  # where the year stands first in full, two digits may be anything
    if day is None and not orders.possible & readings.keys():
        raise out_of_order(text, readings.values())
    if day is None:
        raise ambiguous(text, readings.values())
    view.infer(assumed)
    return day
