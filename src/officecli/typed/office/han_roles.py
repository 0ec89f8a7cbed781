"""Who of those a Chinese cell names leads and who helps, told in a clause beside the names: 第一责任人张三，协办人李四; 在乙科配合下由甲科牵头; 张三带李四."""

from __future__ import annotations

from officecli.patterns import pattern
from officecli.typed.office.addressed import HAN_TITLE
from officecli.typed.office.name_shapes import looks_like_person

_LONGEST = 300
"""Characters of a cell that may tell it; what is longer is no such cell."""
_STOP = pattern(r"(?<=[\u3400-\u9fff])。(?=[\u3400-\u9fff])")
"""A full stop between two who are named: 张三。李四帮忙."""
_IN_CHARGE = pattern(r"(?:(?<=[\s；;，,、。])|^)(?:第一责任人|牵头领导|带队领导)\s*[:：]?\s*(?=[\u3400-\u9fff])")
"""Who is in charge of it, and leads where the cell names only who helps besides: 第一责任人张三，协办人李四."""
_OTHERS_LEAD = pattern(
    r"(?:直接|具体|主要|第二)责任|(?:^|[\s；;，,、。])(?:责任|承办|主办|经办|牵头|负责|落实|办理|执行)(?:人|单位|科室|部门|[:：])|(?:负责|承办|主办|落实|办理|经办|实施)(?:[\s；;，,、。]|$)"
)
"""Who does it beside whoever is in charge of it."""
_HELPERS = pattern(r"配合|协办|协助|协同|参与")
_WITH_HELP = pattern(
    r"在(?P<helps>[^，,；;。]{2,40}?)的?(?:密切|大力|积极)?(?:配合|协助|支持|协同)下[，,]?\s*由?(?P<leads>[^，,；;。]{2,40}?)(?:负责)?(?:牵头|主办|负责|办理|承办|落实|实施)(?:办理|落实|实施)?"
)
"""Who helps before who leads: 在乙科配合下由甲科牵头."""
_TAKES_ALONG = pattern(
    r"(?P<leads>[\u3400-\u9fff]{2,6})带(?:着|领)?(?P<others>[\u3400-\u9fff]{2,4}(?:[、，,和][\u3400-\u9fff]{2,4}){0,6})(?:一起|共同)?(?:办理?|做|负责|完成)?"
)
"""Who does it with colleagues: 张科长带李四、王五."""
_TITLED = pattern(rf"[\u3400-\u9fff]{{1,3}}{HAN_TITLE}")
_OF_SECTION = pattern(
    r"[\u3400-\u9fff]{2,20}[(（](?P<people>[\u3400-\u9fff]{2,6}(?:牵头|主办|主责|负责)[，,；;、][^()（）]{2,60}(?:配合|协办|协助|参与))[)）]"
)
"""A section with its people in brackets, of whom it is told who leads: 甲科（张三牵头，李四配合）."""


def with_han_roles(text: str) -> str:
    """A cell with its Chinese clauses written as most write them: 在乙科配合下由甲科牵头 as 甲科牵头，乙科配合."""
    if len(text) > _LONGEST:
        return text
    text = _STOP.sub("；", text)
    if within := _OF_SECTION.fullmatch(text):
        return within["people"]
    if helped := _WITH_HELP.fullmatch(text):
        return f"{helped['leads']}牵头，{helped['helps']}配合"
    if (along := _TAKES_ALONG.fullmatch(text)) and _may_lead(along["leads"]) and _may_lead(along["others"][:3].strip("、，,和")):
        return f"{along['leads']}牵头，{along['others']}配合"
    if _HELPERS.search(text) and len(_IN_CHARGE.findall(text)) == 1 and not _OTHERS_LEAD.search(_IN_CHARGE.sub("", text)):
        return _IN_CHARGE.sub("牵头：", text)
    return text


def _may_lead(text: str) -> bool:
    """Whether a text is formed as somebody's name, or as a surname with a title."""
    return looks_like_person(text) or _TITLED.fullmatch(text) is not None
