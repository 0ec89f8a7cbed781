"""Days that a Chinese note tells from the day on which it is read: 昨天, 上周五, 上月26日."""

from __future__ import annotations

import re

from officecli.files.ledger.rows.days.dates import DateCells
from officecli.patterns import pattern

_FROM_TODAY = pattern(
    r"昨[天日]|(?<![目以提])前天(?![气数])|(?:上周|上个?(?:星期|礼拜))[一二三四五六日天](?![\u3400-\u9fff]?[次期个轮])|(?:上个?|本)月\d{1,2}[日号]"
)


def in_plain_days(text: str, dates: DateCells) -> str:
    """A note in which such days, where they have been, stand as days of the calendar."""

    def plain(found: re.Match[str]) -> str:
        reading = dates.day_in("closed", found[0], dates.today)
        day = reading.day if reading else None
        return f"{day.year}年{day.month}月{day.day}日" if day and day <= dates.today else found[0]

    return text if text.isascii() else _FROM_TODAY.sub(plain, text)
