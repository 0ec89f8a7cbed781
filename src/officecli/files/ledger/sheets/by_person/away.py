"""What stands in the box of a person's day and is nothing to be done: PTO, on leave, 年休假, a shift, an hour, a figure."""

from __future__ import annotations

import re

from officecli.patterns import has_han, pattern
from officecli.typed.text import TICKS, is_nothing

_BEHIND = r"(?:\s+(?:all|until|till|through|thru|to|from|this|for)\b.{0,30})?(?:(?:\s+[-–—]+\s*|\s*[(:,（：，/]\s*).{0,40})?"
_AWAY = pattern(
    r"(?:(?:on|in|at|out(?: (?:on|for))?)\s+)?(?:pto|vacation|(?:annual |sick |medical |maternity |paternity |family |comp(?:ensatory)? |parental )?leave"
    r"|holidays?|closed|out(?: of (?:the )?office)?|ooo|off(?: ?site)?|away|day off|days off|comp(?: time| day)?|flex(?: day)?|sick(?: day)?|wfh|remote"
    r"|telework(?:ing)?|work(?:ing)? from home|travel(?:l?ing)?|training|conference|jury duty|bereavement|furlough|rdo|absent|n/?a|tbd|free|available"
    rf"|in(?: (?:the )?office)?|on ?call|on duty|on shift){_BEHIND}",
    re.IGNORECASE,
)
_AWAY_HAN = pattern(
    r"(?:因)?(?:[公年事病婚产陪护理假轮调补倒]|公休|年休|陪产|育儿|探亲|工伤|护理|丧|带薪年?休?){0,8}(?:假|休)(?:休息|中|期)?|请假|休假|休息|放假|节假日|法定假日?"
    r"|出差|外出|公出|下乡|驻村|在外|缺勤|旷工|迟到|早退|离岗|脱产(?:学习|培训)?|借调|跟班(?:学习)?|(?:参加|外出)?(?:培训|学习|开会|会议)"
    r"|(?:[早中晚白夜日正大小行]|[上下]午|全天|节假日|周末)?(?:值班|带班|班|岗|勤)|[早中晚白夜]|(?:在岗|到岗|坐班|正常|出勤|机动|待命|备勤|居家办公|无|空|待定)"
)
_TAIL_HAN = pattern(
    r"\s*[(（][^()（）]*[)）]$|\s*[:：，,]\s*.{0,20}$|(?:(?:至|到)?\d{1,2}月?\d{0,2}[日号]?(?:[-—~至到]\d{1,2}月?\d{0,2}[日号]?)?){1,5}$"
)
_HOURS = pattern(
    r"[\d\s:：.,;/+%％()（）\[\]hH*#x×-–—~至到]*(?:(?:a|p)\.?m\.?|noon|hrs?|hours?|h|小时|时|点|分|[上下]午|次|天|元|万元|人|件|篇|个|条)?(?:[\d\s:：.\-–—~至到]++|(?:a|p)\.?m\.?|noon|点|时|分)*+",
    re.IGNORECASE,
)
"""Hours of the day, or a number of anything."""
_MARK = pattern(rf"[{TICKS}xX×○●■□◆▲△★☆*Oo/\\\-–—+?？。.]+|[A-Za-z]{{1,3}}\d?")

_WORDS = 2
_CHARACTERS = 8
_HAN = 4


def is_away(text: str) -> bool:
    """Whether a box says that somebody is not there, or only that they are."""
    plain = text.strip().strip("。.!")
    if is_nothing(plain) or _AWAY.fullmatch(plain):
        return True
    return has_han(plain) and _AWAY_HAN.fullmatch(_TAIL_HAN.sub("", plain)) is not None


def is_mark(text: str) -> bool:
    """Whether a box holds no words: a tick, a letter, hours, a figure."""
    plain = text.strip()
    return not plain or _MARK.fullmatch(plain) is not None or _HOURS.fullmatch(plain) is not None


def may_be_done(text: str) -> bool:
    """Whether a box has words enough for something that is to be done."""
    han = sum("\u3400" <= sign <= "\u9fff" for sign in text)
    return han >= _HAN or (len(text) >= _CHARACTERS and len(re.findall(r"[^\W\d_]{2,}", text)) >= _WORDS)
