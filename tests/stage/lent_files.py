"""SQLite connections that are lent again while a test goes on, and beyond it to the file on the desk: a new
one has to read every definition and to prepare every statement anew, half of what a command costs.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from officecli.store.place import Place
from officecli.store.read import opening
from officecli.store.write import opening as writing

Key = tuple[object, ...]

_idle: defaultdict[str, list[_Lent]] = defaultdict(list)
"""By file."""
_left: dict[str, tuple[object, ...]] = {}
"""By file: how it was left by who last gave a connection to it back. Whoever writes it otherwise, be it by copying another over it, leaves it otherwise."""
_out: Counter[str] = Counter()
"""By file: how many connections to it are with somebody."""
_turn = count()
_process = os.getpid()
"""The one in which connections are lent: those that are forked from it, to be at work at once, open and close their own."""


class _Lent(sqlite3.Connection):
    """A connection that is given back by its close()."""

    key: Key = ()
    path = ""

    def close(self) -> None:
        if not self.key:  # it was never opened to its end
            self.end()
        elif self not in _idle[self.path]:
            _out[self.path] -= 1
            try:
                self._put_right()
            except (sqlite3.Error, OSError):
                self.end()
            else:
                _idle[self.path].append(self)

    def _put_right(self) -> None:
        """As new, with all that was written in the file itself, as it would be after the last close."""
        self.rollback()
        self.isolation_level, self.row_factory = None, None
        if self.key[0] == "write":
            (patience,) = self.execute("PRAGMA busy_timeout").fetchone()
            self.execute("PRAGMA busy_timeout=0")  # while somebody reads there is no last close to come after
            self.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self.execute(f"PRAGMA busy_timeout={patience}")
        _left[self.path] = _mark(self.path)

    def forget_rows(self) -> None:
        """Keep what was prepared, but nothing that was read, and nothing that a test hung on it."""
        self.set_trace_callback(None)
        self.set_progress_handler(None, 0)
        self.set_authorizer(None)
        if self.execute(_OF_ITS_OWN).fetchall():
            raise sqlite3.OperationalError
        self.execute("PRAGMA shrink_memory").fetchall()

    def end(self) -> None:
        with suppress(sqlite3.Error):  # another thread's goes with it
            super().close()


_OF_ITS_OWN = "SELECT name FROM pragma_database_list WHERE name NOT IN ('main', 'temp') UNION ALL SELECT name FROM temp.sqlite_schema"
"""What others that know the file do not see."""


def read_only(connect: Callable[[str, Place], sqlite3.Connection]) -> Callable[[str, Place], sqlite3.Connection]:
    """Connects as `connect` does, unless a connection to the file was given back."""

    def lent(address: str, place: Place) -> sqlite3.Connection:
        if os.getpid() != _process:
            return connect(address, place)
        key, path = _key("read", address), str(place.path)
        if (idle := _take(key, path)) is None:
            return _made(lambda: connect(address, place), key, path)
        idle.execute("BEGIN")
        opening._refuse_no_tables([name for (name,) in idle.execute(opening.NO_TABLES)], place)
        return idle

    return lent


def writable(connect: Callable[[Path], sqlite3.Connection]) -> Callable[[Path], sqlite3.Connection]:
    """The same of connections that may write."""

    def lent(path: Path) -> sqlite3.Connection:
        if os.getpid() != _process:
            return connect(path)
        key = _key("write", str(path), *writing.PRAGMAS.items())
        idle = _take(key, str(path))
        return _made(lambda: connect(path), key, str(path)) if idle is None else idle

    return lent


def lent(place: Place) -> list[sqlite3.Connection]:
    """The connections to a file that wait to be used again."""
    return list(_idle[str(place.path)])


def is_at_rest(path: str) -> bool:
    """Whether the file is whole as the last of us left it, with connections to it, none of which is with somebody."""
    return bool(_idle[path]) and not _out[path] and _left.get(path) == _state(path)


def is_written_under(path: str, write: Callable[[], None]) -> bool:
    """Whether `write` wrote into a file that is at rest, and the connections to it took no notice but that they have read nothing yet."""
    try:
        for idle in _idle[path]:
            idle.forget_rows()
    except sqlite3.Error:
        return False
    write()
    _left[path] = _mark(path)
    return True


def forget_all(*, but: str = "") -> None:
    """Close all that is idle, but to one file."""
    for path in list(_idle):
        if path != but:
            forget(path)


def forget(path: str) -> None:
    """Close all that is idle to a file."""
    _out.pop(path, None)
    _left.pop(path, None)
    for idle in _idle.pop(path, ()):
        idle.end()


def _key(kind: str, *more: object) -> Key:
    return (kind, threading.get_ident(), *more)


def _take(key: Key, path: str) -> _Lent | None:
    if _idle[path] and _left.get(path) != _state(path):
        forget(path)  # every one: what any of them remembers of the file is of no use to a new one
    fitting = next((one for one in _idle[path] if one.key == key), None)
    if fitting:
        _idle[path].remove(fitting)
        _out[path] += 1
    return fitting


def _made(connect: Callable[[], sqlite3.Connection], key: Key, path: str) -> sqlite3.Connection:
    plain = sqlite3.connect

    def kept(*arguments: Any, **named: Any) -> Any:
        return plain(*arguments, **named, factory=_Lent, cached_statements=1000)

    sqlite3.connect = kept
    try:
        made = connect()
    finally:
        sqlite3.connect = plain
    assert isinstance(made, _Lent)
    made.key, made.path = key, path
    _out[path] += 1
    return made


def _mark(path: str) -> tuple[object, ...]:
    """Give the file a time of its own, finer than a clock's tick, and say how it stands."""
    then = Path(path).stat().st_mtime_ns // 10**7 * 10**7 + next(_turn) % 10**6
    os.utime(path, ns=(then, then))
    return _state(path)


def _state(path: str) -> tuple[object, ...]:
    return tuple(_of(path + end) for end in ("", "-wal", "-shm"))


def _of(path: str) -> tuple[int, int] | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns if not path.endswith("-shm") else 0


os.register_at_fork(before=forget_all)  # SQLite's connections do not bear it
