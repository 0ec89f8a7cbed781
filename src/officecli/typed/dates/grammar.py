"""A grammar of dates: patterns, and what each means."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from officecli.model.time.working_days import WorkingDays

Meaning = Callable[["re.Match[str]", date, WorkingDays], date]


class Grammar:
    """Patterns tried in the order they stand; each must match the whole text, and a digit is an ASCII digit."""

    def __init__(self) -> None:
        self._meanings: list[tuple[str, Meaning]] = []

    def reads(self, pattern: str) -> Callable[[Meaning], Meaning]:
        """Say above a function which texts it gives the date of; it gets the match, the base day and the working days."""

        def keep(meaning: Meaning) -> Meaning:
            self._meanings.append((pattern, meaning))
            return meaning

        return keep

    def read(self, text: str, base: date, days: WorkingDays) -> date | None:
        """The date `text` means as seen from `base`; None if no pattern fits."""
        for pattern, meaning in self._meanings:
            # Compiled on first use (re keeps them), so that importing costs nothing.
            if match := re.fullmatch(pattern, text, re.ASCII):
                return meaning(match, base, days)
        return None
