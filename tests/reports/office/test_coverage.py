"""Coverage: what every unit answers for, what everybody has in hand, which functions are served; and what is missing, in red."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from officecli.actions.acting import acting
from officecli.cli import main
from officecli.errors import BadInput
from officecli.formats import as_csv
from officecli.formats.out.page import Page
from officecli.formats.terminal import plain
from officecli.formats.terminal.window import write
from officecli.model.office.absences import Absence
from officecli.model.office.organisation import Duty, OfficeFunction, Person, Post, Unit
from officecli.reports.office.coverage import report
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from officecli.store.place import place
from officecli.store.read.reader import reading


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> str:
    """The base office, its 督查室 without duties, 赵敏 without a post's duty, the new 陈晨 and the absent 王强 with nothing."""
    at("2026-11-23T01:00")
    change(office_url)
    return office_url


@pytest.fixture
def small_office(sqlite_office: str, at: Callable[[str], None]) -> str:
    at("2026-11-23T01:00")
    change(sqlite_office)
    return sqlite_office


def change(url: str) -> None:
    with acting(place(url), "setup", "孙丽", rules=()) as act:
        read = act.read
        for row in read.rows("SELECT d.id, d.title FROM duty d"):
            if row["title"] in ("督促检查", "批示跟踪", "台账登记", "收发文件", "档案整理"):
                act.change.set(act.change.get(Duty, row["id"]), "setup", retired=True)
            if row["title"] == "文稿审核":
                act.change.set(act.change.get(Duty, row["id"]), "setup", function="advising", kind="文稿")
        unit = read.value("SELECT id FROM unit WHERE name = '秘书科'")
        act.change.set(act.change.get(Unit, unit), "setup", functions="advising,serving")
        rank = read.value("SELECT id FROM rank WHERE level = 5")
        post = act.change.add(Post, "setup", title="副科长", unit_id=unit, rank_id=rank)
        act.change.add(Duty, "setup", title="内刊", post_id=post.id, function="administering")
        clerk = read.value("SELECT id FROM post WHERE title = '秘书科科员'")
        act.change.set(act.change.get(Post, clerk), "setup", seats=3)
        act.change.add(Person, "setup", name="陈晨", name_key="陈晨", post_id=clerk, joined=date(2026, 11, 20))
        wang = read.value("SELECT id FROM person WHERE name = '王强'")
        act.change.add(Absence, "setup", person_id=wang, since=date(2026, 11, 20), until=date(2026, 11, 30))


def seen(url: str, by: str = "unit", **filters: Any) -> Report:
    with reading(place(url)) as read:
        return report(read, Filters(**filters), by=by)


def test_units_and_their_duties(office: str) -> None:
    found = seen(office)
    assert [(row["unit"], row["title"], row["missing"]) for row in found.rows] == [
        ("办公室领导", "主持全面工作", None),
        ("办公室领导", "分管秘书科、督查室", None),
        ("秘书科", "文稿审核", None),
        ("秘书科", "内刊", "no-holder"),
        ("督查室", None, "no-duty"),
    ]
    assert found.summary == {"units": 3, "duties": 4, "without_duty": 1, "without_holder": 1}
    assert [row["title"] for row in seen(office, unit=("秘书科",)).rows] == ["文稿审核", "内刊"]
    assert [row["title"] for row in seen(office, person=("张伟",)).rows] == ["文稿审核"]


def test_people_and_what_they_have_in_hand(office: str) -> None:
    assert main.run(["add", "核对台账", "--lead", "陈静", "--support", "赵敏:誊写", "--due", "+5wd", "--db", office, "--as", "李娜"]) == 0
    found = seen(office, "person")
    by_name = {row["person"]: row for row in found.rows}
    assert {name for name, row in by_name.items() if row["missing"]} == {"刘洋", "李娜", "孙丽"}
    assert {name: row["exempt"] for name, row in by_name.items() if row["exempt"]} == {"王强": "away", "陈晨": "new"}
    assert (by_name["陈静"]["led"], by_name["赵敏"]["supported"], by_name["赵敏"]["missing"]) == (1, 1, None)
    assert [duty["name"] for duty in by_name["张伟"]["duties"]] == ["文稿审核"]
    assert found.summary == {"people": 10, "with_duty": 3, "with_items": 2, "without_work": 3, "exempt": 2}
    assert [row["person"] for row in seen(office, "person", person=("赵敏",)).rows] == ["赵敏"]
    assert {row["unit"] for row in seen(office, "person", unit=("督查室",)).rows} == {"督查室"}
    assert seen(office, "person", unit=("督查室",), person=("张伟",)).rows == ()


def test_who_has_no_post_is_in_no_unit(small_office: str) -> None:
    with acting(place(small_office), "setup", "孙丽", rules=()) as act:
        act.change.add(Person, "setup", name="何平", name_key="何平")
    assert "何平" in [row["person"] for row in seen(small_office, "person").rows]
    assert "何平" not in [row["person"] for row in seen(small_office, "person", unit=("督查室",)).rows]


def test_functions_and_the_units_that_serve_them(office: str) -> None:
    found = seen(office, "function")
    assert [(row["function"], row["unit"], row["declared"], row["count"], row["missing"]) for row in found.rows] == [
        ("advising", "秘书科", True, 1, None),
        ("administering", "秘书科", False, 1, None),
        ("serving", None, None, 0, "uncovered"),
        ("serving", "秘书科", True, 0, "uncovered"),
    ]
    assert found.summary == {"functions": 3, "uncovered": 1, "declared_uncovered": 1, "without_function": 2}


def test_the_offices_own_functions_take_the_place_of_the_three(small_office: str) -> None:
    with acting(place(small_office), "setup", "孙丽", rules=()) as act:
        for name in ("advising", "应急"):
            act.change.add(OfficeFunction, "setup", name=name)
    found = seen(small_office, "function")
    assert [(row["function"], row["missing"]) for row in found.rows] == [("advising", None), ("应急", "uncovered")]
    assert found.summary["without_function"] == 3


def test_what_is_missing_is_red_in_a_window_and_in_words_everywhere(small_office: str) -> None:
    found = seen(small_office)
    window, text, sheet = (io.StringIO() for _ in range(3))
    write(found, window, Page(120, terminal=True, color=True))
    assert "\x1b[1;31mno duty\x1b[0m" in window.getvalue()
    assert "\x1b[1;31m–" not in window.getvalue()
    narrow = io.StringIO()
    write(found, narrow, Page(40, terminal=True, color=True))
    assert "\x1b[1;31mno duty\x1b[0m" in narrow.getvalue()
    plain.write(found, text, Page())
    assert "no duty" in text.getvalue()
    assert "\x1b" not in text.getvalue()
    as_csv.write(found, sheet, Page())
    assert ",no duty" in sheet.getvalue()


def test_a_limit_and_bad_input(small_office: str) -> None:
    assert len(seen(small_office, limit=2).rows) == 2
    assert seen(small_office, limit=2).total == 5
    with pytest.raises(BadInput, match="Functions are served by units"):
        seen(small_office, "function", person=("张伟",))
    with pytest.raises(BadInput, match="does not take “unitt”"):
        seen(small_office, "unitt")


def test_the_command_in_both_languages(small_office: str, capsys: pytest.CaptureFixture[str]) -> None:
    for by in ("unit", "person", "function"):
        assert main.run(["coverage", "--by", by, "--db", small_office, "--format", "json"]) == 0
        data = json.loads(capsys.readouterr().out)
        assert data["report"] == "coverage"
        assert any(row["missing"] for row in data["rows"])
