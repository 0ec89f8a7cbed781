"""The words in which tables are declared, which are SQLModel's own: a file of `model` says them, and type checkers hold it to what SQLModel takes.

A command only takes them down (`model.row`): to carry them out costs a third of a second, and whoever writes a row needs its columns and
bounds, not what SQLModel makes of them. `store.schema.declared` says the very same words to SQLModel, for whoever makes tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlmodel import CheckConstraint, Field, Index, SQLModel, UniqueConstraint
else:
    from officecli.model.row import Row as SQLModel
    from officecli.model.row import taken_down

    CheckConstraint, Field, Index, UniqueConstraint = map(taken_down, ("CheckConstraint", "Field", "Index", "UniqueConstraint"))

__all__ = ["CheckConstraint", "Field", "Index", "SQLModel", "UniqueConstraint"]
