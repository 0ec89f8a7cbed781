"""What is written row by row is what would be fetched at once, in portions of any size, and nothing of it is held."""

from __future__ import annotations

import contextlib
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from officecli.cli import main
from officecli.formats import as_csv
from officecli.formats.out.page import Page
from officecli.model.item_fields import PLAIN
from officecli.model.items import Label, Note, Submission
from officecli.model.names import name_key
from officecli.model.office.organisation import Body
from officecli.reports.items import hanging, item_stream, ledger, ordering, overdue
from officecli.reports.items.item_rows import BY_NUMBER, COLUMNS, fetch
from officecli.reports.items.whole_ledger import whole_ledger
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.streamed import Streamed
from officecli.store.read import among
from stage.by_row import Staged, new_item, note
from stage.small_office import Office, office

__all__ = ["office"]


@pytest.mark.parametrize("portion", [1, 3, 500])
@pytest.mark.parametrize("sort", ["", "-due", "light", "title", "lead,-title"])
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


def test_every_column_is_the_one_that_is_fetched(busy_office: Staged) -> None:
    with busy_office.changing() as change:
        body = change.add(Body, "body-add", name="县水务局", name_key=name_key("县水务局"))
        rest = {"feedback_every": "weekly", "remarks": "原表备注", "ordered_by": "市长", **dict.fromkeys(PLAIN, "内容")}
        item = new_item(change, busy_office.people, "水毁修复", "张三", date(2026, 12, 18), body_id=body.id, **rest)
        change.add(Label, "add", item_id=item.id, name="防汛", name_key=name_key("防汛"))
        note(change, item, "已动工", evidence="照片3张")
        change.add(Submission, "submit", item_id=item.id, person_id=item.lead_id, day=change.day, result="已修复", achieved="3处")
    keys = (*COLUMNS, "told", "percent", "achieved")
    with busy_office.reading() as read:
        chosen = choose(read, Filters())
        at_once, _total = fetch(read, chosen, order_by=BY_NUMBER, limit=0)
        one_by_one = item_stream.streamed(read, chosen, keys=keys, order_by=BY_NUMBER)
        assert [{key: row[key] for key in keys} for row in one_by_one] == [{key: row[key] for key in keys} for row in at_once]
        assert [key for key in keys if not any(row[key] for row in at_once)] == []


def test_no_order_names_what_two_tables_have_or_what_is_said_in_another_way() -> None:
    """Within an expression one engine takes a name for a column of any table that is joined, another for what is shown under it."""
    joined = {
        column for table in re.findall(r"JOIN (\w+)", hanging.JOINED) for column in {"note": Note, "submission": Submission}[table].__annotations__
    }
    sortable = [key for key in COLUMNS if key not in ordering._UNSORTABLE]
    orders = [ordering.order(sort, "due, id") for key in sortable for sort in (key, f"-{key}")]
    orders += [ordering.order("", "due, id", group) for group in ordering.GROUPS] + [ordering.order("", BY_NUMBER)]
    texts = [", ".join((one["order_by"], *(sort.key for sort in one["sorts"]))) for one in orders]
    terms = {term.strip() for text in texts for term in re.sub(r"'[^']*'", "", text).split(",")} - {
        "id"
    }  # a term that is a name alone is what is shown
    named = {name for term in terms for name in re.findall(r"\b[a-z_]+\b", term)}
    assert {"year", "serial", "due", "state"} <= named
    assert named & (joined | hanging.SAID.keys() | hanging.OF_A_PART.keys()) == set()


def test_ids_that_lie_close_together_are_asked_for_as_a_range() -> None:
    ids = [*range(1, 5001, 10), *range(7, 1_000_007, 2000), 5]
    asked = list(among.around(ids))
    assert asked[0] == ("BETWEEN :lowest AND :highest", {"lowest": 1, "highest": 4991})
    assert (asked[1][0][:9], len(asked[1][1]), asked[2]) == ("IN (:w0, ", 500, ("IN (5)", {}))


def test_what_a_spreadsheet_may_run_is_disarmed_wherever_it_stands_in_a_column() -> None:
    column = Column("title", "Matter")
    for risky in ("=1+1", "'=1", "＋1", "\tx", -5):
        report = Report("r", "R", "2026-01-01", (column,), tuple({"title": value} for value in ("a", None, "", 7, risky)))
        stream = io.StringIO()
        as_csv.write(report, stream, Page())
        assert stream.getvalue() == f'Matter\r\na\r\n""\r\n""\r\n7\r\n\'{risky}\r\n'


def test_on_both_engines(office: Office) -> None:
    office.done("李娜", "add 值班表 --lead 陈静 --due 2026-07-31")
    office.done("李娜", "add 通讯录 --lead 陈静 --due 2026-07-30")
    said = office.done("李娜", "ledger --format csv --sort -due")
    assert [line.split(",")[3] for line in said.splitlines()[1:3]] == ["值班表", "通讯录"]
    office.done("陈静", "ack 1")
    office.done("陈静", "note 1 已排 --progress 40 --problem 缺人")
    office.done("李娜", "add 抽查 --lead 陈静 --due 2026-07-31 --support 李娜:核对")
    office.done("李娜", "split 3 照片 --lead 陈静 --due 2026-07-30")
    whole = {row["number"]: row for row in json.loads(office.done("李娜", "export --format json"))["rows"]}
    assert [whole[number][key] for number, key in (("2026-001", "percent"), ("2026-001", "progress"), ("2026-001", "problem"))] == [
        40,
        "已排",
        "缺人",
    ]
    assert (whole["2026-003"]["supports"], whole["2026-004"]["parent"]) == ([{"name": "李娜", "part": "核对", "done": False}], "2026-003")
    assert "40% 已排" in office.done("李娜", "ledger --format csv")
