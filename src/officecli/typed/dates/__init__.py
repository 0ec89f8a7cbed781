"""Dates as people write them, in English and Chinese, whatever language the reader has; and dates said back to people.

A day without a year is the first one on or after the base day, and so is a weekday alone. `next` and 下 mean the next
calendar week, which runs from Monday to Sunday. The end of a week is its last working day; of a month, quarter or year its
last day. 上旬, 中旬 and 下旬 end on the 10th, the 20th and the last day. Spans count from the day after the base day.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from officecli.i18n import _
from officecli.model.numerals import with_digits
from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates.chinese import WEEK, chinese
from officecli.typed.dates.chinese import WEEKDAY as CHINESE_WEEKDAY
from officecli.typed.dates.chinese import weekday_number as chinese_weekday_number
from officecli.typed.dates.digits import digits
from officecli.typed.dates.english import WEEKDAY, english, weekday_number
from officecli.typed.dates.grammar import Grammar
from officecli.typed.dates.refusals import contradicting, not_understood
from officecli.typed.dates.wording import WEEKDAYS, say_date

__all__ = ["read_date", "say_date"]

LONGEST = 60

DASHES = str.maketrans("‐–—−", "----")
AROUND = r"^(?:by|before|on|until|due) | before$|^(?:截至|截止到?|于)|(?:之前|以前|前|之内|以内|内)$"
WITH_WEEKDAY = (rf"{WEEKDAY},? (?P<rest>.*\d.*)", rf"(?P<rest>.*\d.*?),? ?\(?{WEEKDAY}\)?", rf"(?P<rest>.*\d.*?)\(?{WEEK}{CHINESE_WEEKDAY}\)?")


def read_date(text: str, *, base: date, days: WorkingDays) -> date:
    """The date that `text` means to somebody who writes it on `base`; BadInput if it means none, two, or one outside the calendar."""
    if len(text) > LONGEST:
        raise not_understood(text)
    days.day(base)
    plain = _plain(text)
    # One language a text: 3d前 would be three days ago in one and ahead in the other.
    grammar = english if plain.isascii() else chinese
    for attempt in (plain, re.sub(AROUND, "", plain)):
        found = _read(grammar, attempt, base, days) or _read_with_weekday(grammar, attempt, base, days)
        if found:
            return days.day(found)
    raise not_understood(text)


def _plain(text: str) -> str:
    """`text` with one form for each letter, digit and space; in Chinese, digits for numerals and no spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(DASHES)
    plain = re.sub(r"\s+", " ", plain).strip(" .,;。、")
    plain = re.sub(r"(?<=\d) ?([-/.]) ?(?=\d)", r"\1", plain)
    # A space between two numbers stays, or 1 31 would be 131.
    return plain if plain.isascii() else re.sub(r"(?<!\d) | (?!\d)", "", with_digits(plain))


def _read(grammar: Grammar, text: str, base: date, days: WorkingDays) -> date | None:
    return digits.read(text, base, days) or grammar.read(text, base, days)


def _read_with_weekday(grammar: Grammar, text: str, base: date, days: WorkingDays) -> date | None:
    """The date of a text that also gives its weekday, as in `2026年12月1日(周二)`; BadInput if that is another one."""
    for pattern in WITH_WEEKDAY:
        match = re.fullmatch(pattern, text)
        found = _read(grammar, match["rest"], base, days) if match else None
        if match and found:
            written = match["weekday"]
            weekday = weekday_number(written) if written.isascii() and written.isalpha() else chinese_weekday_number(written)
            if weekday != found.weekday():
                raise contradicting(text, found, _(WEEKDAYS[found.weekday()]))
            return found
    return None
