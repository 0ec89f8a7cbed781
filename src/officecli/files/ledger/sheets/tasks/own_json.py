"""A report of officecli itself as JSON, read back as the table it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.sheets.table import Table


def own_table(data: Any) -> Table | None:
    """The rows of a report, headed by its keys; None where the data is no report of officecli's."""
    if not isinstance(data, Mapping) or not isinstance(data.get("columns"), list) or not isinstance(data.get("rows"), list) or "schema" not in data:
        return None
    keys = [str(column["key"]) for column in data["columns"] if isinstance(column, Mapping) and "key" in column]
    rows = [one for one in data["rows"] if isinstance(one, Mapping)]
    return Table("", [SheetRow(1, list(keys)), *(SheetRow(number, [_cell(one.get(key)) for key in keys]) for number, one in enumerate(rows, 2))])


def _cell(value: Any) -> Cell:
    """A value as a cell: names with their parts as a ledger writes them."""
    if isinstance(value, list):
        return "; ".join(_name(one) for one in value)
    return value if isinstance(value, (str, int, float)) else None


def _name(one: Any) -> str:
    if not isinstance(one, Mapping):
        return str(one)
    name = f"{one.get('name', '')} ({one['part']})" if one.get("part") else str(one.get("name", ""))
    return f"{name} ✓" if one.get("done") else name
