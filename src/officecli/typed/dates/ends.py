"""The last day of a span whose first was typed apart: `--from next-monday --to next-friday`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from officecli.errors import BadInput
from officecli.light import replace
from officecli.patterns import has_han, pattern
from officecli.typed.dates.almanac import Almanac
from officecli.typed.dates.around import is_remark
from officecli.typed.dates.beginnings import ends
from officecli.typed.dates.clock_times import without_time
from officecli.typed.dates.one_day import Reading
from officecli.typed.dates.plain import plain
from officecli.typed.dates.reading import read, read_typed
from officecli.typed.dates.spans import counts_from_its_own_day
from officecli.typed.dates.view import View

_HOUR = r"\d{1,2}(?::\d\d|[点时](?:半|\d{1,2}分?)?)?"
_ON_THAT_DAY = pattern(
    r"(?:一?整|全|[半一1])[天日]|[上下]半天|上午|下午|早上|早晨|中午|午后|傍晚|晚上|[ap]\.?m\.?(?:\s|$)"
    r"|(?:(?:in )?the )?(?:morning|afternoon|noon|evening|night)\b|(?:a )?half[- ](?:a )?day\b|(?:all|(?:the )?(?:full|whole)|(?:for )?(?:the|a|one|1)) day\b"
    r"|(?:from |between |从|自)?(?=.*?(?:[:点时]|[ap]\.?m))"
    rf"(?:[上下中]午)?{_HOUR} ?(?:[ap]\.?m\.?)? ?(?:[-–—~至到]|to|until|and) ?(?:[上下中]午)?{_HOUR}",
    re.IGNORECASE,
)
"""What stands behind a day that is meant alone, whole or in part, and so no day before it."""


def read_end(text: str, *, first: date, today: date, by: Almanac) -> Reading:
    """What `text` means as the last day: tomorrow and 下周五 counted from today,
    whatever the first is; fri, 月底 and +3d from the first; a weekend has its Sunday. Raises as `read_day`.
    """
    found = read_typed(text, _view(text, first, today, by))
    return replace(found, day=ends(found)) if found.weekend else found


def day_and_words(typed: Sequence[str], *, first: date, today: date, by: Almanac) -> tuple[str, str]:
    """The last day among words that begin with it, and the words behind it: as many of them are the day as say no more than which it is.

    An hour beside the day, which is no part of it, is one of those. Where nothing tells the two apart (7月10日病假) all of it is both. The first word is the
    day where none can be read.
    """
    words = " ".join(typed).split()
    read_over = ""
    for end in range(len(words), 0, -1):
        until = " ".join(words[:end])
        with suppress(BadInput):
            found = read(until, _view(until, first, today, by))
            if "words" not in found.inferred:
                day, hour = _day_and_hour(until, found, first, today, by)
                return day, " ".join(filter(None, (hour, *words[end:])))
            read_over = until
    if read_over:
        return read_over, " ".join(words)
    if words and (torn := _torn(words[0], first, today, by)):
        return torn[0], " ".join((torn[1], *words[1:]))
    return " ".join(typed[:1]), " ".join(typed[1:])


def _torn(word: str, first: date, today: date, by: Almanac) -> tuple[str, str] | None:
    """A day and what is written behind it without a space, as Chinese is: 7月10日病假, 周五半天; None where that may say which day it is."""
    for end in range(len(word) - 1, 0, -1):
        until, rest = word[:end], word[end:]
        if not has_han(until):
            return None
        if (is_remark(rest) and rest[0] not in "一二三四五六七八九十") or is_on_that_day(rest):
            with suppress(BadInput):
                day, hour = _day_and_hour(until, read(until, _view(until, first, today, by)), first, today, by)
                return day, " ".join(filter(None, (hour, rest)))
    return None


def is_on_that_day(text: str) -> bool:
    """Whether words behind a day say how much of it is meant: half a day, 上午, 9-11am, all day."""
    return _ON_THAT_DAY.match(text) is not None


def _day_and_hour(text: str, found: Reading, first: date, today: date, by: Almanac) -> tuple[str, str]:
    """A text that was read, and the hour that was written beside its day."""
    at = without_time(plain(text))
    with suppress(BadInput):
        if at and at.rest and read(at.rest, _view(at.rest, first, today, by)).day == found.day:
            return at.rest, at.time
    return text, ""


def _view(text: str, first: date, today: date, by: Almanac) -> View:
    base = today if counts_from_its_own_day(plain(text)) else first
    return View(by, base, base)
