"""Days on paper, as the language writes them: 15 Jul 2026 · 2026年7月15日. Files for programs keep ISO dates."""

from __future__ import annotations

import re
from datetime import date

from officecli.i18n import _
from officecli.model.time.day_names import MONTHS
from officecli.patterns import pattern

_ISO = pattern(r"(?<![\w:/.-])\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?(?![\w:/.-]*\d)", re.ASCII)
_LOOSE = pattern("(?<=[\u4e00-\u9fff]) (?=\\d{4}年)|(?<=日) (?=[\u4e00-\u9fff])")  # Chinese sets no space beside a day
_TO_TYPE = "officecli "  # a command is typed with the dates it takes


def written(day: str) -> str:
    """An ISO day, with its time of day if it has one (`2026-07-15 16:30`), as people write it; what is no day stays as it is."""
    at = day.partition(" ")[2]
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return day
    told = _("{day} {month} {year}").format(day=found.day, month=_(MONTHS[found.month - 1]), year=found.year)
    return _("{day}, {time}").format(day=told, time=at) if at else told


def with_days_written(sentence: str) -> str:
    """One of the program's own sentences with its days as people write them; one that names a command to type keeps them."""
    return sentence if _TO_TYPE in sentence else _LOOSE.sub("", _ISO.sub(lambda found: written(found[0]), sentence))
