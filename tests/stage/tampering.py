"""A hand with an SQL shell: what the program cannot keep anybody from, for tests that tamper with a store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from officecli.store.place import Place
from officecli.store.proof import chain
from officecli.store.read.reader import Reader, reading
from stage import lent_files


@contextmanager
def by_hand(place: Place, *, keep: bool = False) -> Iterator[Any]:
    """A writing connection without guards' consent; what it did is rolled back at the end unless it is to `keep`."""
    connection: Any
    if place.engine == "sqlite":
        lent_files.forget_all()  # so that it is this hand which closes the file in the end
        connection = sqlite3.connect(place.path, isolation_level=None)
        connection.execute("BEGIN")
    else:
        connection = psycopg.connect(place.url)
    try:
        yield connection
        if keep:
            connection.commit()
    finally:
        connection.rollback()
        connection.close()


def drop_guards(connection: Any, place: Place) -> None:
    """Take the trail's triggers away, and on PostgreSQL the foreign keys' too."""
    if place.engine == "sqlite":
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
    else:
        connection.execute("SET LOCAL session_replication_role = replica")


def reader(connection: Any, place: Place) -> Reader:
    """The program's reader over this connection, seeing what is not committed."""
    return Reader(connection, place.engine)


def tables(place: Place, *, without: tuple[str, ...] = ()) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table but the refusal log, in order: what a refusal must leave as it is."""
    with reading(place) as read:  # a hand of its own would cost whoever works next a new connection
        names = [row["name"] for row in read.rows(TABLES[place.engine])]
        return {name: sorted(read.rows(f"SELECT * FROM {name}"), key=repr) for name in names if name not in ("refusal_log", *without)}


TABLES = {
    "sqlite": "SELECT name FROM sqlite_schema WHERE type = 'table'",
    "postgresql": "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
}


def last(hand: Any) -> int:
    """The number of the trail's last entry."""
    return int(hand.execute("SELECT MAX(seq) FROM trail").fetchone()[0])


def forge(hand: Any, seq: int, *, along: bool = False, **changed: Any) -> None:
    """Write other columns into an entry, with a hash that fits, as an owner could; those that come after it too, where they go `along`."""
    mark = "?" if isinstance(hand, sqlite3.Connection) else "%s"
    for name, value in changed.items():
        hand.execute(f"UPDATE trail SET {name} = {mark} WHERE seq = {seq}", (value,))
    for number in range(seq, (last(hand) if along else seq) + 1):
        hand.execute(f"UPDATE trail SET hash = '{chain.digest(text_of(hand, number))}' WHERE seq = {number}")


def text_of(hand: Any, seq: int, prev: str | None = None) -> str:
    """The text of an entry as it is to be hashed, made of what stands there; `prev` is the hash it goes on from, where that is not the one before it."""
    entry = hand.execute(f"SELECT {', '.join(chain.COLUMNS)} FROM trail WHERE seq = {seq}").fetchone()
    shared = entry[len(chain.OWN) :]
    who = hand.execute(f"SELECT {', '.join(chain.Hand._fields)} FROM hand WHERE id = {shared[chain.SHARED.index('hand_id')]}").fetchone()
    (before_it,) = hand.execute(f"SELECT MAX(hash) FROM trail WHERE seq = {seq - 1}").fetchone()
    number, row, item, before, after, _hash = entry[: len(chain.OWN)]
    return chain.Form(shared, chain.Hand(*who)).text(number, row, item, before, after, prev or before_it or "")


def in_the_middle(hand: Any) -> int:
    """An entry near the end that changed an item."""
    return int(hand.execute("SELECT MAX(seq) FROM trail WHERE subject = 'item' AND before IS NOT NULL AND after IS NOT NULL").fetchone()[0])
