"""A ledger that comes a second time: an office, rows as they are written, and what became of them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from officecli.files.ledger.imported import How, Imported
from officecli.files.ledger.importing import import_ledger
from officecli.reports.items.item_rows import BY_NUMBER, fetch, sift
from officecli.reports.shape.chosen import Chosen
from officecli.store.proof.verify import verify
from stage import by_row

HEADINGS = ["编号", "事项", "来源", "责任人", "配合", "交办日期", "现时限", "目标", "进展情况", "状态", "销号日期", "原定时限"]
Import = Callable[..., Imported]


@pytest.fixture
def office(sqlite_url: str, at: Callable[[str], None]) -> by_row.Staged:
    at("2026-11-23T01:00")
    return by_row.office(sqlite_url)


@pytest.fixture
def bring_in(office: by_row.Staged, tmp_path: Path) -> Import:
    def bring(
        *rows: Sequence[str], as_name: str = "", dry_run: bool = False, skip_bad: bool = False, update: bool = False, stateless: bool = False
    ) -> Imported:
        kept = [place for place, heading in enumerate(HEADINGS) if not (stateless and heading in ("状态", "销号日期"))]
        path = tmp_path / "ledger.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([one[place] for place in kept] for one in (HEADINGS, *rows))
        return import_ledger(office.place, path, as_name, how=How(dry_run=dry_run, skip_bad=skip_bad, update=update))

    return bring


def row(number: str = "", title: str = "调研", source: str = "常务会议", lead: str = "李明", support: str = "", issued: str = "2026-11-02",
        due: str = "2026-11-20", goal: str = "", progress: str = "", status: str = "", closed: str = "", original: str = "") -> list[str]:  # fmt: skip
    return [number, title, source, lead, support, issued, due, goal, progress, status, closed, original]


def items(office: by_row.Staged) -> dict[str, dict[str, Any]]:
    with office.reading() as read:
        assert verify(read).faults == ()
        settled = sift(read, Chosen(), order_by=BY_NUMBER, columns="on_time")
        return {row["number"]: row | on_time for row, on_time in zip(fetch(read, Chosen(), order_by=BY_NUMBER, limit=0)[0], settled, strict=True)}


def head(office: by_row.Staged) -> object:
    with office.reading() as read:
        return read.head()


def told(came: Imported) -> dict[str, dict[str, tuple[Any, Any]]]:
    return {one.number: {two.field: (two.old, two.new) for two in one.differences} for one in (*came.differing, *came.conflict)}
