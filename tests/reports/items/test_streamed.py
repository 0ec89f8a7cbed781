"""What is written row by row is what would be fetched at once, in portions of any size, and nothing of it is held."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

import pytest

from officecli.cli import main
from officecli.reports.items import item_stream, ledger, overdue
from officecli.reports.items.whole_ledger import whole_ledger
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.streamed import Streamed
from officecli.store.read import among
from stage.by_row import Staged
from stage.small_office import Office, office

__all__ = ["office"]


@pytest.mark.parametrize("portion", [1, 3, 500])
@pytest.mark.parametrize("sort", ["", "-due", "light"])
def test_the_rows_are_those_fetched_at_once(busy_office: Staged, monkeypatch: pytest.MonkeyPatch, portion: int, sort: str) -> None:
    monkeypatch.setattr(item_stream, "AT_ONCE", portion)
    with busy_office.reading() as read:
        for report in (ledger.report, overdue.report):
            one_by_one = report(read, Filters(limit=0, sort=sort, row_by_row=True))
            at_once = report(read, Filters(limit=0, sort=sort))
            assert isinstance(one_by_one.rows, Streamed)
            assert (len(one_by_one.rows), one_by_one.total) == (len(at_once.rows), at_once.total)
            assert list(one_by_one.rows) == list(one_by_one.rows) == list(at_once.rows)
            assert (one_by_one.rows[0], one_by_one.rows[-1]) == (at_once.rows[0], at_once.rows[-1])
            assert one_by_one.rows[1:] == at_once.rows[1:]


def test_many_ids_are_asked_for_in_one_text_and_the_rest_as_they_are() -> None:
    portions = list(among.among(range(1200)))
    assert portions[0][0] == portions[1][0]
    assert [len(values) for _text, values in portions] == [500, 500, 0]
    assert portions[2][0].startswith("(1000, 1001,")


def test_a_text_filter_is_looked_at_row_by_row_as_ever(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        found = ledger.report(read, Filters(limit=0, text="电梯", row_by_row=True))
        assert not isinstance(found.rows, Streamed)
        assert [row["title"] for row in found.rows] == ["关于老旧小区电梯的来信"]


@pytest.mark.parametrize("line", ["ledger --format csv", "ledger --format json", "overdue --format csv", "export", "export --format json"])
def test_the_file_is_whole(busy_office: Staged, tmp_path: Path, line: str) -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert main.run([*line.split(), "--db", str(busy_office.place.path)]) == 0
        assert main.run([*line.split(), "-o", str(tmp_path / "written"), "--db", str(busy_office.place.path)]) == 0
    assert (tmp_path / "written").read_bytes().decode("utf-8-sig") == said.getvalue()
    with busy_office.reading() as read:
        rows = len(whole_ledger(read).rows) if "overdue" not in line else 2
    text = said.getvalue()
    assert (len(json.loads(text)["rows"]) if "json" in line else text.count("\r\n") - 1) == rows


def test_on_both_engines(office: Office) -> None:
    office.done("李娜", "add 值班表 --lead 陈静 --due 2026-07-31")
    office.done("李娜", "add 通讯录 --lead 陈静 --due 2026-07-30")
    said = office.done("李娜", "ledger --format csv --sort -due")
    assert [line.split(",")[3] for line in said.splitlines()[1:3]] == ["值班表", "通讯录"]
