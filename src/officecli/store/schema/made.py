"""What this version makes: every table, constraint and index, taken apart.

It is put together of what `model` declares and says, part by part, what SQLModel makes of the same words: a test holds it to that. To ask SQLModel
itself costs half a second, which is most of what a small store takes to prove.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from officecli.model import tables  # noqa: F401 - all there are
from officecli.model.row import Column, Row, Said, columns
from officecli.store.schema import indexes
from officecli.store.schema.parts import Parts, element, index_parts

INTEGER_HOLDS = 2**31 - 1
"""Up to here PostgreSQL's integer goes."""

_Table = Any
"""A class of `model`; mypy takes no plain class for hashable, which what is remembered of it has to be."""

_KINDS = {int: "integer", bool: "integer", float: "float", str: "varchar", date: "varchar(10)"}


def tables_made(engine: str) -> dict[str, Parts]:
    """Table → its parts, its indexes among them."""
    made: dict[str, Parts] = {}
    for model in Row.__subclasses__():
        parts = made[model.__tablename__] = {}
        for said in _elements(model, engine):
            parts |= element(said)
        for said in _indexes(model):
            parts |= index_parts(said)
    for name, definition in indexes.PARTIAL.items():
        made[definition.split()[0]] |= index_parts(f"CREATE INDEX {name} ON {definition}")
    return made


def is_wide(column: Column) -> bool:
    """Whether a column counts further than PostgreSQL's integer goes."""
    return column.kind is int and (column.most or 0) > INTEGER_HOLDS


def _elements(model: _Table, engine: str) -> Iterator[str]:
    """The columns and constraints of a table."""
    keys = [column for column in columns(model) if _named(model, column).get("primary_key")]
    yield f"primary key ({', '.join(key.name for key in keys)})"
    for column in columns(model):
        named = _named(model, column)
        kind = _kind(column, engine)
        if engine == "postgresql" and [column] == keys and kind == "integer" and named.get("sa_column_kwargs", {}).get("autoincrement", True):
            kind = "serial"
        yield f"{column.name} {kind}{' not null' if column in keys or not column.optional else ''}"
        if named.get("unique") and not named.get("index"):
            yield f"unique ({column.name})"
        if to := named.get("foreign_key"):
            yield "foreign key ({}) references {} ({})".format(column.name, *to.split("."))
    for said in model.__table_args__:
        if said.word == "CheckConstraint":
            yield f"check ({said.args[0]})"
        elif said.word == "UniqueConstraint":
            yield f"unique ({', '.join(said.args)})"


def _kind(column: Column, engine: str) -> str:
    """The kind in which a column is kept; by its `collate` the server's locale does not decide the order."""
    kind = "bigint" if is_wide(column) else _KINDS[column.kind]
    if column.kind is str and column.most:
        kind += f"({column.most})"
    return f"{kind} collate C" if engine == "postgresql" and column.kind in (str, date) else kind


def _indexes(model: _Table) -> Iterator[str]:
    """The indexes of a table."""
    table = model.__tablename__
    for column in columns(model):
        named = _named(model, column)
        if named.get("index"):
            yield _index(f"ix_{table}_{column.name}", table, column.name, is_unique=bool(named.get("unique")))
    for said in model.__table_args__:
        if said.word == "Index":
            name, *of = said.args
            yield _index(name, table, *of, is_unique=bool(said.named.get("unique")))


def _index(name: str, table: str, *of: str, is_unique: bool) -> str:
    return f"create {'unique ' if is_unique else ''}index {name} on {table} ({', '.join(of)})"


def _named(model: _Table, column: Column) -> dict[str, Any]:
    """What was said of a column by name."""
    said = vars(model).get(column.name)
    return said.named if isinstance(said, Said) else {}
