"""Checks one of many rows of a table and puts it as the table holds it, in one pass over what it says."""

from __future__ import annotations

from datetime import date
from functools import cache
from math import inf
from typing import Any

from officecli.model.declaring import SQLModel
from officecli.model.row import columns
from officecli.store.write.checking import is_unicode
from officecli.store.write.rows import plain

_Form = tuple[tuple[str, Any, float, float, Any], ...]
"""Of columns of which something is said: the name, the kind, the bounds, and what stands there if nothing is said."""

_SAID = object()
"""In the place of what stands there if nothing is said, of a column in which something must be."""


class Keeping:
    """What rows of one table have in common: their columns, and what stands in one of which nothing is said."""

    def __init__(self, model: type[SQLModel]) -> None:
        told = columns(model)
        self._rules = {one.name: (None if one.pattern else one.kind, _or(one.least, -inf), _or(one.most, inf)) for one in told}
        self._optional = {one.name for one in told if one.optional}
        self._required = {one.name for one in told if one.required}
        self._usual = plain({one.name: one.default for one in told}, keep_none=True)
        self._unsaid = {one.name: one.default for one in told if not one.required and (one.optional or one.default is not None)}
        self._days: dict[date, str] = {}
        self._forms: dict[tuple[str, ...], _Form | None] = {}

    def row(self, fields: dict[str, Any]) -> dict[str, Any] | None:
        """The whole row, where all of it is plainly right; None where `checking` must be asked, which knows every kind of right and wrong."""
        names = tuple(fields)
        if names not in self._forms:
            self._forms[names] = self._form(names)
        form = self._forms[names]
        if form is None:
            return None
        row = self._usual.copy()
        texts = [""]
        for (name, kind, least, most, unsaid), value in zip(form, fields.values(), strict=True):
            if value is unsaid:
                continue  # what stands there if nothing is said
            if value is None:
                if name not in self._optional:
                    return None
            elif type(value) is not kind:
                return None
            elif kind is str:
                if not least <= len(value) <= most:
                    return None
                texts.append(value)
            elif kind is date:
                row[name] = self._days.get(value) or self._days.setdefault(value, value.isoformat())
                continue
            elif kind is bool:
                row[name] = int(value)
                continue
            elif not least <= value <= most:
                return None
            row[name] = value
        said = " ".join(texts)
        return row if "\0" not in said and (said.isascii() or is_unicode(said)) else None

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
