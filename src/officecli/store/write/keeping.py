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

    def row(self, fields: dict[str, Any]) -> dict[str, Any] | None:
        """The whole row, where all of it is plainly right; None where `checking` must be asked, which knows every kind of right and wrong."""
        if not self._required <= fields.keys():
            return None
        row, rules = self._usual.copy(), self._rules
        for name, value in fields.items():
            if value is self._unsaid.get(name, rules):
                continue  # what stands there if nothing is said
            if name not in rules:
                return None
            kind, least, most = rules[name]
            if value is None:
                if name not in self._optional:
                    return None
            elif type(value) is not kind:
                return None
            elif kind is str:
                if "\0" in value or not least <= len(value) <= most or not (value.isascii() or is_unicode(value)):
                    return None
            elif kind is date:
                row[name] = self._days.get(value) or self._days.setdefault(value, value.isoformat())
                continue
            elif kind is bool:
                row[name] = int(value)
                continue
            elif not least <= value <= most:
                return None
            row[name] = value
        return row


def _or(bound: float | None, none: float) -> float:
    return none if bound is None else bound


@cache
def keeping(model: type[SQLModel]) -> Keeping:
    """The one for a table."""
    return Keeping(model)
