"""What this version makes: every table, constraint and index, taken apart. It needs the ORM, so only `verify` asks."""

from __future__ import annotations

from importlib import import_module

from sqlalchemy import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from officecli.model import tables  # noqa: F401 - the tables that are made
from officecli.store.schema import indexes
from officecli.store.schema.parts import Parts, index_parts, table_parts


def tables_made(engine: str) -> dict[str, Parts]:
    """Table → its parts, its indexes among them."""
    dialect: Dialect = import_module(f"sqlalchemy.dialects.{engine}").dialect()
    made = {}
    for table in SQLModel.metadata.sorted_tables:
        made[table.name] = table_parts(str(CreateTable(table).compile(dialect=dialect)))
        for index in table.indexes:
            made[table.name] |= index_parts(str(CreateIndex(index).compile(dialect=dialect)))
    for name, definition in indexes.PARTIAL.items():
        made[definition.split()[0]] |= index_parts(f"CREATE INDEX {name} ON {definition}")
    return made
