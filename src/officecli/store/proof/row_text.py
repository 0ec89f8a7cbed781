"""The canonical text of whole rows, by which they are recorded when they are made: of many rows alike by one pattern, to record them and to see whether they are still so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from officecli.store.proof.chain import canonical

_MARKS = {int: "%d", str: '"%s"'}
"""How a value stands in an entry's text; one of another kind, as hardly any row has, is left to `canonical`."""


class _Form(NamedTuple):
    """The text of rows whose values are of the same kinds: its pattern, what of a row goes into it, and which of that are words."""

    pattern: str
    values: Callable[[tuple[Any, ...]], Any]
    words: Callable[[tuple[Any, ...]], Any]


class RowText:
    """Writes the rows of a table with these columns; a row is a tuple of their values as the table holds them."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._forms: dict[tuple[type, ...], _Form | None] = {}
        self._kinds: tuple[type, ...] = ()  # those of the last row, whose form this is
        self._form: _Form | None = None

    def whole(self, row: tuple[Any, ...]) -> str:
        """What `canonical` says of the row, without what is nothing."""
        return self.by_pattern(row) or canonical({name: value for name, value in zip(self._names, row, strict=True) if value is not None})

    def by_pattern(self, row: tuple[Any, ...]) -> str | None:
        """The same by the pattern of such rows; None where there is none, or a letter may have to be escaped."""
        kinds = tuple(map(type, row))
        if kinds != self._kinds:
            if kinds not in self._forms:
                self._forms[kinds] = self._form_of(kinds)
            self._kinds, self._form = kinds, self._forms[kinds]
        form = self._form
        if form is None:
            return None
        words = "".join(form.words(row))
        return form.pattern % form.values(row) if '"' not in words and "\\" not in words and words.isprintable() else None

    def _form_of(self, kinds: tuple[type, ...]) -> _Form | None:
        said = sorted((name, place) for place, name in enumerate(self._names) if kinds[place] is not type(None))
        if not said or not all(kinds[place] in _MARKS for _name, place in said):
            return None
        fields = ((canonical(name).replace("%", "%%"), _MARKS[kinds[place]]) for name, place in said)
        pattern = "{" + ",".join(f"{name}:{mark}" for name, mark in fields) + "}"
        words = [place for _name, place in said if kinds[place] is str]
        return _Form(pattern, itemgetter(*(place for _name, place in said)), itemgetter(*words) if words else lambda _row: ())
