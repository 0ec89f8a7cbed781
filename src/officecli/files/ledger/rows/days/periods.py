"""The week or the month of which a plan is, and the words of a deadline that count within it: 周三 in the plan of 7月6日—7月12日, 月底前 beside 7月."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from officecli.files.ledger.sheets.around import OF_THE_PAPER, day_in
from officecli.model.numerals import with_digits
from officecli.patterns import has_han, pattern
from officecli.typed.dates.clock_times import without_time
from officecli.typed.dates.names import MONTH_NAME, MONTHS, WEEK_HAN, WEEKDAY_NAME

_YEAR = r"(?:(?P<year>20\d\d)\s*[年./-]\s*|(?<![\d.第]))"
_STRETCH = pattern(
    rf"{_YEAR}(?P<month>\d{{1,2}})\s*(?P<mark>[月./])\s*(?P<day>\d{{1,2}})\s*日?\s*(?:至|到"
    rf"|[-—–~～]+)\s*(?:20\d\d\s*[年./-]\s*)?(?:(?P<to_month>\d{{1,2}})\s*[月./]\s*)?(?P<to>\d{{1,2}})(?![\d.月])日?"
)
_MONTH = pattern(rf"{_YEAR}(?P<month>1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])\s*月(?:份|度)?(?![\d底末初中上下前内\s]|[一二三]?十)")
_IN_ENGLISH = pattern(
    rf"(?:(?P<of>\bweek (?:of|beginning|commencing|starting) )|(?:(?P<plan>.*?\b(?:plan|planner|schedule|due|tasks|assignments|to-?do)\b).*?)?)"
    rf"\b(?P<name>{MONTH_NAME})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:\s*(?:[-–—]|\bto\b|\bthrough\b)\s*(?:(?P<to_name>{MONTH_NAME})\.? )?(?P<to>\d{{1,2}})(?:st|nd|rd|th)?)?(?![\d/])(?:,? (?P<year>20\d\d))?",
    re.IGNORECASE,
)
"""A week in English: Week of July 6, 2026; July 6–10, of what calls itself a plan."""
_WRITTEN = pattern(rf"{OF_THE_PAPER}|截止|统计时间|版")
_LONGEST_WEEK, _LONGEST = 8, 31  # days
_WEEK, _MONTHS = 7, 12
_NEXT = pattern(r"下[一个]{0,2}[周月]|次[周月]|next (?:week|month)", re.IGNORECASE)
"""What is planned for the week or the month behind that of the report."""
_LAST = pattern(r"上[一个]{0,2}[周月]|(?:last|previous|prior) (?:week|month)", re.IGNORECASE)
"""What was to be done in the one before it."""
_WEEKDAY = pattern(rf"(?:(?:本|这)?{WEEK_HAN}[一二三四五六日天末])|(?:本|这|当)?周(?:之)?内|[全整]周|(?P<next>下个?{WEEK_HAN}[一二三四五六日天末])")
_IN_A_WEEK = pattern(
    rf"(?:by |on |due )?(?:(?:{WEEKDAY_NAME})\b\.?|(?:the )?(?:end of (?:the |this )?(?:work(?:ing)? ?)?week|week'?s end|this week))", re.IGNORECASE
)
_OF_MONTH = pattern(r"(?:本|当|这个?|该)?月(?:[底末初中内]|[上中下]旬|\d{1,2}[日号])|^[上中下]旬|(?:本|当|全|整个?)月")
_BARE_DAY = pattern(r"月?(?P<day>\d{1,2})[日号](?P<behind>(?:之前|以前|前|下班前|[上下]午.{0,4}|中午.{0,3})?)")

_SEVERAL = pattern(
    rf"(?:(?:{WEEK_HAN})?[一二三四五六日天](?:[上下]午)?\s*[、，,/和及至到~～—–-]+\s*)+(?:(?P<han>{WEEK_HAN})?(?P<day>[一二三四五六日天]))(?P<behind>(?:[上下]午|下班)?前?)"
)
"""Several days of one week: 周二、周三; 周一至周四; what takes them is done on the last."""


def _is_in_a_week(deadline: str) -> bool:
    """Whether words in English speak of a day of the week, with an hour or without."""
    at = without_time(deadline.casefold())
    return _IN_A_WEEK.fullmatch(at.rest if at else deadline) is not None


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day of a plan's week or month, and the `text` that names it; `own` where a row or its section does."""

    first: date
    last: date
    text: str
    own: bool = False

    def is_left(self, deadline: str) -> bool:
        """Whether a deadline's words speak of the week after it."""
        found = _WEEKDAY.match(deadline.strip())
        return found is not None and found["next"] is not None

    def words(self, deadline: str) -> str | None:
        """A deadline's words as they count from the first day, where they speak of a day within the week or the month; None for any other."""
        week = (self.last - self.first).days <= _LONGEST_WEEK
        if bare := _BARE_DAY.fullmatch(deadline.strip()):
            day = self._day(int(bare["day"]))
            return f"{day.year}年{day.month}月{day.day}日{bare['behind']}" if day else None
        if week and (several := _SEVERAL.fullmatch(deadline.strip())) and _WEEKDAY.match(deadline.strip()):
            return f"{several['han'] or '周'}{several['day']}{several['behind']}"
        if week and _is_in_a_week(deadline.strip()):
            return deadline
        return deadline if (_WEEKDAY if week else _OF_MONTH).match(deadline.strip()) else None

    def next(self) -> Period:
        """The week or the month behind it."""
        first = self.last + timedelta(days=1)
        if (self.last - self.first).days <= _LONGEST_WEEK:
            first = self.first + timedelta(days=_WEEK)
            return replace(self, first=first, last=self.last + timedelta(days=_WEEK), text=f"{first}–{self.last + timedelta(days=_WEEK)}")
        last = date(first.year + first.month // _MONTHS, first.month % _MONTHS + 1, 1) - timedelta(days=1)
        return replace(self, first=first, last=last, text=f"{first:%Y-%m}")

    def before(self) -> Period:
        """The week or the month before it."""
        if (self.last - self.first).days <= _LONGEST_WEEK:
            first, last = self.first - timedelta(days=_WEEK), self.last - timedelta(days=_WEEK)
            return replace(self, first=first, last=last, text=f"{first}–{last}")
        last = self.first - timedelta(days=1)
        first = last.replace(day=1)
        return replace(self, first=first, last=last, text=f"{first:%Y-%m}")

    def _day(self, number: int) -> date | None:
        """The one day of this number within the period."""
        days = [day for at in range((self.last - self.first).days + 1) if (day := self.first + timedelta(days=at)).day == number]
        return days[0] if len(days) == 1 else None


def period_in(text: str, year: int | None, today: date) -> Period | None:
    """The week or the month that a text names; without a year it is that of `year`,
    else the nearest to `today`. None where it names none, or the day of the paper.
    """
    if not text or _WRITTEN.search(text):
        return None
    if (found := _STRETCH.search(text)) and (found["mark"] == "月" or found["year"] or found["to_month"]):
        month, day, last = int(found["month"]), int(found["day"]), int(found["to"])
        return _nearest(found, year, today, lambda of: (date(of, month, day), _after(date(of, month, day), int(found["to_month"] or month), last)))
    months = [*_MONTH.finditer(text)]
    if len(months) != 1:
        return None if months or has_han(text) else _in_english(text, year, today)
    month = int(with_digits(months[0]["month"]))
    return _nearest(months[0], year, today, lambda of: (date(of, month, 1), date(of + month // 12, month % 12 + 1, 1) - timedelta(days=1)))


def _in_english(text: str, year: int | None, today: date) -> Period | None:
    """The week that a text names in English: the seven days from a Monday, or from one day to another of what is a plan."""
    found = _IN_ENGLISH.search(text)
    if found is None or not (found["of"] or (found["to"] and (found["plan"] or found[0] == text.strip()))):
        return None
    month, day = _month(found["name"]), int(found["day"])
    if found["to"]:
        last = _month(found["to_name"] or found["name"]), int(found["to"])
        return _nearest(found, year, today, lambda of: (date(of, month, day), _after(date(of, month, day), *last)))
    return _nearest(found, year, today, lambda of: (date(of, month, day), date(of, month, day) + timedelta(days=_WEEK - 1)))


def _month(name: str) -> int:
    return MONTHS.index(name[:3].casefold()) + 1


def _after(first: date, month: int, day: int) -> date:
    return date(first.year + (month < first.month), month, day)


def _nearest(found: re.Match[str], year: int | None, today: date, made: Callable[[int], tuple[date, date]]) -> Period | None:
    """The stretch in the year that is named, else the nearest; None where the calendar has no such days, or they are no week or month."""
    named = int(found["year"]) if found["year"] else year
    stretches = []
    for of in (named,) if named else (today.year - 1, today.year, today.year + 1):
        try:
            stretches.append(made(of))
        except ValueError:
            continue
    fitting = [(abs(first - today), first, last) for first, last in stretches if 0 < (last - first).days < _LONGEST]
    return Period(*min(fitting)[1:], found[0].strip()) if fitting else None


_DAILY = pattern(r"(?:计划|工作)?(?:日期|时间)|date", re.IGNORECASE)
_LONGEST_DAILY = 40
_TO_ANOTHER = pattern(r"[~～至到]|\d\s+[-–—]|\b(?:to|through|until)\b|20\d\d[-./年]\d{1,2}[-./月]\d{1,2}[日号]?\s*[-–—]", re.IGNORECASE)
"""Behind a day, that another follows, up to which the plan is."""


def day_of_plan(title: str) -> date | None:
    """The day that a title names as that of all below it, and no meeting: 日期：2026.7.6 第二周周一."""
    name, colon, rest = title.strip().replace("：", ":").partition(":")
    daily = colon and len(title) <= _LONGEST_DAILY and _DAILY.fullmatch(name.strip()) and "会" not in rest and not _TO_ANOTHER.search(rest)
    return day_in(rest) if daily else None


class Periods:
    """The plan's period by the `lines` around its table, and that of each of its rows; `year` is the ledger's, `named` that of its headings."""

    def __init__(self, lines: Iterable[str], year: int | None, today: date, named: Period | None = None, around: Period | None = None) -> None:
        self._year, self._today = year, today
        self._of_table = named or self._first(lines)
        self._around = around or self._of_table

    def headed(self, *texts: str) -> Periods:
        """The same, for matters whose heading names their time: 7月工作计划; 下周工作 is of the week behind that around the table."""
        named = self._first(texts)
        named = named or self._beside(texts)
        return Periods((), self._year, self._today, named, self._around) if named else self

    def of(self, row: Iterable[str]) -> Period | None:
        """The period that a row or its section names, be it by that around the table (上周工作完成情况), else the table's."""
        told = (*row,)
        own = self._first(told) or self._beside(told)
        return replace(own, own=True) if own else self._of_table

    def _beside(self, texts: Iterable[str]) -> Period | None:
        """The period behind or before that around the table, as one of some texts calls it."""
        if self._around is None:
            return None
        found = next((text for text in texts if _NEXT.match(text) or _LAST.match(text)), "")
        return None if not found else self._around.next() if _NEXT.match(found) else self._around.before()

    def _first(self, texts: Iterable[str]) -> Period | None:
        return next((found for text in texts if text and (found := period_in(text, self._year, self._today))), None)
