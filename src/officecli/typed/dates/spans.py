"""Two days in one text that make one: a span from one to another, so long after a day, the same day said twice."""

from __future__ import annotations

import re
from datetime import date

from officecli.patterns import pattern
from officecli.typed.dates import around
from officecli.typed.dates.english.words import MONTH
from officecli.typed.dates.names import MONTH_NAME, MONTHS, WEEK_HAN, WEEKDAY_NAME
from officecli.typed.dates.one_day import Reading, read_one
from officecli.typed.dates.refusals import backwards, several
from officecli.typed.dates.view import View

_TWO_TIMES = pattern(
    rf"(?P<month>{MONTH_NAME})\.? ?/ ?(?P<next_month>{MONTH_NAME})\.?(?P<year>,? \d{{4}})?"
    rf"|q(?P<quarter>[1-4]) ?/ ?q?(?P<next_quarter>[1-4])(?P<its_year>,? \d{{4}})?"
    r"|(?P<head>(?:\d{4}年)?)(?P<number>\d{1,2})月?/(?P<next_number>\d{1,2})月份?(?P<rest>\D*)",
)
"""Two times that are written as one, 4/5月; 4、5月 are two."""
_MARK = r"(?:-+|~|至|到| to | through | thru | till? | until )"
ASKED = pattern(r"申请|拟延|请求|建议|提出|requested?|proposed?|asked|pending|seeking|need(?:s|ed)?")
"""Words by which another day is only asked for."""
_COUNT = pattern(r"\d{1,3} ?(?:个|天|日[内后]|周|星期|年|小时|d\b|w|m\b|y|h|b)|\d{1,3}$", re.ASCII)
"""So much time: the end of no span from one day to another. A number alone has found its month before."""


def span(text: str, view: View) -> Reading | None:
    """The last day of a span from one to another; NoDay where it runs backwards."""
    if two := _TWO_OF_A_MONTH.fullmatch(text):
        if int(two["other"]) != int(two["one"]) + 1:
            raise several(text)
        text = f"{two['first']}日-{two['other']}日{two['rest']}"
    if following := _TWO_TIMES.fullmatch(text):
        text = _as_span(following) or text
    for mark in re.finditer(rf"{_MARK}| and " if text.startswith("between ") else _MARK, text):
        first, last = _ends(text[: mark.start()], text[mark.end() :])
        if not first or not last or _COUNT.match(last) or first.isdigit():
            continue
        began = read_one(first, view)
        of_the_end = _view_of_the_end(last, began, view) if began else view
        ended = read_one(last, of_the_end) if began else None
        if began and ended and no_year(began) and (dated := read_one(last, view)) and not no_year(dated) and not dated.relative:
            began = read_one(first, _of_year(view, dated.day, began.day)) or began
        if began and ended and ended.day < began.day and began.day.year > ended.day.year and "year-next" in began.inferred:
            began = read_one(first, _of_year(view, ended.day, began.day)) or began  # June-July, said in July: it began in the last month
        if began and ended:
            if ended.day < began.day:
                raise backwards(text, began.day, ended.day)
            inferred = ("range", *(one for one in ended.inferred if one != "whole"))
            relative = ended.relative if of_the_end is view else began.relative  # else it is the beginning that the end is counted from
            return Reading(ended.day, inferred, None, relative, starts=began.weekend or began.starts or began.day, weekend=ended.weekend)
    return None


def _view_of_the_end(last: str, began: Reading, view: View) -> View:
    """From where the end of a span is read: from its beginning, unless that is no surer, or the end says how it lies to the day of the text."""
    if no_year(began) or (view.base and counts_from_its_own_day(last)):
        return view
    return seen_from(view, began.weekend or began.day)


def _as_span(times: re.Match[str]) -> str:
    """Two months or quarters that follow one another as the span from one to the other: July/August 2026; "" for others."""
    said = times.groupdict()
    if said["month"]:
        numbers = [MONTHS.index(said[name][:3]) for name in ("month", "next_month")]
        ends = said["month"], f"{said['next_month']}{said['year'] or ''}"
    elif said["quarter"]:
        numbers = [int(said[name]) for name in ("quarter", "next_quarter")]
        ends = f"q{said['quarter']}", f"q{said['next_quarter']}{said['its_year'] or ''}"
    else:
        numbers = [int(said[name]) for name in ("number", "next_number")]
        head = said["head"] or ""
        ends = f"{head}{said['number']}月", f"{head}{said['next_number']}月{said['rest']}"
    return "-".join(ends) if numbers[1] == numbers[0] + 1 else ""


def _of_year(view: View, last: date, first: date) -> View:
    """The same view in the year of the end of a span, or in the one before where it begins later in the year."""
    within = view.fresh()
    within.base, within.looks = None, "ahead"
    within.year = last.year - ((first.month, first.day) > (last.month, last.day))
    return within


_COUNTED = pattern(
    r"(?:自|从|由)?(?P<first>[^起后]*\d[日号])(?:之日|当日)?(?:起|后|以后|之后"
    r"|起算)[,的]?(?P<span>\d{1,3}个?(?:工作日|自然日|[天日周月]|星期)(?:之?内|以内)?.*)",
    re.ASCII,
)


def counted(text: str, view: View) -> Reading | None:
    """The day so long after one that is named: 自6月15日起30日内."""
    match = _COUNTED.fullmatch(text)
    first = read_one(match["first"], view) if match else None
    if match and first and "year-next" in first.inferred:
        first = read_one(match["first"], view.to_count_from()) or first
    found = read_one(match["span"], seen_from(view, first.day)) if match and first else None
    return Reading(found.day, tuple(dict.fromkeys((*first.inferred, *found.inferred))), None, first.relative) if first and found else None


_SAME = pattern(r"(?P<first>[^()]+)\((?P<second>[^()]+)\)(?P<rest>\D*)")


def twice(text: str, view: View) -> Reading | None:
    """The one day that is said twice, the second time in brackets: 二季度(6月底前), end of
    July (7/31); None where the two differ, and neither is a part of the other, as only Chinese means it.
    """
    match = _SAME.fullmatch(text)
    if (
        match is None
        or ASKED.search(text)
        or not all(re.search(r"\d|[年月季旬]", match[part]) for part in (("second",) if text.isascii() else ("first", "second")))
    ):
        return None
    first, second = (read_one(match[part].strip(" ,;:"), view) for part in ("first", "second"))
    if not first or not second or (match["rest"] and not around.is_remark(match["rest"])):
        return None
    within = not text.isascii() and first.whole and first.starts is not None and first.starts <= second.day <= first.day
    if first.day != second.day and not within:
        return None
    inferred = ("words", *second.inferred) if within else tuple(code for code in second.inferred if code in first.inferred)
    return Reading(second.day, inferred, None, first.relative and second.relative)


_TWO_OF_A_MONTH = pattern(r"(?P<first>(?:\d{2,4}年)?\d{1,2}月(?P<one>\d{1,2}))[日号]?[、和及](?P<other>\d{1,2})[日号](?P<rest>\D*)", re.ASCII)
"""Two days of a month: 9月10、11日."""
_IN_NUMBERS, _AND_YEAR = pattern(r"(\d{1,2})/(\d{1,2})"), pattern(r"(\d{1,2})((?:/20\d\d)?)")
"""The days of a month in numbers, which can only be read one way: 7/14-16."""
_MONTHS = 12
_DAY_MONTH = pattern(r"(?P<head>(?:\d{2,4}年)?\d{1,2}月)\d{1,2}[日号]?", re.ASCII)


def _ends(first: str, last: str) -> tuple[str, str]:
    """The two ends, each with what it shares with the other: 7月15日-31日, 7-9月, July 15-31, 15-31 July."""
    first = re.sub(r"^(?:from |between |自|从|由)|(?:起|开始)$", "", first.strip(" ,"))
    last = last.strip(" ,").removeprefix("the ")
    peeled = re.sub(r"(?:之前|以前|前|之内|以内|内|期间|完成|为?止)+$", "", last)
    if (head := _DAY_MONTH.fullmatch(first)) and re.fullmatch(r"\d{1,2}[日号]?", peeled):
        return first, head["head"] + peeled
    if (head := _IN_NUMBERS.fullmatch(first)) and (tail := _AND_YEAR.fullmatch(peeled)) and max(int(head[2]), int(tail[1])) > _MONTHS:
        return f"{first}{tail[2]}", f"{head[1]}/{tail[1]}{tail[2]}"
    if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{4}年度?", peeled):
        return first + "年", last
    if re.fullmatch(r"(?:\d{2,4}年)?\d{1,2}", first) and (tail := re.fullmatch(r"\d{1,2}(月份?|季度?)", peeled)):
        return first + tail[1][0] + ("度" if tail[1][0] == "季" else ""), last
    if (head := re.fullmatch(rf"(.*?{MONTH} ?)\d{{1,2}}(?:st|nd|rd|th)?", first)) and re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?", last):
        return first, head[1] + last
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", first) and (
        tail := re.fullmatch(rf"\d{{1,2}}(?:st|nd|rd|th)?( (?:of )?{MONTH}(?:,? (?:\d{{4}}|'?\d\d))?)", last)
    ):
        return first + tail[1], last
    if re.fullmatch(r"[a-z]+\.?|q[1-4]", first) and (tail := re.fullmatch(r"(?:[a-z]+\.?|q[1-4])(,? \d{4})", last)):
        return first + tail[1], last
    return first, last


def no_year(found: Reading) -> bool:
    """Whether the year of a day had to be inferred."""
    return any(code.startswith("year") for code in found.inferred)


_FROM_ITS_OWN_DAY = pattern(
    rf"\b(?:today|tonight|tomorrow|tmrw|tmw|yesterday|(?:this|next|last|current) (?:week|month|quarter|year|(?:{WEEKDAY_NAME})(?! of))\b)"
    rf"|[今明后昨前][天日早晚]|[今明去]年|[本这下上]个?(?:{WEEK_HAN}|月|季|年)"
)


def counts_from_its_own_day(last: str) -> bool:
    """Whether the second of two days, plain, says how it lies to the day on which it is written, and not to the first: tomorrow, 下周五."""
    return bool(_FROM_ITS_OWN_DAY.search(last))


def seen_from(view: View, first: date) -> View:
    """The same view as seen from the first of two days: the second comes after it, in the same year or the next."""
    later = view.fresh()
    later.base, later.year, later.looks = first, None, "ahead"
    return later
