"""The stages of a matter, each with its day: the last is the deadline."""

from __future__ import annotations

import re
from datetime import date

from officecli.patterns import compiled, pattern
from officecli.typed.dates import around
from officecli.typed.dates.names import WEEKDAY_NAME
from officecli.typed.dates.no_days import comes_round, says_no_day
from officecli.typed.dates.one_day import Reading, read_one
from officecli.typed.dates.plain import parts
from officecli.typed.dates.refusals import NoDay, no_day, several, which_weekday
from officecli.typed.dates.spans import span
from officecli.typed.dates.view import View

AND_THEN = pattern(
    r"力争|确保|阶段|开工|竣工|完工|建成|完成|办结|报|交|提|反馈|落实|整改|形成|制定|出台|印发|启动|开展|推进|建|取得|到位|过半|结束|稿|draft|final"
    r"|complete|report|submit|deliver|phase|stage|first|review|publish|launch|part|plan|interim|full"
)

_AFTERWARDS = pattern(r"(?:[次明来后]年|\d{4}年)起?(?:继续|持续|长期|坚持|不断|深化|巩固|保持|常态)[\u3400-\u9fff]{0,12}")
"""What goes on when all is done: no stage."""


def staged(text: str, view: View) -> Reading | None:
    """The last day of a text in clauses, of which at least one says what is done by its day; NoDay where they are only days."""
    clauses = [one for at, one in enumerate(parts(text)) if not (at and _AFTERWARDS.fullmatch(one))]
    read = [(clause, _clause(clause, view) or (_step(clause, view) if len(clauses) > 1 else None)) for clause in clauses]
    days = [(clause, found) for clause, found in read if found]
    if not days:
        return None
    last = max(found.day for _text, found in days)
    for clause, found in read:
        if not found and _ends_early(clause, view, last):
            continue
        if not found and not around.is_remark(clause) and not says_no_day(clause) and not comes_round(clause) and not _begins(clause, view):
            return None
    if len({found.day for _text, found in days}) > 1:
        if not any(AND_THEN.search(clause) for clause, _found in days) and not all("words" in found.inferred for _text, found in days):
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


def _ends_early(clause: str, view: View, last: date) -> bool:
    """Whether a clause says what is done in the first days of a month, without a day, that are over before the last: 8月初拿出方案."""
    match = _EARLY.fullmatch(clause)
    found = read_one(match["month"], view) if match and around.is_remark(match["words"], behind=True) else None
    return found is not None and found.day.replace(day=_FIRST_DAYS) < last


def _clause(clause: str, view: View) -> Reading | None:
    """The day of one clause, other words before and behind it left out; None where it has none."""
    found = read_one(clause, view) or span(clause, view)
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


_COMPLETE = pattern(r"(?<!in)\b(?:complete|done|ready)\b ?")
_FIRST = "初(?![稿步审验评选定次测查])"
"""Behind a month its first days, and nothing that is done in it: 8月初, and not 8月初稿."""
_STEP = pattern(
    rf"(?P<day>.*(?:[\d〇年月季度半全][日号底末旬月度年]|[上中下]旬|月中(?![标期考介])|(?<![\d.])\d{{1,2}}\.\d{{1,2}}))(?!{_FIRST}|中(?![标期考介]))(?P<words>[\u3400-\u9fff]{{2,8}})"
)
_EARLY = pattern(rf"(?P<month>.*[\d年]月){_FIRST}(?P<words>[\u3400-\u9fff]{{2,12}})")
_FIRST_DAYS = 10
"""Up to which day of a month its first days last."""


def _step(clause: str, view: View) -> Reading | None:
    """The day of one of several clauses that says behind it what is done then (7月调研, 上半年过半), or before it that it is: construction complete Nov 30."""
    if clause.isascii():
        without = _COMPLETE.sub("", clause)
        return _among_words(without, view) if without != clause else None
    match = _STEP.fullmatch(clause)
    found = _clause(match["day"], view) if match and around.is_remark(match["words"], behind=True) else None
    return Reading(found.day, ("words", *found.inferred)) if found and not found.relative else None


_COUNTED_FROM = pattern(r"(?:of|from) ")
"""Behind so many days: what they are counted from, and nobody says when it is. Within 30 days of council approval."""
_GATHERING = pattern(r"^(?:[a-z]+ ){0,2}(?:meeting|mtg|session|agenda|packet|retreat|hearing|conference)s?\b")
"""Behind a month: its day is that of a meeting, and not its last."""


_A_WEEKDAY = rf"(?:{WEEKDAY_NAME})\b\.?(?!.*\d)"
"""A weekday, of which no more is said than what may stand behind it."""
_SIGNS = " ,:;-()"
"""What sets a remark apart from the weekday behind it: Council packet - Friday. Without it the two may be the name of a day."""


def _among_words(clause: str, view: View) -> Reading | None:
    """The day in an English clause with up to eight other words around it, none of which may turn it into another."""
    words = clause.split(" ")
    for length in range(len(words) - 1, 0, -1):
        for start in range(max(0, len(words) - length) + 1):
            written = " ".join(words[start : start + length])
            piece = written.strip(_SIGNS)
            rest = " ".join(words[:start] + words[start + length :])
            if len(words) - length > 8 or not piece or not compiled(around.DAYISH).search(piece) or not around.is_remark(rest):
                continue
            try:
                inner = read_one(piece, view)
            except NoDay as refused:
                if refused.kind == "unknown":
                    continue
                raise
            if inner and start and compiled(_A_WEEKDAY).match(piece) and written[0] not in _SIGNS and words[start - 1][-1] not in _SIGNS:
                raise which_weekday(clause, inner.day)
            behind = " ".join(words[start + length :])
            if inner and ((inner.relative and _COUNTED_FROM.match(behind)) or (inner.whole and _GATHERING.search(behind))):
                raise no_day("event", clause)
            by = re.match(r"(?:by|in|end|before|due|mid|late)\b", piece)
            if inner and (by or not inner.whole or inner.relative) and "this-month" not in inner.inferred:
                return Reading(inner.day, ("words", *inner.inferred), None, inner.relative)
    return None
