"""Days as people write them, in English and Chinese, whatever language the reader has. `typed.day_said` says them back.

A weekday alone is the first on or after the base day; `next` and 下 mean the next calendar week, which runs from Monday to Sunday. The end of
a week is its last working day; of a month, quarter, half or year its last day. 上旬, 中旬 and 下旬 end on the 10th, the 20th and the last day.
Spans count from the day after the base day. How a day without a year is read: docs/decisions/0022.
"""

from __future__ import annotations

from datetime import date

from officecli.typed.dates.almanac import Almanac, almanac
from officecli.typed.dates.one_day import Reading
from officecli.typed.dates.reading import read_in_ledger, read_typed
from officecli.typed.dates.refusals import NoDay
from officecli.typed.dates.view import View

__all__ = ["Almanac", "NoDay", "Reading", "almanac", "read_date", "read_day", "read_in_ledger"]


def read_day(text: str, *, base: date, by: Almanac) -> Reading:
    """What `text` means to somebody who writes it on `base`, with what was inferred; NoDay if it means no day, two, or one outside the calendar."""
    return read_typed(text, View(by, base, base))


def read_date(text: str, *, base: date, by: Almanac) -> date:
    """The day of `read_day`."""
    return read_day(text, base=base, by=by).day
