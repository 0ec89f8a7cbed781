"""Texts of more than one day: a span, a deadline and the one that replaced it, the stages of a matter."""

from __future__ import annotations

import re
from datetime import date

from officecli.patterns import compiled, pattern
from officecli.typed.dates import around
from officecli.typed.dates.english.spans import COUNT, UNIT
from officecli.typed.dates.english.words import MONTH
from officecli.typed.dates.no_days import says_how_long, says_no_day
from officecli.typed.dates.one_day import Reading, read_one
from officecli.typed.dates.plain import parts
from officecli.typed.dates.refusals import NoDay, backwards, several
from officecli.typed.dates.view import View

_MOVED = pattern(
    r"(?P<first>.*?)[(\[,;、 ]*(?:现|已|经批准|经同意|经研究|同意|批准|后)*(?:延期|延长|延后|顺延|展期|推迟|调整|变更|更改|修改|改|延|宽限|现)(?:办理|完成|时限|时间)?(?:至|到|为|于|:)(?P<now>[^()\[\]]+)[)\]]?"
    r"|(?P<first2>.*?)[(\[,; ]*(?:(?:is |was |has been |been |now )*(?:extended|extension|ext\.?|ext'd|rev(?:ised|ision)?\.?(?: date)?|carried (?:forward|fwd|over)|c/?f|moved|pushed(?: (?:out|back))?|re-?sched(?:uled)?\.?"
    r"|deferred|postponed|slipped|slip|changed|updated|new(?: due)?(?: date)?|delayed|bumped|rolled(?: over)?|re-?set|re-?baselined|now)\b\.?)(?: by [a-z. ]{2,20}(?= to ))?(?: (?:was )?(?:granted|approved))?(?: (?:now )?(?:to|until|till?|thru|as|is|due))?[:= ]+(?P<now2>[^()\[\]]+?)[)\]]?"
    r"|(?P<first3>.+?) ?(?:->|=>|>>) ?(?P<now3>.+)|~~(?P<first4>.+?)~~ ?(?P<now4>.+)"
)
_WAS = pattern(
    r"(?P<now>.+?)[(\[,; ]*(?:原定?(?:时限|期限|为|于|计划)?|was|orig(?:inal(?:ly)?|\.)?(?: due)?(?: date)?|previously|prev\.?|formerly|old)[: ]*(?P<first>[^()\[\]]+?)[)\]]?"
    r"|(?:原定?(?:时限|期限|为|于|计划)?|由|从|was|orig(?:inal(?:ly)?|\.)?(?: due)?(?: date)?|old)[: ]*(?P<first2>.+?)[,;]? ?(?:[现已]?(?:定|改|调整|变更|延期?|顺延|推迟)|现|now|new|rev(?:ised|\.)?)(?:至|到|为|于|:| to)? ?(?P<now2>.+)"
    r"|(?:moved|extended|pushed|rescheduled|changed|revised|postponed|slipped|deferred) from (?P<first3>.+?) (?:to|until) (?P<now3>.+)"
)
_LATER = 270
"""Days from a deadline to the one that replaces it, where not both have their year."""
_ASKED = pattern(r"申请|拟延|请求|建议|提出|requested?|proposed?|asked|pending|seeking|need(?:s|ed)?")
_MARK = r"(?:-+|~|至|到| to | through | thru | till? | until )"
_AND_THEN = pattern(
    r"力争|确保|阶段|开工|竣工|完工|建成|完成|办结|报|交|提|反馈|落实|整改|形成|制定|出台|印发|启动|开展|推进|建|取得|到位|draft|final|complete|report|submit|deliver|phase|stage|first|review|publish|launch|part|plan|interim|full"
)


_NEXT = pattern(
    r"(?P<work>[a-z -]+?)[ ,;:(-]+(?:(?:the )?next(?: (?:one|due|review|report|update|check))?(?: date)?(?: (?:is|on|by|due))*|until|till?|thru|through|ends?|by)[: ]+(?P<day>[^()]*\d[^()]*)\)?"
)
_MEETS = re.compile(
    r"(?:(?:by|at|for|before|until) )?(?:the |our )?(?:next|following|upcoming) [a-z' -]*?(?:meeting|mtg|session|hearing|review|visit|inspection|council|board|committee|conference)[ ,;:-]*"
    r"(?:\((?P<day>[^()]*\d[^()]*)\)|(?:on |- )?(?P<day2>\d[^()]*|[a-z]{3,9}\.? \d[^()]*))"
)
"""What comes next, with its day: Next meeting (July 21)."""


def read_several(text: str, whole: str, view: View) -> Reading | None:
    """The day that counts of a text with several; None where it holds no more than one that is understood; NoDay where none of them is said to count."""
    found = _next_of(whole, view) or _moved(whole, view) or _span(whole, view) or _staged(text, view)
    if found is None and any(_AND_THEN.search(inner) for inner in re.findall(r"\(([^()]*\d[^()]*)\)", whole)) and not whole.isascii():
        found = _staged(re.sub(r"[()（）]", ";", text), view)  # 8月10日前完成（7月10日报进度）
    if found is None and len([one for one in re.split(" or | and |&|或者?|和|及|以及", whole) if read_one(one.strip(), view)]) > 1:
        raise several(text)
    return found


def _next_of(text: str, view: View) -> Reading | None:
    """The next day of what goes on, where it is named: Ongoing (next review 9/30), monthly, next due 7/31; or its last, Ongoing until December 2026."""
    if meets := _MEETS.fullmatch(text):
        met = read_one((meets["day"] or meets["day2"]).strip(" ,;:"), view)
        return Reading(met.day, ("words", *met.inferred), None, met.relative) if met and not met.relative else None
    match = _NEXT.fullmatch(text)
    if match is None or not says_how_long(match["work"].strip(" ,;:(-")):
        return None
    found = read_one(match["day"].strip(" ,;:()"), view)
    return Reading(found.day, tuple(dict.fromkeys(("words", *found.inferred))), None, found.relative) if found and not found.relative else None


def _moved(text: str, view: View) -> Reading | None:
    """The deadline that replaced another; NoDay where it is not the later one, or has only been asked for."""
    for how in (_MOVED, _WAS):
        match = how.fullmatch(text)
        if not match or _ASKED.search(text):
            continue
        said = {name.rstrip("234"): value for name, value in match.groupdict().items() if value is not None}
        said["now"] = re.sub(
            r"^(?:rev(?:ised)?|new|now|ext(?:ended)?)[.: ]+(?:to )?| (?:as )?(?:per|agreed with|approved by) [a-z. ]{1,30}$", "", said["now"]
        )
        named = said.get("first", "").strip(" ,;(-")
        first = read_one(named, view) if named else None
        whole_year = first is not None and not _no_year(first)
        now = read_one(said["now"].strip(" ,;)"), _from(view, first.day) if first and whole_year else view)
        if _SO_LONG.match(said["now"].strip(" ,;)")):
            continue  # so long after a deadline that this text may not even name
        if now is None or "this-month" in now.inferred or (named and first is None):
            continue
        if first and not whole_year:
            first = read_one(named, View(view.almanac, now.day, None, "past")) or first
        if first and not 0 <= (now.day - first.day).days <= (10_000 if whole_year and not _no_year(now) else _LATER):
            raise backwards(text, first.day, now.day)
        others = [code for code in first.inferred if not code.startswith("year")] if first else []
        inferred = dict.fromkeys(("revised", *others, *now.inferred))
        return Reading(now.day, tuple(inferred), first.day if first else None, now.relative or bool(first and first.relative))
    return None


_SO_LONG = pattern(
    rf"(?:by |for |another |a further )*(?:\d{{1,3}} ?个|{COUNT}[ -]?{UNIT}(?![a-z])|\d{{1,3}}(?:[天日周年]|星期|工作日|小时)(?!月))", re.ASCII
)
_COUNT = pattern(r"\d{1,3} ?(?:个|天|日[内后]|周|星期|年|小时|d\b|w|m\b|y|h|b)|\d{1,3}$", re.ASCII)
"""So much time: the end of no span from one day to another. A number alone has found its month before."""


def _span(text: str, view: View) -> Reading | None:
    """The last day of a span from one to another; NoDay where it runs backwards."""
    for mark in re.finditer(rf"{_MARK}| and " if text.startswith("between ") else _MARK, text):
        first, last = _ends(text[: mark.start()], text[mark.end() :])
        if not first or not last or _COUNT.match(last) or first.isdigit():
            continue
        began = read_one(first, view)
        ended = read_one(last, view if _no_year(began) else _from(view, began.day)) if began else None
        if began and ended:
            if ended.day < began.day and not (began.day.year > ended.day.year and "year-next" in began.inferred):
                raise backwards(text, began.day, ended.day)
            return Reading(
                ended.day, ("range", *(one for one in ended.inferred if one != "whole")), None, ended.relative, starts=began.starts or began.day
            )
    return None


_DAY_MONTH = pattern(r"(?P<head>(?:\d{2,4}年)?\d{1,2}月)\d{1,2}[日号]?", re.ASCII)


def _ends(first: str, last: str) -> tuple[str, str]:
    """The two ends, each with what it shares with the other: 7月15日-31日, 7-9月, July 15-31, 15-31 July."""
    first = re.sub(r"^(?:from |between |自|从|由)|(?:起|开始)$", "", first.strip(" ,"))
    last = last.strip(" ,")
    peeled = re.sub(r"(?:之前|以前|前|之内|以内|内|期间|完成|为?止)+$", "", last)
    if (head := _DAY_MONTH.fullmatch(first)) and re.fullmatch(r"\d{1,2}[日号]?", peeled):
        return first, head["head"] + peeled
    if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{4}年度?", peeled):
        return first + "年", last
    if re.fullmatch(r"(?:\d{2,4}年)?\d{1,2}", first) and (tail := re.fullmatch(r"\d{1,2}(月份?|季度?)", peeled)):
        return first + tail[1][0] + ("度" if tail[1][0] == "季" else ""), last
    if (head := re.fullmatch(rf"(.*?{MONTH} ?)\d{{1,2}}(?:st|nd|rd|th)?", first)) and re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?", last):
        return first, head[1] + last
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", first) and (
        tail := re.fullmatch(rf"\d{{1,2}}(?:st|nd|rd|th)?( (?:of )?{MONTH}(?:,? \d{{4}})?)", last)
    ):
        return first + tail[1], last
    if re.fullmatch(r"[a-z]+\.?|q[1-4]", first) and (tail := re.fullmatch(r"(?:[a-z]+\.?|q[1-4])(,? \d{4})", last)):
        return first + tail[1], last
    return first, last


def _staged(text: str, view: View) -> Reading | None:
    """The last day of a text in clauses, of which at least one says what is done by its day; NoDay where they are only days."""
    clauses = parts(text)
    read = [(clause, _clause(clause, view)) for clause in clauses]
    days = [(clause, found) for clause, found in read if found]
    if not days:
        return None
    for clause, found in read:
        if not found and not around.is_remark(clause) and not says_no_day(clause) and not _begins(clause, view):
            return None
    if len({found.day for _text, found in days}) > 1:
        if not any(_AND_THEN.search(clause) for clause, _found in days) and not all("words" in found.inferred for _text, found in days):
            raise several(text)
        days = _without_passed(days)
    latest = max((found for _clause_text, found in days), key=lambda found: found.day)
    if len({found.day for _text, found in days}) > 1:
        return Reading(latest.day, tuple(dict.fromkeys(("stages", *latest.inferred))), None, latest.relative)
    return Reading(latest.day, tuple(dict.fromkeys((*latest.inferred, "words"))), None, latest.relative)


def _without_passed(days: list[tuple[str, Reading]]) -> list[tuple[str, Reading]]:
    """The stages without one before the last that only comes again in another year: it has passed (五一前发放首批，10月底前发完)."""
    last = days[-1][1].day
    return [(text, found) for text, found in days if found.day.year <= last.year or re.search(r"\d{4}|[明次来后]年", text)]


def _begins(clause: str, view: View) -> bool:
    """Whether a clause says no more than on which day the work begins."""
    if not clause.isascii():
        begun = re.fullmatch(r"(?:自|从)?(?P<day>.{2,12}?)(?:起|开始|启动|开工)[^\d]{0,12}", clause)
        return bool(begun and read_one(begun["day"], view))
    match = re.match(r"(?:start|begin|commence|kick-?off)(?:s|ing|ning)?\b[: ]*(?:on |in )?", clause)
    return bool(match and read_one(clause[match.end() :], view))


def _clause(clause: str, view: View) -> Reading | None:
    """The day of one clause, other words before and behind it left out; None where it has none."""
    found = read_one(clause, view) or _span(clause, view)
    if found:
        return found
    if clause.isascii():
        return _among_words(clause, view)
    for start in re.finditer(r"(?<![\d〇零一二三四五六七八九十])(?=\d|[本下今明]|年底|季末|月底|[上下]半年)", clause):
        words, rest = clause[: start.start()], clause[start.start() :]
        if not 0 < len(words) <= 20 or not around.is_remark(words):
            continue
        inner = read_one(rest, view)
        if inner and not inner.relative:
            return Reading(inner.day, ("words", *inner.inferred))
    return None


def _among_words(clause: str, view: View) -> Reading | None:
    """The day in an English clause with up to eight other words around it, none of which may turn it into another."""
    words = clause.split(" ")
    for length in range(len(words) - 1, 0, -1):
        for start in range(max(0, len(words) - length) + 1):
            piece = " ".join(words[start : start + length]).strip(" ,:;-()")
            rest = " ".join(words[:start] + words[start + length :])
            if len(words) - length > 8 or not piece or not compiled(around.DAYISH).search(piece) or not around.is_remark(rest):
                continue
            try:
                inner = read_one(piece, view)
            except NoDay as refused:
                if refused.kind == "unknown":
                    continue
                raise
            by = re.match(r"(?:by|in|end|before|due|mid|late)\b", piece)
            if inner and (by or not inner.whole) and "this-month" not in inner.inferred:
                return Reading(inner.day, ("words", *inner.inferred), None, inner.relative)
    return None


def _no_year(found: Reading) -> bool:
    """Whether the year of a day had to be inferred."""
    return any(code.startswith("year") for code in found.inferred)


def _from(view: View, first: date) -> View:
    """The same view as seen from the first of two days: the second comes after it, in the same year or the next."""
    later = view.fresh()
    later.base, later.year, later.looks = first, None, "ahead"
    return later
