"""The writer: plain statements over the plain driver, made from the columns as they are declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from typing import Any

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.model.declaring import SQLModel
from officecli.model.row import columns
from officecli.store.place import Place
from officecli.store.read.opening import let_go
from officecli.store.write.checking import checked_values
from officecli.store.write.keeping import keeping
from officecli.store.write.opening import begin, connect
from officecli.store.write.rows import plain
from officecli.store.write.writer import Fields, Writer


class PlainWriter(Writer):
    """Writes rows by statements of its own."""

    def checked(self, model: type[SQLModel], fields: Fields) -> Fields:
        return checked_values(model, fields)

    def kept(self, model: type[SQLModel], said: Mapping[str, Sequence[Any]]) -> list[Sequence[Any]]:
        return keeping(model).columns(said) or super().kept(model, said)

    def _find(self, model: type[SQLModel], row_id: int) -> Fields | None:
        found = self.read.row(f'SELECT * FROM "{model.__tablename__}" WHERE id = :id', id=row_id)
        return None if found is None else {column.name: as_given(column.kind, found[column.name]) for column in columns(model)}

    def _insert(self, model: type[SQLModel], values: Fields) -> None:
        names = ", ".join(f'"{name}"' for name in values)
        self._one(f'INSERT INTO "{model.__tablename__}" ({names}) VALUES ({self.marks(len(values))})', tuple(plain(values, keep_none=True).values()))

    def _update(self, model: type[SQLModel], row_id: int, values: Fields) -> None:
        mark = self.marks(1)
        sets = ", ".join(f'"{name}" = {mark}' for name in values)
        self._one(f'UPDATE "{model.__tablename__}" SET {sets} WHERE id = {mark}', (*plain(values, keep_none=True).values(), row_id))

    def _delete(self, model: type[SQLModel], row_id: int) -> None:
        self._one(f'DELETE FROM "{model.__tablename__}" WHERE id = {self.marks(1)}', (row_id,))

    def _one(self, statement: str, values: tuple[Any, ...]) -> None:
        """Raises StorageTrouble where it is not one row that is written."""
        with closing(self.connection.cursor()) as cursor:
            cursor.execute(statement, values)
            if cursor.rowcount != 1:
                raise StorageTrouble(
                    _("Nothing was recorded: the database did not keep a row as it was written."),
                    fix=_(
                        "Somebody changed the database itself; officecli verify tells what. "
                        "Go back to a backup (officecli db restore FILE), or have its owner put it back."
                    ),
                )

    def _execute(self, statement: str, rows: Sequence[tuple[Any, ...]] | None) -> None:
        with closing(self.connection.cursor()) as cursor:
            if rows is None:
                cursor.execute(statement)
            elif len(rows) == 1:
                cursor.execute(statement, rows[0])
            else:
                cursor.executemany(statement, rows)


def as_given(kind: type, kept: Any) -> Any:
    """A value as a row has it, of what the table holds."""
    if kept is None:
        return None
    return date.fromisoformat(kept) if kind is date else bool(kept) if kind is bool else kept


@contextmanager
def opened(place: Place) -> Iterator[PlainWriter]:
    """A writer at the beginning of its transaction."""
    connection = connect(place)
    try:
        with closing(connection.cursor()) as cursor:
            begin(place.engine, cursor.execute)
        yield PlainWriter(connection, place.engine)
    finally:
        let_go(place, connection)
