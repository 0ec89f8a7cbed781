"""Spans of time in Chinese: 3个工作日内, 两周, 半年, 收到之日起15个工作日, 24小时."""

from __future__ import annotations

import re
from datetime import date

from officecli.patterns import pattern
from officecli.typed.dates.chinese.words import BEFORE, HANDED_OUT, UNITS, WITHIN, chinese
from officecli.typed.dates.digits import digits
from officecli.typed.dates.holidays import days_of_holiday
from officecli.typed.dates.landmarks import Term
from officecli.typed.dates.refusals import no_day, no_definite_day
from officecli.typed.dates.view import View

_EVENT = (
    rf"{HANDED_OUT}|发生|制发|出具|寄出|送交|上报|结束"
    r"|会议纪要|纪要|决定书?|决议|通知书?|通报|来[文函电信]|公文|文件|函件|督办单?|交办单|任务|指令|指示|要求|会议?|诉求?|信访件?|投诉|举报|申请"
    r"|材料|工单|提案|建议|案件|意见书?|反馈|线索|样品|清单|判决书?|裁定书?|传票"
    r"|(?:检验|检测|鉴定|审计|评估)?(?:报告书?|结果|意见书)|[接收领发转派文件单函卡令笺本该此之]"
)
"""What happens to a matter or a paper, and what the paper is called; the longer words first, for none is looked at twice."""

FROM = (
    rf"(?:自|从|在|于)?(?:{_EVENT})++(?P<since>之?日起?|当[日天]起?|之后|以后|后|起算?|次日起)(?:的|,|计算|算起)*"
    rf"|自?即[日时刻]起|t\+|(?:收到|接到|签收|受理|交办|[接收领派](?:件|文|单|函|卡|令))(?=\d)"
)


_AFTER = pattern(r"(?:[1-9]|[12]\d|3[01])日(?:之后|以后|后)")
_SHORT = 10
"""So many 日后 are a span, and no day of the month."""
_WEEK_BY_NUMBER = pattern(r"(?:1[3-9]|[2-5]\d)周")
"""More weeks than anybody gives somebody: one of the year, by its number."""


@chinese.reads(rf"(?P<event>{FROM})?(?P<count>\d{{1,3}})个?(?P<unit>工作日|自然日|日历日|天|日|周|星期|礼拜)(?:{BEFORE}|{WITHIN})?")
@chinese.reads(rf"(?P<event>{FROM})?(?P<count>\d{{1,3}})个(?P<unit>月)(?:{BEFORE}|{WITHIN})?")
@chinese.reads(rf"(?P<event>{FROM})?(?P<count>\d)(?P<unit>年)(?:{BEFORE}|{WITHIN})")
@chinese.reads(rf"(?P<event>{FROM})?(?P<count>\d{{1,3}})个?(?P<unit>小时|钟头|h)(?:之内|以内|内)?")
@chinese.reads(r"(?P<event>)?(?P<count>[1-9])(?P<unit>年)")
@chinese.reads(rf"(?P<event>)?限期?(?P<count>\d{{1,3}})个?(?P<unit>工作日|自然日|日历日|天|日|周|星期|礼拜|月){WITHIN}?", having="限")
@chinese.reads(rf"(?P<event>{FROM})?(?P<count>[1-4])个(?P<unit>季度?)(?:{BEFORE}|{WITHIN})?", having="季")
def _span(match: re.Match[str], view: View) -> date:
    term = term_of(match)
    if (
        not match["event"]
        and view.looks == "ahead"
        and _AFTER.fullmatch(match.string)
        and term.count > max(view.counted_from(match.string).day, _SHORT)
    ):
        raise no_day("start", match.string)  # 25日后, written on the 10th: on the 25th it may as well begin
    if _WEEK_BY_NUMBER.fullmatch(match.string):
        raise no_day("other-calendar", match.string)
    if match["event"]:
        if match.groupdict().get("back"):
            raise no_definite_day(match.string)
        view.infer("from-issue")
    elif _AFTER.fullmatch(match.string):
        view.infer("from-issue")  # 5日后 may as well be after the 5th
    if term.unit == "hour":
        view.infer("hours")
    back = -1 if match.groupdict().get("back") else 1
    return Term(back * term.count, term.unit).after(view.counted_from(match.string), view.days)


@chinese.reads(
    r"(?P<rest>.{2,24}?)(?:之前|以前|前)的?(?P<count>\d{1,3})个?(?P<unit>工作日|自然日|日历日|天|日|周|星期|礼拜|月)(?P<within>之?内|以内)?",
    having="前",
)
def _before_a_day(match: re.Match[str], view: View) -> date:
    """So long before a day that is named: 7月28日前5天, 国庆节前1周."""
    rest = match["rest"]
    day = digits.read(rest, view) or chinese.read(rest, view) or next(iter(days_of_holiday(rest, view) or ()), None)
    if day is None or match["within"]:
        raise no_day("event", match.string)  # 7月28日前3天内: on any of these
    term = term_of(match)
    view.starts = None
    return Term(-term.count, term.unit).after(day, view.days)


def term_of(match: re.Match[str]) -> Term:
    """The count and unit that a match names."""
    count, unit = int(match["count"]), match["unit"]
    return Term(3 * count, "month") if unit.startswith("季") else Term(count, UNITS[unit])


@chinese.reads(rf"(?P<event>{FROM})?半个?(?P<unit>[月年])(?:{BEFORE}|{WITHIN})?", having="半")
def _half(match: re.Match[str], view: View) -> date:
    back = -1 if match["back"] else 1
    term = Term(15 * back, "day") if match["unit"] == "月" else Term(6 * back, "month")
    if match["event"]:
        view.infer("from-issue")
    return term.after(view.counted_from(match.string), view.days)


@chinese.reads(rf"(?P<event>{FROM})?(?:半个?小时|\d{{1,3}}分钟|半[天日])(?:之内|以内|内)?", having="半分")
def _within_the_day(match: re.Match[str], view: View) -> date:
    view.infer("hours")
    return view.counted_from(match.string)
