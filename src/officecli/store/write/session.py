"""The session a change is made in: one writer at a time, and no statement that does not go through the trail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from officecli.store.place import Place
from officecli.store.read.foreign import refuse_meddlers
from officecli.store.read.opening import driver_errors, trouble
from officecli.store.read.reader import Reader
from officecli.store.write.engine import writable

ONLY_THROUGH_CHANGE = "rows are changed through the methods of Change only, or they would be missing from the trail"


@contextmanager
def session_on(place: Place) -> Iterator[Session]:
    """A session whose transaction has the write lock, and in which nothing is written unless it is `allowed`."""
    engine = writable(place)
    try:
        with Session(engine, autoflush=False, expire_on_commit=False) as session:
            event.listen(session.connection(), "before_cursor_execute", partial(_refuse_unless_allowed, session))
            refuse_meddlers(inside(session, place), place)
            yield session
    except DBAPIError as error:
        raise trouble(place, error.orig or error, writing=True) from error
    except driver_errors(place) as error:
        raise trouble(place, error, writing=True) from error
    finally:
        engine.dispose()


def _refuse_unless_allowed(session: Session, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
    if not session.info.get("allowed") and not statement.lstrip().upper().startswith("SELECT"):
        raise RuntimeError(ONLY_THROUGH_CHANGE)


@contextmanager
def allowed(session: Session) -> Iterator[None]:
    """In this block the session may write."""
    session.info["allowed"] = True
    try:
        yield
    finally:
        session.info["allowed"] = False


def inside(session: Session, place: Place) -> Reader:
    """A reader inside the session's transaction."""
    return Reader(session.connection().connection.driver_connection, place.engine)
