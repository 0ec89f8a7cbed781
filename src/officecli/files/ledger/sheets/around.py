"""What stands around a ledger's table and is needed to read it: its year, the day of its meeting, a rule for its deadlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from officecli.patterns import pattern
from officecli.typed.dates.chinese.words import HANDED_OUT
from officecli.typed.dates.names import MONTHS, WEEK_HAN, WEEKDAY_NAME

YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HAN_YEAR = pattern(r"二[〇○零0][一二三四五六七八九〇○零0]{2}(?=年)")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_NUMBERS = pattern(r"〔\d+〕|\[\d{4}\]|\d{4}号|第\d{4}")  # a paper's number names the paper's year
_LOOKED_INTO = pattern(  # what an audit was about, not when it is followed up
    r"\d{4}(?:年度?|财年)(?:[至到\-—~～]\d{4}年度?)?(?:[市县区州省]?本?级?)?(?:地方|部门)?(?:预算|决算|财政|审计|财务|绩效|考核|经济责任"
    r"|巡[视察])(?=.*(?:查出|发现|反馈|揭示|指出|整改|问题))|\b\d{4} (?:\w+ ){0,3}(?:mitigation|strategic|comprehensive|master|general|resilien\w+"
    r"|climate|transportation|housing|facilities)(?: \w+){0,2} plan\b(?=.*\b(?:progress|update|implementation|status|actions?|report|tracking"
    r"|tracker)\b)|\b(?:fy ?)?\d{4} (?:\w+ )?(?:audit|survey|budget|evaluation|assessment|inspection"
    r"|review)\b(?=.*\b(?:finding|recommend|follow|respon|correct|result))",
    re.IGNORECASE,
)
_DAY = pattern(r"(?<!\d)((?:19|20)\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?![\d前]|日[之以]?前)")
_WORD_DAY = pattern(
    r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b|\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+((?:19|20)\d\d)\b"
)
_HANDED_OUT_ON = pattern(
    rf"(?:交办|下达|下发|派发|布置|转办|分办|送达|移交|转交|收文|收函|来文|(?:巡[视察]|督[察查]|审计|检查|考核)(?:组|意见|问题|结果)?反馈)(?:时间|日期|日)"
    rf"\s*[:：]?\s*(?={_DAY.pattern})"
    rf"|\b(?:notice|letter|report|citation|order|directive|findings?|inspection report) (?:was |were )?(?:(?:issued|served|received|delivered"
    rf"|dated)(?: on)?|date)\s*[:：]?\s*(?=(?:{WEEKDAY_NAME})?,? ?(?:{_DAY.pattern}|{_WORD_DAY.pattern}))"
    rf"|(?:\bdate (?:of|on) (?:the )?(?:notice|letter|citation|order|receipt|issue|inspection|visit|audit|survey)"
    rf"|(?<!next )(?<!last )(?<!prior )(?<!previous )(?<!follow-up )\b(?<!re-)inspection date)"
    rf"\s*[:：]?\s*(?=(?:{WEEKDAY_NAME})?,? ?(?:{_DAY.pattern}|{_WORD_DAY.pattern}))",
    re.IGNORECASE,
)
"""Before a day: that all was handed out on it, whatever else the line tells of: 督查时间：6月16日至18日 交办时间：6月22日."""
_YEARLESS = pattern(r"(?<![\d年])\s*(?<!\d)(\d{1,2})月(\d{1,2})日(?![\d前至到\-—~～])")
_MONTH_NUMBERS = {name: at for at, name in enumerate(MONTHS, 1)}
_MEETING = pattern(
    r"会议时间|(?:办公|常务|党组|专题|调度|推进|协调|工作|全体|班子|党委|联席|例)会|开会时间|召开|时\s*间\s*[:：]|日\s*期\s*[:：]|会议|meeting"
    r"|minutes|\bheld\b|\bdate\s*[:：]|session|\bnotes? (?:of|from)\b"
    r"|\b(?:retreat|workshop|hearing|forum|conference|exercise|walk-?through|site visit|debrief)\W+(?:follow[- ]?ups?|actions?|action items?"
    r"|outcomes?|debrief|to-?dos?)\b|\b(?:follow[- ]?ups?|actions?|action items?|outcomes?) (?:from|of|after) (?:the )?(?:\w+ ){0,2}(?:retreat"
    r"|workshop|hearing|forum|conference|exercise|walk-?through|visit)\b"
    r"|\b(?:weekly|daily|monthly|bi-?weekly|team|staff|leadership|ops|operations|morning|project|status|department|management"
    r"|executive)\b.*\b(?:check-?in|catch-?up|sync(?:-?up)?|stand-?up|huddle|touch-?base|round-?table|call)\b",
    re.IGNORECASE,
)
_MINUTES = pattern(r"\b(?:minutes|meeting notes|action notes)\b|会议|纪要", re.IGNORECASE)
_OTHER = pattern(
    r"(?<!以)[下上]一?次|下期|上期|\bnext\b|\b(?:will|to) (?:be held|meet)\b|\b(?:last|previous|prior|preceding) (?:\w+ ){0,2}(?:meeting|session|minutes)\b"
    r"|\bminutes\b.*\b(?:were|was|stand|stood)\b.*\b(?:approved|accepted|adopted|confirmed|ratified|read|presented|corrected|amended|circulated)\b"
    r"|\b(?:approv(?:al|e|ing)|adopti?(?:on|ng)?|accept(?:ance|ing)?|confirm(?:ation|ing)?|reading"
    r"|review) (?:of )?(?:the )?(?:\w+ ){0,2}minutes\b|\b(?:approved|adopted|accepted|confirmed|reviewed) the (?:\w+ ){0,2}minutes\b"
    r"|\bminutes (?:approved|adopted|accepted|confirmed)\b|\bconsent (?:agenda|calendar)\b",
    re.IGNORECASE,
)
"""Another meeting than the one that is told of: the one to come, or the one before, whose minutes were approved at this."""
OF_THE_PAPER = "填报|填表|制表|更新|上报|报送|截至|印发|发布|打印"
"""Beside a day: that the paper was written on it, whatever it tells of."""
_WRITTEN = pattern(
    rf"{OF_THE_PAPER}|(?:调度|统计|更新|数据)(?:时间|日期)|制作|as (?:of|at)|updated|revised|printed|prepared|compiled|correct (?:at|on)",
    re.IGNORECASE,
)  # of the paper, not the meeting
_ALONE = pattern(
    rf"[\s,，.。()（）\-–日]*+(?:{WEEKDAY_NAME}|{WEEK_HAN}[一二三四五六日天])?[\s,，.。()（）]*+(?:(?:上|下)午"
    rf"|at)?\s*+(?:\d{{1,2}}[:：.]\d{{2}})?\s*+(?:[ap]\.?m\.?)?[\s()（）]*",
    re.IGNORECASE,
)
"""What may stand beside a day that has a line of its own: its weekday and an hour."""

_WHOLE_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_OF_MEETING = pattern(r"\b(?:meeting|session|hearing|retreat) (?:of|on|held(?: on)?)\b", re.IGNORECASE)
"""It says of which meeting's day it speaks, though the paper was written on it: Updated after the meeting of June 30."""
_HEADED = pattern(
    rf"^\W*(?:{_WHOLE_WEEKDAY}\b[\s,]*)?(?:{_WORD_DAY.pattern}|{_DAY.pattern})(?:\W*$"
    rf"|\W{{1,4}}(?:\(?{_WHOLE_WEEKDAY}\b|\d{{1,2}}(?::\d\d)?\s*[ap]\.?m|\d{{1,2}}:\d\d|noon\b"
    r"|(?:in |at |via )?(?:the )?(?:room|rm|hall|chambers?|conference|council|board|library|city hall|town hall|zoom|teams|webex|virtual"
    r"|online)\b).{0,60}$)",
    re.IGNORECASE,
)
"""A line of minutes that begins with their day, and an hour or a place behind it."""
_NUMBERS_DAY = pattern(r"(?<![\d/.-])(\d{1,2})(?:/(?=\d{1,2}/)|[.-](?=\d{1,2}[.-]20\d\d))(\d{1,2})[/.-]((?:20)?\d\d)(?![\d/])")
_WEEKDAY = pattern(rf"\b{_WHOLE_WEEKDAY}\b", re.IGNORECASE)
_GATHERS = pattern(
    r"^(?!.*\b(?:schedule|hold|attend|prepare|plan|cancel|for|before|after|by)\b).*\b(?:meeting|mtg|session|hearing|workshop|retreat)\b",
    re.IGNORECASE,
)
_LONGEST_MEETING = 60
_FILE_DAY = pattern(r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)")

_PLAN = pattern(r"安排|计划|日程|预排|\b(?:schedule|plan|planner|calendar)\b", re.IGNORECASE)
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|two|three|five|seven|ten|fifteen|twenty|thirty)"
_RULE = pattern(
    rf"(?:自?(?:{HANDED_OUT})(?:之日|后|当日|之后)?[^。；;\n]{{0,6}}?{_COUNT}\s*个?(?:工作日|自然日|日|天)(?:内|以内|之内)?)"
    rf"|(?:(?:within\s+)?{_COUNT}(?:\s*\(\d+\))?\s+(?:(?:business|working|calendar)\s+)?days?\s+(?:from|of|after|following)\s+(?:the\s+|an?\s+)?"
    r"(?:date\s+of\s+)?\w+(?:\s+(?:is|are|was|were|has\s+been)\s+\w+)?)",
    re.IGNORECASE,
)
_DAY_OF_ALL = r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|[底末])"
_FOR_ALL = pattern(
    rf"(?:请|务必|须|要求|应)[^。；;\n]{{0,20}}?[于在](?P<by>{_DAY_OF_ALL}(?:之前|以前|前)?)(?:全部|全面|按要求)?(?:完成|办结|落实到位|整改到位"
    rf"|整改完毕|办理完毕|销号)(?!.{{0,4}}(?:初稿|自查|填报|报送|上报|反馈|摸底|第))"
    rf"|^\W*(?:要求|规定|统一)?(?:完成|整改|办理|办结|落实)(?:的)?(?:时限|期限|时间)\s*[:：]\s*(?P<until>{_DAY_OF_ALL}(?:之前|以前|前)?)"
)
"""The day by which all is to be done, as a notice says it over its table: 请各科室于7月10日前完成; 整改时限：7月10日前."""
_OF_FISCAL = pattern(
    (
        r"\b(?:FY|fiscal year|AY|academic year|SY|school year)\s*'?(?:20)?\d\d(?:\s*[-–—/]\s*(?:20)?\d\d)?\b"
        r"|\b20\d\d\s*[-–—/]\s*(?:20)?\d\d(?=\s*(?:school|academic|fiscal|program|season)\b)"
    ),
    re.IGNORECASE,
)
"""A year that is no calendar's: a day without one may be in this or in the one before."""
_MOST = 400  # characters of a line that is looked at


DayOf = Callable[[str], date | None]
"""Finds the first whole day that a line names."""


@dataclass(frozen=True, slots=True)
class Around:
    """The file's name without its ending, the sheet's, and the `lines` above the headings, outermost first.

    `year` is what title, sheet or file name says, in this order; `day` that of the meeting a Word file tells of; `rule` the words
    of a rule for deadlines (`10 business days from receipt`). None and "" where nothing is said.
    """

    file: str = ""
    sheet: str = ""
    lines: tuple[str, ...] = ()
    year: int | None = None
    day: date | None = None
    rule: str = ""

    @property
    def plans(self) -> bool:
        """Whether it calls itself a plan of what is to come (一周工作安排), whose days are those by which things are done."""
        return any(_PLAN.search(text) for text in (*self.lines, self.sheet, self.file))


def around(file: str, sheet: str, lines: Sequence[str], *, document: bool = False) -> Around:
    """What the lines above a table, its sheet's and its file's name say; a day with a line of its own is the meeting's in a `document`."""
    lines = tuple(line[:_MOST] for line in lines)
    year = next((found for text in (*lines, sheet, file) if (found := year_in(text))), None)
    day = _meeting_day((*lines, sheet, file), year, alone=document)
    if day is None and document and any(_MINUTES.search(text) for text in (*lines, file)) and (named := _FILE_DAY.search(file)):
        day = _day(*map(int, named.groups()))
    return Around(file, sheet, lines, year, day, rule_in(lines))


def meeting_in_numbers(around: Around, order: str) -> date | None:
    """The day of the meeting of which a line speaks, written in numbers (Date: 6/24/2026), day and month in this order where either may be first."""
    for line in around.lines:
        found = _NUMBERS_DAY.search(line)
        if found and _MEETING.search(line) and not _OTHER.search(line) and (_OF_MEETING.search(line) or not _WRITTEN.search(line)):
            one, other, year = int(found[1]), int(found[2]), int(found[3]) % 100 + 2000
            read = {"mdy": _day(year, one, other), "dmy": _day(year, other, one)}
            return read.get(order) if all(read.values()) else read["mdy"] or read["dmy"]
    return None


def meeting_without_year(around: Around, today: date) -> date | None:
    """The last such day of the meeting of which a line speaks with no year anywhere: 7月6日周例会任务清单."""
    if around.year is not None:
        return None
    lines = [line for line in around.lines if _MEETING.search(line) and not _OTHER.search(line) and not _WRITTEN.search(line)]
    found = next(filter(None, map(_YEARLESS.search, lines)), None)
    days = (_day(today.year - back, int(found[1]), int(found[2])) for back in (0, 1)) if found else ()
    return next((day for day in days if day and day <= today), None)


def year_in(text: str) -> int | None:
    """The one year a text names; None where it names none or several."""
    plain = _HAN_YEAR.sub(lambda found: found[0].translate(_HAN_DIGITS), _LOOKED_INTO.sub(" ", _OF_FISCAL.sub(" ", _NUMBERS.sub(" ", text))))
    years = {int(year) for year in YEAR.findall(plain)}
    return years.pop() if len(years) == 1 else None


def rule_in(lines: Iterable[str]) -> str:
    """The words of the first rule for deadlines among the lines."""
    lines = tuple(lines)
    counted = next((found[0].strip() for line in lines if (found := _RULE.search(line))), "")
    return counted or next((found["by"] or found["until"] for line in lines if (found := _FOR_ALL.search(line))), "")


def _meeting_day(lines: Iterable[str], year: int | None, *, alone: bool) -> date | None:
    """The day in the first line that speaks of a meeting and holds one; without a year it is that of `year`."""
    lines = [line for line in lines if not _OTHER.search(line)]
    if handed_out := next(((line, found) for line in lines if (found := _HANDED_OUT_ON.search(line))), None):
        return day_in(handed_out[0][handed_out[1].end() :])
    about = [line for line in lines if _MEETING.search(line) and (_OF_MEETING.search(line) or not _WRITTEN.search(line))]
    whole = next((day for line in about if (day := day_in(line))), None)
    if whole is None and (about or alone):  # minutes often have their day on a line of its own
        whole = next((day for line in lines if _stands_alone(line) and (day := day_in(line))), None)
    return whole or next((_day(year, int(found[1]), int(found[2])) for line in about if year and (found := _YEARLESS.search(line))), None)


@lru_cache(maxsize=64)
def meeting_in(title: str) -> date | None:
    """The day of the meeting that the title of a section names: June 15, 2026 Regular Meeting; Hearing of June 9, 2026."""
    told = _MEETING.search(title) or heads_meeting(title)
    return day_in(title) if _stands_alone(title) or (told and not _OTHER.search(title) and not _WRITTEN.search(title)) else None


def heads_meeting(title: str) -> bool:
    """Whether a text is no more than a meeting and its day, in either order, as lists by meetings have it over their rows."""
    day = _WORD_DAY.search(title) or _DAY.search(title) or _NUMBERS_DAY.search(title)
    if day is None:
        return False
    before, behind = title[: day.start()].strip(" ,-–—:()"), title[day.end() :].strip(" ,-–—:()")
    beside = _WEEKDAY.sub("", f"{before} {behind}").strip(" ,-–—:()")
    return (
        not (before and behind and _WEEKDAY.sub("", before).strip(" ,")) and len(beside) <= _LONGEST_MEETING and _GATHERS.search(beside) is not None
    )


def _stands_alone(line: str) -> bool:
    """Whether a line holds nothing but a day, its weekday and hour, or begins with them and says where."""
    return _ALONE.fullmatch(_DAY.sub("", _WORD_DAY.sub("", line))) is not None or (_HEADED.match(line) is not None and not _WRITTEN.search(line))


def day_in(text: str) -> date | None:
    """The first whole day, with its year, that a text names."""
    if found := _DAY.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    for found in _WORD_DAY.finditer(text):
        month = _MONTH_NUMBERS.get((found[1] or found[5])[:3].lower())
        if month:
            return _day(int(found[3] or found[6]), month, int(found[2] or found[4]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
