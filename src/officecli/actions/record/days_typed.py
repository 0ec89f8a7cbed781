"""Answers about a day that was typed: an hour was left out, or a year was inferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from officecli.actions.answer import Answer
from officecli.light import dataclass


@dataclass(frozen=True)
class HourLeftOut(Answer):
    """The `hour` that was typed with a day is not kept."""

    hour: str


@dataclass(frozen=True)
class NextYearTaken(Answer):
    """A day was `typed` without its year, this year's has just passed, and `day` was taken."""

    typed: str
    day: date


@dataclass(frozen=True)
class LastYearTaken(Answer):
    """The day of what has happened was `typed` without its year, this year's is soon to come, and `day` was taken."""

    typed: str
    day: date


def said_of_days(heard: Iterable[tuple[str, str, date | None]], *, changed: bool) -> Iterator[Answer]:
    """An answer for each thing that is kept in mind of the days that were read; of years only where something was `changed`, which can be taken back."""
    for code, text, day in heard:
        if day is None:
            yield HourLeftOut(text)
        elif changed:
            yield (NextYearTaken if code == "year-next" else LastYearTaken)(text, day)
