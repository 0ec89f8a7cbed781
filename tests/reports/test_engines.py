"""Both engines give every report the same rows, for today and for a past day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from officecli.reports.items import accountability, digest, ledger, overdue, today, upcoming
from officecli.reports.items import list as open_items
from officecli.reports.planning import forecast, load, plan, quadrants, suggest_lead
from officecli.reports.record.trail_report import history as trail
from officecli.reports.shape.filters import Filters
from officecli.typed.pinyin import by_sound
from stage import by_row
from stage.random_days import History

ORDERS = ("", "-due", "number", "-number", "light", "unit", "lead", "title", "urgency")


def told(url: str, at: Callable[[str], None]) -> dict[str, Any]:
    at("2026-09-14T00:30")
    history = History(by_row.office(url), Random(7))
    history.live(16, date(2026, 9, 14), lambda _history: {})
    found: dict[str, Any] = {}
    for day in ("", "2026-09-25"):
        with history.office.reading() as read:
            for module in (accountability, digest, load, overdue, quadrants, today, upcoming):
                found[f"{module.__name__} {day}"] = module.report(read, Filters(as_of=day))
            found[f"unit {day}"] = accountability.report(read, Filters(as_of=day, unit=("综合科",)), by="unit")
            found[f"plan {day}"] = plan.report(read, Filters(as_of=day, text="综合科"))
            for name in sorted(history.office.people):
                found[f"{name} {day}"] = digest.report(read, Filters(as_of=day), for_=name)
            for order in ORDERS if not day else ORDERS[:1]:  # of a past day the orders are the same
                found[f"ledger by {order} {day}"] = ledger.report(read, Filters(as_of=day, sort=order))
                found[f"list by {order} {day}"] = open_items.report(read, Filters(as_of=day, sort=order, limit=5))
            found[f"trail {day}"] = trail(read, item=None, actor=None, limit=10, told="in words")
    with history.office.reading() as read:
        found["forecast"] = forecast.report(read, Filters(), days=60)
        found["suggestion"] = suggest_lead.report(read, Filters(text="接待方案"), due="2026-11-30", hours="9", support="钱进")
        open_one = quadrants.report(read, Filters()).rows[0]
        found["other lead"] = suggest_lead.report(read, Filters(text=open_one["number"]), giver=open_one["lead"])
    for titles in (_in_turn(found, "ledger", "title"), _in_turn(found, "list", "title"), _in_turn(found, "ledger", "lead")):
        assert titles == sorted(titles, key=by_sound)
    return {name: (report.rows, report.summary, report.total) for name, report in found.items()}


def _in_turn(found: dict[str, Any], report: str, key: str) -> list[str]:
    return [row[key] for row in found[f"{report} by {key} "].rows]


def test_both_engines_report_the_same(sqlite_url: str, postgresql_url: str, at: Callable[[str], None]) -> None:
    on_sqlite, on_postgresql = told(sqlite_url, at), told(postgresql_url, at)
    for name, found in on_sqlite.items():
        assert found == on_postgresql[name], name
