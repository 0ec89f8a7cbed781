"""Tables of people and days that are no plans of what is to be done: who is on duty, who was there, where they are, what they did."""

from __future__ import annotations

import re
from collections.abc import Collection

from officecli.patterns import pattern

_ROSTER = pattern(
    r"值班|值守|带班|排班|轮班|轮值|班次|班表|坐班|考勤|出勤|签到|打卡|休假|请假|年假|轮休|调休|活动安排|日程|行程|去向|动态|外出|出差|接访|下访|课程?表|轮岗|轮训|菜单|食谱"
    r"|用餐|会议安排|会议室|(?:完成|进展|落实|工作)情况|日志|日记|工作记录|纪实|写实|小结|总结|汇报|周报|月报|日报|工时|加班|业绩|得分|评分|考核"
    r"|\b(?:duty|duties|rosters?|rota|shifts?|on[- ]call|coverage|desk (?:schedule|times?|hours)|time ?sheets?|hours|attendance|sign[- ]?in|vacations?"
    r"|leave|absences?|time off|whereabouts|locations?|where (?:we|they|everyone)|in ?/ ?out|travel|itinerary|itineraries|appointments?|meetings?|logs?"
    r"|diary|stand-?ups?|status|updates?|check-?ins?|recaps?|accomplish\w+|what (?:we|i|they|each)(?: of us)? (?:did|have done|got done|finished)"
    r"|worked on|completed work|menu|lunch|classes|timetable|scores?|results?|sales)\b",
    re.IGNORECASE,
)
"""In what stands over a table, or in its sheet's name."""
_PLANS = pattern(
    r"安排|计划|任务|分工|部署|待办|清单|\b(?:plans?|planner|due|to[- ]?do|tasks?|assignments?|assigned|deadlines?|deliverables?"
    r"|goals?|actions?|week ahead|hand(?:s|ed)? in)\b",
    re.IGNORECASE,
)
"""Beside it, that the table is a plan of what is to be done all the same: weekly plan and time sheets."""
_WAS_DONE = pattern(
    r"(?:已|完成了)|.*(?:了|完毕)$|(?:sent|met|finished|completed|wrote|drafted|fixed|called|attended|updated|reviewed|submitted|filed|posted|mailed|ordered"
    r"|prepared|held|ran|gave|made|got|took|trained|cleaned|installed|replaced|repaired|organized|worked|helped|processed|answered|closed|issued)\b",
    re.IGNORECASE,
)
_ATTENDED = pattern(
    r"(?:[上下]午|全天|晚上)?[\d:：.时点\s-]*(?:参加|出席|陪同|列席|接待|会见|赴|前往|随同|接访)"
    r"|(?:(?:at |\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*[-–—:]?\s*)?(?:attend|visit|meet(?:ing)? with|travel|lunch|interview"
    r"|call with)\b)|\d{1,2}[:：]\d\d|[上下]午\d"
)
"""Where somebody is to be, at an hour perhaps; nothing that they are to have done."""
_HALF = 2


def is_roster(text: str) -> bool:
    """Whether a line over a table, or its name, says that it is no plan of what is to be done."""
    return _ROSTER.search(text) is not None and _PLANS.search(_ROSTER.sub(" ", text)) is None


def tells_what_was_done(boxes: Collection[str]) -> bool:
    """Whether half of what stands in the boxes of a table was done, or attended."""
    return any(sum(form.match(text) is not None for text in boxes) * _HALF >= len(boxes) for form in (_WAS_DONE, _ATTENDED))
