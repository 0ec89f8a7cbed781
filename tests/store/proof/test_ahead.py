"""Rows that are read by what they have alike are what a plain look at the table says, and seldom read twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import cycle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.store.proof import ahead
from officecli.store.proof.ahead import Ahead
from officecli.store.read.questions import Questions

VALUES = st.fixed_dictionaries(
    {"words": st.sampled_from(["", "事 '1'", "x"]), "number": st.sampled_from([None, 0, 1]), "hours": st.sampled_from([0.5, 2.0])}
)
ROWS = st.lists(st.tuples(VALUES, st.integers(1, 8)), max_size=6)


class Noting(Questions):
    """Remembers what was asked."""

    def __init__(self, connection: Any) -> None:
        super().__init__(connection, "sqlite")
        self.asked: list[str] = []

    def _ask(self, cursor: Any, sql: str, values: Any) -> None:
        self.asked.append(sql)
        super()._ask(cursor, sql, values)


@pytest.fixture(autouse=True, scope="module")
def few_at_once() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ahead, "AT_ONCE", 3)
        yield


@given(ROWS, st.lists(st.integers(1, 5), min_size=1, max_size=4))
def test_rows_come_as_they_are(runs: list[tuple[dict[str, Any], int]], steps: list[int]) -> None:
    with closing(sqlite3.connect(":memory:")) as there:
        there.execute("CREATE TABLE t (words VARCHAR, id INTEGER NOT NULL PRIMARY KEY, number INTEGER, hours FLOAT)")
        said = [row for row, times in runs for _time in range(times)]
        there.executemany("INSERT INTO t (words, number, hours) VALUES (:words, :number, :hours)", said)
        there.execute("DELETE FROM t WHERE id % 7 = 2")
        there.executemany("INSERT INTO t (id) VALUES (?)", [(-(2**63),), (2**63 - 1,)] if len(runs) % 2 else [])
        rows, read = Ahead(Noting(there), "t"), []
        for step in cycle(steps):
            if step == 1 and (row := rows.row()):
                read.append(row)
                rows.go_past(1)
            elif (columns := rows.columns(step)) and columns[0]:
                read += zip(*columns, strict=True)
                rows.go_past(len(columns[0]))
            else:
                break
        assert repr(read) == repr(there.execute("SELECT * FROM t ORDER BY id").fetchall())


def test_what_differs_once_is_asked_of_no_more_rows() -> None:
    with closing(sqlite3.connect(":memory:")) as there:
        there.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, words VARCHAR, number INTEGER, hours FLOAT)")
        there.executemany("INSERT INTO t (words, number, hours) VALUES (?, ?, 0.5)", [(str(row // 9), row % 30 // 29) for row in range(90)])
        read = Noting(there)
        rows = Ahead(read, "t")
        while rows.row():
            rows.go_past(1)
        assert len(read.asked) == 1 + 90 // 3 + 1 + 2, "its columns, what there is, its end, and what was alike no more: the words, and the number"
        assert all('"hours"' in sql.partition(" = ")[0] for sql in read.asked if "*" not in sql), "0.0 and -0.0 are equal, and have two texts"
