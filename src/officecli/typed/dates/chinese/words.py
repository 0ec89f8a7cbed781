"""The words of days in Chinese, and the grammar they make up."""

from __future__ import annotations

import re

from officecli.typed.dates.grammar import Grammar
from officecli.typed.dates.refusals import short_year
from officecli.typed.dates.view import View

chinese = Grammar()

YEARS = {"前": -2, "去": -1, "上": -1, "今": 0, "本": 0, "当": 0, "明": 1, "次": 1, "来": 1, "下": 1, "后": 2}

NEAR = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "今": 0, "下": 1, "次": 1, "下下": 2}

NEARLY = 5
"""A year of two digits is one of so many around today's."""

UNITS = {
    "工作日": "working day", "个工作天": "working day", "自然日": "day",
    "日历日": "day",
    "天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week", "月": "month", "年": "year",
    "小时": "hour", "钟头": "hour", "h": "hour",
}  # fmt: skip

YEAR = r"(?:(?:(?P<year>\d{4}|\d\d)年度?|(?P<near_year>[前去今本当明次来后])年度?)的?)"

WEEKDAY = r"(?P<weekday>[1-6日天])"

PART = r"(?P<part>[底末中初]|月底|月末|[上中下]旬|中下旬|上中旬)(?:(?<=旬)[底末])?"

HANDED_OUT = (
    "值班|接报|接访|来访|来电|送达|发文|收到|接到|接收|收文|接文|领取|签收"
    "|交办|转办|分办|派单|派发|受理|下发|下达|批示|批办|印发|发布|发出|立项|登记|部署"
)
"""What happens to a matter when it comes in or goes out, from which its days are counted."""

BEFORE = r"(?P<back>之前|以前|前)"

WITHIN = r"(?:之内|以内|内|之后|以后|后)"


def weekday_number(written: str) -> int:
    """0 for 1, as in 周一; 6 for 日 and 天."""
    return 6 if written in "日天" else int(written) - 1


def year_of(match: re.Match[str], view: View) -> int | None:
    """The year a match names; None if it names none. Words such as 明年 count from the
    text's own day, or the ledger's year; 今年 is this year where neither is known.
    """
    said = match.groupdict()
    if said.get("near_year"):
        if view.base is None and view.year is not None:
            view.infer("year-of-ledger")
            return view.year + YEARS[said["near_year"]]
        if view.base is None and not YEARS[said["near_year"]]:
            return view.own_year()
        return view.counted_from(match.string).year + YEARS[said["near_year"]]
    written = said.get("year")
    if not written:
        return None
    year = int(written) if len(written) == 4 else 2000 + int(written)
    if len(written) == 2 and abs(year - view.today.year) > NEARLY:
        raise short_year(match.string)  # 15年内 is no year
    return year
