"""Texts of more than one day: a span, a deadline and the one that replaced it, the stages of a matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from officecli.light import replace
from officecli.patterns import pattern
from officecli.typed.dates.english.spans import COUNT, UNIT
from officecli.typed.dates.no_days import says_how_long
from officecli.typed.dates.one_day import Reading, read_one
from officecli.typed.dates.refusals import backwards, several
from officecli.typed.dates.spans import ASKED, counted, no_year, seen_from, span, twice
from officecli.typed.dates.stages import AND_THEN, staged
from officecli.typed.dates.view import View

_OFF = "延期|延长|延后|顺延|展期|推迟|[续延展]借|续[租签约期展用]"
"""A deadline, or until when something is lent or holds, is to be later."""
_MOVED = pattern(
    rf"(?P<first>.*?)[(\[,;、 ]*(?:现|已|经批准|经同意|经研究|同意|批准|后)*(?:第?[1-9]次)?(?:{_OFF}|调整|变更|更改|修改|改"
    r"|延|宽限|现)后?(?:\d{1,2}次|两次|\d{1,3}个?(?:工作日|[天日周月]))?(?:办理|完成|时限|时间)?[,、 ]*(?:[现延改]?(?:至|到|为|于)"
    r"|:|(?=\d{1,4}[年月.]\d))(?P<now>[^()\[\]]+)[)\]]?"
    r"|(?P<first2>.*?)[(\[,; ]*(?:(?:is |was |has been |been |now |\d(?:st|nd|rd|th) )*(?:extended|extension|ext\.?|ext'd"
    r"|rev(?:ised|ision|'d)?\.?(?: date)?|carried (?:forward|fwd|over)|c/?f|cont(?:inued|'d|\.)?|adjourned"
    r"|(?:held|laid) over|moved|pushed(?: (?:out|back))?|re-?sched(?:uled)?\.?"
    r"|deferred|postponed|slipped|slip|changed|updated|new(?: due)?(?: date)?|delayed|bumped|rolled(?: over)?|re-?set|re-?baselined"
    r"|now)\b\.?)(?: by [a-z. ]{2,20}(?= to ))?(?: (?:was )?(?:granted|approved))?(?: (?:now )?(?:to|until|till?|thru|as|is"
    r"|due))?[:= ]+(?P<now2>[^()\[\]]+?)[)\]]?"
    r"|(?P<first3>.+?) ?(?:->|=>|>>|>) ?(?:.+ ?(?:->|=>|>>|>) ?)?(?P<now3>.+)|~~(?P<first4>.+?)~~ ?(?P<now4>.+)"
)
_PUT = (
    r"(?:(?:date|deadline) )?(?:moved|extended|pushed|rescheduled|slipped|revised|changed|postponed|delayed|deferred|amended|updated|adjusted"
    r"|reset|(?:\d(?:st|nd|rd|th) )?(?:extension|ext\.?))(?: (?:back|out|over|forward))?"
)
_WAS = pattern(
    r"(?P<first7>[^(),;]+?) \(?(?:orig(?:inal(?:ly)?|\.)?(?: due)?(?: date)?|before|previously|at first|first)\)?[,;]? ?-? ?(?:but )?"
    r"(?:now|new|rev(?:ised|\.)?):?(?: due)? (?P<now7>.+)"
    r"|(?P<now>.+?)[(\[,; ]*(?:(?:amended|revised|changed|extended|updated|new date)[,;:]? )?(?:原定?(?:时限|期限|为|于|计划)?|was"
    r"|orig(?:inal(?:ly)?|\.)?(?: due)?(?: date)?|previously|prev\.?|formerly"
    r"|old)[: ]*(?P<first>[^()\[\]]+?)(?:,(?:已|现|经(?:批准|同意|研究))*(?:延期|展期|顺延)(?:[1-9两]次)?)?[)\]]?"
    r"|(?:原定?(?:时限|期限|为|于|计划)?|由|从|was|orig(?:inal(?:ly)?|\.)?(?: due)?(?: date)?"
    r"|old)[: ]*(?P<first2>.+?)[,;/]? ?(?:[现已]?(?:定|改|调整|变更|延期?|顺延|推迟)|现|now|new|rev(?:'?d|ised|\.)?)(?:至|到|为|于|:| to)? ?(?P<now2>.+)"
    rf"|(?P<now4>.+?)(?: ?\((?:{_PUT} )?from|[,;]? ?-? ?{_PUT} from) (?P<first4>[^()]+)\)?"
    r"|(?P<now5>.+?)[(,; ]*(?:replac(?:es|ing)|supersed(?:es|ing)|in place of|instead of) (?P<first5>[^()]+)\)?"
    r"|(?P<now6>.+?)[(,; ]*(?:由|从|自)(?P<first6>[^()]+?)(?:延期|延后|顺延|推迟|调整|变更|展期|改期)(?:而?来|至此)?\)?"
    r"|(?:moved|extended|pushed|rescheduled|changed|revised|postponed|slipped|deferred) from (?P<first3>.+?) (?:to|until) (?P<now3>.+)"
    rf"|{_PUT} to (?P<now8>.+?) from (?P<first8>[^()]+)"
    r"|(?P<first9>\d[\d/.-]+) (?P<now9>\d[\d/.-]+) ?\((?:revised|new|rev\.?|extended|ext\.?|amended)\)"
)
_EARLIER = pattern(r"^(?:(?:已|现|经(?:批准|同意|研究))*提前(?:至|到)|(?:moved up|brought forward|pulled (?:in|up|forward)|advanced) to )")
"""Before the deadline that replaced a later one: 提前至7月17日（原7月24日）."""
_EARLIER_FROM = pattern(
    r"(?P<now>.+?)[(,; -]+(?:moved (?:up|forward|earlier)|brought forward|pulled (?:in|up|forward)|advanced) from (?P<first>[^()]+)\)?"
    r"|(?:由|从|原定?(?:时限|期限|为|于|计划)?)?[: ]*(?P<first2>[^()]*\d[^()]*?)[(,; ]*(?:现|已|经[^,;()]{0,8}?(?:批准|同意|研究|决定|要求))*"
    r"提前(?:至|到|为)(?P<now2>[^()]+)\)?|(?P<now3>[^()]*\d[^()]*?)[(,; ]*(?:由|从|自)(?P<first3>[^()]+?)提前(?:而?来|至此)?\)?"
)
"""The deadline beside the later one that it replaced: 8/14, moved up from 8/28; 由8月1日提前至7月25日."""
_MUST = (
    r"(?:(?:(?:at|by) )?(?:the )?(?:very )?latest|no later|hard (?:stop|deadline)|drop[- ]?dead(?: date)?|(?:final|firm|absolute) (?:deadline|date)"
    r"|must(?: be)?(?: done)?)"
)
_LATEST = pattern(
    rf"(?P<first>[^,;]*\d[^,;]*?)(?:[,;]| or | / |[,;]? but )\s*"
    rf"(?:(?P<now>[^,;]*\d[^,;]*?) {_MUST}|{_MUST}:? (?:is |on |by )?(?P<now2>[^,;]*\d[^,;]*))"
)
"""A day that is hoped for, and the one by which it must be: 8/14 ideally, 8/21 at the latest."""
_HOPED_FOR = pattern(
    r"^(?:ideally|preferably|target(?:ing|ed)?|aim(?:ing)?(?: for)?|hoping for|goal|try for)[: ]+(?:by |for )?"
    r"|[ (]+(?:ideally|preferably|if possible|target|goal)\)?$"
)
_NOT_THAT = pattern(r"(?P<now>[^,;()]*\d[^,;()]*?)[,;( -]+not (?P<first>[^,;()]*\d[^,;()]*)\)?")
"""A day that is said with the one it is not: 7/17 NOT 7/10."""
_WAS_BEFORE = pattern(r"^\((?:was|orig(?:inal(?:ly)?|\.)?(?: due)?|old|prev\.?)[: ]*(?P<first>[^()]+)\) ?(?P<now>[^()]+)$")
_LATER = 270
"""Days from a deadline to the one that replaces it, where not both have their year."""


_NEXT = pattern(
    r"(?P<work>[a-z -]+?)[ ,;:(-]+(?:(?:the )?next(?: (?:one|due|review|report|update|check))?(?: date)?(?: (?:is|on|by|due))*|until|till?|thru"
    r"|through|ends?|by)[: ]+(?P<day>[^()]*\d[^()]*)\)?"
)
_MEETS = re.compile(
    r"(?:(?:by|at|for|before|until) )?(?:the |our )?(?:next|following|upcoming) [a-z' -]*?(?:meeting|mtg|session|hearing|review|visit|inspection"
    r"|council|board|committee|conference)[ ,;:-]*"
    r"(?:\((?P<day>[^()]*\d[^()]*)\)|(?:on |- )?(?P<day2>\d[^()]*|[a-z]{3,9}\.? \d[^()]*))"
)
"""What comes next, with its day: Next meeting (July 21)."""


def read_several(text: str, whole: str, view: View) -> Reading | None:
    """The day that counts of a text with several; None where it holds no more than one that is understood; NoDay where none of them is said to count."""
    found = (
        _next_of(whole, view)
        or _at_latest(whole, view)
        or _moved(whole, view)
        or _longer(whole, view)
        or counted(whole, view)
        or span(whole, view)
        or twice(whole, view)
        or staged(text, view)
    )
    if found is None and any(AND_THEN.search(inner) for inner in re.findall(r"\(([^()]*\d[^()]*)\)", whole)) and not whole.isascii():
        found = staged(re.sub(r"[()（）]", ";", text), view)  # 8月10日前完成（7月10日报进度）
    return found or _of_two_days(text, whole, view)


def _of_two_days(text: str, whole: str, view: View) -> Reading | None:
    """The second of two days that follow one another (7/22 & 7/23): what takes both is done on it; NoDay for any others."""
    days = [one for each in each_with_month(re.split(" or | and |&|或者?|和|及|以及", whole)) if (one := read_one(each, view))]
    if len(days) == _TWO and "&" in whole and days[1].day - days[0].day == timedelta(days=1):
        return replace(days[1], inferred=tuple(dict.fromkeys(("range", *days[1].inferred))), starts=days[0].day)
    if len(days) > 1:
        raise several(text)
    return None


def _at_latest(text: str, view: View) -> Reading | None:
    """The day by which it must be, behind one that is hoped for; and the one of two days that is not denied."""
    if denied := _NOT_THAT.fullmatch(text):
        meant, other = read_one(denied["now"].strip(), view), read_one(denied["first"].strip(), view)
        return replace(meant, inferred=tuple(dict.fromkeys(("words", *meant.inferred)))) if meant and other else None
    match = _LATEST.fullmatch(text)
    if match is None:
        return None
    hoped = read_one(_HOPED_FOR.sub("", match["first"].strip()).strip(), view)
    latest = read_one((match["now"] or match["now2"]).strip(), view)
    if not hoped or not latest or latest.day < hoped.day:
        return None
    return replace(latest, inferred=tuple(dict.fromkeys(("stages", *latest.inferred))))


_TWO = 2
_OF_A_MONTH = pattern(r"(?P<month>.*\d月)\d{1,2}[日号].*")
_DAY_ALONE = pattern(r"\d{1,2}[日号].*")


def each_with_month(texts: Sequence[str]) -> Iterator[str]:
    """Several days, those of which only the first has the month that all are of with it: 7月17日或24日."""
    month = ""
    for text in map(str.strip, texts):
        found = _OF_A_MONTH.fullmatch(text)
        month = found["month"] if found else month
        yield month + text if month and _DAY_ALONE.fullmatch(text) else text


_AT_ONCE = pattern(r"(?:asap|a\.s\.a\.p\.?|urgent(?:ly)?|immediate(?:ly)?)[ ,;:/(-]+(?P<day>[^()]*\d[^()]*)\)?")
"""At once, and by when at the latest."""


def _next_of(text: str, view: View) -> Reading | None:
    """The next day of what goes on, where it is named: Ongoing (next review 9/30), monthly, next due 7/31; or its last, Ongoing until December 2026."""
    if meets := _MEETS.fullmatch(text):
        met = read_one((meets["day"] or meets["day2"]).strip(" ,;:"), view)
        return Reading(met.day, ("words", *met.inferred), None, met.relative) if met and not met.relative else None
    at_once = _AT_ONCE.fullmatch(text)
    match = at_once or _NEXT.fullmatch(text)
    if match is None or (not at_once and not says_how_long(match["work"].strip(" ,;:(-"))):
        return None
    found = read_one(match["day"].strip(" ,;:()"), view)
    return Reading(found.day, tuple(dict.fromkeys(("words", *found.inferred))), None, found.relative) if found and not found.relative else None


def _moved(text: str, view: View) -> Reading | None:
    """The deadline that replaced another; NoDay where it is not the later one, or has only been asked for."""
    text = _WAS_BEFORE.sub(r"\g<now> (was \g<first>)", text)
    if sooner := _EARLIER_FROM.fullmatch(text):
        said = {name.rstrip("23"): value for name, value in sooner.groupdict().items() if value}
        if found := _brought_forward(f"{said['now']} (was {said['first']})", view):
            return found
    if sooner := _EARLIER.match(text):
        return _brought_forward(text[sooner.end() :], view)
    for how in (_MOVED, _WAS):
        match = how.fullmatch(text)
        if not match or ASKED.search(text):
            continue
        said = {name.rstrip("23456789"): value for name, value in match.groupdict().items() if value is not None}
        said["now"] = _BESIDE_NOW.sub("", said["now"])
        named = said.get("first", "").strip(" ,;(-")
        first = read_one(named, view) if named else None
        whole_year = first is not None and not no_year(first)
        now = read_one(said["now"].strip(" ,;)"), seen_from(view, first.day) if first and whole_year else view)
        if now and first and view.base and not whole_year and "year-next" in now.inferred:  # what was moved before is not put a year ahead
            now = read_one(said["now"].strip(" ,;)"), View(view.almanac, view.base, None, "near"))
        if _SO_LONG.match(said["now"].strip(" ,;)")):
            continue  # so long after a deadline that this text may not even name
        if now is None or "this-month" in now.inferred or (named and first is None):
            continue
        if first and not whole_year:
            first = read_one(named.removesuffix("前"), View(view.almanac, now.day, None, "past")) or first
        if first and not 0 <= (now.day - first.day).days <= (10_000 if whole_year and not no_year(now) else _LATER):
            raise backwards(text, first.day, now.day)
        others = [code for code in first.inferred if not code.startswith("year")] if first else []
        inferred = dict.fromkeys(("revised", *others, *now.inferred))
        counted = now.relative and not (first and whole_year)  # else it was counted from the first
        return Reading(now.day, tuple(inferred), first.day if first else None, counted or bool(first and first.relative))
    return None


_LONGER = pattern(
    rf"(?P<first>[^()\[\],]*\d[^()\[\],]*?) ?[(\[,]? ?(?:(?:已|现|经?(?:批准|同意|研究))*(?:{_OFF}|宽限|延|\+)"
    r"(?P<span>\d{1,3}(?:个?工作日|[天日周]|个月|星期))"
    rf"|(?:(?:is |was )?(?:extended|ext\.?|pushed(?: out| back)?|postponed|slipped|delayed|moved (?:out|back))|\+)(?: by| for)? ?"
    rf"(?P<span2>{COUNT}[ -]?{UNIT}))(?: ?(?:granted|approved|agreed))?[)\]]?"
)
"""A deadline and how much longer there is: 7月10日（延10天）, 7/31 (ext. 2 weeks)."""


def _longer(text: str, view: View) -> Reading | None:
    """The deadline so long after the one before it; None where that has only been asked for."""
    match = _LONGER.fullmatch(text)
    first = read_one(match["first"].strip(), view) if match and not ASKED.search(text) else None
    if match is None or first is None or first.relative:
        return None
    found = read_one(match["span"] or match["span2"], seen_from(view, first.day))
    return Reading(found.day, tuple(dict.fromkeys(("revised", *first.inferred, *found.inferred))), first.day) if found else None


_BESIDE_NOW = pattern(
    r"^(?:rev(?:ised)?|new|now|ext(?:ended|ension)?|moved|pushed|slipped|postponed|deferred|changed)[.: ]+"
    r"(?:(?:was )?(?:granted|approved|agreed) )?(?:(?:back|out) )?(?:(?:to|until) )?"
    r"| (?:as )?(?:per|agreed with|approved by) [a-z. ]{1,30}$"
)
"""Around the day a deadline was moved to: how it was moved, and by whose leave."""


def _brought_forward(text: str, view: View) -> Reading | None:
    """The deadline that replaced a later one, which may be told behind it; NoDay where that was no later one."""
    was = _WAS.fullmatch(text)
    said = {name.rstrip("2345678"): value for name, value in was.groupdict().items() if value} if was else {"now": text}
    now = read_one(said["now"].strip(" ,;()"), view)
    first = read_one(said.get("first", "").strip(" ,;()"), view)
    if now and first and now.day > first.day:
        raise backwards(text, now.day, first.day)
    return Reading(now.day, tuple(dict.fromkeys(("revised", *now.inferred))), None, now.relative) if now else None


_SO_LONG = pattern(
    rf"(?:by |for |another |a further )*(?:\d{{1,3}} ?个|{COUNT}[ -]?{UNIT}(?![a-z])|\d{{1,3}}(?:[天日周年]|星期|工作日|小时)(?!月))", re.ASCII
)
