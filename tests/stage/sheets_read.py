"""A ledger's file read as far as its rows, as the tests of its sheets ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from officecli.files.ledger.columns.rating import rate
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import Headed, Sheet, SheetRow

HEADS = ["事项", "责任人"]
DAY = date(2026, 7, 5)
ROWS: list[list[Any]] = [
    ["督办台账"],
    ["序号", "来源", "事项", "责任人", "时限", "备注"],
    [1, "常务会议", "甲\n乙", "张三", DAY, None],
    [2, None, "丙", "李四", date(2026, 12, 1), "〃"],
    [3, "来信", "丁", None, "8月底", "见附件"],
    [],
    [4, "来信", "戊", "王五", None, "同上"],
]


def by_headings(rows: Sequence[SheetRow]) -> Headed:
    return rate(rows, {})


def read(path: Path, name: str | None = None) -> Sheet:
    return read_sheet(path, name, by_headings)


def matters(found: Sheet) -> list[object]:
    return [row.cells[0] for row in found.rows[1:]]
