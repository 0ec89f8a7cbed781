"""A grammar of days: patterns, and what each means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from officecli.patterns import compiled
from officecli.typed.dates.view import View

Meaning = Callable[["re.Match[str]", View], date]


class Grammar:
    """Patterns tried in the order they stand; each must match the whole text, and a digit is an ASCII digit."""

    def __init__(self) -> None:
        self._meanings: list[tuple[str, Sequence[str], Meaning]] = []

    def reads(self, pattern: str, *, having: Sequence[str] = ("",)) -> Callable[[Meaning], Meaning]:
        """Say above a function which texts it gives the day of; it gets the match and the view. `having`: the texts that fit hold one of these."""

        def keep(meaning: Meaning) -> Meaning:
            self._meanings.append((pattern, having, meaning))
            return meaning

        return keep

    def read(self, text: str, view: View) -> date | None:
        """The day `text` means in this view; None if no pattern fits."""
        for pattern, having, meaning in self._meanings:
            if any(one in text for one in having) and (match := compiled(pattern).fullmatch(text)):
                return meaning(match, view)
        return None
