"""The one writer: a transaction that changes rows through SQLModel, appends a trail entry for each, asks the rules, and commits or refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import delete, insert
from sqlmodel import Session, SQLModel

from officecli import clock
from officecli.errors import OfficeError
from officecli.model.items import Item
from officecli.model.office import organisation  # noqa: F401 - the tables refer to one another, so all must be declared
from officecli.model.record import RefusalLog, Trail
from officecli.model.rule import Finding, Rule
from officecli.store import judge
from officecli.store.machine import machine
from officecli.store.place import Place
from officecli.store.proof import chain
from officecli.store.read.reader import Reader, reading
from officecli.store.write.checking import checked_row, checked_values
from officecli.store.write.lock import locked
from officecli.store.write.session import ONLY_THROUGH_CHANGE, allowed, inside, session_on

T = TypeVar("T", bound=SQLModel)

MANY = 1000
"""So many rows go to PostgreSQL as a stream: of a calendar's twenty thousand, each answered for on its own would cost a second."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who answers for an entry: the person judged, in which role, and on whose behalf."""

    actor_id: int
    actor: str
    role: str = ""
    behalf_id: int | None = None
    behalf: str | None = None


class Change:
    """One command's changes. `read` sees them, `before` does not."""

    def __init__(self, session: Session, read: Reader, before: Reader, signature: Signature) -> None:
        self.session = session
        self.read = read
        self.before = before
        self.signature = signature
        self.reason = ""
        self._at = clock.stamp()
        self._machine = machine()
        self._last, self._hash = read.head()
        self.first = self._last + 1
        self._rows: list[dict[str, Any]] = []
        self._touched: dict[str, set[int]] = {}
        self._day: date | None = None

    @property
    def day(self) -> date:
        """The effective day of what is done: today, unless it is told otherwise (an import)."""
        return self._day or self.read.today

    @day.setter
    def day(self, value: date | None) -> None:
        self._day = value

    def get(self, model: type[T], row_id: int) -> T:
        """The row of `model` with this id, to be changed with `set`."""
        row = self.session.get(model, row_id)
        if row is None:
            raise LookupError(f"{model.__name__} {row_id}")
        return row

    def add(self, model: type[T], verb: str, /, **fields: Any) -> T:
        """Make a row; its id is the number of the trail entry that records it. Raises BadInput for a value that does not fit."""
        seq = self._next()
        row = checked_row(model, {**fields, "id": seq})
        after = _plain(row.model_dump())
        with self._writing():
            self._record(verb, model, seq, None, after, _item_of(model, after))
            self.session.add(row)
            self.session.flush()
        return row

    def add_many(self, model: type[SQLModel], verb: str, rows: Sequence[dict[str, Any]]) -> range:
        """Make many rows of one kind in one statement; returns their ids, in order."""
        first = self._next()
        values = []
        for number, fields in enumerate(rows, first):
            row = _plain(checked_values(model, {**fields, "id": number}), keep_none=True)
            values.append(row)
            after = {name: value for name, value in row.items() if value is not None}
            self._record(verb, model, number, None, after, _item_of(model, after))
        self._insert(model, values)
        return range(first, first + len(values))

    def set(self, row: SQLModel, verb: str, /, **fields: Any) -> None:
        """Change fields of a row; nothing is recorded where nothing differs. An item's version goes up by one."""
        old = row.model_dump()
        changed = {name: value for name, value in fields.items() if old[name] != value}
        if not changed:
            return
        if isinstance(row, Item):
            changed["version"] = row.version + 1
        new = checked_row(type(row), {**old, **changed}).model_dump()
        before = _plain({name: old[name] for name in changed}, keep_none=True)
        after = _plain({name: new[name] for name in changed}, keep_none=True)
        with self._writing():
            self._record(verb, type(row), old["id"], before, after, _item_of(type(row), old))
            for name in changed:
                setattr(row, name, new[name])
            self.session.add(row)
            self.session.flush()

    def remove(self, row: SQLModel, verb: str) -> None:
        """Take a row away (an undo); the trail keeps it."""
        old = row.model_dump()
        with self._writing():
            self._record(verb, type(row), old["id"], _plain(old), None, _item_of(type(row), old))
            self.session.delete(row)
            self.session.flush()

    def work_out(self, model: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
        """Put `rows` in place of all there are, in a table that is worked out from trailed ones and so has no entries of its own."""
        with self._writing():
            self.session.connection().execute(delete(model))
        self._insert(model, rows)

    def sign(self, signature: Signature) -> None:
        """From now on, entries are signed so."""
        self.signature = signature

    def act(self, role: str, behalf: tuple[int, str] | None = None) -> None:
        """From now on, entries are signed in this role, on behalf of this person (id, name)."""
        self.signature = replace(self.signature, role=role, behalf_id=behalf[0] if behalf else None, behalf=behalf[1] if behalf else None)

    @property
    def changed(self) -> bool:
        """Whether anything was recorded."""
        return self._last >= self.first

    def findings(self, rules: Iterable[Rule]) -> list[Finding]:
        """What this change makes wrong; writes the trail entries first, since rules about acts ask them."""
        self.finish()
        touched = {table: judge.runs(ids) for table, ids in self._touched.items()}
        return judge.new_findings(rules, self.before, self.read, touched, self.first - 1)

    def finish(self) -> None:
        """Write the trail entries that are not written yet; run before the commit."""
        self._insert(Trail, self._rows)
        self._rows = []

    def _insert(self, model: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
        """Write rows of plain values by the driver itself: SQLAlchemy would look at every value once more."""
        if not rows:
            return
        mark = "?" if self.read.engine == "sqlite" else "%s"
        names = ", ".join(f'"{name}"' for name in rows[0])
        values = [tuple(row.values()) for row in rows]
        with self._writing():
            connection = self.session.connection()
            if len(rows) < MANY or self.read.engine == "sqlite":
                statement = f'INSERT INTO "{model.__tablename__}" ({names}) VALUES ({", ".join([mark] * len(rows[0]))})'
                connection.exec_driver_sql(statement, values)
                return
            driver: Any = connection.connection.driver_connection
            with driver.cursor().copy(f'COPY "{model.__tablename__}" ({names}) FROM STDIN') as copy:
                for row in values:
                    copy.write_row(row)

    def _next(self) -> int:
        return self._last + 1

    def _record(
        self, verb: str, model: type[SQLModel], row_id: int, before: dict[str, Any] | None, after: dict[str, Any] | None, item_id: int | None
    ) -> None:
        by = self.signature
        seq = self._next()
        table = str(model.__tablename__)
        entry = {
            "seq": seq, "at": self._at, "day": self.day.isoformat(), "command": self.first,
            "actor": {"id": by.actor_id, "name": by.actor}, "behalf": {"id": by.behalf_id, "name": by.behalf} if by.behalf_id else None,
            "role": by.role, **self._machine, "verb": verb, "subject": table, "id": row_id, "item": item_id,
            "before": before, "after": after, "reason": self.reason, "prev": self._hash,
        }  # fmt: skip
        body = chain.canonical(entry)
        self._hash = chain.digest(body)
        self._last = seq
        self._rows.append(
            {
                "seq": seq, "at": entry["at"], "day": entry["day"], "command": self.first, "actor_id": by.actor_id, "behalf_id": by.behalf_id,
                "role": by.role, "verb": verb, "subject": table, "subject_id": row_id, "item_id": item_id, "body": body, "hash": self._hash,
            }
        )  # fmt: skip
        self._touched.setdefault(table, set()).add(row_id)
        self._touched.setdefault("trail", set()).add(seq)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """What is written in this block has its entry; a row changed by hand before would be written along with it, without one."""
        if self.session.new or self.session.deleted or any(self.session.is_modified(row) for row in self.session.dirty):
            raise RuntimeError(ONLY_THROUGH_CHANGE)
        with allowed(self.session):
            yield


@contextmanager
def changing(place: Place) -> Iterator[Change]:
    """One transaction under the store's write lock: committed when the block ends, undone whole when it raises."""
    with reading(place) as before, locked(place), session_on(place) as session:
        before.renew()  # the lock is ours now: nobody has written, or will, between the two readers
        change = Change(session, inside(session, place), before, Signature(0, ""))
        yield change
        change.finish()
        before.close()  # so that the writer is the last to close: then all is in the one file, and whoever copies it misses nothing
        session.commit()


def log_refusal(place: Place, actor_id: int | None, verb: str, codes: str) -> None:
    """Remember that an attempt was refused, without its content. It stands outside the trail, and its failure hides nothing."""
    try:
        with reading(place):
            pass  # only a store of ours is opened for writing
        with locked(place), session_on(place) as session, allowed(session):
            session.connection().execute(insert(RefusalLog), {"at": clock.stamp(), "actor_id": actor_id, "verb": verb, "codes": codes})
            session.commit()
    except OfficeError:
        return


def _plain(fields: dict[str, Any], *, keep_none: bool = False) -> dict[str, Any]:
    """The fields as the tables hold them: dates as ISO text, yes and no as 1 and 0; what is nothing is left out of a whole row."""
    return {name: value if type(value) in _PLAIN else _plain_value(value) for name, value in fields.items() if keep_none or value is not None}


_PLAIN = frozenset({str, int, float, type(None)})


def _plain_value(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value


def _item_of(model: type[SQLModel], fields: dict[str, Any]) -> int | None:
    return fields["id"] if model is Item else fields.get("item_id")
