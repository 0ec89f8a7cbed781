"""What a Chinese note says of a deadline that was moved: 经同意延期至7月20日, 延期10日, 提前至7月8日, 延期，时间待定."""

from __future__ import annotations

import re

from officecli.files.ledger.rows.days.move import BY, NOWHERE, SOONER, TO, Move
from officecli.patterns import pattern

_DUE = r"(?:完成|办结|办理|整改|反馈|报送|建设)?(?:时限|期限|时间|日期|工期)"
_OFF = r"(?:延期|延长|延后|顺延|推迟|展期|宽限|[续延展]借)"
_DAY = r"[^，,；;。()（）、]"
_DONE = r"(?:之?前|以前)?(?:完成|办结|报送|上报|反馈|交付|提交|到位|报结)?(?=$|[，,；;。(（])"
_MOVED = pattern(
    rf"(?:{_DUE}(?:已|经批准|经同意)*(?:{_OFF}|延|调整|变更|修改|改|重新(?:确定|定)|重定|改定)|(?:{_OFF}|延)(?:{_DUE}|完成|办结|办理|整改|反馈|实施)?)"
    rf"(?:至|到|为|:(?=\d))(?P<day>{_DAY}{{2,20}})"
)
_WORD = r"(?:^|[，,；;。:]|同意|批准|批复|决定|研究|明确|要求|批示)(?:后|[：:，,])?(?:现|已|统一|事项|任务|工作)*"
_CHANGED = pattern(rf"{_WORD}(?:改期?|调整|变更|重新?定|改定)(?:为|至|到|在|于)(?P<day>{_DAY}{{2,12}}?){_DONE}")
"""To another day, and nothing else stands before it: 改为7月28日前完成; 地点改为 is none."""
_NEW = pattern(
    rf"(?:新的?|(?:调整|变更|延期|延长|顺延|展期|重新确定)后的?){_DUE}(?:为|是|定为|至|到|:)?(?P<day>{_DAY}{{2,12}}?){_DONE}"
    rf"|现(?:定|行)?(?:的)?(?:完成|办结|办理|整改)?(?:时限|期限)(?:为|是|定为|至|到|:)?(?P<day2>{_DAY}{{2,12}}?){_DONE}"
    rf"|^(?:现?按照?|根据|依据|经)[^，,；;。]{{2,20}}(?:批示|指示|批准|同意|批复)(?:要求|精神|意见)?[，,](?:现|改|须|应|请|务必|于|在)*"
    rf"(?P<day3>{_DAY}{{2,12}}?)(?:之?前|以前)(?:完成|办结|报送|上报|反馈|交付|提交|到位|报结)$"
)
"""A new day, and no word of moving: 新时限8月7日; 按县长批示，7月24日前办结."""
_SO_LONG = r"(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:工作日|季度|天|日|周|星期|月|年)(?![初中上下末底\d])"
_LONGER = pattern(rf"{_OFF}(?:时限|期限)?(?:了)?(?P<long>{_SO_LONG})|(?<![拖超蔓绵])延(?P<long2>{_SO_LONG})")
_LONGER_ALONE = pattern(
    rf"(?:(?:因|受|由于|鉴于|经)[^，,；;]{{2,20}}?[，,]?)?(?:决定|{_DUE}|任务|工作)*(?:已|现|统一|相应|往后|再|第?[一二两三]次)*(?:{_OFF}|延)(?:了)?(?P<long>{_SO_LONG})"
    rf"(?:完成|办结|办理|报送|反馈|上报)?(?:\([^()]*\)?)?"
)
"""All that a note says, or with why, is that the deadline is so much later: 顺延一周."""
_SOONER = pattern(
    rf"(?:要求|决定|同意|批准|明确|通知|指示|批示|调整为?|改为)[^，,；;。]{{0,8}}?提前(?:至|到|在)(?P<day>{_DAY}{{2,12}}?){_DONE}"
    rf"|{_DUE}(?:已|统一|经批准|经同意)*提前(?:至|到)(?P<day2>{_DAY}{{2,12}}?)(?:之?前)?(?=$|[，,；;。])"
    rf"|^(?!.*(?:完成|办结|报送|上报|反馈|交付|提交|到位))(?:已|现|统一)*提前(?:至|到)(?P<day3>{_DAY}{{2,12}}?)(?:之?前|以前)?$"
)
"""The deadline is brought forward by whoever may order it, or a note says no more than that; what is done before its day (提前至7月8日完成) is not."""
_SOONER_HERE = pattern(rf"(?:现|统一)*提前(?:至|到)(?P<day>{_DAY}{{2,12}}?){_DONE}")
_NOT_ORDERED = pattern(r"力争|争取|希望|建议|尽量|最好|[未没不]能?(?:要求|同意|批准)|申请|提请|如|若|[?？]")
_BEGINS = pattern(r"召开|举[行办]|开[工标会业幕馆]|启动|开始|进场")
"""Behind the day: on it something is held or begins, and what is asked for need not be done, unless it is that: 要求提前至7月8日召开."""
_NOWHERE = pattern(
    rf"(?:经?[^，,]{{0,16}}?(?:同意|批准|批复)[，,]?)?(?:{_DUE}|任务|工作|事项|已|现|需)*(?:{_OFF})(?:办理|完成|办结|实施)?[，,：:（(]?(?:至|到)?(?:新的?|具体|何时)?(?:的)?(?:{_DUE})?"
    r"(?:待[定议]|另定|未定|未明确|另行(?:通知|确定|安排|明确|研究)|待(?:通知|明确|确定|研究)|视情(?:况)?(?:而?定|确定))[)）]?|(?:已|现)?无限期(?:延期|延后|推迟|顺延)"
)
"""It is later, and nobody says by when: 同意延期，具体时间另行通知."""
_GRANTED = pattern(r"(?<![未不待没])(?:同意|批准|批复|准予|获批)")
_ONLY_ASKED = pattern(
    r"想|(?<![已经])争取|恳请|申请|申报延|请求|请示|[拟若]|(?<!急)需(?!求)|(?<!例)如(?!期|实|下|上)|建议|提出|能否|希望|预计|可能|计划(?!完成|时限|工期|的?期限)|报批|提请|待批|待审|报审|审批中"
)
_ASKED_BEHIND = pattern(r"申请|请示|报批|报审|[待在][^，,；;]{0,4}[审批]|审批中|提请|建议")
_REFUSED = pattern(
    r"[未不待没](?:予|获|经|有|被)?(?:同意|批准|批复|批|准)|[?？]|驳回|不(?:予|得|能|可|宜|再)(?:延|展|顺延|推迟)|[无不]需(?:延|顺延|展期)|时限不变|不变更?$"
)
_OF_SOMETHING_ELSE = pattern(
    r"(?:会议?|活动|培训|论坛|仪式|合同|协议|有效期|租期|质保期?|保修期?|保质期|聘期|任期|试用期?|借调|挂职|公示期?|许可证?|[驾行]驶证|执照|保[函单]"
    r"|[借贷还]款|封[路闭控]|管制|营业|开放|开[工标业幕馆]|启动|开始|进场|报名)(?:时间|日期|期限|时限)?(?:已|经|经批准|经同意|将)*$"
)
"""Before it: not the deadline, but a meeting or a contract was put off or goes on."""


def move_in_han(plain: str, *, under: bool) -> Move | None:
    """What one matter of a note says; `under` a heading of extensions what it says of a day is said of the deadline."""
    granted = _GRANTED.search(plain)
    if _REFUSED.search(plain):
        return None
    if sooner := _sooner(plain, under=under):
        return sooner
    for form in (_MOVED, _CHANGED, _NEW):
        every = [*form.finditer(plain)]
        for found in [one for one in every if granted and one.start() >= granted.start()] or every:  # 申请延至8月20日，同意延至8月10日
            if not _is_only_asked(found, granted) and not _of_something_else(found):
                return _to(TO, found)
    longer = _LONGER.search(plain) if granted else _LONGER_ALONE.fullmatch(plain)
    if longer:
        asked = granted is None and (_ONLY_ASKED.search(plain) or _ASKED_BEHIND.search(plain))
        return None if asked or (granted and _of_something_else(longer)) else Move(BY, _so_long(next(filter(None, longer.groups()))))
    if _NOWHERE.fullmatch(plain) and (granted or not _ONLY_ASKED.search(plain)):
        return Move(NOWHERE, plain)
    return None


def _is_only_asked(found: re.Match[str], granted: re.Match[str] | None) -> bool:
    """Whether it was asked for, and not granted; what is expected behind it may be of anything: 延期至7月31日，预计7月20日完成."""
    asked = any(one.start() < found.start() for one in _ONLY_ASKED.finditer(found.string))
    return granted is None and (asked or _ASKED_BEHIND.search(found.string, found.end()) is not None)


def _sooner(plain: str, *, under: bool) -> Move | None:
    """The earlier day to which a text brings the deadline forward."""
    found = None if _NOT_ORDERED.search(plain) else _SOONER.search(plain) or (_SOONER_HERE.fullmatch(plain) if under else None)
    if found is None or _OF_SOMETHING_ELSE.search(plain[: plain.index("提前", found.start())]):
        return None
    return _to(SOONER, found)


def _to(kind: str, found: re.Match[str]) -> Move:
    told = next(value for name, value in found.groupdict().items() if name.startswith("day") and value)
    begins = _BEGINS.search(told)
    return Move(kind, told, begins[0] if begins else "")


def _so_long(words: str) -> str:
    """How long; ten 日 are days here, and no tenth of a month, and three 月 no March."""
    if words[-1] == "月" and words[-2] not in "个半":
        return f"{words[:-1]}个月"
    return words[:-1] + "天" if words.endswith("日") and not words.endswith("工作日") else words


def _of_something_else(found: re.Match[str]) -> bool:
    return _OF_SOMETHING_ELSE.search(found.string[: found.start()]) is not None
