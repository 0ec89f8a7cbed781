"""What an engine plans by is taken anew after a large change and an upgrade, and not after a day's work."""

from __future__ import annotations

import pytest

from officecli.store import cases
from officecli.store.place import place
from officecli.store.read.reader import Reader, reading
from officecli.store.schema import statistics
from stage import by_row

TAKEN = {
    "sqlite": "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'",
    "postgresql": "SELECT CASE WHEN reltuples > 0 THEN 1 ELSE 0 END FROM pg_class WHERE oid = to_regclass('item')",
}


def taken(read: Reader) -> int:
    """1 where there are statistics of the items."""
    return int(read.value(TAKEN[read.engine]))


def test_they_are_taken_after_a_large_change_only(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    office = by_row.office(store_url)
    monkeypatch.setattr(statistics, "MANY", 3)
    for items, expected in ((2, 0), (3, 1)):
        with office.changing() as change:
            for _nth in range(items):
                by_row.new_item(change, office.people, "事项", "张三", change.read.today)
        with reading(place(store_url)) as read:
            assert taken(read) == expected


@pytest.mark.on_sqlite  # PostgreSQL counts the rows of each index by itself
def test_an_index_without_a_row_is_known_to_be_small(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    office = by_row.office(store_url)
    monkeypatch.setattr(statistics, "MANY", 3)
    with office.changing() as change:
        for _nth in range(60):
            by_row.new_item(change, office.people, "事项", "张三", change.read.today, status="in-hand")
    with reading(place(store_url)) as read:
        assert read.value("SELECT COUNT(*) FROM item WHERE status = 'issued'") == 0
        for more in ("sign_by < :as_of", "(sign_by IS NULL OR sign_by >= :as_of)"):
            plan = read.rows(f"EXPLAIN QUERY PLAN SELECT id FROM item i WHERE {cases.HANDED_OUT} AND {more} ORDER BY due, id", as_of="2026-11-29")
            assert "item_unsigned_by_limit" in plan[0]["detail"], more
