"""Sheets of a meeting as somebody has them before them, and the office that meets."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from stage.small_office import Office


class Sheet:
    """A sheet of the meeting as somebody has it before them: its rows, to be written into by number and heading."""

    def __init__(self, office: Office, folder: Path, more: str = "") -> None:
        self.folder = folder
        office.done("孙丽", f"meeting sheet -o {folder / 'printed.csv'} --force --lang zh {more}")
        with (folder / "printed.csv").open(encoding="utf-8-sig", newline="") as file:
            self.heads, *self.rows = list(csv.reader(file))

    def write(self, number: str, **cells: str) -> None:
        self.put(next(row for row in self.rows if row[1] == number), **cells)

    def put(self, row: list[str], **cells: str) -> None:
        for heading, text in cells.items():
            row[self.heads.index(heading)] = text

    def insert(self, **cells: str) -> None:
        self.rows.insert(1, [""] * len(self.heads))
        self.put(self.rows[1], **cells)

    def saved(self, name: str = "meeting.csv", encoding: str = "utf-8-sig", separator: str = ",") -> Path:
        said = io.StringIO()
        csv.writer(said, delimiter=separator, lineterminator="\r\n").writerows([self.heads, *self.rows])
        path = self.folder / name
        path.write_bytes(said.getvalue().encode(encoding))
        return path

    def saved_elsewhere(self) -> Path:
        """As a spreadsheet program saves it: sorted another way, a column moved, none hidden, days as days, under a title."""
        self.rows.sort(key=lambda row: row[3], reverse=True)
        order = [len(self.heads) - 1, *range(3, len(self.heads) - 1), 0, 1, 2]
        path = self.folder / "meeting.xlsx"
        book = xlsxwriter.Workbook(path, {"strings_to_numbers": True})
        page, day = book.add_worksheet("会议"), book.add_format({"num_format": "m/d/yyyy"})
        page.write(0, 0, "县政府办公室周一晨会用表")
        for at, row in enumerate([self.heads, *self.rows], 2):
            for place, column in enumerate(order):
                cell: Any = row[column] if column < len(row) else ""
                try:
                    page.write_datetime(at, place, datetime.fromisoformat(cell), day)
                except ValueError:
                    page.write(at, place, cell)
        book.close()
        return path


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Office:
    """Items 1–6, given by 张伟 to 王强 and 刘洋 on Monday 6 July; the first is handed in, the third past its deadline."""
    return _made(office_url, at)


@pytest.fixture
def one_office(sqlite_office: str, at: Callable[[str], None]) -> Office:
    """The same in a file, for what asks SQL nothing new."""
    return _made(sqlite_office, at)


def _made(url: str, at: Callable[[str], None]) -> Office:
    at("2026-07-06T02:00")
    made = Office(url, at)
    for title, lead, due in (
        ("电梯加装", "王强", "2026-07-20"), ("防汛抽查", "王强", "2026-07-24"), ("信息通报", "刘洋", "2026-07-07"),
        ("接待方案", "刘洋", "2026-07-28"), ("办公用房", "王强", "2026-07-30"), ("来信答复", "王强", "2026-07-31"),
    ):  # fmt: skip
        made.done("张伟", f"add {title} --lead {lead} --due {due} --from 办公会")
    made.done("王强", "ack 1 2 5 6")
    made.done("刘洋", "ack 3 4")
    made.done("王强", "submit 1 已加装三部")
    at("2026-07-08T02:00")
    return made


def items(office: Office) -> dict[str, dict[str, Any]]:
    rows = office.rows(
        "SELECT i.number, i.title, i.status, i.due, i.original_due, p.name AS lead FROM item i JOIN person p ON p.id = i.lead_id ORDER BY i.id"
    )
    return {row["number"]: row for row in rows}
