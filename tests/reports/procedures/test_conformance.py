"""How far items went through their steps: what is counted, and that the items behind a row add up to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from officecli import clock
from officecli.actions.acting import acting
from officecli.actions.items.submitting import submit
from officecli.actions.procedures.doing_steps import do_step
from officecli.actions.procedures.generating import generate
from officecli.errors import BadInput, NotFound
from officecli.reports.procedures.conformance import report
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage import procedures

FIGURES = ("items", "finished", "due", "done", "in_order", "in_time", "late", "left_out", "judged", "conforming")


def pretend(moment: str) -> None:
    clock.pretend(datetime.fromisoformat(moment).replace(tzinfo=UTC))


def three_items(office_url: str, at: Callable[[str], None]) -> str:
    """Three items of one procedure: 王强 went through 1 in time; of 刘洋's 2 the last step was left out and one was late; 3 has just begun."""
    at("2026-07-06T01:00")
    procedures.procedure(office_url, "日报", "FREQ=DAILY", start=date(2026, 7, 6), due_days=4, steps=procedures.STEPS)
    procedures.procedure(office_url, "值班表", "FREQ=WEEKLY;BYDAY=MO", start=date(2026, 7, 6), post="督查室主任")
    generate(place(office_url), "孙丽", until="2026-07-08", tick=lambda _done, _all: None)
    with reading(place(office_url)) as read:
        number = {row["title"]: row["number"] for row in read.rows("SELECT number, title FROM item")}
    one, two, three = (number[f"日报 2026年7月{day}日"] for day in (6, 7, 8))

    def act(who: str, what: Callable[..., Any], *given: str) -> None:
        with acting(place(office_url), what.__name__, who) as acts:
            what(acts, *given)

    for step, who in (("1", "王强"), ("2", "张伟"), ("3", "王强")):
        act(who, do_step, one, step)
    act("王强", submit, one, "已报")
    at("2026-07-07T01:00")
    act("刘洋", do_step, two, "1")
    at("2026-07-08T02:00")
    act("张伟", do_step, two, "2")
    act("刘洋", submit, two, "已报")
    act("王强", do_step, three, "1")
    return office_url


@pytest.fixture(scope="module")
def prepared(sqlite_base: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An office with these three items, made once: nothing here changes it."""
    file = tmp_path_factory.mktemp("conformance") / "office.db"
    shutil.copyfile(sqlite_base, file)
    return three_items(f"sqlite:///{file}", pretend)


@pytest.fixture
def url(prepared: str, at: Callable[[str], None]) -> str:
    """The office, looked at while the third item is in hand."""
    at("2026-07-08T02:00")
    return prepared


def asked(url: str, *, by: str = "procedure", explain: str = "", as_of: str = "", sort: str = "") -> Report:
    with reading(place(url)) as read:
        return report(read, Filters(as_of=as_of, sort=sort), by=by, explain=explain)


def figures(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[key] for key in FIGURES)


def test_what_is_counted(office_url: str, at: Callable[[str], None]) -> None:
    url = three_items(office_url, at)
    rows = {row["procedure"]: row for row in asked(url).rows}
    # due: 3 of the finished first, 3 of the finished second, 2 opened of the third
    assert figures(rows["日报"]) == (3, 2, 8, 6, 6, 5, 1, 1, 2, 1)
    assert rows["日报"]["share"] == 50.0
    assert (figures(rows["值班表"])[:3], rows["值班表"]["share"]) == ((1, 0, 0), None)


def test_by_person_and_by_unit(url: str) -> None:
    assert [(row["lead"], row["items"], row["conforming"], row["share"]) for row in asked(url, by="person").rows] == [
        ("王强", 2, 1, 100.0),
        ("刘洋", 1, 0, 0.0),
        ("李娜", 1, 0, None),
    ]
    assert [(row["unit"], row["items"]) for row in asked(url, by="unit", sort="items").rows] == [("督查室", 1), ("秘书科", 3)]


@pytest.mark.parametrize(("by", "name"), [("procedure", "日报"), ("person", "刘洋"), ("unit", "秘书科")])
def test_the_items_behind_a_row_add_up_to_it(url: str, by: str, name: str) -> None:
    key = {"person": "lead"}.get(by, by)
    (row,) = (one for one in asked(url, by=by).rows if one[key] == name)
    behind = asked(url, by=by, explain=name)
    assert figures(behind.summary) == figures(row)
    added = {column: sum(item[column] for item in behind.rows) for column in FIGURES if column not in ("items", "judged")}
    assert added == {column: row[column] for column in added}
    assert behind.rows[0]["off"] == "2 核稿 – done past its limit; 3 报送 – not done"


def test_as_of_a_past_day(url: str) -> None:
    (row, _other) = asked(url, as_of="2026-07-06").rows
    assert figures(row) == (1, 1, 3, 3, 3, 3, 0, 0, 1, 1)


def test_what_there_is_none_of(url: str) -> None:
    with pytest.raises(NotFound, match="周报"):
        asked(url, explain="周报")
    with pytest.raises(BadInput, match="month"):
        asked(url, by="month")
    with pytest.raises(BadInput, match="rank"):
        asked(url, sort="rank")
