"""The last day of a span whose first was typed apart: `--from next-monday --to next-friday`."""

from __future__ import annotations

from datetime import date

from officecli.patterns import pattern
from officecli.typed.dates.almanac import Almanac
from officecli.typed.dates.names import WEEK_HAN, WEEKDAY_NAME
from officecli.typed.dates.one_day import Reading
from officecli.typed.dates.plain import plain
from officecli.typed.dates.reading import read_typed
from officecli.typed.dates.view import View

_FROM_TODAY = pattern(
    rf"\b(?:today|tonight|tomorrow|tmrw|tmw|yesterday|(?:this|next|last|current) (?:week|month|quarter|year|(?:{WEEKDAY_NAME})(?! of))\b)"
    rf"|[今明后昨前][天日早晚]|[今明去]年|[本这下上]个?(?:{WEEK_HAN}|月|季|年)"
)
"""Words that say how a day lies to that on which they are typed."""


def read_end(text: str, *, first: date, today: date, by: Almanac) -> Reading:
    """What `text` means as the last day: tomorrow and 下周五 counted from today, whatever the first is; fri, 月底 and +3d from the first. Raises as `read_day`."""
    base = today if _FROM_TODAY.search(plain(text)) else first
    return read_typed(text, View(by, base, base))
