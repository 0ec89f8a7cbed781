"""The one day that a text means, the words around it peeled off layer by layer."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.time.day_names import WEEKDAYS
from officecli.patterns import compiled
from officecli.typed.dates.chinese import chinese
from officecli.typed.dates.chinese.words import WEEKDAY as CHINESE_WEEKDAY
from officecli.typed.dates.chinese.words import weekday_number as chinese_weekday_number
from officecli.typed.dates.clock_times import without_time
from officecli.typed.dates.digits import digits
from officecli.typed.dates.english import english
from officecli.typed.dates.english.holidays import is_holiday
from officecli.typed.dates.english.words import WEEKDAY, weekday_number
from officecli.typed.dates.holidays import by_holiday
from officecli.typed.dates.inferences import say_inferred
from officecli.typed.dates.landmarks import coming_nth_weekday, month_end, months_from
from officecli.typed.dates.names import MONTH_NAME, WEEK_HAN, WEEKDAY_NAME
from officecli.typed.dates.peeling import peeled
from officecli.typed.dates.refusals import ambiguous, contradicting
from officecli.typed.dates.view import View

_WITH_WEEKDAY = (
    rf"(?:(?:on|this|next|coming) )?\(?{WEEKDAY}\)?,? (?P<rest>.*\d.*)",
    rf"(?P<rest>.*\d.*?),? ?\(?{WEEKDAY}\)?",
    rf"(?P<rest>.*\d.*?)\(?[本这下]?{WEEK_HAN}{CHINESE_WEEKDAY}\)?",
    rf"\(?[本这下]?{WEEK_HAN}{CHINESE_WEEKDAY}\)?,?(?P<rest>.*\d.*)",
)

_A_DAY = rf"(?:(?:the|of|on|this|next|coming)\b ?|(?:{MONTH_NAME}|{WEEKDAY_NAME})\b[.,]? ?|\d++(?:st|nd|rd|th)?[-/., ]*)+"
"""One day and nothing else; what is done before it, in English, is done by the day before."""
_NTH = rf"[1-4](?:st|nd|rd|th) {WEEKDAY}"
"""The first of a month, a Friday, or its first Friday."""
_SOON = timedelta(days=31)
_LEAP_DAY = (2, 29)
_NEAR = 3
"""Months in which a day of the month is looked for that is on the weekday beside it."""


@dataclass(frozen=True)
class Reading:
    """The day a text means; what had to be inferred, as codes of INFERENCES; the deadline it replaces, where the text tells of one.

    `relative`: it was counted from the text's own day. `whole`: all that is named is a week, month, quarter or year, and this is its last day; `starts` its
    first, or that of a span from one day to another, where that is known. `hour` is one that was written, and left out. `week`: a week is named, whose
    last working day this is. `weekend`: the Saturday of one that is named, or that ends a span; the day is the last working day before it.
    """

    day: date
    inferred: tuple[str, ...] = ()
    original: date | None = None
    relative: bool = False
    whole: bool = False
    starts: date | None = None
    hour: str = ""
    week: bool = False
    weekend: date | None = None

    @property
    def why(self) -> str:
        """What was inferred, in the reader's language; "" where nothing was."""
        return say_inferred(self.inferred)


def read_one(text: str, view: View) -> Reading | None:
    """The one day of a plain text, the words around it peeled off layer by layer; None where they do not come off."""
    fresh = view.fresh()
    at, by = None, ""
    text = compiled(rf"(之前|以前|前)(\([本这下]?{WEEK_HAN}[1-6日天]\))$").sub(r"\2\1", text)
    seen: set[str] = set()
    while text not in seen:
        seen.add(text)
        found = _exactly(text, fresh)
        if found is not None:
            if not text.isascii() or by.isascii() or not fresh.relative:  # 3d前 would be ago in one language and ahead in the other
                day = _by(text, found, by, fresh, timed=at is not None)
                return Reading(
                    at.day(day, view.almanac.timezone) if at else day,
                    tuple(fresh.inferred),
                    None,
                    fresh.relative,
                    fresh.starts is not None,
                    fresh.starts,
                    at.written if at else "",
                    fresh.week,
                    None if by else fresh.weekend,
                )
            return None
        time = without_time(text) if at is None else None
        if time:
            at = time
            text = time.rest
            if time.turns:
                fresh.infer("clock")
            if not text:
                base = fresh.counted_from(time.rest)
                return Reading(base, tuple(fresh.inferred), None, relative=True, whole=True)
            continue
        text, by = peeled(text, by, fresh)
    return None


def _exactly(text: str, view: View) -> date | None:
    """The day that a text without anything around it means, perhaps with its weekday; BadInput if that is another one."""
    found = _grammars(text, view)
    if found is not None:
        return found
    for pattern in _WITH_WEEKDAY:
        match = compiled(pattern).fullmatch(text)
        if match is None or (match["rest"].isdigit() and not text.isascii()):
            continue  # 1周1报 is no first of a month
        found = _grammars(compiled(r"^(\d{1,2})日$").sub(r"\1号", match["rest"].strip(" ,()")), view)  # 周二（7日）: no seven days
        if found:
            written = match["weekday"]
            weekday = weekday_number(written) if written.isascii() and written.isalpha() else chinese_weekday_number(written)
            found = _in_near_year(_in_near_month(found, weekday, view), weekday, view)
            if compiled(_NTH).fullmatch(text):
                return _first_or_nth(text, found, weekday, view)
            return _on_weekday(text, found, weekday)
    return None


def _in_near_month(found: date, weekday: int, view: View) -> date:
    """A day of no month that is named (Friday 17th) in the month in which it is on that weekday, of the next two; the day itself where there is none."""
    if "this-month" not in view.inferred or view.looks_back:
        return found
    months = (months_from(found, ahead) for ahead in range(_NEAR))
    days = (date(year, month, found.day) for year, month in months if found.day <= month_end("", year, month).day)
    return next((day for day in days if day.weekday() == weekday), found)


def _in_near_year(found: date, weekday: int, view: View) -> date:
    """What is said of the past, a year before because this year's day is still to come, in this year where only then it is on the weekday beside it."""
    if found.weekday() == weekday or view.looks != "past" or "year-before" not in view.inferred or (found.month, found.day) == _LEAP_DAY:
        return found
    soon = found.replace(year=found.year + 1)
    if soon.weekday() != weekday or not timedelta() < soon - view.today <= _SOON:
        return found
    view.inferred[:] = ["year-this" if code == "year-before" else code for code in view.inferred]
    return soon


def _first_or_nth(text: str, found: date, weekday: int, view: View) -> date:
    """Of 2nd Friday the second Friday of a month, where its 2nd is no Friday; NoDay where it may be either."""
    nth = coming_nth_weekday(text, view, int(text[0]), weekday)
    if found.weekday() == weekday and found != nth:
        raise ambiguous(text, (found, nth))
    return nth


def _on_weekday(text: str, found: date, weekday: int) -> date:
    """The day itself; BadInput where it is not on the weekday beside it."""
    if weekday == found.weekday():
        return found
    raise contradicting(text, found, _(WEEKDAYS[found.weekday()]))


def _grammars(text: str, view: View) -> date | None:
    """What the grammars give; one language a text."""
    language = english if text.isascii() else chinese
    return digits.read(text, view) or language.read(text, view) or by_holiday(text, view)


def _by(text: str, found: date, by: str, view: View, *, timed: bool) -> date:
    """The day itself, or the one before: “before December” ends in November, “before 5 pm on July 16” on that day (`timed`), while 8月前 may mean either."""
    if by == "before":
        if view.starts:
            view.infer("before")
            eve = view.starts - timedelta(days=1)
            worked = view.days.add(view.starts, -1) if view.week else eve
            return eve if view.base and worked < view.base <= eve else worked
        if not view.relative and is_holiday(found, view):
            view.infer("holiday")
            return view.days.add(found, -1)  # before July 4
        eve = found - timedelta(days=1)
        if not timed and compiled(_A_DAY).fullmatch(text) and not (view.base and eve < view.base):
            view.infer("before")
            return eve  # before August 1 is July
        view.infer("" if view.relative else "inclusive")
    elif by == "by" and view.starts:
        view.infer("whole")
    elif by.endswith("前") and view.starts:
        raise ambiguous(text + by, (view.starts - timedelta(days=1), found))
    return found
