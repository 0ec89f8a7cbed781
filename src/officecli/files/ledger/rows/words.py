"""The words of a ledger's coded columns, in both languages, and the codes they stand for."""

from __future__ import annotations

import re

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.typed.text import is_nothing

# code: the words real ledgers use for it. The first word in each language is the one offered when a word is unknown.
_WORDS: dict[str, dict[str, str]] = {
    "urgency": {
        "most-urgent": "most urgent|特急|特提|critical|immediate|flash|top",
        "urgent": "urgent|加急|急|急件|紧急|较急|high|rush",
        "ordinary": "ordinary|平件|平|平急|普通|一般|正常|常规|不急|normal|routine|medium|low|standard",
    },
    "importance": {
        "major": "major|重点|重要|重大|特别重要|是|high|key|important|critical|yes",
        "normal": "normal|一般|普通|非重点|否|ordinary|medium|low|minor|no",
    },
    "kind": {
        "adhoc": "ad hoc|临时|临时交办|临时性|临时性工作|临时工作|交办|adhoc|one-off",
        "routine": "routine|常规|日常|例行|经常性|常规性|常规工作|日常工作|重复性|regular|recurring",
        "emergency": "emergency|应急|突发|突发事件|应急处置|紧急突发|incident",
        "own": "own|自主|自办|主动|自主谋划|自选|own initiative|self-initiated",
    },
    "status": {
        "open": "open|在办|进行中|推进中|正在推进|未办结|未完成|未销号|持续推进|逾期|超期|逾期未办结|否|in progress|ongoing|active|pending|overdue|no",
        "issued": "issued|待签收|registered|已登记|登记|已立项|立项|待交办|交办|已交办|未签收|未启动|待办|not started|new|assigned",
        "in-hand": "in hand|办理中|已签收|正在办理|signed for|signed|acknowledged|退回|退回重办|已退回|returned|returned for rework",
        "submitted": "submitted|已报结|报结|待审核|待验收|已上报|in review|awaiting review",
        "suspended": "suspended|中止|已中止|暂停|暂缓|挂起|缓办|on hold|deferred|paused",
        "cancelled": "cancelled|取消|撤销|终止|已取消|已撤销|canceled|dropped|withdrawn",
        "closed": "closed|已办结|办结|已销号|销号|已完成|完成|已归档|归档|办毕|是|√|✓|done|complete|completed|finished|archived|yes",
    },
}

_FIXED_PERIODS = {
    **dict.fromkeys(("weekly", "每周", "周报", "一周", "每星期", "每周一次", "周", "week", "every week", "per week", "1w"), "weekly"),
    **dict.fromkeys(("monthly", "每月", "月报", "每个月", "每月一次", "月", "month", "every month", "per month", "1m"), "monthly"),
    **dict.fromkeys(("daily", "每日", "每天", "日报", "every day"), "1d"),
    **dict.fromkeys(("fortnightly", "biweekly", "bi-weekly", "双周", "每两周", "两周", "隔周", "every two weeks", "every 2 weeks"), "14d"),
    **dict.fromkeys(("半月", "每半月", "半月报", "半个月", "每半个月"), "15d"),
    **dict.fromkeys(("旬", "每旬", "旬报", "每十天"), "10d"),
    **dict.fromkeys(("季度", "每季度", "每季", "季报", "quarterly", "every quarter"), "90d"),
    **dict.fromkeys(("半年", "每半年", "half-yearly"), "180d"),
}
_EVERY_DAYS = re.compile(r"(?:每隔?\s*|every\s+)?(\d{1,3})\s*(?:个?工作日|天|日|d|days?|working days)(?:一次|一报)?")
_NO_PERIOD = frozenset({"不定期", "适时", "按需", "as needed", "ad hoc", "on completion", "办结时反馈", "办结后反馈"})

_CODES: dict[str, dict[str, str]] = {
    column: {word: code for code, words in codes.items() for word in (code, *words.split("|"))} for column, codes in _WORDS.items()
}


def read_word(column: str, text: str) -> str | None:
    """The code for a clean cell of a coded column (urgency, importance, kind, status); None when blank, BadInput when unknown."""
    code = _CODES[column].get(text)
    if code or is_nothing(text):
        return code
    code = _CODES[column].get(" ".join(text.lower().split())) or _CODES[column].get(text.rstrip("件 ").strip("【】[]()（）"))
    if code:
        return code
    offered = listed("/".join(words.split("|")[:2]) for words in _WORDS[column].values())
    raise BadInput(_("This word is not known here."), fix=_("Use one of: {words}.").format(words=offered))


def read_period(text: str) -> str | None:
    """How often feedback is due: weekly, monthly or `Nd` (every N days); None when blank or at no fixed time."""
    if is_nothing(text):
        return None
    plain = " ".join(text.lower().split()).rstrip("。.")
    if plain in _NO_PERIOD:
        return None
    if plain in _FIXED_PERIODS:
        return _FIXED_PERIODS[plain]
    days = _EVERY_DAYS.fullmatch(plain)
    if days and int(days.group(1)):
        return f"{int(days.group(1))}d"
    for start, period in (("每周", "weekly"), ("每月", "monthly"), ("every month", "monthly"), ("every week", "weekly")):
        if plain.startswith(start):  # 每月25日前, 每周五: the day is for the reader, the period is what is computed with
            return period
    raise BadInput(
        _("How often feedback is due cannot be read."), fix=_("Write weekly, monthly, or a number of days such as 10d (每周, 每月, 每10天).")
    )
