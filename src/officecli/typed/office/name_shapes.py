"""What a text looks like that names somebody: a section, a person, nobody in particular, or a name with a phone number."""

from __future__ import annotations

import re
from collections.abc import Callable

from officecli.patterns import pattern
from officecli.typed.office.name_marks import NUMBER

AND_OTHERS = r"等(?:\d+[个家]?|县直|市直|区直|省直|有关|相关|其他|其它|各|责任|成员)*(?:单位|部门|科室|处室|股室|乡镇|人员|人|同志|家)*"
"""What stands behind the names of some of those who are meant."""
_COLLECTIVE = pattern(
    r"(?!(?:村镇?|社区|镇村?|乡镇?|街道){1,4}[科处股办]室?$)(?:各|全体|所有|相关|有关|各有关|各相关|其他|其它|市直|县直|区直|市县|全县|全市|全区|镇|乡"
    r"|村|社区|涉及|驻){0,4}(?:各|全体|所有|相关|有关|其他|其它|直|村|社区|包村|驻村|帮扶|成员)"
    r"(?:有关|相关|成员|责任|职能|参与|配合|级|县|市|区){0,4}(?:科室|单位|部门|处室|股室|人员|成员|组员|队员|同志|干部|乡镇|镇街|乡|镇|街道|村|社区"
    r"|县区|县|区|市|科|处|股|支部|党支部|学校|站所|企业){0,6}(?:、?街道|及有关单位){0,2}"
    r"|[\u3400-\u9fff]{2,12}(?:全体|全员)(?:人员|教师|教职工|成员|职工|干部|同志)?"
    r"|乡镇|镇街|街道|社区|村（社区）|园区|部门|单位|科室|全办|全院|全局|全员|全体|各|村干部|包村干部|班子成员|领导班子|全体职工"
    rf"|{AND_OTHERS}"
    r"|(?:all|every|each|other|relevant|various|multiple|several|respective|appropriate)\s+(?:\w+\s+)?(?:units?|sections?|departments?|depts?\.?"
    r"|divisions?|offices?|staff|others?|"
    r"colleagues|directors?|managers?|teams?|hands|employees|supervisors|parties|members|heads)|everyone|everybody|all|various|multiple|team"
    r"|staff|et al\.?",
    re.IGNORECASE,
)
_SEVERAL = pattern(r"各|有关|相关|其他|其它|所有|全体|涉及|部分")
_OF_MANY = pattern(r"(?:部门|单位|人员|同志|干部|职工|企业|乡镇|镇街|县区|市县|村组|社区|街道|学校|方面)$")
# What a Chinese section's or body's name ends with; a personal name practically never does.
_UNIT = pattern(
    r".+(?:科|室|处|办|局|股|组|队|部|中心|站|所|委|厅|署|院|学校|小学|中学|大学|馆|镇|乡|街道|公司|集团|政府|人大|政协|纪委|监委|法院|检察院|工委"
    r"|党委|银行|支行|妇联|残联|文联|科协|工商联|委员会|管委会|指挥部|协会|联合会|工会|总工会|团委|团县委|村|社区|合作社|基金会|事务所|大队|支队"
    r"|分局|办公室)"
)
_ENGLISH_BODY = pattern(
    r"\b(?:department|dept|council|county|state|bureau|agency|authority|commission|committee|board|district|university|college|school|"
    r"company|corp|corporation|inc|llc|ltd|ministry|office|division|utility|utilities|contractor|consultants?|association|society|foundation"
    r"|institute|"
    r"DOT|EPA|FEMA|DNR|USPS|court|courts|hospital|library|township|city of|town of|village of)\b",
    re.IGNORECASE,
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺"
    "顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁"
    "蒲房滕屈饶解牟艾尤穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
COMPOUND = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "南宫")
"""Surnames of two characters."""
_NO_PERSON = pattern(
    r".*(?:资料|会务|材料|联络|统计|文字|后勤|保障|协调|宣传|安全|服务|管理|数据|场地|汇总|统稿|审核|督促|跟踪|登记|记录|报送|落实|配合|牵头|主办"
    r"|协办|办理|负责|指导|监督|组织|接待|车辆|摄影|拍照|印刷|校对|排版|方案|通知|苗木|供水|供电|施工|验收|设计|采购|资金|预算|技术|信息|网络|文印"
    r"|文书|档案|起草|初稿|修改|会签|成员|组长|主任|科长|局长)"
    r".*"
)
_PERSON = pattern(r"[\u3400-\u9fff]{2,3}|[\u3400-\u9fff]{2,4}·[\u3400-\u9fff]{2,8}")
_WESTERN = pattern(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,2}")
_DIGITS = (
    r"\+?(?:\(?\d{3,4}\)?[-. ]?\d{3,4}[-. ]?\d{3,4}|\d{3}[-.]\d{4}|\d{7,13}|\d{3}[*xX×＊]{3,5}\d{3,4})(?:\s*(?:转|x|ext\.?)\s*\d{1,5})?(?![\w@])"
)
_SURELY = r"RN|BSN|MSN|LPN|LVN|PharmD|Pharm\.D\.|Ph\.?D\.?|Ed\.?D\.?|M\.?D\.?|CPA|Esq\.?|J\.?D\.?|MBA|MPA|MPH|MSW|LCSW|AICP|PMP|DVM|DDS|CPHQ|Jr\.?|Sr\.?|III"
_CREDENTIAL = (
    rf"(?:{_SURELY}|D\.?O\.?|NP|FNP|DNP|PA(?:-C)?|CNA|CIC|RD|R\.?Ph\.?|RHIA|RHIT|CHC|CHPS|NREMT-?P?|EMT-?P?|OTR(?:/L)?|DPT|SLP|CCC-SLP|REHS|CHES"
    rf"|P\.?E\.?|S\.?E\.?|EIT|AIA|LEED AP|PLS|RLA|CFM|CBO|MCP|CMC|MMC|CPM"
    r"|ICMA-CM|CPFO|CGFM|CIA|CISA|CISSP|CFE|SHRM-S?CP|S?PHR|SPHR|CPPO|CPPB|CPRP|ARM|LL\.?M\.?|M\.?Ed\.?|M\.?S\.?|M\.?A\.?|B\.?S\.?|B\.?A\.?|MLS"
    r"|MLIS|BCBA|NCSP|SFO|II|IV)"
)
_WITH_CREDENTIALS = pattern(rf"(?<=[a-z.])(?:,\s*{_CREDENTIAL}|\s+(?:{_SURELY}))+(?=\s*(?:[,;/、\n()&]|and\b|$))")
"""What somebody is by degree or licence, behind the name: Ana Ray, RN, CIC."""
_PHONE = pattern(rf"(?:(?:联系)?电话|手机|tel\.?|phone|ph\.?|cell|mobile|fax|dsn)\s*[:：]?\s*{_DIGITS}|(?<![A-Za-z0-9.]){_DIGITS}", re.IGNORECASE)
_PHONE_IN_BRACKETS = pattern(rf"\s*[(（]\s*(?:(?:联系)?电话|手机)?\s*[:：]?\s*{_DIGITS}\s*[)）]")
_COUNTED = pattern(rf"[①-⑳]|(?:(?<=\s)|^)[(（]?\d{{1,2}}[.、)）]\s*(?=\D)|(?:(?<=[\s、，,；;])|^)[(（]{NUMBER}[)）]\s*(?=\D)")
_HEAD_COUNT = pattern(r"(?<=[\u3400-\u9fff])(?<!等)\s*[(（]?\d{1,3} ?[人名][)）]?(?=[、，,；;\s]|$)")
"""How many of a section: 综合科2人."""
_EMPTY_BRACKETS = pattern(r"[(（\[【]\s*[)）\]】]")
_EXTENSION = r"(?:x|ext(?:ension|n)?\.?)"
_OFFICE_PHONE = pattern(
    rf"[(（]\s*(?:{_EXTENSION}|分机)?\s*\d{{3,6}}\s*[)）]|(?<=[a-z.])(?: +|, *| [-–—] ){_EXTENSION} ?\d{{2,6}}(?=\s*(?:$|[,;/&]))", re.IGNORECASE
)
"""The number of somebody's telephone within the office, behind the name: Ana R. ext. 203; Ana Ray - x203."""


def is_collective(text: str) -> bool:
    """Whether a text names nobody in particular: 各科室, 各乡镇, all departments, and others."""
    return _COLLECTIVE.fullmatch(text) is not None or (
        _SEVERAL.search(text) is not None and (looks_like_unit(text) or _OF_MANY.search(text) is not None)
    )


def looks_like_unit(text: str) -> bool:
    """Whether a text ends as sections and bodies do in Chinese."""
    return _UNIT.fullmatch(text) is not None


def looks_like_body(text: str) -> bool:
    """Whether a text is called as units and bodies are, in either language."""
    return looks_like_unit(text) or _ENGLISH_BODY.search(text) is not None


def looks_like_person(text: str) -> bool:
    """Whether a text is formed as people's names are: a Chinese surname with one or two characters, or two or three capitalised words."""
    if _PERSON.fullmatch(text):
        return (text[0] in _SURNAMES or text[:2] in COMPOUND) and not _NO_PERSON.fullmatch(text) and not looks_like_unit(text)
    return is_called_so(text)


def is_called_so(text: str) -> bool:
    """Whether a text is nothing but two or three capitalised words, as names are and orders are not: Hugo Marsh."""
    return _WESTERN.fullmatch(text) is not None and not _ENGLISH_BODY.search(text)


def without_credentials(text: str, is_known: Callable[[str], bool]) -> str:
    """A text without the degrees and licences behind its names, unless a section or somebody here is called so."""

    def left(found: re.Match[str]) -> str:
        return found[0] if any(map(is_known, filter(None, re.split(r"[,\s]+", found[0])))) else ""

    return _WITH_CREDENTIALS.sub(left, text)


def only_names(text: str) -> str:
    """A text without phone numbers, without the brackets that held them, and without the numbers that count its names."""
    if not any(letter.isnumeric() for letter in text):
        return text
    text = _HEAD_COUNT.sub("", _COUNTED.sub("\n", text))
    return _EMPTY_BRACKETS.sub("", _OFFICE_PHONE.sub("", _PHONE.sub(" ", _PHONE_IN_BRACKETS.sub("", text)))).strip()
