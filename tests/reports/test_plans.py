"""A list of fifty reads fifty, however many items there are."""

from __future__ import annotations

from typing import Any

import pytest

from officecli.reports.items import overdue
from officecli.reports.shape.filters import Filters
from officecli.store.read.reader import Reader
from stage.by_row import Staged


def test_overdue_follows_the_index_by_deadline_and_counts_without_names(busy_office: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, dict[str, Any]]] = []
    rows = Reader.rows

    def listen(self: Reader, sql: str, values: Any = None, /, **more: Any) -> Any:
        asked.append((sql, {**(values or {}), **more}))
        return rows(self, sql, values, **more)

    monkeypatch.setattr(Reader, "rows", listen)
    with busy_office.reading() as read:
        assert overdue.report(read, Filters(limit=1)).total == 2
        plans = {sql: " | ".join(row["detail"] for row in rows(read, f"EXPLAIN QUERY PLAN {sql}", values)) for sql, values in asked if "item" in sql}
    picking = next(plan for sql, plan in plans.items() if "id IN (SELECT id FROM" in sql)
    counting = next((sql, plan) for sql, plan in plans.items() if sql.startswith("SELECT COUNT(*)"))
    assert "USING INDEX item_in_hands_by_due" in picking or "USING COVERING INDEX item_in_hands_by_due" in picking
    assert "item_in_hands_by_due" in counting[1]
    assert "person" not in counting[0]
    assert "v_item" not in counting[0]
