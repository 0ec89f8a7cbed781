"""Months, quarters, half-years and years as people name them, in English and Chinese."""

from __future__ import annotations

import re
from datetime import date

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.numerals import with_digits
from officecli.model.time.periods import MONTH_NAMES, Period, period_of
from officecli.typed.text import plain_words

_NEAR = {"last": -1, "this": 0, "next": 1, "上": -1, "本": 0, "这": 0, "当": 0, "下": 1, "去": -1, "今": 0, "明": 1}
_KINDS = {
    "month": "month", "quarter": "quarter", "half": "half", "half-year": "half", "year": "year",
    "月": "month", "季度": "quarter", "季": "quarter", "年": "year",
}  # fmt: skip
_YEAR = r"(?P<year>20\d\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}(?:[-/.年]?(?:q|第)?(?P<quarter>[1-4])(?:季度?)|[-/ ]?q(?P<q>[1-4]))",
        r"(?:第?(?P<quarter>[1-4])季度?|q(?P<q>[1-4]))",
        rf"q(?P<q>[1-4])[-/ ]?{_YEAR}",
        rf"(?:{_YEAR}[-/ ]?)?h(?P<half>[12])",
        rf"h(?P<half>[12])[-/ ]{_YEAR}",
        rf"(?:the )?(?P<place>first|1st|second|2nd) half(?:-year|(?: of(?: the year)?)?(?: {_YEAR})?)",
        rf"(?:{_YEAR}年?)?(?P<place>[上下])半年度?",
        rf"{_YEAR}(?:[-/.](?P<m>\d\d?)|年(?P<month>\d\d?)月份?)",
        r"(?P<month>\d\d?)月份?",
        rf"(?P<name>[a-z]{{3,9}})\.?(?:[- ]{_YEAR})?",
        rf"{_YEAR}年?",
    )
)
_NEAR_FORM = re.compile(r"(?P<near>last|this|next|[上本这当下]|[去今明](?=年))(?: |个)?(?P<kind>month|quarter|half(?:-year)?|year|月|季度?|年)份?")


_FIRST = ("first", "1st", "上")


def read_period(text: str, today: date) -> Period:
    """The period somebody named, such as 2026-11, 2026-Q4, 2026-H2, 2026, 2026年11月, 第四季度, 上半年, last month, 本月; without a year the nearest such.

    Raises BadInput for anything else.
    """
    plain = plain_words(text[:60])
    if not plain.isascii():
        plain = with_digits(plain.replace(" ", ""))
    near = _NEAR_FORM.fullmatch(plain)
    if near:
        return period_of(_KINDS[near["kind"]], today).moved(_NEAR[near["near"]])
    for form in _FORMS:
        match = form.fullmatch(plain)
        found = match and _named({name: value for name, value in match.groupdict().items() if value}, today)
        if found:
            return found
    raise BadInput(
        _("“{text}” is no month, quarter, half-year or year.").format(text=text[:40]),
        fix=_("Write it like 2026-11, 2026-Q4, 2026-H2 or 2026, or: last month."),
    )


def _named(said: dict[str, str], today: date) -> Period | None:
    year = int(said["year"]) if "year" in said else None
    quarter = said.get("quarter") or said.get("q")
    if quarter:
        return _of_year("quarter", int(quarter) * 3 - 2, year, today)
    if "half" in said or "place" in said:
        return _of_year("half", 1 if said.get("half") == "1" or said.get("place") in _FIRST else 7, year, today)
    if "name" in said:
        months = [number for number, name in enumerate(MONTH_NAMES, 1) if name.casefold().startswith(said["name"])]
        return _of_year("month", months[0], year, today) if len(months) == 1 else None
    month = int(said.get("month") or said.get("m") or 0)
    if month:
        return _of_year("month", month, year, today) if month <= 12 else None
    return Period("year", date(year, 1, 1)) if year and not {"month", "m"} & set(said) else None


def _of_year(kind: str, month: int, year: int | None, today: date) -> Period:
    """The period that begins with this month; without a year the nearest to the one that runs, the past one of two as near."""
    if year is not None:
        return Period(kind, date(year, month, 1))
    begins = (date(one, month, 1) for one in (today.year - 1, today.year, today.year + 1))
    now = period_of(kind, today).start
    return Period(kind, min(begins, key=lambda start: (abs((start.year - now.year) * 12 + start.month - now.month), start)))
