"""Parses what entries say of their rows, many in one call of the parser, since most changes are alike."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

from officecli.store.proof import chain

Fields = dict[str, Any]
Step = tuple[int, int, Fields | None, Fields | None]
"""What one entry does: to which row, its number, what was before and what is after."""
Entry = tuple[int, int, str | None, str | None]
"""The same as the entry has it."""

KNOWN, SHORT = 10_000, 120
"""So many texts of at most so many letters are remembered with what they say."""


class Said:
    """Reads what was before and after; entries in which that has not the form that is hashed are `unreadable`."""

    def __init__(self) -> None:
        self.unreadable: list[int] = []
        self._known: dict[str | None, Fields | None] = {None: None}
        self._comma = os.urandom(8).hex()

    def steps(self, entries: list[Entry]) -> Iterator[Step]:
        """What these do."""
        if len(self._known) > KNOWN:
            self._known = {None: None}
        known = self._known
        new = self._read([text for text in dict.fromkeys(text for entry in entries for text in entry[2:]) if text is not None and text not in known])
        if new is None:
            yield from self._one_by_one(entries)
            return
        known.update(new)
        for row, seq, before, after in entries:
            yield row, seq, known[before], known[after]
        for text in new:
            if len(text) > SHORT:
                del known[text]

    def _read(self, texts: list[str]) -> dict[str, Fields] | None:
        """What each of them says; None where one is not a row's fields, in the form that is hashed."""
        comma = self._comma
        # Between every two stands what nobody knew who wrote an entry: so each is one value by itself, and no two of them make one together.
        whole = f"[{f',{chr(34)}{comma}{chr(34)},'.join(texts)}]"
        try:
            values = json.loads(whole)
            right = chain.canonical(values) == whole and values[1::2] == [comma] * (len(texts) - 1)
        except (ValueError, RecursionError):
            return None
        values = values[::2]
        if not right or len(values) != len(texts) or not all(isinstance(value, dict) for value in values):
            return None
        return dict(zip(texts, values, strict=True))

    def _one_by_one(self, entries: list[Entry]) -> Iterator[Step]:
        for row, seq, *texts in entries:
            try:
                before, after = (None if text is None else _fields(text) for text in texts)
            except (ValueError, RecursionError):
                self.unreadable.append(seq)
            else:
                yield row, seq, before, after


def _fields(text: str) -> Fields:
    """What a text says of a row; raises ValueError unless it has the form that is hashed."""
    fields = json.loads(text)
    if not isinstance(fields, dict) or chain.canonical(fields) != text:
        raise ValueError(text)
    return fields
