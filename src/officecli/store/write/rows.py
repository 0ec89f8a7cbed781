"""Rows as the tables hold them."""

from __future__ import annotations

from datetime import date
from typing import Any

from officecli.model.declaring import SQLModel
from officecli.model.items import Item


def plain(fields: dict[str, Any], *, keep_none: bool = False) -> dict[str, Any]:
    """The fields as the tables hold them: dates as ISO text, yes and no as 1 and 0; what is nothing is left out of a whole row."""
    return {name: value if type(value) in _PLAIN else _plain_value(value) for name, value in fields.items() if keep_none or value is not None}


_PLAIN = frozenset({str, int, float, type(None)})


def _plain_value(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def item_of(model: type[SQLModel], fields: dict[str, Any]) -> int | None:
    """The id of the item that a row is, or belongs to."""
    return fields.get(item_column(model))


def item_column(model: type[SQLModel]) -> str:
    """The column in which that stands, where the table has it."""
    return "id" if model is Item else "item_id"
