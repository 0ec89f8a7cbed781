"""The titles of a procedure's items: what stands in braces is filled in from the day of the occurrence, in the office's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from officecli.model.time.periods import MONTH_NAMES

_FILLED: dict[str, dict[str, Callable[[date], str]]] = {
    "en": {
        "date": date.isoformat,
        "year": lambda day: str(day.year),
        "month": lambda day: MONTH_NAMES[day.month - 1],
        "quarter": lambda day: f"Q{_quarter(day)}",
        "week": lambda day: f"week {day.isocalendar().week}",
    },
    "zh": {
        "date": lambda day: f"{day.year}年{day.month}月{day.day}日",
        "year": lambda day: f"{day.year}",
        "month": lambda day: f"{day.month}月",
        "quarter": lambda day: f"第{'一二三四'[_quarter(day) - 1]}季度",
        "week": lambda day: f"第{day.isocalendar().week}周",
    },
}

PLACEHOLDERS = tuple(_FILLED["en"])
"""What may stand in braces in a title."""


def filled(title: str, day: date, language: str, own: date | None = None) -> str:
    """The title of the item for the occurrence on `day`; braces around anything else stay as they are.

    Month, quarter, week and year are those of the rule's `own` day: what is for 1 October, and done on 30 September, is October's.
    """
    words = _FILLED.get(language, _FILLED["en"])
    told = {name: word(day if name == "date" else own or day) for name, word in words.items()}
    return re.sub(r"\{(\w+)\}", lambda found: told.get(found[1], found[0]), title)


def _quarter(day: date) -> int:
    return (day.month + 2) // 3
