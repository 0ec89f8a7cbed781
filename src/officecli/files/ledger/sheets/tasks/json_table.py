"""Objects of any program's JSON as a table: a row each, headed by their keys."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.sheets.table import MAX_COLUMNS, Table
from officecli.files.ledger.sheets.tasks.task_table import MOST

_LISTS = ("items", "issues", "tasks", "records", "results", "rows", "data", "value", "values", "nodes")
_NAMES = ("name", "displayName", "display_name", "full_name", "title", "login", "username", "text", "value", "date", "email")
"""The keys under which an object says what it is called, the likeliest first."""
_BODY = frozenset({"fields", "attributes", "properties"})
"""Keys under which an object keeps its own."""


def json_table(data: Any) -> Table | None:
    """The objects of a list, or of the one list in an object; None where there is none. An object within is its name, else its keys are the row's."""
    if isinstance(data, Mapping):
        data = next((data[key] for key in _LISTS if isinstance(data.get(key), list)), None)
    found = [_flat(one) for one in islice(data, MOST) if isinstance(one, Mapping)] if isinstance(data, list) else []
    keys = list(dict.fromkeys(key for one in found for key in one))[:MAX_COLUMNS]
    if len(keys) < 2:
        return None
    return Table("", [SheetRow(1, list(keys)), *(SheetRow(number, [one.get(key) for key in keys]) for number, one in enumerate(found, 2))])


def _flat(one: Mapping[str, Any]) -> dict[str, Cell]:
    """What an object says by key; of the objects in it their names, and what else has no name of its own (`fields`) or says a deadline."""
    cells: dict[str, Cell] = {}
    for key, value in one.items():
        if not isinstance(value, Mapping):
            cells[key] = _cell(value)
            continue
        if key in _BODY:
            cells.update((inner, _cell(told)) for inner, told in value.items())
            continue
        name = _name(value)
        if name:
            cells[key] = name
        for inner, told in value.items():
            if not name or "due" in inner.casefold():
                cells[inner if not name else f"{key} {inner}"] = _cell(told)
    return cells


def _name(one: Any) -> str:
    if not isinstance(one, Mapping):
        return "" if one is None else str(one)
    return next((str(one[key]) for key in _NAMES if isinstance(one.get(key), (str, int)) and one[key] != ""), "")


def _cell(value: Any) -> Cell:
    if isinstance(value, list):
        return "; ".join(name for one in value if (name := _name(one)))
    return _name(value) if isinstance(value, Mapping) else value if isinstance(value, (str, int, float)) else None
