"""The catalogue of an item's fields holds with the table, and every place that has an order of its own holds with the catalogue."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Column, String

from officecli.actions.items.editing import TOLD_EDITS
from officecli.model.item_fields import FIELDS, PLAIN
from officecli.model.items import Item
from officecli.reports.items.item_card import JSON_KEYS
from officecli.reports.items.whole_ledger import KEYS as EXPORTED
from officecli.store.schema.declared import DECLARED, IsoDate
from officecli.store.schema.view_columns import MEANINGS
from officecli.typed.items.tags import KNOWN

TABLE = DECLARED[Item].__table__
KEPT = {field.column: field for field in FIELDS.values() if field.of == "item"}
BOOKKEEPING = {
    "id", "year", "serial", "title_key", "source_key", "registered", "issued_at", "sign_by", "sign_minutes", "imported", "support_note", "version",
    "procedure_version_id", "occurrence",
}  # fmt: skip
"""Columns in which the program keeps what nobody types for one item."""
TYPES = {"line": str, "text": str, "word": str, "period": str, "hours": float, "id": int, "date": str}


def test_every_column_of_an_item_has_its_line() -> None:
    without = {column.name for column in TABLE.columns} - BOOKKEEPING - set(KEPT)
    assert not without, f"model/item_fields.py says nothing of {sorted(without)}; give each a line there"


def test_every_line_of_a_field_has_its_column() -> None:
    astray = set(KEPT) - {column.name for column in TABLE.columns}
    assert not astray, f"model/items.py has no column {sorted(astray)}, of which model/item_fields.py speaks"


@pytest.mark.parametrize("column", [column for column in TABLE.columns if column.name in KEPT], ids=str)
def test_kind_and_bounds_are_those_of_the_column(column: Column[Any]) -> None:
    field = KEPT[column.name]
    assert isinstance(column.type, IsoDate) if field.kind == "date" else column.type.python_type is TYPES[field.kind], field
    if field.kind in ("line", "text", "period"):
        kept = column.type.length if isinstance(column.type, String) else None
        assert kept == field.most, f"{field.key} holds {kept} characters in model/items.py, {field.most} in model/item_fields.py"
    checks = [check for check in TABLE.constraints if isinstance(check, CheckConstraint) and check.name == f"{column.name}_known"]
    known = ", ".join(f"'{code}'" for code in field.codes)
    assert [str(check.sqltext) for check in checks] == ([f"{field.key} IN ({known})"] if field.kind == "word" else [])


@pytest.mark.parametrize("key", PLAIN)
def test_a_plain_field_needs_nothing_of_its_own(key: str) -> None:
    field = FIELDS[key]
    assert field.kind in ("line", "text"), f"{key}: only text is plain; another kind stands by its name where it is read"
    assert (field.of, field.act, bool(field.help and field.metavar), bool(field.ledger)) == ("item", "edit", True, True)
    assert DECLARED[Item].model_fields[key].default == "", f'{key}: give its column default="" in model/items.py; an item need not say it'


def test_an_edit_reads_back_whatever_it_can_change() -> None:
    assert set(TOLD_EDITS) == {field.key for field in FIELDS.values() if field.act}
    assert set(KNOWN) == {field.key for field in FIELDS.values() if field.act == "tag" and field.kind == "word"}


def test_every_field_is_shown_to_programs_and_explained() -> None:
    of_a_decision = {"began", "decision", "point"}
    cells_of_a_ledger = {"no", "checked", "percent", "parts_done", "achieved", "cancelled"}
    assert set(FIELDS) - set(JSON_KEYS) == of_a_decision | cells_of_a_ledger
    assert {field.column for field in KEPT.values()} - set(MEANINGS["v_item"]) == {
        "began",
        "decision_id",
        "point",
    }


def test_what_a_ledger_has_is_exported_but_for_what_is_worked_out() -> None:
    assert {field.key for field in FIELDS.values() if field.ledger} - set(EXPORTED) == {
        "no",
        "checked",
        "unit",
        "light",
        "working_days_left",
        "working_days_late",
    }
