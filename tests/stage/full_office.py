"""An office with at least one row in every trailed table, for tests that tamper with each."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Float, Integer

from officecli.model.codes import TRAILED
from officecli.model.office.organisation import OfficeDay
from officecli.store.calendar.rebuilding import rebuild
from officecli.store.place import place
from officecli.store.schema.declared import DECLARED, IsoDate, YesNo, every_table
from officecli.store.write.change import Change
from stage import by_row
from stage.made_once import made_once

_BY_NAME = {made.__tablename__: model for model, made in DECLARED.items()}
_MODELS: dict[str, Any] = {table.name: _BY_NAME[table.name] for table in every_table() if table.name in TRAILED}


def full_office(url: str) -> by_row.Staged:
    """The office, made at the present moment of the clock."""
    where = place(url)
    people, units = made_once(where, lambda: _made(url), "full")
    return by_row.Staged(where, dict(people), dict(units))


def _made(url: str) -> tuple[dict[str, int], dict[str, int]]:
    staged = by_row.office(url)
    with staged.changing() as change:
        by_row.sign(change, by_row.new_item(change, staged.people, "防汛检查", "张三", date(2026, 7, 1), hours=2.5))
        change.add(OfficeDay, "setup", day=date(2026, 6, 5), working=False)
        rebuild(change)
        for model in _MODELS.values():
            if change.read.value(f"SELECT COUNT(*) FROM {model.__tablename__}") == 0:
                change.add(model, "setup", **_made_up(model, change))
    return staged.people, staged.units


def text_field(table: str) -> str:
    """A field a hand may write any text into."""
    described = DECLARED[_MODELS[table]].__table__
    free = [column.name for column in described.columns if not isinstance(column.type, Integer | YesNo | Float)]
    return str(next(name for name in free if not any(check.startswith(f"{name} IN") for check in _checks_of(described))))


def _made_up(model: Any, change: Change) -> dict[str, Any]:
    """Some value for every field a row needs."""
    return {column.name: _value_for(column, change) for column in DECLARED[model].__table__.columns if not column.nullable and column.name != "id"}


def _value_for(column: Any, change: Change) -> Any:
    for key in column.foreign_keys:
        return change.read.value(f"SELECT MAX(id) FROM {key.column.table.name}")
    for check in _checks_of(column.table):
        if check.startswith(f"{column.name} IN"):
            return check.split("'")[1]
    if isinstance(column.type, IsoDate):
        return date(2026, 6, 1)
    return 1 if isinstance(column.type, Integer | YesNo) else "x"


def _checks_of(table: Any) -> list[str]:
    return [str(constraint.sqltext) for constraint in table.constraints if isinstance(constraint, CheckConstraint)]
