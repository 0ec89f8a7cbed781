"""What entries say of the rows they are about, read many at once: the parser is called once for all of them, and most changes are alike."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

from officecli.store.proof import chain
from officecli.store.proof.links import readable

Fields = dict[str, Any]
Step = tuple[int, int, Fields | None, Fields | None]
"""What one entry does: to which row, its number, what was before and what is after."""

KNOWN, SHORT = 10_000, 120
"""So many texts of at most so many letters are remembered with what they say."""


class Said:
    """Reads entries whose links were found whole; those that turn out not to have the form that is hashed are `unreadable`."""

    def __init__(self) -> None:
        self.unreadable: list[int] = []
        self._known: dict[str, Fields | None] = {}
        self._comma = os.urandom(8).hex()

    def steps(self, entries: list[tuple[int, int, str, str]]) -> Iterator[Step]:
        """What these (row, number, time, text) do."""
        texts: list[str] = []
        for _row, _seq, at, body in entries:
            after = body.find(',"after":') + 9
            between = f',"at":"{at}","before":'
            middle = body.find(between, after)
            before = middle + len(between)
            texts += body[after:middle], body[before : body.find(',"behalf":', before)]
        if len(self._known) > KNOWN:
            self._known.clear()
        known = self._known
        new = self._read([text for text in dict.fromkeys(texts) if text not in known])
        if new is None:
            yield from self._one_by_one(entries)
            return
        known.update({text: fields for text, fields in new.items() if len(text) <= SHORT})
        fields = iter([known[text] if text in known else new[text] for text in texts])
        for row, seq, _at, _body in entries:
            after_it = next(fields)
            yield row, seq, next(fields), after_it

    def _read(self, texts: list[str]) -> dict[str, Fields | None] | None:
        """What each of them says; None where one is not a row's fields or nothing, in the form that is hashed."""
        comma = self._comma
        # Between every two stands what nobody knew who wrote an entry: so each is one value by itself, and no two of them make one together.
        whole = f"[{f',{chr(34)}{comma}{chr(34)},'.join(texts)}]"
        try:
            values = json.loads(whole)
            right = chain.canonical(values) == whole and values[1::2] == [comma] * (len(texts) - 1)
        except (ValueError, RecursionError):
            return None
        values = values[::2]
        if not right or len(values) != len(texts) or not all(value is None or isinstance(value, dict) for value in values):
            return None
        return dict(zip(texts, values, strict=True))

    def _one_by_one(self, entries: list[tuple[int, int, str, str]]) -> Iterator[Step]:
        for row, seq, _at, text in entries:
            body = readable(text)
            if body is None:
                self.unreadable.append(seq)
            else:
                yield row, seq, body["before"], body["after"]
