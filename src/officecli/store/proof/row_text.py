"""Writes rows as their canonical text: to record them when they are made, and to see whether they are still so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from json.encoder import encode_basestring as quoted
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
        self._sorted = [(f",{canonical(name)}:", place) for name, place in sorted((name, place) for place, name in enumerate(names))]
        self._forms: dict[tuple[type, ...], _Form | None] = {}
        self._kinds: tuple[type, ...] = ()  # those of the last row, whose form this is
        self._form: _Form | None = None

    def of_columns(self, columns: Sequence[Sequence[Any]]) -> list[str]:
        """What `canonical` says of each row, without what is nothing: what a column has in all of them is said once.

        Raises TypeError or ValueError for a value that has no text, as only a hand puts it there.
        """
        pattern = ""
        own: list[Sequence[Any]] = []
        for name, place in self._sorted:
            column = columns[place]
            first = column[0]
            alike = column[-1] == first and column.count(first) == len(column)
            if alike and first is None:
                continue
            kinds = {str} if alike and type(first) is str else {*map(type, column)}
            if alike and kinds in ({str}, {int}):  # equal numbers of other kinds have other texts
                pattern += (name + canonical(first)).replace("%", "%%")
            elif kinds == {int} or (kinds == {str} and _as_it_is("".join(column))):
                pattern += name.replace("%", "%%") + _MARKS[kinds.pop()]
                own.append(column)
            else:
                pattern += "%s"
                own.append(["" if value is None else name + (quoted(value) if type(value) is str else canonical(value)) for value in column])
        of_each = zip(*own, strict=True) if own else [()] * len(columns[0])
        if pattern.startswith("%s"):  # what comes first may be nothing, and its comma with it
            return ["{" + (pattern % one)[1:] + "}" for one in of_each]
        pattern = "{" + pattern[1:] + "}"
        return [pattern % one for one in of_each]

    def by_pattern(self, row: tuple[Any, ...]) -> str | None:
        """The same of one row by the pattern of such rows; None where there is none, or a letter may have to be escaped."""
        kinds = tuple(map(type, row))
        if kinds != self._kinds:
            if kinds not in self._forms:
                self._forms[kinds] = self._form_of(kinds)
            self._kinds, self._form = kinds, self._forms[kinds]
        form = self._form
        if form is None:
            return None
        return form.pattern % form.values(row) if _as_it_is("".join(form.words(row))) else None

    def _form_of(self, kinds: tuple[type, ...]) -> _Form | None:
        said = sorted((name, place) for place, name in enumerate(self._names) if kinds[place] is not type(None))
        if not said or not all(kinds[place] in _MARKS for _name, place in said):
            return None
        fields = ((canonical(name).replace("%", "%%"), _MARKS[kinds[place]]) for name, place in said)
        pattern = "{" + ",".join(f"{name}:{mark}" for name, mark in fields) + "}"
        words = [place for _name, place in said if kinds[place] is str]
        return _Form(pattern, itemgetter(*(place for _name, place in said)), itemgetter(*words) if words else lambda _row: ())


def _as_it_is(words: str) -> bool:
    """Whether no letter of these words has to be escaped."""
    return '"' not in words and "\\" not in words and words.isprintable()
