"""What a command asks of the store, and how an engine would answer it: which tables it would go through from end to end."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from officecli.store.place import place
from officecli.store.read import serving
from officecli.store.read.questions import for_psycopg
from officecli.store.read.reader import Reader

Asked = dict[str, Mapping[str, Any]]

GROW = frozenset(
    ["item", "trail", "note", "submission", "extension", "past_deadline", "past_lead", "prod", "support", "item_step", "label", "notice", "pause",
        "wait", "told"]
)  # fmt: skip
"""The tables that have more rows with every item."""

OF_FEW = (
    "item_in_hands",
    "item_open",
    "item_unsigned",
    "item_awaiting",
    "trail_taken_back",
    "trail_by_another_login",
    "trail_dated_back",
    "trail_of_reminders",
)
"""How the names of indexes begin that hold no more than what is open, or rare: to go through one is no scan."""

LARGE = {
    "item": {
        "item_awaiting_review": "227 15 1", "item_unsigned_by_limit": "69 23 1", "item_open_by_due": "2496 15 1", "item_in_hands_by_lead": "2522 12 2",
        "item_in_hands_by_due": "2028 15 1", "item_by_matter": "273312 1 1 1", "ix_item_parent_id": "212352 1001", "ix_item_decision_id": "212352 1001",
        "ix_item_body_id": "212352 1001", "ix_item_closed": "656370 91", "ix_item_lead_id": "301500 1001", "item_by_issue": "300560 101 1",
        "item_by_due": "300560 101 1",
        "item_of_occurrence": "219696 1001 1001", "ix_item_originator_id": "318798 1001", "ix_item_serial": "298161 11",
    },
    "trail": {
        "trail_commands": "1067490 1", "trail_of_command": "1909440 334 101 1", "trail_of_row": "1560624 334 1 1", "trail_of_item": "2635578 7 3 1",
        "trail_of_actor": "2133012 501 334", "trail_by_act": "1672800 667 667",
    },
    "note": {"ix_note_item_id": "46053 1"},
    "submission": {"ix_submission_item_id": "89298 1"},
    "extension": {"ix_extension_item_id": "9686 1"},
    "past_deadline": {"ix_past_deadline_item_id": "9686 1"},
    "prod": {"ix_prod_lead_id": "8316 35", "ix_prod_item_id": "7475 1"},
    "support": {"ix_support_item_id": "79968 1", "ix_support_person_id": "70560 334"},
    "pause": {"ix_pause_item_id": "135 1"},
    "person": {"sqlite_autoindex_person_1": "21 1", "ix_person_post_id": "21 11"},
    "post": {"sqlite_autoindex_post_1": "1 1 1", "ix_post_unit_id": "1 1"},
    "unit": {"sqlite_autoindex_unit_1": "1 1"},
    "rank": {"sqlite_autoindex_rank_1": "1 1"},
}  # fmt: skip
"""What ANALYZE said of an office of ten years with 300,000 items."""


@contextmanager
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    """Every question put through a reader in this block, with the values of the last time."""
    asked: Asked = {}
    rows, tuples, ids, each = Reader.rows, Reader.tuples, Reader.ids, Reader.each

    def listen(self: Reader, sql: str, values: Any = None, /, **more: Any) -> Any:
        asked[sql] = {**(values or {}), **more}
        return rows(self, sql, values, **more)

    def listen_to_tuples(self: Reader, sql: str, **values: Any) -> Any:
        asked[sql] = values
        return tuples(self, sql, **values)

    def listen_to_ids(self: Reader, sql: str, **values: Any) -> Any:
        asked[sql] = values
        return ids(self, sql, **values)

    def listen_to_each(self: Reader, sql: str, values: Any) -> Any:
        asked[sql] = values
        return each(self, sql, values)

    with monkeypatch.context() as patched:
        patched.setattr(Reader, "rows", listen)
        patched.setattr(Reader, "tuples", listen_to_tuples)
        patched.setattr(Reader, "ids", listen_to_ids)
        patched.setattr(Reader, "each", listen_to_each)
        yield asked


def grown(connection: sqlite3.Connection) -> None:
    """From now on SQLite plans as if this were a large store whose statistics were taken."""
    connection.execute("ANALYZE")
    connection.execute("DELETE FROM sqlite_stat1")
    rows = [(table, index, said) for table, indexes in LARGE.items() for index, said in indexes.items()]
    connection.executemany("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", rows)
    connection.execute("ANALYZE sqlite_schema")


def gone_through_by_sqlite(connection: sqlite3.Connection, sql: str, values: Mapping[str, Any]) -> set[str]:
    """The growing tables that SQLite would go through from end to end, by its own program for the question."""
    roots = {root: (name, table) for name, table, root in connection.execute("SELECT name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0")}
    opened: dict[int, str] = {}
    begun, goes_on = set(), set()
    for _address, opcode, cursor, root, *_rest in connection.execute(f"EXPLAIN {sql}", values):
        if opcode in ("OpenRead", "ReopenIdx") and root in roots:
            name, table = roots[root]
            opened[cursor] = "" if name.startswith(OF_FEW) else table
        elif opcode in ("Rewind", "Last"):
            begun.add(cursor)
        elif opcode in ("Next", "Prev"):
            goes_on.add(cursor)
    return {opened.get(cursor, "") for cursor in begun & goes_on} & GROW


def is_readable(connection: sqlite3.Connection, sql: str, values: Mapping[str, Any]) -> bool:
    """Whether SQLite's parser has room left for the question: it holds a hundred things that are begun and not yet ended, wherever they stand."""
    try:
        connection.execute(f"EXPLAIN SELECT 1 FROM ({sql})", values)
    except sqlite3.OperationalError as error:
        if "stack overflow" not in str(error):
            raise
        return False
    return True


def of_one_lead(connection: sqlite3.Connection, sql: str, values: Mapping[str, Any]) -> bool:
    """Whether SQLite would look at every item that somebody leads or ever led: of ten years, mostly the latter."""
    return any("ix_item_lead_id" in detail for *_place, detail in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))


def of_all_in_hands(connection: sqlite3.Connection, sql: str, values: Mapping[str, Any]) -> bool:
    """Whether SQLite would go through what is open of everybody, or past its deadline, by the order of deadlines."""
    plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)
    return any(
        re.search(r"USING (?:COVERING )?INDEX item_(in_hands|open)_by_due(?! \(due=\?| \(due>\? AND due<\?)", detail) for *_place, detail in plan
    )


def from_people_on(connection: sqlite3.Connection, sql: str, values: Mapping[str, Any]) -> bool:
    """Whether SQLite would begin with the people, and look up within bounds what each of
    them leads, gave or supports: of everything that is all, here and there in the table.
    """
    plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)
    return any(re.search(r"USING INDEX ix_(item|support)_\w+ \(\w+=\? AND rowid>\? AND rowid<\?\)", detail) for *_place, detail in plan)


FILLED = frozenset({"item", "trail", "note", "submission"})
"""The tables that `large` fills with so many rows that PostgreSQL thinks of an index."""

_FILLING = (
    "ALTER TABLE trail DISABLE TRIGGER USER",
    """INSERT INTO item (id, number, year, serial, title, title_key, source, source_key, kind, urgency, importance, goal, ordered_by, responsible, originator_id,
         lead_id, registered, issued, issued_at, sign_by, signed, original_due, due, status, closed, imported, support_note, point, version)
       SELECT 100000 + n * 4, 'L' || n, 2000 + n / 1000, n % 1000, 'Matter ' || n, 'matter' || n, '', '', 'adhoc', 'ordinary', 'normal', '', '', '',
         boss.id, (SELECT (array_agg(id))[1 + n % COUNT(*)] FROM person WHERE account = 0), d.day, d.day, d.day || 'T01:00:00Z', d.day || 'T09:00:00Z', d.day, d.day, d.day,
         CASE WHEN n % 100 > 0 THEN 'closed' ELSE (array['issued', 'in-hand', 'in-hand', 'submitted', 'suspended'])[1 + n / 100 % 5] END,
         CASE WHEN n % 100 > 0 THEN d.day END, 0, '', '', 1
       FROM generate_series(1, 5000) n, (SELECT MIN(id) AS id FROM person WHERE account = 0) boss,
         LATERAL (SELECT CAST(DATE '2016-01-04' + n / 5 AS text) AS day) d""",
    """INSERT INTO trail (seq, at, day, command, actor_id, role, verb, subject, subject_id, item_id, after, reason, hand_id, hash)
       SELECT i.id + k, i.issued_at, i.issued, i.id + k, i.lead_id, 'lead', (array['add', 'sign', 'note', 'close'])[1 + k],
         (array['item', 'item', 'note', 'item'])[1 + k], CASE WHEN k = 2 THEN i.id + k ELSE i.id END, i.id, repeat('x', 300), '', 1, repeat('0', 64)
       FROM item i, generate_series(0, 3) k WHERE i.id > 100000""",
    """INSERT INTO note (id, item_id, person_id, day, text, problem, next_step, evidence)
       SELECT id + 2, id, lead_id, issued, 'under way', '', '', '' FROM item WHERE id > 100000""",
    """INSERT INTO submission (id, item_id, person_id, day, result, achieved, reason) SELECT id + 3, id, lead_id, issued, 'done', '', '' FROM item WHERE id > 100000""",
    "INSERT INTO support (id, item_id, person_id, part, since) SELECT id + 1, id, originator_id, '', issued FROM item WHERE id > 100000 AND id % 16 = 0",
    "ANALYZE",
)


@contextmanager
def large(url: str) -> Iterator[Reader]:
    """A reader of the store with five thousand items more, of ten years: an engine that believes only what it counts itself plans for many then."""
    connection = serving.connect_postgresql(place(url))
    try:
        for statement in _FILLING:
            connection.execute(statement)
        yield Reader(connection, "postgresql")
    finally:
        connection.close()


def gone_through_by_postgresql(read: Reader, sql: str, values: Mapping[str, Any]) -> set[str]:
    """The same of PostgreSQL, where it is told to avoid that: of a small store it would rather read all."""
    cursor = read._connection.cursor()
    cursor.execute("SET enable_seqscan = off")
    cursor.execute(for_psycopg(f"EXPLAIN (FORMAT JSON) {sql}"), values)
    plan = cursor.fetchone()[0]
    return {table for node in _nodes((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]) if (table := _whole(node))} & FILLED


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for one in node.get("Plans", ()):
        yield from _nodes(one)


def _whole(node: dict[str, Any]) -> str:
    """The table that a node of a plan reads whole, "" for none."""
    if node.get("Index Name", "").startswith(OF_FEW) or "Index Cond" in node or node["Node Type"] in ("Bitmap Heap Scan", "Bitmap Index Scan"):
        return ""
    return str(node.get("Relation Name", ""))
