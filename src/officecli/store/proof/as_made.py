"""Whether a row is what the entry that made it says, told without reading the entry: what it must say is written of the row, and compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from officecli.store.proof.chain import canonical

_MARKS = {int: "%d", str: '"%s"'}
"""How a value stands in an entry's text; one of another kind, as hardly any row has, is left to whoever reads entries."""


class _Form(NamedTuple):
    """The text of rows whose values are of the same kinds: its pattern, what of a row goes into it, and how many quotation marks it has."""

    pattern: str
    values: Callable[[tuple[Any, ...]], Any]
    quotes: int


class AsMade:
    """Knows the rows of a table with these columns."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._forms: dict[tuple[type, ...], _Form | None] = {}

    def holds(self, row: tuple[Any, ...], after: str) -> bool:
        """Whether the canonical text of the row is `after`; of a row with a letter that may have to be escaped it is not said."""
        kinds = tuple(map(type, row))
        if kinds not in self._forms:
            self._forms[kinds] = self._form(kinds)
        form = self._forms[kinds]
        return (
            form is not None
            and form.pattern % form.values(row) == after
            and after.count('"') == form.quotes
            and "\\" not in after
            and after.isprintable()
        )

    def _form(self, kinds: tuple[type, ...]) -> _Form | None:
        said = sorted((name, place) for place, name in enumerate(self._names) if kinds[place] is not type(None))
        if not said or not all(kinds[place] in _MARKS for _name, place in said):
            return None
        fields = ((canonical(name).replace("%", "%%"), _MARKS[kinds[place]]) for name, place in said)
        pattern = "{" + ",".join(f"{name}:{mark}" for name, mark in fields) + "}"
        return _Form(pattern, itemgetter(*(place for _name, place in said)), pattern.count('"'))
