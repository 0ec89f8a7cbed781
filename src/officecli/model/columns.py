"""Columns of kinds that many tables have, and the check that only known codes stand in one."""

from __future__ import annotations

from typing import Any

from officecli.model.declaring import CheckConstraint, Field


def key() -> Any:
    """The primary key: the number of the trail entry that made the row, so it is never used twice."""
    return Field(default=None, primary_key=True, sa_column_kwargs={"autoincrement": False})


def a_day(*, index: bool = False) -> Any:
    """An optional date."""
    return Field(default=None, index=index)


def the_day() -> Any:
    """A required date."""
    return Field()


def flag() -> Any:
    """A boolean that starts as no."""
    return Field(default=False)


def maybe() -> Any:
    """A boolean that may be unknown: a column that came later, in which older rows say nothing."""
    return Field(default=None)


def refers(table: str, *, required: bool = True, index: bool = False) -> Any:
    """A reference to the `id` of `table`."""
    if required:
        return Field(foreign_key=f"{table}.id", index=index)
    return Field(default=None, foreign_key=f"{table}.id", index=index)


def one_of(column: str, codes: tuple[str, ...]) -> CheckConstraint:
    """Only these codes (or nothing) may stand in `column`, even for a hand with an SQL shell."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")
