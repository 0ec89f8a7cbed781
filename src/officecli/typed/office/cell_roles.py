"""Who of those a cell names leads and who supports: 由甲科牵头，乙科配合; 牵头：甲科；配合：乙科; A角/B角; Ana with Bob."""

from __future__ import annotations

import re
from typing import Literal

from officecli.patterns import pattern
from officecli.typed.office.english_roles import beside_helpers, with_its_roles
from officecli.typed.office.han_roles import with_han_roles

Role = Literal["", "lead", "support", "over"]
"""What a cell says of those it names: who leads, who supports, who is the responsible leader over them."""

_KIND = r"(?:单位|科室|部门|处室|股室|责任人|负责人|领导|人员|人)?"
_LEADERS = r"(?:(?:责任|分管|主管|包案|包联|包保|挂联|挂点|牵头|带队|包抓|联系)领导|分管(?:副?主任|副?[县市区局镇处科院校]长|副?书记|副?秘书长))"
"""Those who are only over it."""
_FOLLOWED = r"(?!单位|科室|部门|员)(?=[ ]?[\u3400-\u9fff]{2,4}(?:[\s、，,；;。(（]|$))"
"""A name, and not what makes another word of the label: 成员单位."""
_GUARDS = r"(?:带队|包案|包联|包保|挂联|挂点|包抓)(?:单位|科室|部门|责任人|干部)"
"""The section that does it, and whoever of it, beside the leader who looks after it."""
_OVER_IN_ENGLISH = (
    r"(?:supervisor|manager|director|(?:executive )?sponsor|approver|approving official)\s*(?::|\s[-–—]\s)"
    r"(?=.*[,;/\n] *(?:staff|pm|project manager|owner|lead|analyst|assignee|assigned(?: to)?)\s*(?::|\s[-–—]\s))"
)
"""Who is over it, where somebody else is named who does it: Supervisor: Ana; Staff: Bob."""
_OF_LEADS, _OF_SUPPORT = "牵头|主办|主责|责任|承办|经办|负责|执行", "配合|协办|协助|参与|会办"
_ROLE = (
    rf"(?:第二|直接|具体|主要)?(?:{_OF_LEADS}|{_OF_SUPPORT}){_KIND}"
    rf"|{_LEADERS}|第一责任人|{_GUARDS}|联系人|副?组长|成员|组员|召集人"
)
_ROLES_FIRST = pattern(rf"(?:{_ROLE})(?:\s+|\s*[:：]\s*)[\u3400-\u9fff]")
_ROLE_AND_NAME = pattern(rf"(?:(?<=[\s；;，,、])|^)(?P<role>{_ROLE})\s+(?=[\u3400-\u9fff]{{2,12}}(?:[\s、，,；;。(（]|$))")
"""A role and no more than a space before who has it, in a cell that begins with a role: 经办人 张三 分管领导 李四; 牵头：张三 配合 李四."""
_ROLES_RUN_ON = pattern(
    rf"^(?P<lead>(?:牵头|主办|主责){_KIND}+)[:：]?(?!领导)(?P<who>[\u3400-\u9fff]{{2,12}})[\s，,；;、]+"
    rf"(?P<support>(?:{_OF_SUPPORT}){_KIND}+)[:：]?(?=[\u3400-\u9fff])"
)
"""Both roles with nothing between them and who has them: 牵头张三 配合李四."""
_FIRST = r"(?<![A-Za-z] )"
"""No word before it, with which it names a post or a section: IT Support - Ana Ray."""
_LABEL = pattern(
    r"(?:(?<=[\s;；，,、。|])|^)(?:"
    rf"(?P<over>(?:第一责任人|{_LEADERS}(?:姓名)?)\s*[:：]?(?=\s*[\u3400-\u9fff])|{_OVER_IN_ENGLISH})"
    rf"|(?P<lead>(?:第二|直接|具体|主要)?(?:{_OF_LEADS}|落实|办理){_KIND}\s*[:：]|(?:组长|召集人|项目经理|项目负责人|主|{_GUARDS})\s*[:：]"
    rf"|(?:牵头|主办|责任|承办|经办|负责|项目负责)人员?{_FOLLOWED}|(?:组长|召集人|项目经理){_FOLLOWED}"
    rf"|(?:具体|直接)(?:经办|承办|责任|负责)(?:人|科室)?(?=[\u3400-\u9fff])|[AaＡ](?:角|岗)\s*[:：]?"
    r"|(?:lead(?:er)?|owner|staff(?: lead)?|pm|pri(?:mary)?|opr|dri)\s*[:=]|(?:lead|owner|opr|dri) is (?-i:(?=[A-Z]))"
    rf"|{_FIRST}(?:lead(?:er)?|owner|primary|staff|pm)\s+[-–—]\s|opr\b\s*[–—-]?\s)"
    rf"|(?P<support>(?:{_OF_SUPPORT}|协同|支持|联系){_KIND}\s*[:：]|(?:副组长|成员|组员|[副辅协])\s*[:：]"
    rf"|(?:配合|协办|协助|参与|协同)人员?{_FOLLOWED}|(?:副组长|成员|组员){_FOLLOWED}|[BbＢ](?:角|岗)\s*[:：]?"
    r"|(?:support(?:s|ing|ed by)?|alt(?:ernate)?|back-?up|secondary|ocr)\s*[:=]"
    rf"|{_FIRST}(?:support(?:s|ing|ed by)?|secondary|back-?up|alternate)\s+[-–—]\s|ocr\b\s*[–—-]?\s|with\s*:)"
    r")\s*",
    re.IGNORECASE,
)
_BIDDEN = pattern(r"^(?:请|拟请?|责成|安排|委托|授权|交由?|转)(?!办)")
_DEED = pattern(
    r"(?<=[\u3400-\u9fff]{2})(?:具体|主要|全面|直接|抓好|抓紧|认真|共同|同志|亲自)*(?:(?<=亲自)[抓办管](?:落实)?|负责(?:办理|落实|承办|实施|推进)?|承办|办理|落实|经办|执行|跟进"
    r"|实施|推进|研办|阅办|处理|跟办|盯办)$"
)
"""What those named are asked to do, behind them: it says no more than that they do it."""
_MAINLY = pattern(r"^(?:由|拟)?以?(?P<lead>[^，,；;。]+?)为主(?:体|导|责)?(?=[，,；;。]|$)")
_OVER = pattern(
    r"^(?P<over>[\u3400-\u9fff]{2,8}?)(?:分管|包案|包保|挂点|挂联|联系指导|阅[示处批知]|批[示阅]|审[示定签批])[，,；;]\s*(?P<rest>.+)", re.DOTALL
)
"""Who is only over it, before who does it: 李四分管，张三负责; 请李四阅示，张三办理."""
_LOOKS_ON = pattern(
    r"(?P<rest>.+?)[，,；;]\s*(?:(?:抄送|抄报|知会)(?P<told>[\u3400-\u9fff]{2,12})|(?P<watches>[\u3400-\u9fff]{2,8}?)(?:跟踪)?(?:督办|督导|督查|监督|把关))[。.]?"
    r"|(?P<does>.+?)[;,]\s*(?:cc|copy to|bcc|fyi)\s*:?\s+(?P<copied>[^;]+)",
    re.DOTALL | re.IGNORECASE,
)
"""Who is only told of it or looks on, behind who does it: 甲科办理，抄送乙科; 甲局负责，乙室督办."""
_LED = pattern(
    r"(?:请|拟|由){0,3}(?P<lead>[^，,；;。]+?)(?:具体|主要|全面|直接|亲自)?总?(?:牵头|主办|主责|主抓|带队|负责)(?:抓总|负责|办理|落实|承办"
    r"|实施)?(?:[，,；;。、\s]+|$)(?P<others>.*)",
    re.DOTALL,
)
_ASKING = r"(?:(?<=[科室局办委部处组站所])会商|(?<![工招经外电通微协会应磋洽厂客智情券])商)(?![务会业贸城场标量品行店户])"
"""商 as a verb, with whom it is to be talked over, and not in 商务局 or 工商局."""
_TOGETHER = pattern(
    rf"(?:请|拟|由)*+(?P<lead>.{{2,}}?)(?:会同|联合|{_ASKING})(?P<others>.{{2,}}?)(?:共同)?(?:办理|负责|落实|实施|研究|开展|推进|完成)?", re.DOTALL
)
"""Nobody is called by one character: 由李商隐办理."""
_TOGETHER_PLAINLY = pattern(
    r"[^，,；;。]{2,}(?:(?<![省市州])会同|联合(?=.{2,}(?:办理|落实|实施|开展|推进|负责|完成)$)"
    r"|(?<=[科室局办委部处组站所])商(?=[^，,；;。]+[科室局办委部处组站所](?:办理|落实|负责)?$)(?![务会业贸城场标量品行店户]))[^，,；;。]{2,}"
)
"""Without a 由 before them: 联合 may be part of a name, and 会同县 is one."""
_EACH = pattern(
    r"(?:按照?|依据|根据)?(?:各自)?(?:职责|职能)(?:分工|范围)?(?:分别|各自)?(?:共同)?(?:负责|办理|落实|推进|实施)?"
    r"|(?:分别|各自|共同)(?:牵头|负责|办理|落实|承办|答复|办(?!公))|分办(?!公)(?:单位|科室)?\s*[:：]?"
)
"""What is said of several who each do it, or all together: it makes nobody the lead."""
_LENDS_A_HAND = "帮[忙手衬]|帮一?把手|搭把?手|打下手|帮着[做干弄办]?|一[起道同][做干弄办]|[当做作]助手|辅助"
"""What colleagues say of who helps: 李四帮忙, 李四打下手."""
_NOBODY_YET = "(?![^()（）:：]{0,12}(?:[不没无未需要缺找等盼求]|曾经|别人|有人|谁)|[原前])"
"""Before who helps: not that nobody does, or that somebody should."""
_SUPPORTS = pattern(
    rf"(?:共同)?(?:配合|协办|协助|参与|参加|会办|协同|为辅|(?<![技术服务业警勤力])支援|(?<![不没无未需要缺找等])(?<![没无有别]人)(?:{_LENDS_A_HAND}))(?:办理|落实|实施|完成)?[。.]?$"
)
_FIRST_ALONE = pattern(r"(?P<lead>[^，,；;。、]+)[，,；;](?P<others>.+)", re.DOTALL)
"""综合科，信息科配合: one before those who support."""
_OTHER_DEEDS = pattern(r"负责[\u3400-\u9fff]")
_ASSISTED = pattern(r"^(?:由|请)?(?:会同|联合|其他|其余)?")
_HELPED_HAN = pattern(
    r"\s*[(（](?:(?:(?:配合|协办|协助|协同|参与|帮忙|帮手|帮着|辅助|助手)(?:人员?|单位|科室|的)?|帮忙的人|搭手的?)[:：]\s*|(?:会同|协同|联合)\s*)"
    r"(?P<names>[^()（）:：]+)[)）]"
)
"""Who supports, in the brackets behind who leads: 张三（协助：李四）, 张三（帮手：李四）, 甲科（会同乙科、丙科）."""
_HELPED_BY = pattern(
    r"[(（](?:(?:牵头|主办|主责)[，,；;、])?(?:由)?(?P<names>(?:(?!牵头|主办|负责)[^()（）:：]){2,}?)(?:配合|协办|协助|参与)[)）]"
    rf"|[(（](?:由|请|叫|喊)?{_NOBODY_YET}(?P<hands>[^()（）:：]{{2,30}}?)(?:去|来|也|同志)?(?:协同|{_LENDS_A_HAND})(?:一下)?[)）]"
)
"""甲科（乙局配合）, 甲科（牵头，乙局配合）, 张三（李四帮手）."""
_WATCHES = pattern(
    r"(?:(?<=[\s;；，,、。|])|^)(?P<deed>审核|审批|审定|监督|复核|验收|督办|督导|检查|把关|批准)(?:人"
    r"|人员)?\s*[:：]\s*(?P<name>[\u3400-\u9fff]{2,10})(?=[\s;；，,、。|]|$)"
)
"""Who watches over it, named as those are who do it: 承办人：张三 审核人：李四."""
_TWO_POSTS = pattern(
    r"(?:^|(?<=[局委办院校府处科室司厅会部厂社镇乡道]))(?P<first>(?:党[组委工]|总支|支部)?书记|主任|[局处院校台社所站科]长)、"
    r"(?=(?:[局处院校台社所站区县镇乡市]长|主任|董事长|总经理|书记|主席)[\u3400-\u9fff]{2,3}(?:[、，,；;\s]|$))"
)
"""Two posts of one person: 党组书记、局长张三."""
_BLANKS = pattern(r"\s{3,}")
_INSIDE = pattern(r"(?P<unit>[^()（）:：]{2,20})[(（](?P<people>[^()（）]{3,60})[)）]")
"""A section with its people in brackets, who may be told by what they are: 督查室（负责人：张三，经办人：李四）."""
_LONGEST_CLAUSE = 300
"""Characters of a cell that may say in one clause who does it with whom; what is longer is no such clause."""
_LEAD_PARTS = frozenset(
    {
        "牵头",
        "主办",
        "主责",
        "总牵头",
        "牵头单位",
        "主办单位",
        "牵头人",
        "a角",
        "a岗",
        "lead",
        "leads",
        "leader",
        "owner",
        "primary",
        "主",
        "具体",
        "负责",
        "具体负责",
        "主责人",
        "责任人",
        "负责人",
        "主抓",
        "执行",
        "组长",
    }
)
_SUPPORT_PARTS = frozenset(
    {
        "配合",
        "协办",
        "协助",
        "参与",
        "会办",
        "配合单位",
        "协办单位",
        "b角",
        "b岗",
        "support",
        "supports",
        "supporting",
        "assist",
        "assists",
        "assisting",
        "help",
        "helps",
        "helper",
        "secondary",
        "backup",
        "back-up",
        "协",
        "辅",
        "副",
        "组员",
        "成员",
        "副组长",
    }
)


_OVER_PARTS = pattern(rf"{_LEADERS}|第一责任人|分管|包案|包联|挂点")


def role_of_part(part: str) -> Role:
    """What a part says that is no part but a role: 牵头, 配合, lead, A角, 分管领导."""
    plain = part.casefold().strip()
    if _OVER_PARTS.fullmatch(plain):
        return "over"
    return "lead" if plain in _LEAD_PARTS else "support" if plain in _SUPPORT_PARTS else ""


def by_role(text: str) -> list[tuple[Role, str]]:
    """The text in chunks, each with the role it states for those it names; one chunk without a role where it states none."""
    text = _BLANKS.sub(lambda match: "\n" if "\n" in match[0] else "  ", text)
    text = with_han_roles(text.strip())
    text = _TWO_POSTS.sub(r"\g<first>", text)
    text = _ROLE_AND_NAME.sub(r"\g<role>：", text) if _ROLES_FIRST.match(text) else text
    text = _ROLES_RUN_ON.sub(r"\g<lead>：\g<who>；\g<support>：", text)
    text = with_its_roles(text)
    text = _HELPED_BY.sub(lambda match: f"；配合：{match['names'] or match['hands']}", _HELPED_HAN.sub(r"；配合：\g<names>", text))
    text = _EACH.sub("", text).strip(" ，,；;。") or text
    text = _MAINLY.sub(lambda match: f"{match['lead']}牵头", _BIDDEN.sub("", text))
    if (inside := _INSIDE.fullmatch(text)) and (label := _LABEL.match(inside["people"])):
        text = f"{label[0]}{inside['unit']}/{inside['people'][label.end() :]}"
    text = _WATCHES.sub(r"；配合：\g<name>（\g<deed>）；", text).strip("；")
    labels = list(_LABEL.finditer(text))
    if labels:
        return _labelled(text, labels)
    if over := _OVER.fullmatch(text):
        return [("over", over["over"]), *by_role(over["rest"])]
    if aside := _LOOKS_ON.fullmatch(text):
        return [*by_role(aside["rest"] or aside["does"]), ("over", (aside["told"] or aside["watches"] or aside["copied"]).strip())]
    led = _LED.fullmatch(text)
    if led and led["lead"].strip() and not _OTHER_DEEDS.search(led["others"]):
        return [("lead", led["lead"].strip()), *_others(led["others"])]
    together = _TOGETHER.fullmatch(text) if len(text) <= _LONGEST_CLAUSE else None
    if together and (text.startswith("由") or _TOGETHER_PLAINLY.fullmatch(text)):
        return [("lead", together["lead"].strip()), ("support", together["others"].strip())]
    if beside := beside_helpers(text):
        return [*beside]
    helped = _SUPPORTS.sub("", text)
    if helped == text and (done := _DEED.sub("", text)) != text and not re.search("[，,；;]", text):
        return [("", done.removeprefix("由"))]
    if helped == text or not helped.strip():
        return [("", text)]
    first = _FIRST_ALONE.fullmatch(helped)
    return [("lead", first["lead"]), *_others(first["others"])] if first else [("support", _ASSISTED.sub("", helped))]


def _labelled(text: str, labels: list[re.Match[str]]) -> list[tuple[Role, str]]:
    before = text[: labels[0].start()].strip(" ;；，,、。|\n")
    found: list[tuple[Role, str]] = [("", before)] if before else []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        chunk = text[label.end() : following.start() if following else len(text)].strip(" ;；，,、。|/\n")
        if chunk:
            found.append(("over" if label["over"] else "lead" if label["lead"] else "support", chunk))
    return found


def _others(text: str) -> list[tuple[Role, str]]:
    """Those named after who leads: they support."""
    plain = _ASSISTED.sub("", _DEED.sub("", _SUPPORTS.sub("", text.strip(" ，,；;。、")))).strip()
    return [("support", plain)] if plain else []
