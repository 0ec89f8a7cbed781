"""Which Chinese words are of a part of a matter only: of one of its times or phases, of what comes before the work, of so many of so many."""

from __future__ import annotations

import re
import unicodedata

from officecli.patterns import pattern

STEP = pattern(
    r"主体|基础|框架|前期|资金|经费|预算|人员|材料|物资|设备|场地|手续|方案|设计|图纸|合同|招标|招投标|采购|勘察|测绘|可研|环评|立项|审批|评审|论证"
    r"|征[地迁拆收]|选址|摸排|排查|调研|公示|培训|动员|会议|初[审验步]|测试|试(?:运[行营转]|用)"
)
"""What comes before the work, or is a piece of it: that it is done says nothing of the end."""
OF_A_TIME = pattern(
    r"^[按每][年季月旬周日]|[一二三四五1-5]期(?!限)|[上下]?半年|[一二三四1-4]季度|(?<![\d一二三四五六七八九十])(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?!\d|[上中下底末]|[一二三四五六七八九十]{1,3}[日号])|[本当这上][年季月旬周期]"
    r"|[季月]度|阶段|首[批次轮期]|第[一二三四五1-5](?!项)|(?<!全)部分|(?:[东西南北]|[左右前后](?!期))[侧片段半区]|[一过大小多]半|大头|大?多数|一[侧片段]"
)
"""What is done of a matter in one of its times or its phases, or on one side of it."""
LEFT = pattern(r"剩|[尚还]余|还有|[还尚仍]缺|其余|其中|缺口")
"""Some of it is still to be done."""
_SHARE = pattern(r"(?<![\d.])\d{1,2}(?:\.\d+)? ?%")
_OF_HOW_MANY = pattern(
    r"(\d{1,5})([个项件处条所户台套份人次里米])[^\d]{0,10}(?:完成|办结|销号|整改|整治|治理|建成|更换|改造|修复|清理|拆除|安装|化解)了?(\d{1,5})\2?"
)
_OF_THEM = pattern(r"(?<!\d)(\d{1,5})([个项件处条所户台套份人次里米])[^\d]{0,10}?(?:中|[其当]中)的?(\d{1,5})\2")
"""Of so many so many: 3处隐患中2处已消除."""
_HOW_MANY = r"(\d{1,5})(?:余|多)? ?([个项件处条所户台套份名人家次里米座栋块间辆盏具批场])"
_SO_MANY = pattern(rf"(?:目前|现|已有|共|共有)?{_HOW_MANY}(?!.*[，,；;])[\u3400-\u9fff]*(?:已|完)")
_ALL_OF_THEM = pattern(r"全部|全面|[均都]已|已[均都]|所有|悉数|各")
_STEP_DONE = pattern(
    r"(?P<who>[\u3400-\u9fff]{2,10}?)(?:已|均已|已经|全部|基本)[\u3400-\u9fff]{2,8}"
    r"|已(?:经|全部|基本)?(?:完成|办理|结束|通过|签订|落实|取得)(?:了|完毕)?(?P<what>[\u3400-\u9fff]{2,12})"
)


_NOTHING_ELSE = pattern(
    rf"(?!\d{{1,2}}月份?$)(?:(?:{STEP.pattern}|{OF_A_TIME.pattern}|结构|工程|部分|工作|任务|编制|建设){{1,6}})"
    rf"|(?:文本)?(?:初|草|征求意见|送审|讨论|报批)稿|草案|{_SHARE.pattern}|仅.+|(?<!\d)\d{{1,4}}[个项件处条户](?:[\u3400-\u9fff]{{0,4}})"
)
_IN_ENGLISH = pattern(
    r"mostly|partly|partially|almost|nearly|(?!.*\binfo).+ only|(?P<done>\d{1,3}) (?:out )?of (?:the )?(?!(?P=done)\b)\d{1,3}\b.*"
    r"|(?:the )?(?:first|second|third|ground|upper|lower|north|south|east|west|one) (?:half|floor|side|end|wing|section|area|building|round|batch)s?"
)


def is_of_part_alone(words: str) -> bool:
    """Whether words beside an end say no more than of what part it is meant: 主体工程, 初稿, 3个乡镇; 3 of 5, north side only."""
    return _NOTHING_ELSE.fullmatch(_plain(words)) is not None or _IN_ENGLISH.fullmatch(words) is not None


def names_part(words: str) -> bool:
    """Whether words name a part of the work, or what comes before it: 主体工程, 前期手续."""
    return OF_A_TIME.search(words) is not None or STEP.search(words) is not None


def is_of_a_time(text: str, title: str) -> bool:
    """Whether words are of a time or a phase that the matter does not name: 首批物资已发放."""
    return not {*OF_A_TIME.findall(_plain(text))} <= {*OF_A_TIME.findall(title)}


def is_of_part(text: str, title: str) -> bool:
    """Whether words say of a part only that it is done, or of a step that is not the matter: 上半年任务已完成, 12个项目已完成10个, 招标工作已完成."""
    plain = _plain(text)
    many, step = _OF_HOW_MANY.search(plain) or _OF_THEM.search(plain), _STEP_DONE.fullmatch(plain)
    named = (step["who"] or step["what"]) if step else ""
    if STEP.search(named) and named[:2] not in title:
        return True
    return _SHARE.search(plain) is not None or (many is not None and int(many[3]) < int(many[1])) or is_of_a_time(text, title)


def is_of_some(text: str, asked: str) -> bool:
    """Whether words begin with how many are done, and neither they nor what is `asked` say that these are all: 9个支部已完成换届, of 12个支部."""
    plain = _plain(text)
    found = _SO_MANY.match(plain)
    if found is None or _OF_HOW_MANY.fullmatch(plain):
        return False
    whole = [int(many) for many, measure in re.findall(_HOW_MANY, _plain(asked)) if measure == found[2]]
    return int(found[1]) < max(whole) if whole else _ALL_OF_THEM.search(plain) is None


def are_all_done(text: str) -> bool:
    """Whether words say of so many that as many are done: 12个小区已改造12个."""
    many = _OF_HOW_MANY.fullmatch(_plain(text))
    return many is not None and int(many[1]) > 1 and int(many[3]) == int(many[1])


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).strip("。.;；,，")
