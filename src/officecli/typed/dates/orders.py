"""Which of three numbers is the day: never decided cell by cell, but by all that stands beside it, else by the office's region."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.patterns import pattern
from officecli.typed.codes import code_meant, instead
from officecli.typed.dates.names import MONTH_NAME

ORDERS = ("mdy", "dmy", "ymd")
_ALL = frozenset(ORDERS)

_NUMBERS = pattern(r"(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{1,2}))?(?!\d|[-/.]\d|%|[个月日天周年季]|\s?(?:d|w|m|h)\w*)", re.ASCII)

_ALL_HOURS = ("24", "/", "7", "")
"""24/7, which is seldom a day."""
_SAID = {
    "dmy": pattern(r"(?<![a-z])d{1,2}\W{1,3}m{1,3}(?:\W{1,3}y{2,4})?(?![a-z])|day\W{1,3}month|日\W?/\W?月", re.IGNORECASE),
    "mdy": pattern(r"(?<![a-z])m{1,3}\W{1,3}d{1,2}(?:\W{1,3}y{2,4})?(?![a-z])|month\W{1,3}day|(?<!年/)月\W?/\W?日", re.IGNORECASE),
    "ymd": pattern(r"(?<![a-z])y{2,4}\W{1,3}m{1,3}\W{1,3}d{1,2}(?![a-z])|year\W{1,3}month\W{1,3}day|年\W?/\W?月\W?/\W?日", re.IGNORECASE),
}
"""How a form says in which order a day is to be written: Due (DD/MM/YYYY), 时限（年/月/日）."""
_MONTHS_SAID = {
    "my": pattern(
        (
            r"(?<![a-z])(?<!d\W)(?<!d\W\W)(?<!d\W{3})m{1,3}\W{1,2}y{2,4}(?![a-z])|(?<!day\W)(?<!day\W\W)(?<!day\W{3})\bmonth ?[/-] ?year\b"
            r"|(?<![日/])(?<!日\W\W)(?<!日\W{3})月\W?[/-]\W?年"
        ),
        re.IGNORECASE,
    ),
    "ym": pattern(
        r"(?<![a-z])y{2,4}\W{1,2}m{1,3}(?![a-z])(?!\W{1,2}d)|\byear ?[/-] ?month\b(?! ?[/-] ?d)|年\W?[/-]\W?月(?!\W?日)|年月(?!日)", re.IGNORECASE
    ),
}
_NAMED_MONTH = pattern(rf"(?P<month>{MONTH_NAME})\.?(?:-| ?'|)(?P<number>\d\d?)")
YEARS_NEAR = 5
"""A year of two digits behind a month is one of so many around today's, or it is a day."""


@dataclass(frozen=True)
class Orders:
    """The orders in which numbers may stand, of ORDERS; `usual` (one, or "") decides between several, and what
    it decides is inferred. An order that was `asked` for, by whoever types or by a heading, is not doubted.

    `torn`: beside texts that put it otherwise, what can be a day in one order only is inferred too.
    `months`: two numbers are a month and its year (`my`, `ym`), or what stands behind a month's name is a day (`md`); "" where it may be either.
    """

    possible: frozenset[str] = _ALL
    usual: str = ""
    asked: bool = False
    months: str = ""
    torn: bool = False

    def choose(self, readings: Mapping[str, date]) -> tuple[date | None, str]:
        """The day meant, of the readings by order, and the order that had to be assumed (""); None where several are left."""
        left = {order: day for order, day in readings.items() if order in self.possible}
        if len(set(left.values())) == 1:
            return next(iter(left.values())), next(iter(left)) if self.torn else ""
        return (left[self.usual], self.usual) if self.usual in left else (None, "")

    @property
    def settled(self) -> bool:
        """Whether day and month cannot be taken for each other."""
        return len({order == "dmy" for order in self.possible}) == 1


def order_typed(text: str) -> str:
    """One of ORDERS, or "" for nothing; BadInput for anything else."""
    if not text.strip():
        return ""
    order = code_meant(text, ORDERS, "dates")
    if order is None:
        raise BadInput(_("“{text}” is no order of day, month and year.").format(text=text[:20]), fix=instead(text, ORDERS, "dates"))
    return order


def order_said(heading: str, texts: Iterable[str]) -> str:
    """The order in which a heading asks for its days; "" where it asks for none, or for the year first, which the texts put last."""
    said = next((order for order in ("ymd", "dmy", "mdy") if _SAID[order].search(heading)), "")
    return "" if said == "ymd" and any(len(year) == 4 for text in texts for *_numbers, year in _NUMBERS.findall(text)) else said


def months_meant(heading: str, texts: Iterable[str], today: date) -> str:
    """`Orders.months` of a column, as its heading asks for months, Due (mm-yy), 时限（年-月）,
    or its own texts show: Jul-26, Aug-26, Jan-27 are no three days of other months in one year.
    """
    asked = next((kind for kind, form in _MONTHS_SAID.items() if form.search(heading)), "")
    found = {(match["month"][:3], match["number"]) for text in {*texts} if (match := _NAMED_MONTH.fullmatch(text.strip().casefold()))}
    if asked or not found:
        return asked
    numbers = {number for _month, number in found}
    if any(len(number) == 1 or abs(2000 + int(number) - today.year) > YEARS_NEAR for number in numbers):
        return "md"
    years = sorted(map(int, numbers))
    in_a_row = years[-1] - years[0] == len(years) - 1
    return "my" if len({month for month, _number in found}) == len(found) > len(years) and in_a_row else ""


def given_order(order: str) -> Orders:
    """The order somebody asked for, and no other."""
    return Orders(frozenset({order}), order, asked=True)


def evidence(texts: Iterable[str]) -> frozenset[str]:
    """In which orders all the numbers of a column are days: every order where nothing tells, none where they contradict each other."""
    possible = _ALL
    numbers = [found for text in {*texts} for found in _of_one_order(_numbers_in(text))]
    short = {(int(one), int(year)) for one, _mark, _other, year in numbers if year and len(year) < len("2026")}
    firsts, lasts = ({pair[at] for pair in short} for at in (0, 1))
    # Nobody has two things due on the 26th of a month, years apart: 15/06/26 beside 24/06/26 ends with the year, and 26.7.5 beside 26.9.20 begins with it.
    of_one_year = len(lasts) == 1 and max(firsts) - min(firsts) > YEARS_NEAR
    orders = _ALL - {"ymd"} if of_one_year else _ALL
    for one, _mark, other, year in numbers:
        found = {order for order in orders if _is_day(order, int(one), int(other), year)}
        possible = possible & found if found else possible
    possible &= orders
    return frozenset({"ymd"}) if possible == {"dmy", "ymd"} and len(firsts) == 1 < len(lasts) else possible


def _numbers_in(text: str) -> list[tuple[str, str, str, str]]:
    """The numbers of a text that may be days."""
    return [found for found in _NUMBERS.findall(text) if found[3] or (found[1] != "-" and found != _ALL_HOURS)]  # 3-5 may be a span


def _of_one_order(numbers: list[tuple[str, str, str, str]]) -> list[tuple[str, str, str, str]]:
    """The numbers of one text; none where they put the day in two places (13/07/2026 or 07/20/2026), for then it tells nothing of the others."""
    if len(numbers) < 2:
        return numbers
    days = [found for one, _mark, other, year in numbers if (found := {order for order in ORDERS if _is_day(order, int(one), int(other), year)})]
    return numbers if not days or set.intersection(*days) else []


def _is_day(order: str, one: int, other: int, year: str) -> bool:
    """Whether two numbers and perhaps a year are a day in this order; a day and a month alone may be of a leap year."""
    if len(year) == 1 and order != "ymd":
        return False
    if year and len(year) < 3 and order == "ymd":
        return _exists(2000 + one, other, int(year))
    full = 2000 + int(year) if len(year) == 2 else int(year or 2000)
    return _exists(full, other, one) if order == "dmy" else _exists(full, one, other)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] if 1 <= year <= 9999 else False
