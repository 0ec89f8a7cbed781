"""The writer that puts every row through SQLModel's session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from officecli.model.declaring import SQLModel
from officecli.model.row import ONLY_THROUGH_CHANGE
from officecli.store.place import Place
from officecli.store.schema.declared import DECLARED
from officecli.store.write.through_sqlmodel.engine import writable
from officecli.store.write.through_sqlmodel.validating import checked_values
from officecli.store.write.writer import Fields, Writer


class SqlmodelWriter(Writer):
    """Writes rows as SQLModel does; its session is guarded like the writer itself."""

    def __init__(self, session: Session, engine: str) -> None:
        super().__init__(session.connection().connection.driver_connection, engine)
        self.session = session
        event.listen(session.connection(), "before_cursor_execute", self._guard)

    @contextmanager
    def allowed(self) -> Iterator[None]:
        if self.session.new or self.session.deleted or any(self.session.is_modified(row) for row in self.session.dirty):
            raise RuntimeError(ONLY_THROUGH_CHANGE)  # it would be written along
        with super().allowed():
            yield

    def checked(self, model: type[SQLModel], fields: Fields) -> Fields:
        return checked_values(model, fields)

    def look_again(self) -> None:
        self.session.expire_all()
        super().look_again()

    def take_back_part(self) -> None:
        super().take_back_part()
        self.session.expunge_all()

    def commit(self) -> None:
        self.session.commit()

    def _guard(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.lstrip().upper().startswith("SELECT"):
            self._refuse_unless_allowed()

    def _find(self, model: type[SQLModel], row_id: int) -> Fields | None:
        found = self.session.get(DECLARED[model], row_id)
        return None if found is None else dict(found.model_dump())

    def _insert(self, model: type[SQLModel], values: Fields) -> None:
        self.session.add(DECLARED[model](**values))
        self._flush()

    def _update(self, model: type[SQLModel], row_id: int, values: Fields) -> None:
        row = self.session.get(DECLARED[model], row_id)
        for name, value in values.items():
            setattr(row, name, value)
        self._flush()

    def _delete(self, model: type[SQLModel], row_id: int) -> None:
        self.session.delete(self.session.get(DECLARED[model], row_id))
        self._flush()

    def _flush(self) -> None:
        with _as_the_driver_says_it():
            self.session.flush()

    def _execute(self, statement: str, rows: Sequence[tuple[Any, ...]] | None) -> None:
        with _as_the_driver_says_it():
            self.session.connection().exec_driver_sql(statement, None if rows is None else list(rows))


@contextmanager
def _as_the_driver_says_it() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise (error.orig or error) from error


@contextmanager
def opened(place: Place) -> Iterator[SqlmodelWriter]:
    """A writer at the beginning of its transaction."""
    engine = writable(place)
    try:
        with _as_the_driver_says_it(), Session(engine, autoflush=False, expire_on_commit=False) as session:
            yield SqlmodelWriter(session, place.engine)
    finally:
        engine.dispose()
