"""Rows as the tables hold them, and the one way in which they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlmodel import Session, SQLModel

from officecli.model.items import Item
from officecli.store.write.session import ONLY_THROUGH_CHANGE, allowed

MANY = 1000
"""So many rows go to PostgreSQL as a stream: of a calendar's twenty thousand, each answered for on its own would cost a second."""


@contextmanager
def writing(session: Session) -> Iterator[None]:
    """What is written in this block has its entry; a row changed by hand before would be written along with it, without one."""
    if session.new or session.deleted or any(session.is_modified(row) for row in session.dirty):
        raise RuntimeError(ONLY_THROUGH_CHANGE)
    with allowed(session):
        yield


def insert_plain(session: Session, engine: str, model: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
    """Write rows of plain values by the driver itself: SQLAlchemy would look at every value once more."""
    if not rows:
        return
    mark = "?" if engine == "sqlite" else "%s"
    names = ", ".join(f'"{name}"' for name in rows[0])
    values = [tuple(row.values()) for row in rows]
    with writing(session):
        connection = session.connection()
        if len(rows) < MANY or engine == "sqlite":
            statement = f'INSERT INTO "{model.__tablename__}" ({names}) VALUES ({", ".join([mark] * len(rows[0]))})'
            connection.exec_driver_sql(statement, values)
            return
        driver: Any = connection.connection.driver_connection
        with driver.cursor().copy(f'COPY "{model.__tablename__}" ({names}) FROM STDIN') as copy:
            for row in values:
                copy.write_row(row)


def plain(fields: dict[str, Any], *, keep_none: bool = False) -> dict[str, Any]:
    """The fields as the tables hold them: dates as ISO text, yes and no as 1 and 0; what is nothing is left out of a whole row."""
    return {name: value if type(value) in _PLAIN else _plain_value(value) for name, value in fields.items() if keep_none or value is not None}


_PLAIN = frozenset({str, int, float, type(None)})


def _plain_value(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def item_of(model: type[SQLModel], fields: dict[str, Any]) -> int | None:
    """The id of the item that a row is, or belongs to."""
    return fields["id"] if model is Item else fields.get("item_id")
