"""A grammar of days: patterns, and what each means."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from officecli.typed.dates.view import View

Meaning = Callable[["re.Match[str]", View], date]


class Grammar:
    """Patterns tried in the order they stand; each must match the whole text, and a digit is an ASCII digit."""

    def __init__(self) -> None:
        self._meanings: list[tuple[str, Meaning]] = []

    def reads(self, pattern: str) -> Callable[[Meaning], Meaning]:
        """Say above a function which texts it gives the day of; it gets the match and the view."""

        def keep(meaning: Meaning) -> Meaning:
            self._meanings.append((pattern, meaning))
            return meaning

        return keep

    def read(self, text: str, view: View) -> date | None:
        """The day `text` means in this view; None if no pattern fits."""
        for pattern, meaning in self._meanings:
            # Compiled on first use, so that importing costs nothing.
            if match := _compiled(pattern).fullmatch(text):
                return meaning(match, view)
        return None


_known: dict[str, re.Pattern[str]] = {}


def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, kept: `re` itself forgets the oldest of many."""
    found = _known.get(pattern)
    if found is None:
        found = _known[pattern] = re.compile(pattern, re.ASCII)
    return found
