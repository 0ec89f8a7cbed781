"""How fields are stored: dates as ISO text, yes and no as 1 and 0, codes under a CHECK, text ordered by code point on every engine."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Dialect, Integer, String, TypeDecorator
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import AutoString


class IsoDate(TypeDecorator[date]):
    """A date kept as `YYYY-MM-DD` text, the same on SQLite and PostgreSQL, so that one SQL text serves both."""

    impl = String(10).with_variant(String(10, collation="C"), "postgresql")
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class YesNo(TypeDecorator[bool]):
    """A boolean kept as 1 or 0, the same on SQLite and PostgreSQL."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


def key() -> Any:
    """The primary key: the number of the trail entry that made the row, so it is never used twice."""
    return Field(default=None, primary_key=True, sa_column_kwargs={"autoincrement": False})


def a_day(*, index: bool = False) -> Any:
    """An optional date."""
    return Field(default=None, sa_type=IsoDate, index=index)


def the_day() -> Any:
    """A required date."""
    return Field(sa_type=IsoDate)


def flag() -> Any:
    """A boolean that starts as no."""
    return Field(default=False, sa_type=YesNo)


def maybe() -> Any:
    """A boolean that may be unknown: a column that came later, in which older rows say nothing."""
    return Field(default=None, sa_type=YesNo)


def refers(table: str, *, required: bool = True, index: bool = False) -> Any:
    """A reference to the `id` of `table`."""
    if required:
        return Field(foreign_key=f"{table}.id", index=index)
    return Field(default=None, foreign_key=f"{table}.id", index=index)


def one_of(column: str, codes: tuple[str, ...]) -> CheckConstraint:
    """Only these codes (or nothing) may stand in `column`, even for a hand with an SQL shell."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def order_text_by_code_point() -> None:
    """Give every text column COLLATE "C" on PostgreSQL, where the server's locale would otherwise decide the order."""
    for table in SQLModel.metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, AutoString):
                column.type = String(column.type.length).with_variant(String(column.type.length, collation="C"), "postgresql")
