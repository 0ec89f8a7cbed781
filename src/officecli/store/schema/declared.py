"""The tables as SQLModel has them, made of what `model` declares in its words. Whoever makes tables asks; no other command waits for it.

Dates are kept as ISO text, yes and no as 1 and 0, and text is ordered by code point, the same on SQLite and PostgreSQL, so that one SQL text serves both.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

import sqlmodel
from sqlalchemy import BigInteger, Dialect, Integer, String, Table, TypeDecorator
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel.sql.sqltypes import AutoString

from officecli.model import tables  # noqa: F401 - all there are
from officecli.model.row import Column, Row, Said, columns
from officecli.store.schema.made import is_wide


class IsoDate(TypeDecorator[date]):
    """A date kept as `YYYY-MM-DD` text."""

    impl = String(10).with_variant(String(10, collation="C"), "postgresql")
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class YesNo(TypeDecorator[bool]):
    """A boolean kept as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


KEPT_AS = {date: IsoDate, bool: YesNo}
"""The kinds of values that are kept otherwise than SQLModel would keep them."""


def _kept_as(column: Column) -> Any:
    """The kind in which the values of a column are kept, where it is not SQLModel's own."""
    if is_wide(column):
        return BigInteger
    return KEPT_AS.get(column.kind)


def _said(what: Any) -> Any:
    """One of SQLModel's words, said to SQLModel."""
    return getattr(sqlmodel, what.word)(*what.args, **what.named) if isinstance(what, Said) else what


def _made(model: Any) -> Any:
    """The table as SQLModel makes it."""
    body = {name: value for name, value in vars(model).items() if name not in ("__dict__", "__weakref__")}
    for column in columns(model):
        if kept_as := _kept_as(column):
            given = body.get(column.name)
            named = given.named if isinstance(given, Said) else {} if given is None else {"default": given}
            body[column.name] = Said("Field", (), {**named, "sa_type": kept_as})
    body = {name: _said(value) for name, value in body.items()}
    body["__table_args__"] = tuple(map(_said, model.__table_args__))
    makes: Any = type(sqlmodel.SQLModel)
    return makes(model.__name__, (sqlmodel.SQLModel,), body, table=True)


DECLARED: dict[Any, Any] = {model: _made(model) for model in Row.__subclasses__()}
"""The class by which a command knows a table → SQLModel's own."""

for _table in sqlmodel.SQLModel.metadata.tables.values():  # the server's locale would otherwise decide the order
    for _column in _table.columns:
        if isinstance(_column.type, AutoString):
            _column.type = String(_column.type.length).with_variant(String(_column.type.length, collation="C"), "postgresql")


def every_table() -> list[Table]:
    """The tables, each after those it refers to."""
    return sqlmodel.SQLModel.metadata.sorted_tables


@cache
def statements(engine: str) -> dict[str, list[str]]:
    """Table → the statements that make it and its indexes."""
    dialect: Dialect = import_module(f"sqlalchemy.dialects.{engine}").dialect()
    made: dict[str, list[str]] = {}
    for table in every_table():
        made[table.name] = [str(CreateTable(table).compile(dialect=dialect))]
        made[table.name] += [str(CreateIndex(index).compile(dialect=dialect)) for index in sorted(table.indexes, key=lambda one: str(one.name))]
    return made
