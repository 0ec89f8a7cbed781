"""Checks many rows of a table, which are given column by column, and puts them as the table holds them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from math import inf
from types import NoneType
from typing import Any

from officecli.model.declaring import SQLModel
from officecli.model.row import columns
from officecli.store.write.checking import is_unicode
from officecli.store.write.rows import plain

_Form = tuple[tuple[str, Any, float, float, Any], ...]
"""Of each column that is given: its name, kind, bounds and default."""

_SAID = object()
"""Marks a column that is required, and so has no default."""


class Keeping:
    """What rows of one table have in common: their columns, and what stands in one of which nothing is said."""

    def __init__(self, model: type[SQLModel]) -> None:
        told = columns(model)
        self._rules = {one.name: (None if one.pattern else one.kind, _or(one.least, -inf), _or(one.most, inf)) for one in told}
        self._optional = {one.name for one in told if one.optional}
        self._required = {one.name for one in told if one.required}
        self._usual = plain({one.name: one.default for one in told}, keep_none=True)
        self._unsaid = {one.name: one.default for one in told if not one.required and (one.optional or one.default is not None)}
        self._forms: dict[tuple[str, ...], _Form | None] = {}

    def columns(self, said: Mapping[str, Sequence[Any]]) -> list[Sequence[Any]] | None:
        """The table's columns, of what is said in some of them, where all of it is plainly
        right; None where `checking` must be asked, which knows every kind of right and wrong.
        """
        names = tuple(said)
        if names not in self._forms:
            self._forms[names] = self._form(names)
        form = self._forms[names]
        if form is None:
            return None
        count = len(said[names[0]])
        held: dict[str, Sequence[Any]] = {name: [value] * count for name, value in self._usual.items()}
        for one, values in zip(form, said.values(), strict=True):
            column = self._column(*one, values)
            if column is None:
                return None
            held[one[0]] = column
        return [*held.values()]

    def _column(self, name: str, kind: Any, least: float, most: float, unsaid: Any, values: Sequence[Any]) -> Sequence[Any] | None:
        """The values of a column as the table holds them; None where one of them is not plainly right."""
        told = [value for value in values if value is not unsaid]
        if not told:
            return [self._usual[name]] * len(values)
        kinds = {*map(type, told)}
        if name in self._optional:
            kinds.discard(NoneType)
        each = {*told} - {None} if kinds <= {kind} else None
        if each is None or not self._fits(kind, least, most, each):
            return None
        if kind in (date, bool):
            as_held = {value: value.isoformat() if kind is date else int(value) for value in each} | {None: None, unsaid: self._usual.get(name)}
            return [as_held[value] for value in values]
        return values

    def _fits(self, kind: Any, least: float, most: float, each: Collection[Any]) -> bool:
        """Whether values of the right kind lie within the bounds, and texts are all of letters that can be kept."""
        if kind in (date, bool):
            return True
        if kind is not str:
            return all(least <= value <= most for value in each)
        said = " ".join(each)
        return all(least <= len(text) <= most for text in each) and "\0" not in said and (said.isascii() or is_unicode(said))

    def _form(self, names: tuple[str, ...]) -> _Form | None:
        """What these columns are checked by; None where one is none of the table's, or one that must be there is not."""
        if not self._required.issubset(names) or not self._rules.keys() >= {*names}:
            return None
        return tuple((name, *self._rules[name], self._unsaid.get(name, _SAID)) for name in names)


def _or(bound: float | None, none: float) -> float:
    return none if bound is None else bound


@cache
def keeping(model: type[SQLModel]) -> Keeping:
    """The one for a table."""
    return Keeping(model)
