"""A past day is shown as it was when it was the present."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest

from officecli.model.time.periods import period_of
from officecli.reports.shape.filters import Filters
from officecli.reports.targets.measures import counted_in
from officecli.reports.targets.trend import report as trend
from officecli.store import items
from officecli.store.schema import views
from stage import by_row
from stage.random_days import History

UNDATED = ("version",)  # counts changes whenever they were made


def present(history: History) -> dict[str, list[dict[str, Any]]]:
    with history.office.reading() as read:
        return {
            "items": read.rows(f"SELECT * FROM {items.seen(read)} v ORDER BY id", items.values(read)),
            "people": read.rows("SELECT * FROM v_person ORDER BY id"),
        }


def past(history: History, day: date) -> dict[str, list[dict[str, Any]]]:
    with history.office.reading(day) as read:
        return {
            "items": read.rows(f"SELECT * FROM {items.seen(read)} v ORDER BY id", items.values(read)),
            "people": read.rows(f"SELECT * FROM {items.people(read)} v ORDER BY id", items.values(read)),
        }


def dated(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name not in UNDATED} for row in rows]


@pytest.mark.parametrize(("store_url", "seed"), [("sqlite", 0), ("sqlite", 1), ("sqlite", 2), ("postgresql", 0)], indirect=["store_url"])
def test_every_past_day_is_shown_as_it_was(store_url: str, seed: int, at: Callable[[str], None]) -> None:
    at("2026-09-14T00:30")
    history = History(by_row.office(store_url), Random(seed))
    history.live(12, date(2026, 9, 14), present)
    for day, then in [*history.seen.items()][:: 1 if history.office.place.engine == "sqlite" else 3]:
        now = past(history, day)
        assert dated(now["items"]) == dated(then["items"]), day
        assert now["people"] == then["people"], day


ADDED = "state overdue working_days_left working_days_late late_originally on_time on_time_originally late_since light"


def test_the_past_form_of_the_views_agrees_with_the_present_on_today(
    store_url: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is asked of many agrees with what is asked of one after the other, of a month with what is found when nothing is left out beforehand."""
    at("2026-09-14T00:30")
    history = History(by_row.office(store_url), Random(99))
    history.live(15, date(2026, 9, 14), lambda _history: {})
    with history.office.reading() as read:
        today = items.values(read)
        for name, text in (("v_item", views.items(past=True)), ("v_person", views.people(past=True))):
            assert read.rows(f"SELECT * FROM ({text}) v ORDER BY id", today) == read.rows(f"SELECT * FROM {name} ORDER BY id")
    counted = 0
    for day in list(history.seen)[::3]:
        with history.office.reading(day) as read:
            values = items.values(read)
            whole = f"SELECT id, {', '.join(ADDED.split())} FROM {{}} v WHERE lead_id > 0 ORDER BY id"
            many = items.all_of(read, "WHERE lead_id > 0", columns="lead_id, due_no", asks=ADDED)
            assert read.rows(whole.format(many), values) == read.rows(whole.format(items.seen(read)), values)
            month = period_of("month", day)
            found, counts = counted_in(read, month), trend(read, Filters(), months=2).rows
            counted += len(found)
            with monkeypatch.context() as patched:
                patched.setattr(items, "ON_SINCE", "(SELECT id FROM item)")
                assert counted_in(read, month) == found
                assert trend(read, Filters(), months=2).rows == counts
    assert counted > 20


def test_history_said_later_was_there_already(store_url: str, at: Callable[[str], None]) -> None:
    at("2026-11-23T01:00")
    office = by_row.office(store_url)
    office.item("旧事项", "张三", "2026-06-30", issued=date(2026, 6, 1), imported=True, status="closed", closed=date(2026, 6, 29))
    for day, status in ((date(2026, 6, 15), "in-hand"), (date(2026, 6, 29), "closed")):
        with office.reading(day) as read:
            assert [row["status"] for row in read.rows(f"SELECT status FROM {items.source(read)} v", items.values(read))] == [status]
    with office.reading(date(2026, 5, 31)) as read:
        assert read.rows(f"SELECT id FROM {items.source(read)} v", items.values(read)) == []
