"""A hand with an SQL shell: what the program cannot keep anybody from, for tests that tamper with a store."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from officecli.store.place import Place
from officecli.store.proof import chain
from officecli.store.read.reader import Reader
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


def tables(place: Place, *, without: tuple[str, ...] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the refusal log, in order: what a refusal must leave as it is."""
    with by_hand(place) as connection:
        if place.engine == "sqlite":
            names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()]
        else:
            names = [row[0] for row in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()]
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names if name not in ("refusal_log", *without)
        }


def last(hand: Any) -> int:
    """The number of the trail's last entry."""
    return int(hand.execute("SELECT MAX(seq) FROM trail").fetchone()[0])


def forge(hand: Any, seq: int, **changed: Any) -> None:
    """Rewrite an entry with a matching hash, as an owner could."""
    (body,) = hand.execute(f"SELECT body FROM trail WHERE seq = {seq}").fetchone()
    text = chain.canonical({**json.loads(body), **changed})
    quoted = text.replace("'", "''")
    hand.execute(f"UPDATE trail SET body = '{quoted}', hash = '{chain.digest(text)}' WHERE seq = {seq}")


def rewrite(hand: Any, changed: Callable[[str], str]) -> int:
    """Make another text of an entry near the end, and every hash after it anew, as an owner could; returns its number."""
    end = last(hand)
    seq = int(hand.execute("SELECT MAX(seq) FROM trail WHERE subject = 'item' AND body NOT LIKE '%\"before\":null%'").fetchone()[0])
    (before,) = hand.execute(f"SELECT hash FROM trail WHERE seq = {seq - 1}").fetchone()
    for number in range(seq, end + 1):
        (text,) = hand.execute(f"SELECT body FROM trail WHERE seq = {number}").fetchone()
        text = changed(text) if number == seq else re.sub('"prev":"[0-9a-f]*"', f'"prev":"{before}"', text)
        before = chain.digest(text)
        quoted = text.replace("'", "''")
        hand.execute(f"UPDATE trail SET body = '{quoted}', hash = '{before}' WHERE seq = {number}")
    return seq
