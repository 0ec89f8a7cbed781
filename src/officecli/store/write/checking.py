"""Checks what is to be written."""

from __future__ import annotations

from typing import Any

from officecli.model.declaring import SQLModel
from officecli.model.row import Column, columns
from officecli.store.write.misfits import empty, refuse_nul, too_long

EXACT = 2**53
"""Up to here every whole number is a fraction, too."""


def checked_values(model: type[SQLModel], fields: dict[str, Any]) -> dict[str, Any]:
    """Every column of a row of these fields, with its default where nothing is said. Raises BadInput for the first value that does not fit.

    What is neither plainly right nor merely too long or empty is put to SQLModel, which knows more kinds of right and what to say of wrong.
    """
    refuse_nul(fields)
    values: dict[str, Any] = {}
    for column in columns(model):
        name = column.name
        if name not in fields:
            if column.required:
                return _as_sqlmodel_has_it(model, fields)
            values[name] = column.default
            continue
        value = fields[name]
        if value is None:
            if not column.optional:
                return _as_sqlmodel_has_it(model, fields)
        elif type(value) is not column.kind:
            if not (column.kind is float and type(value) is int and -EXACT <= value <= EXACT):
                return _as_sqlmodel_has_it(model, fields)
            value = float(value)
            if not is_within(column, value):
                return _as_sqlmodel_has_it(model, fields)
        elif column.kind is str:
            if not (value.isascii() or is_unicode(value)):
                return _as_sqlmodel_has_it(model, fields)
            if column.most is not None and len(value) > column.most:
                raise too_long(name, column.most, model)
            if column.least is not None and len(value) < column.least:
                raise empty(name)
            if column.pattern and not column.pattern.fullmatch(value):
                return _as_sqlmodel_has_it(model, fields)
        elif not is_within(column, value):
            return _as_sqlmodel_has_it(model, fields)
        values[name] = value
    return values


def is_within(column: Column, value: Any) -> bool:
    """Whether a number keeps to the bounds of its column."""
    return (column.least is None or value >= column.least) and (column.most is None or value <= column.most)


def is_unicode(text: str) -> bool:
    """Whether the text has no half of a character in it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _as_sqlmodel_has_it(model: type[SQLModel], fields: dict[str, Any]) -> dict[str, Any]:
    from officecli.store.write.through_sqlmodel.validating import checked_values

    return checked_values(model, fields)
