"""Deadlines counted from an event, of which a line above the table or a row of its own says when it is: 会前5天, under 会议时间：7月28日.

| Summer fair: September 12, 2026                      |
| Order tents     | Ana Ruiz | 6 weeks before the fair |
| Put up signs    | Ben Cole | T-2                     |
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from officecli.files.ledger.columns.by_heading.meaning import places_of_deadlines
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.around import OF_THE_PAPER, DayOf, day_in
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.hints import NamedTuple
from officecli.i18n import _
from officecli.model.numerals import with_digits
from officecli.patterns import has_han, pattern
from officecli.typed.dates.names import COUNTED_DAYS, MONTH_NAME, WEEKDAY_NAME

_NUMBER = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
_UNITS = rf"{COUNTED_DAYS}?|weeks?|wks?|months?"
_COUNT = rf"(?P<count>{_NUMBER})"
_UNIT = rf"(?P<unit>{_UNITS})"
_COUNTED = pattern(
    rf"(?:(?:by |at least |no later than )?{_COUNT}[ -]?{_UNIT} (?P<side>before|prior to|ahead of|in advance of|after|following) (?:the )?"
    r"(?P<what>[a-z][\w' -]*?)"
    r"|(?P<letter>[tde])(?P<sign>[-–—−+])(?P<count2>\d{1,3})(?: (?P<unit2>days?|weeks?|wks?))?)\.?",
    re.IGNORECASE,
)
"""In English: 2 weeks before the fair; T-5."""
_COUNTED_HAN = pattern(
    r"(?P<what>[\u3400-\u9fff]{0,8}?)(?:召开|举办|举行|开始)?(?:之|以)?(?P<side>前|后)的?(?P<count>\d{1,3})个?(?P<unit>工作日|天|日|周|星期|月)"
    r"(?:(?<=后\d[天日周月])之?内|(?<=后\d\d[天日])之?内|(?<=工作日)之?内|[上下]午|下班前)?(?:完成)?"
)
_AT_ONCE = pattern(r"(?P<what>[\u3400-\u9fff]{1,8}?)(?:召开|举办|举行|开始)?(?P<side>(?:之|以)?前|当[天日])(?:完成)?")
"""Before the event, and no more: the day before; and on its day."""
_ON_THE_DAY = pattern(
    r"(?:on )?(?:the )?(?:(?P<eve>day before)(?: the)?(?: (?P<what>[a-z][\w' -]*?))?|day of(?: the)?(?: (?P<what2>[a-z][\w' -]*?))?|(?P<what3>[a-z]+) day)"
)
_WITH_IT = pattern(
    r"(?:(?P<before>(?:any time )?(?:before|prior to))|(?:at or before|no later than|at|by|on|upon|for)) (?:the )?(?P<what>[a-z][\w' -]*?)\.?"
)
"""With an event, or before it, and no more: at closing; before the opening. What is no event that a line tells of (by noon, on Friday) is left."""
_SAID_HAN = pattern(
    r"(?P<what>[\u3400-\u9fff]{1,30}?)(?:召开|举办|举行|开始)?(?:的?(?:时间|日期|日))?\s*(?:[:：]|定于|定在|为)\s*(?P<when>(?:20\d\d年)?\d.*)"
)
_SAID = pattern(
    r"(?:date of (?:the )?)?(?P<what>[a-z][\w'&/ -]{2,60}?)(?: (?:date|day))?"
    r"(?:\s*[:–—]\s*|,? (?:is |will be |takes place |opens |starts |begins )?on )(?P<when>.+)",
    re.IGNORECASE,
)
_FROM = pattern(
    rf"(?:\b(?P<unit>{COUNTED_DAYS}|weeks|months) )?\b(?:from|after|following) (?:the )?(?:date of (?:the )?)?(?P<what>[a-z][\w' -]*?)\s*[)\]]?$"
    r"|自(?P<what2>[\u3400-\u9fff]{1,8}?)(?:之日|当[日天])?起",
    re.IGNORECASE,
)
"""A heading that says from what the counts below it are: Correct by (date, or days from inspection); 时限（自检查之日起）."""
_BARE = pattern(
    rf"(?:within )?(?P<count>{_NUMBER})(?:[ -]?(?P<unit>{_UNITS}))?|(?P<count2>\d{{1,3}})个?(?P<unit2>工作日|天|日|周|月)(?:之?内)?", re.IGNORECASE
)
"""A count of days, and no word of what they are counted from."""
_BRACKETED = pattern(r"[(（]([^()（）]+)[)）]")
_DAY_AND_PLACE = pattern(
    rf"\s*(?:(?:{WEEKDAY_NAME})\.?,? )?(?:(?:{MONTH_NAME})\.? \d{{1,2}}(?:st|nd|rd|th)?,? 20\d\d|\d{{1,2}}/\d{{1,2}}/(?:20)?\d\d)"
    rf"\s*(?:[•·|,@–—-]|\b(?:at|in)\b)\s*[a-z][^:]{{3,60}}|\s*20\d\d年\d{{1,2}}月\d{{1,2}}日\s*[·•|，,\s]\s*[\u3400-\u9fff][^:：]{{2,30}}",
    re.IGNORECASE,
)
"""The second line of a bill: Saturday, August 29, 2026 • Depot Plaza."""
_YEARLESS = pattern(r"(\d{1,2})月(\d{1,2})[日号]")
_OTHER = pattern(
    rf"{OF_THE_PAPER}|[上下]一?次|\b(?:updated|revised|prepared|printed|issued|as of|last|next|previous|was|were|approved|adopted)\b"
    r"|\b(?:sheet|form|list|file|version|print(?:out)?) date\b",
    re.IGNORECASE,
)
"""Beside a day: that it is of the paper, or of another event."""
_ANY = frozenset({"", "event", "day", "date", "start", "活动", "会议"})
"""What a deadline calls an event that it does not name."""
_LONGEST = 60  # characters of such a deadline


class _Told(NamedTuple):
    """An event by what the line says of it, and its day."""

    what: str
    day: date


def date_by_event(rows: Sequence[SheetRow], mapping: Mapping[str, str], lines: Sequence[str], year: int | None, day_of: DayOf = day_in) -> list[str]:
    """Write the event's day into deadlines that are counted from it, and return what is said of it; `year` is the ledger's.

    Nothing is written where its day is not told, or several are and the deadline names none of them.
    """
    index, texts = heading_row(rows, mapping)
    places = places_of_deadlines(texts, mapping)
    for place in places:
        _count_from_heading(rows[index + 1 :], place, texts[place])
    told = [one for line in lines for one in _told(line, year, day_of)] or _by_its_place(lines, day_of)
    if not told:
        return []
    called = {one.what.casefold() for one in told}
    named = [
        (row, place, one)
        for row in rows[index + 1 :]
        for place in places
        if (one := (text.casefold(), "{day}") if (text := row.line_at(place)).casefold() in called else _counted(text))
    ]
    found = [(row, place, one, event) for row, place, one in named if (event := _meant(one[0], told))]
    for row, place, (_what, words), event in found:
        row.cells[place] = words.format(day=f"{event.day.year}年{event.day.month}月{event.day.day}日" if has_han(words) else event.day.isoformat())
        row.inferred, row.how = (
            row.inferred | {place},
            row.how or _("counted from {event}, {day}").format(event=event.what, day=event.day.isoformat()),
        )
    days = dict.fromkeys(event for _row, _place, _one, event in found)
    return [_("Deadlines are counted from {event}, which is on {day}.").format(event=event.what, day=event.day.isoformat()) for event in days]


def _count_from_heading(rows: Sequence[SheetRow], place: int, heading: str) -> None:
    """Write behind counts of days what their heading says that they are counted from."""
    source = _FROM.search(heading.strip())
    for row in rows if source else ():
        bare = _BARE.fullmatch(row.line_at(place))
        if bare and source and source["what2"] and bare["count2"]:
            row.cells[place] = f"{source['what2']}后{bare['count2']}{bare['unit2']}"
        elif bare and source and source["what"] and bare["count"] and (unit := bare["unit"] or source["unit"]):
            row.cells[place] = f"{bare['count']} {unit} after {source['what']}"


@lru_cache(maxsize=4096)
def _counted(text: str) -> tuple[str, str] | None:
    """What a deadline is counted from, and its words with {day} in its place; None where it is not counted from an event."""
    if not text or len(text) > _LONGEST:
        return None
    return _counted_in_han(with_digits(text)) if has_han(text) else _counted_in_latin(text.casefold())


def _counted_in_han(text: str) -> tuple[str, str] | None:
    if found := _COUNTED_HAN.fullmatch(text):
        unit = {"日": "天", "月": "个月", "工作日": "个工作日"}.get(found["unit"], found["unit"])  # 5日 may be a day of the month
        return found["what"], f"{{day}}{found['side']}{found['count']}{unit}"
    if found := _AT_ONCE.fullmatch(text):
        return found["what"], "{day}当天" if found["side"].startswith("当") else "{day}前1天"
    return None


def _counted_in_latin(text: str) -> tuple[str, str] | None:
    if found := _ON_THE_DAY.fullmatch(text):
        return found["what"] or found["what2"] or found["what3"] or "", "one day before {day}" if found["eve"] else "{day}"
    found = _COUNTED.fullmatch(text)
    if found is None:
        with_it = _WITH_IT.fullmatch(text)
        return (with_it["what"], "one day before {day}" if with_it["before"] else "{day}") if with_it else None
    if found["letter"]:
        return "", f"{int(found['count2'])} {found['unit2'] or 'days'} {'after' if found['sign'] == '+' else 'before'} {{day}}"
    return found["what"], f"{found['count']} {found['unit']} {found['side']} {{day}}"


def _told(line: str, year: int | None, day_of: DayOf) -> Iterator[_Told]:
    """The event of which a line says when it is; the line may say more behind wide gaps."""
    for part in re.split(r"\s{2,}|[|；;]|。|(?<=\D)[.](?=\s)", line):
        if _OTHER.search(part):
            continue
        form = _SAID_HAN if has_han(part) else _SAID
        inner = _BRACKETED.findall(part)  # 动员会分工（会议时间：7月16日）
        found = next(filter(None, (form.fullmatch(one.strip()) for one in (part, *inner))), None)
        day = (day_of(found["when"]) or _in_year(found["when"], year)) if found else None
        if found and day:
            yield _Told(found["what"].strip(), day)


def _by_its_place(lines: Sequence[str], day_of: DayOf) -> list[_Told]:
    """The event that is called in one line, and of which the next says no more than on which day it is and where; a day alone may be the paper's."""
    told = [
        _Told(called.strip(), day)
        for called, line in itertools.pairwise(lines)
        if _DAY_AND_PLACE.fullmatch(_BRACKETED.sub("", line)) and not _OTHER.search(line) and (day := day_of(line))
    ]
    return told[:1] if len({one.day for one in told}) == 1 else []  # a line may be told of twice


def _in_year(text: str, year: int | None) -> date | None:
    found = _YEARLESS.match(text)
    try:
        return date(year, int(found[1]), int(found[2])) if found and year else None
    except ValueError:
        return None


def _meant(what: str, told: Sequence[_Told]) -> _Told | None:
    """The one event that a deadline names, by all of its words or, in Chinese, by characters of its name; or the only one, where it names none."""
    named = [one for one in told if _is_named(what, one.what.casefold())] if what not in _ANY else []
    fitting = [one for one in named if one.what.casefold() == what] or named  # of an inspection and a follow-up inspection the first
    fitting = fitting or (list(told) if what in _ANY else [])
    return fitting[0] if len({one.day for one in fitting}) == 1 else None


def _is_named(what: str, event: str) -> bool:
    if has_han(what):
        return what in event
    words = set(re.findall(r"[\w-]+", event))
    return all(word in words or word in _ANY for word in re.findall(r"[\w-]+", what))
