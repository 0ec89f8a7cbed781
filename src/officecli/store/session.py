"""The session a change is made in: one writer at a time, and no statement that does not go through the trail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.store.engine import writable
from officecli.store.opening import PATIENCE, driver_errors, held, trouble
from officecli.store.place import Place
from officecli.store.read import Reader

ONLY_THROUGH_CHANGE = "rows are changed through the methods of Change only, or they would be missing from the trail"


@contextmanager
def session_on(place: Place) -> Iterator[Session]:
    """A session whose transaction has the write lock, and in which nothing is written unless it is `allowed`."""
    engine = writable(place)
    try:
        with Session(engine, autoflush=False, expire_on_commit=False) as session:
            event.listen(session.connection(), "before_cursor_execute", partial(_refuse_unless_allowed, session))
            yield session
    except DBAPIError as error:
        raise trouble(place, error.orig or error) from error
    except driver_errors(place) as error:
        raise trouble(place, error) from error
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


@contextmanager
def locked(place: Place) -> Iterator[None]:
    """The lock file held around each write on SQLite: fair between writers, and no checkpoint can meet a write."""
    if place.engine == "postgresql":
        yield
        return
    import filelock

    lock = filelock.FileLock(place.path.with_name(place.path.name + ".lock"), timeout=PATIENCE, mode=_mode_beside(place))
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise held(place) from error
    except OSError as error:
        raise StorageTrouble(
            _("The store {place} may only be read: its lock file cannot be opened ({said}).").format(place=place, said=error.strerror or error),
            fix=_("Ask its owner for write permission on its folder, or use another store with --db."),
        ) from error
    try:
        yield
    finally:
        lock.release()


def _mode_beside(place: Place) -> int:
    """The permissions of files beside the store: the group's too where the store is the group's."""
    return 0o660 if place.path.exists() and place.path.stat().st_mode & 0o060 == 0o060 else 0o600
