"""Many rows in one change: they are written as they come, a few at a time, and every entry of theirs is read back before the commit."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from sys import intern
from typing import Any

import pytest

from officecli.errors import StorageTrouble
from officecli.model.items import Label, Note
from officecli.store.judge import runs
from officecli.store.proof.chain import COLUMNS
from officecli.store.proof.verify import verify
from officecli.store.write import change as changes
from officecli.store.write.kept_entries import as_kept
from officecli.store.write.writer import TOGETHER, Writer, _together
from stage import by_row


@pytest.fixture
def staged(store_url: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> by_row.Staged:
    at("2026-11-23T01:00")
    monkeypatch.setattr(changes, "AT_ONCE", 3)
    return by_row.office(store_url)


def test_no_more_than_a_few_rows_and_entries_are_held(staged: by_row.Staged) -> None:
    item = staged.item("调研", "李明", "2026-12-01")
    held = []
    with staged.changing() as change:

        def rows() -> Iterator[dict[str, Any]]:
            for n in range(10):
                held.append(len(change._entries.waiting))
                yield {"item_id": item, "name": f"标签{n}", "name_key": f"标签{n}"}

        ids = change.add_many(Label, "import", rows())
        assert len(ids) == 10
        assert len({*ids}) == 10
    assert max(held) < 3
    with staged.reading() as read:
        assert [row["id"] for row in read.rows("SELECT id FROM label ORDER BY id")] == list(ids)
        assert verify(read).faults == ()


@pytest.mark.parametrize("count", [49, 50, 123])
def test_rows_of_one_statement_are_each_written_as_they_are_what_is_alike_in_all_of_them_too(
    staged: by_row.Staged, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(changes, "AT_ONCE", 1000)
    item = staged.item("调研", "李明", "2026-12-01")
    rows = [{"item_id": item, "name": f"标签{n}", "name_key": f"标签{n}"} for n in range(count)]
    days = [{"person_id": staged.people["李明"], "day": date(2026, 11, 1 + n % 20), "text": "在办", "progress": n % 2 or None} for n in range(count)]
    with staged.changing() as change:
        change.add_many(Label, "import", rows)
        change.add_many(Note, "import", ({**fields, "item_id": item} for fields in days))
    with staged.reading() as read:
        assert read.tuples("SELECT item_id, name, name_key FROM label ORDER BY id") == [tuple(row.values()) for row in rows]
        told = [(one["person_id"], str(one["day"]), one["text"], one["progress"]) for one in days]
        assert read.tuples("SELECT person_id, day, text, progress FROM note ORDER BY id") == told
        assert verify(read).faults == ()


def test_rows_that_are_alike_in_every_column_are_as_many_as_were_given() -> None:
    statement, given = _together("INSERT INTO kept VALUES ", [["在办"] * 2 * TOGETHER, [1] * 2 * TOGETHER], ("李明",))
    with closing(sqlite3.connect(":memory:")) as held:
        held.execute("CREATE TABLE kept (text, progress, name)")
        held.executemany(statement, given)
        assert held.execute("SELECT text, progress, name, COUNT(*) FROM kept GROUP BY 1, 2, 3").fetchall() == [("在办", 1, "李明", 2 * TOGETHER)]


@pytest.mark.parametrize(("lost", "column"), [(0, "after"), (4, "role"), (9, "reason")])
def test_whatever_entry_was_not_kept_as_written_nothing_is_recorded(
    staged: by_row.Staged, monkeypatch: pytest.MonkeyPatch, lost: int, column: str
) -> None:
    """A database that keeps other words than it was given: in the first, in a middle, in the last of what was written at a time."""
    item = staged.item("调研", "李明", "2026-12-01")
    seen = iter(range(100))

    true, place = Writer.insert_values, COLUMNS.index(column)

    def careless(self: Writer, table: str, columns: Any, rows: Any, *, alike: tuple[Any, ...] = ()) -> None:
        rows = [(*row, *alike) for row in rows]
        if table == "trail":
            rows = [(*row[:place], "{}", *row[place + 1 :]) if next(seen) == lost else row for row in rows]
        true(self, table, columns, rows)

    monkeypatch.setattr(Writer, "insert_values", careless)
    with pytest.raises(StorageTrouble, match="did not keep them"), staged.changing() as change:
        change.add_many(Label, "import", ({"item_id": item, "name": f"标签{n}", "name_key": f"标签{n}"} for n in range(10)))
    with staged.reading() as read:
        assert read.value("SELECT COUNT(*) FROM label") == 0


def test_an_entry_read_back_is_the_same_however_its_texts_are_held_and_another_where_one_value_is() -> None:
    held, read = (1, intern("督查室"), intern("note"), None), (1, "督查室".encode().decode(), b"note".decode(), None)
    assert as_kept([held]) == as_kept([read])
    assert len({bytes(as_kept([(1, other)])) for other in (1, "1", "", None, 1.0, True, "1 ", 2**70)}) == 8
    assert b"".join([as_kept([held, read]), as_kept([read])]) == as_kept([held] * 3)


@pytest.mark.parametrize(("ids", "expected"), [([], []), ([5], [(5, 5)]), ([9, 4, 3, 4], [(3, 4), (9, 9)]), ([1, 3], [(1, 1), (3, 3)])])
def test_ids_as_runs(ids: list[int], expected: list[tuple[int, int]]) -> None:
    assert runs(ids) == expected
