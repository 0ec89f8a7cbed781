"""What a Chinese heading means by the words it is put together of."""

from __future__ import annotations

from officecli.files.ledger.columns.by_heading.han_morphemes import guessed
from officecli.files.ledger.columns.by_heading.han_vocabulary import DOING, HOW, REMEDY
from officecli.files.ledger.columns.by_heading.han_what_and_how_far import WHAT_AND_HOW_FAR
from officecli.files.ledger.columns.by_heading.han_who_and_when import WHO_AND_WHEN
from officecli.files.ledger.columns.by_heading.meant import Meant
from officecli.patterns import pattern

LONGEST = 14
"""Characters of a heading; what is longer is a sentence."""

WHY = pattern(r"^(?!.*进展)(?:.*原因(?:分析|说明|描述)?(?:[及和与、]|以及)|(?:未|没有|不能|无法|逾期|超期|滞后|延期).*(?:原因|理由|说明))")
"""Why something is not done, and what is to mend it: a remark, whatever else the heading names."""

_RULES = tuple((pattern(written), meant) for written, meant in (*WHO_AND_WHEN, *WHAT_AND_HOW_FAR))
"""In this order: the first that fits the whole heading decides. Without a column the heading is known, and kept as a remark."""

_LATER = "later"
"""The deadline as it was moved."""

MEASURE = pattern(
    rf".*(?:措施|举措|做法|{REMEDY})|{HOW}(?:去|来)?(?:{DOING})|(?:会议)?(?:议定|议决|决议|决定|商定)(?:意见|内容|要求)|议定事项|会议(?:议定|决定|明确)(?:的)?(?:事项|意见|内容|要求)?|决议"
    r"|(?:具体|细化|分解|二级|三级|子)+(?:的)?(?:任务|事项|工作|内容|项目|目标).*|任务(?:分解|细化)|工作(?:分解|细化)"
    r"|(?:需|待|拟|应)?(?:办理?|审批|报批|申办)(?:的)?(?:事项|手续|业务)(?:名称)?"
    r"|(?:本|当|这)(?:周|月|季度|旬|期)(?:重点|主要)?(?:工作|任务)?(?:计划|安排|任务|目标)"
)
"""One of several things done for a task, which stands in a column of its own."""

_AT = pattern(
    r"(?P<deed>(?:实际)?(?:完成|办结|结束|关闭|解决|处理|交付|销号|归档|归还|答复|回复)|截止|到期|开始|启动|创建|新建|建立|添加|分配|派发|交办|下达|受理|登记|接收|收到|提交|更新|修改|编辑)于"
)
"""When it was, as tools for tasks say it: 完成于 is 完成时间."""

ANSWERED = frozenset({"status", "cancelled", "rating", "importance", "urgency"})
"""Columns whose words may answer a question: 是否反馈 tells of no progress, and 是否有困难 of no problem."""

LEADS = pattern(r"牵头|主办|主责")
"""Says of a column that it leads, wherever another names who is only responsible."""


def han_meanings(text: str) -> tuple[Meant, ...] | None:
    """The columns a heading (normal, without brackets) may mean by its parts; () where it is known to mean none, None where it is not known."""
    if len(text) > LONGEST:
        return None
    if at := _AT.fullmatch(text):
        text = f"{at['deed']}时间"
    for form, meant in _RULES:
        if form.fullmatch(text):
            if "是否" in text and meant and meant[0][0] not in ANSWERED:
                return None
            return tuple(Meant("due" if key == _LATER else key, strength, later=key == _LATER) for key, strength in meant)
    return guessed(text)
