"""Checks one of many rows of a table and puts it as the table holds it, in one pass over what it says."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from officecli.model.declaring import SQLModel
from officecli.model.row import columns
from officecli.store.write.checking import is_unicode, is_within
from officecli.store.write.rows import plain


class Keeping:
    """What rows of one table have in common: their columns, and what stands in one of which nothing is said."""

    def __init__(self, model: type[SQLModel]) -> None:
        self._columns = {column.name: column for column in columns(model)}
        self._required = {column.name for column in columns(model) if column.required}
        self._usual = plain({name: column.default for name, column in self._columns.items()}, keep_none=True)
        self._days: dict[date, str] = {}

    def row(self, fields: dict[str, Any]) -> dict[str, Any] | None:
        """The whole row, where all of it is plainly right; None where `checking` must be asked, which knows every kind of right and wrong."""
        if not self._required <= fields.keys():
            return None
        row = self._usual.copy()
        for name, value in fields.items():
            column = self._columns.get(name)
            kind = type(value)
            if column is None or (kind is not column.kind and value is not None):
                return None
            if kind is str:
                if "\0" in value or column.pattern or not is_within(column, len(value)) or not (value.isascii() or is_unicode(value)):
                    return None
            elif kind is date:
                row[name] = self._days.get(value) or self._days.setdefault(value, value.isoformat())
                continue
            elif kind is bool:
                row[name] = int(value)
                continue
            elif value is None:
                if not column.optional:
                    return None
            elif not is_within(column, value):
                return None
            row[name] = value
        return row


@cache
def keeping(model: type[SQLModel]) -> Keeping:
    """The one for a table."""
    return Keeping(model)
