"""What calendars are told of each item: how often it was changed, the same in every report."""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any

from officecli.cli import catalogue
from officecli.formats import as_ics
from officecli.formats.out.page import Page
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import VERSION, Report
from stage.by_row import Staged


def test_every_report_of_items_knows_how_often_each_was_changed(busy_office: Staged) -> None:
    asked: list[tuple[str, dict[str, Any]]] = [(name, {}) for name in catalogue.reports() if name not in ("suggest-lead", "plan", "next")]
    asked += [
        ("accountability", {"explain": "欧阳修文"}),
        ("digest", {"for_": "欧阳修文"}),
        ("plan", {"text": "欧阳修文"}),
        ("next", {"text": "欧阳修文"}),
    ]
    known: dict[str, set[tuple[Any, int | None]]] = {}
    with busy_office.reading() as read:
        versions = {row["number"]: row["version"] for row in read.rows("SELECT number, version FROM item")}
        for name, more in asked:
            found = import_module(catalogue.module_of(name)).report(read, Filters(text=more.pop("text", "")), **more)
            for one in (found, *found.also) if isinstance(found, Report) else ():
                if as_ics.holds_deadlines(one) and one.rows:
                    known[name] = {(row["number"], row.get(VERSION)) for row in one.rows if row["due"]}
                    as_ics.write(one, io.StringIO(), Page())
    assert {"list", "ledger", "overdue", "upcoming", "digest", "plan", "accountability", "today", "next"} <= known.keys()
    assert {pair for pairs in known.values() for pair in pairs} <= {*versions.items()}
    assert len(set(versions.values())) > 1
