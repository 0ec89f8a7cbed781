"""Chinese minutes: 由甲科负责，7月14日前完成排班；请姚岚同志牵头，甲科配合."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from officecli.files.ledger.sheets.minutes.minuted import Knows, Point
from officecli.patterns import pattern
from officecli.typed.dates.holidays import BEFORE_A_HOLIDAY

_SENTENCES = pattern(r"(?<=[。；;！])")
_LABELLED = pattern(
    r"[（(\[【]?\s*(?:(?:责任|牵头|承办|主办|经办|落实)(?:人|单位|科室|部门|领导)?"
    r"|负责人)\s*(?P<mark>[:：]?)\s*(?P<lead>[^；;，,）)】\]。]{2,40})(?:[；;，,、]\s*(?:配合|协办)(?:人|单位|科室"
    r"|部门)?\s*[:：]\s*(?P<support>[^；;，,）)】\]。]+))?"
    r"(?:[；;，,、]?\s*(?:完成|办结|整改|反馈)?(?:时限|期限|时间)\s*[:：]\s*(?P<due>[^）)】\]。；;]+))?\s*[）)】\]]?"
)
_ASKED = pattern(r"(?:^|(?<=[，,：:]))(?!拟由|由|请|责成|安排|委托|@)|(?:拟由|由|请|责成|安排|委托|@)(?!各|全)")
"""Behind it, or where a clause begins, stands who is to do it."""
_NAMES = pattern(
    r"(?:(?!具体|主要|全面|牵头|负责|主办|承办|抓总|落实|跟进|督促|办理|同志|配合|完成|[于在将])[\u3400-\u9fff·]|、(?=[\u3400-\u9fff])){2,14}"
)
"""As much as may be names, before what is said of them."""
_DOES = pattern(r"(?:同志|\s)*(?:具体|总|主要|全面)?(?:牵头|负责|主办|承办|抓总|落实|跟进|督促|办理)+(?:办理|落实|组织|实施)?|\s*[:：]\s*")
_TELLS = pattern(r"(?:同志)?(?:负责)?(?:主持|记录|汇报|通报|传达|介绍|发言|参加|列席|出席|缺[席勤]|请假|领学|宣读|讲话|报告了|提出)")
"""Behind a name: what somebody did at the meeting."""
_WITH_WHOM = pattern(r"[，,、；;](?P<support>[^，,；;。:：]{2,40}?)(?:共同)?(?:配合|协助|协办|参与)(?=[，,；;。]|$)")
_WITH_WHAT = pattern(
    r"[，,、；;](?P<support>[^，,；;。:：]{2,40}?)(?:共同|负责|同志)*(?:配合|协助)"
    r"(?:做好|提供|落实|开展|抓好|搞好|保障|完成|准备|办理)[^，,；;。]{2,16}(?=[，,；;。]|$)"
)
"""Who helps, and with what: 财务科配合做好经费保障."""
_WHEN = pattern(
    rf"(?:[于在])?(?P<due>{BEFORE_A_HOLIDAY}(?![的起])|"
    r"(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}[日号]|[底末]|[上中下]旬)|[本下]周[一二三四五六日末]|(?<![上每])周[一二三四五六日末](?=之?前|以前)"
    r"|[本下]月(?:底|末|\d{1,2}[日号])|(?:今年)?年底|[一二三四]季度末"
    r"|\d{1,2}[日号])(?:(?:至|到|[-—–~～])(?:\d{1,2}月)?\d{1,2}[日号])?(?!之?前[的起]|以前[的起]|[的起])(?:之前|以前|前)?)"
)
"""A day by which it is to be done, or on which; 7月1日起 and 7月10日的会议 tell of no such day."""
_IN_NUMBERS = pattern(
    r"(?:计划|拟|争取|力争)?(?:[于在])?(?P<due>20\d\d[-/.]\d{1,2}[-/.]\d{1,2})日?(?:\s*[|｜]?\s*\d{1,2}\s*[:：]\s*\d\d)?(?:之前|以前"
    r"|前)?(?!\s*的)(?:(?:完成|提交|交付)(?=[，,；;。]|$))?"
)
"""Such a day in numbers, with its hour: 2026/07/14 | 20:00前."""
_DEED = pattern(r"完成|编[写制]|撰写|起草|修[改订]|整理|准备|制[作定]|更新|提交|上传|设计|收集|汇总|核[对实]|检查|联系|《")
"""Right behind a name, what it is to do, where a day that is ahead is told as well."""
_AHEAD = pattern(
    r"(?:计划|拟|争取|力争|预计)(?:[于在])?[^，,；;。]{4,28}(?:前|完成|提交|上报|交付)|[日号底末]之?前(?:完成|提交|上报|报送|交付|[)）。.；;\s]*$)"
    r"|[（(](?:完成|办结|办理)?(?:时限|期限|截止(?:日期|时间)?)\s*[:：][^（）()]{3,16}[)）]"
)
_IS_OVER = pattern(rf"(?:{_DEED.pattern}|结束)了(?!解)|已(?:经)?(?:全部)?完成|已提交")
_IS_AWAY = pattern(r"[都均也还]?(?:不|没|未|出差|休假|请假|外出|在外|离[岗职])")
"""Right behind a day, of somebody, and nothing that is to be done: 石磊7月14日前不在岗."""
_TOLD = pattern(r"[日号前]已")
"""Behind a day: what was done on it, or by then."""
_DONE = pattern(r"[，,；;]?\s*[（(]?(?P<state>已经?(?:全部|全面|基本)?(?:完成|办结|报送|上报|反馈|落实|印发))\s*[)）]?[。.]?$")
"""At its end, that it was done."""
_IS_OF = pattern(r"(?:、[^，,；;。]{2,14}(?:配合|协助))?的")
"""Behind who does it, that something else is told of: 姚岚负责的台账."""
_SAYS = pattern(r"[:：]\s*(?:我(?![省市县区州镇乡街局委办院校])|(?:@|请|由|责成|安排)(?![^，,；;。]{2,14}(?:配合|协助|支持|参与)))")
"""Behind a name, that it is whoever speaks: of themselves, or to somebody else."""
_EACH = pattern(r"[^，,；;]{0,12}(?:分别|各自)(?!由)")
"""Behind several, that each is to do it."""
_OF_ALL = pattern(r"(?:项目|课题|小组|部门|单位|工程|技术|质量|安全|会议)+(?:负责|责任|主持|记录)人\s*[:：]\s*[^，,；;。:：]{2,12}")
"""Who heads all of it, as a form has it, and nothing that is to be done."""
_NO_NAME = pattern(r"[\d\s()（）+-]+")
_COMMAS = pattern(r"[，,；;]")
_MEETING_SAYS = pattern(r"^(?:会议|与会人员)?(?:研究|一致)?(?:要求|明确|决定|议定|强调|指出|原则同意|同意|认为|部署)[，,:：]?")
_EMPTIED = pattern(r"[（(]\s*(?:(?:要求|计划)?(?:完成|办结|办理)?(?:时限|期限|时间|日期|截止(?:日期|时间)?)\s*[:：]?)?\s*(?:完成|办结)?\s*[)）]")
"""Brackets in which nothing is left once the day is taken out of them: （完成时限：）."""
_SAYS_NO_MORE = pattern(r"(?<=..)[，,](?:予以)?(?:全部|全面)?(?:完成|反馈|办结|落实|报结)$")
"""At its end, that it is to be done: 修订办法，7月20日前完成."""
_FEWEST = 5  # characters of what says by itself what is to be done


def said_in_han(text: str, knows: Knows) -> Iterator[Point]:
    """What the sentences of a Chinese line say somebody of the office is to do."""
    if _OF_ALL.fullmatch(text):
        return
    found = [one for one in _LABELLED.finditer(text) if one["mark"] or _all_known(one["lead"], knows)]
    if len(found) > 1:
        yield from (Point(_clean(text), one["lead"], "") for one in found)
        return
    if found:
        (labelled,) = found
        what = f"{text[: labelled.start()]}，{text[labelled.end() :]}"
        due = labelled["due"] or _when(what)
        yield Point(_clean(what if labelled["due"] else _without_when(what)), _led(labelled["lead"], labelled["support"]), due)
        return
    head = ""
    for sentence in _SENTENCES.split(text):
        points = _of_sentence(sentence, head, knows)
        head = head or ("" if points else sentence.strip("。；; "))
        yield from points


def _of_sentence(text: str, head: str, knows: Knows) -> list[Point]:
    """What a sentence below a head says is to be done, as often as it names somebody who is to do a part of it."""
    done = _DONE.search(text)
    sentence = text[: done.start()] if done else text
    who = _who(sentence, knows)
    due = _when(sentence)
    does = _DOES.match(sentence, who.end) if who else None
    if who is None or _TOLD.search(sentence) or not (due or does):
        return []
    end = does.end() if does else who.end
    helped, part = _WITH_WHOM.search(sentence, who.end), _WITH_WHAT.search(sentence, who.end)
    helpers = helped["support"] if helped else part["support"] if part and _all_known(part["support"], knows) else None
    before = sentence[: who.start]
    behind = f"{sentence[end : helped.start()]}{sentence[helped.end() :]}" if helped else sentence[end:]
    behind = behind.removeprefix("同志")
    rest = behind if knows(before.rstrip(":： ")) else f"{before}，{behind}"
    what = _clean(_without_when(rest) if due else rest)
    if len(name := _NO_NAME.sub("", what)) < _FEWEST and knows(name):
        return []  # 组长：姚岚 6001: who is what
    what = what if len(what) >= _FEWEST else f"{head}：{what}".strip("：")
    lead = f"{who.lead}分别办理" if "、" in who.lead and _EACH.match(behind) else _led(who.lead, helpers)
    point = Point(what, lead, due, done["state"] if done else "")
    return [point] * max(1, sum(_has_part(piece, knows) for piece in _COMMAS.split(sentence)))


class _Who(NamedTuple):
    """Who is to do it, and from where to where a sentence says so."""

    lead: str
    start: int
    end: int


def _who(sentence: str, knows: Knows) -> _Who | None:
    """Who of the office a sentence asks, or begins with, to do what follows; nobody who only tells of it."""
    for asked in _ASKED.finditer(sentence):
        begins = _NAMES.match(sentence, asked.end())
        ends = range(begins.end(), begins.start() + 1, -1) if begins else ()
        end = next((one for one in ends if _all_known(sentence[asked.end() : one], knows)), 0)
        does = _DOES.match(sentence, end) if end else None
        if end and not _tells(sentence, does.end() if does else end, end) and (asked[0] or does or (not asked.start() and _is_to(sentence, end))):
            return _Who(sentence[asked.end() : end], asked.start(), end)
    return None


def _tells(sentence: str, does: int, name: int) -> bool:
    """Whether a sentence, behind a name and what is done, only tells of it, or whoever is named says it."""
    return any((_TELLS.match(sentence, name), _SAYS.match(sentence, name), _IS_OF.match(sentence, does)))


def _has_part(clause: str, knows: Knows) -> bool:
    """Whether a clause says of somebody what is theirs to do."""
    who = _who(clause, knows)
    does = _DOES.match(clause, who.end) if who else None
    return does is not None and bool(clause[does.end() :].strip("。 "))


def _all_known(names: str, knows: Knows) -> bool:
    """Whether nothing but people and sections of the office stands there."""
    return all(map(knows, re.split("[、和及与]", names)))


def _led(lead: str, support: str | None) -> str:
    return f"{lead}牵头，{support}配合" if support else lead


def _when(sentence: str) -> str:
    found = (
        next((one for one in _WHEN.finditer(sentence) if one["due"].endswith("前")), None) or _WHEN.search(sentence) or _IN_NUMBERS.search(sentence)
    )
    return found["due"] if found else ""


def _without_when(sentence: str) -> str:
    """A sentence without the day by which it is to be done, and the hour."""
    return (_WHEN if _WHEN.search(sentence) else _IN_NUMBERS).sub("", sentence, count=1)


def _is_to(sentence: str, name: int) -> bool:
    """Whether a sentence says, behind a name, that something is to be done by a day, with
    no word more of who does it: 石磊7月14日前排班, 石磊编写方案，计划于7月14日前完成.
    """
    by = _WHEN.match(sentence, name)
    ahead = (by is not None and by["due"].endswith("前") and not _IS_AWAY.match(sentence, by.end())) or (
        _DEED.match(sentence, name) is not None and _AHEAD.search(sentence, name) is not None
    )
    return ahead and not _IS_OVER.search(sentence, name)


def _clean(text: str) -> str:
    """A sentence without what says that a meeting said it, and without marks at its ends."""
    plain = re.sub(r"(?<=[:：])[，,]\s*", "", re.sub(r"[，,.．]{2,}", "，", _EMPTIED.sub("", text))).strip("，,.。；;、 ")
    return _SAYS_NO_MORE.sub("", _MEETING_SAYS.sub("", plain)).strip("，,.。；;、 ")
