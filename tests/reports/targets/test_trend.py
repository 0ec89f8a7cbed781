"""Month by month: each row is what that month's own reports say, and does not change later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest

from officecli.errors import BadInput
from officecli.reports.items.overdue import report as overdue
from officecli.reports.shape.filters import Filters
from officecli.reports.targets.ranking import report as ranking
from officecli.reports.targets.trend import report
from officecli.store.read.reader import Reader
from stage.by_row import Staged
from stage.clerks_november import At, base, november
from stage.random_days import History

FIGURES = ("month", "until", "registered", "closed", "overdue", "on_time", "first_pass", "sign_hours", "score")


def test_months_by_hand(office_url: str, at: At) -> None:
    office = base(office_url)
    november(office, at)
    with office.reading() as read:
        found = report(read, Filters())
        nobody = report(read, Filters(person=("王强",)))
        unit = report(read, Filters(unit=("督查室",)), months=2)
    rows = [tuple(row[key] for key in FIGURES) for row in found.rows]
    assert [row[0] for row in rows] == ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12"], "nothing is on record before July"
    assert rows[0] == ("2026-07", None, 0, 0, 0, None, None, None, None)
    assert rows[4][:6] == ("2026-11", None, 4, 0, 1, 50.0)
    assert rows[4][-1] == "54.05"
    assert rows[5][:6] == ("2026-12", "2026-12-03", 0, 0, 1, None)
    assert found.notes == ("2026-12 is not over: this is how it stands on 2026-12-03.",)
    assert [(row["registered"], row["score"]) for row in nobody.rows][4:] == [(0, None), (0, None)]
    assert list(unit.rows) == list(found.rows)[4:]


def test_a_month_that_is_over_stays_as_it_was(sqlite_office: str, at: At) -> None:
    at("2026-09-14T00:30")
    history = History(base(sqlite_office), Random(3))
    told: dict[str, dict[str, Any]] = {}
    first = date(2026, 9, 14)
    for _turn in range(5):
        history.live(7, first, lambda _history: {})
        first = max(history.seen)
        with history.office.reading() as read:
            rows = report(read, Filters()).rows
            assert rows[-1]["overdue"] == overdue(read, Filters(limit=0)).total
        for row in rows:
            if row["until"] is None:
                assert told.setdefault(row["month"], row) == row
    assert sum(row["registered"] for row in told.values()) > 10


@pytest.mark.parametrize("months", [0, -1, 121])
def test_a_count_out_of_bounds(sqlite_office: str, at: At, months: int) -> None:
    at("2026-11-23T02:00")
    with base(sqlite_office).reading() as read, pytest.raises(BadInput, match="from 1 to 120"):
        report(read, Filters(), months=months)


def test_one_month_and_a_past_day(november_office: Staged) -> None:
    with november_office.reading() as read:
        assert [(row["month"], row["until"]) for row in report(read, Filters(as_of="2026-11-13"), months=1).rows] == [("2026-11", "2026-11-13")]


def test_what_the_ledger_knows_is_read_once(november_office: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that ranking or trend asks of the store is asked twice for the same day; who led and held what, and the targets, once for all months."""
    asked: list[tuple[str, str, str]] = []
    rows = Reader.rows

    def listening(self: Reader, sql: str, *values: Any, **more: Any) -> Any:
        asked.append((sql, str(self.__dict__.get("_as_of")), f"{values}{more}"))
        return rows(self, sql, *values, **more)

    monkeypatch.setattr(Reader, "rows", listening)
    with november_office.reading() as read:
        reports: list[Callable[[], object]] = [lambda: ranking(read, Filters(limit=0), period="2026-11"), lambda: report(read, Filters(), months=3)]
        for told in reports:
            asked.clear()
            told()
            assert [one for one, times in Counter(asked).items() if times > 1] == []
            for same_for_all in (
                "SELECT person_id, post_id, until FROM past_post",
                "SELECT item_id, person_id, until FROM past_lead",
                "SELECT t.*, COALESCE",
            ):
                assert len([sql for sql, *_when in asked if sql.startswith(same_for_all)]) == 1
