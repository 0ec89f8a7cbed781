"""Labels are put on when an item is registered and afterwards, taken away, taken back, found, and come back from a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.actions.acting import acting
from officecli.model.items import Label
from officecli.standing.standing import Standing
from officecli.store.place import place
from stage.small_office import Office


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Office:
    at("2026-07-06T02:00")
    return Office(sqlite_office, at)


def labels(office: Office, number: int = 1) -> list[str]:
    return [row["name"] for row in office.rows(f"SELECT l.name FROM label l JOIN item i ON i.id = l.item_id WHERE i.serial = {number} ORDER BY l.id")]


def test_labels_are_put_on_taken_away_and_taken_back(office: Office) -> None:
    office.done("张伟", "add 电梯调查 -l 王强 -d 7-31 +民生 --label '年度 重点' +Budget")
    assert labels(office) == ["民生", "年度 重点", "Budget"]
    assert (
        office.done("王强", "edit 1 +budget -民生 +草稿")
        == "2026-001 changed: labels “民生”, “年度 重点”, “Budget” → “年度 重点”, “Budget”, “草稿”.\n"
    )
    assert office.last() == ("王强", "lead", None)
    assert "says so already" in office.done("王强", "edit 1 +ＢＵＤＧＥＴ")
    assert "label 民生 taken away; label 草稿" in office.done("王强", "history 1")
    office.done("王强", "undo")
    assert sorted(labels(office)) == sorted(["民生", "年度 重点", "Budget"])
    office.done("王强", "redo")
    office.done("张伟", "add 会议纪要 -l 王强 -d 7-31 +BUDGET")
    assert labels(office, 2) == ["Budget"], "one on record is written as there"
    assert [row["number"] for row in json.loads(office.done("张伟", "list +budget -草稿 --format json"))["rows"]] == ["2026-002"]
    assert "Budget, 草稿" in office.done("张伟", "list 电梯 --columns number,labels")
    assert "labels" in office.done("张伟", "show 1")
    office.done("孙丽", "verify")


@pytest.mark.parametrize(
    ("who", "line", "said", "code"),
    [
        ("王强", "edit 1 -none", "2026-001 has no label “none”.", 2),
        ("王强", "edit 1 +民生 -民生", "is to be added and taken away at once", 2),
        ("王强", "edit 1 --label ''", "“” is no label.", 2),
        ("陈静", "edit 1 +民生", "A401", 1),
        ("王强", "add 体检 --kind personal +民生", "--label does not go with it", 2),
        ("张伟", "add 体检 -l 王强 -d fri -民生", "has no label “民生”", 2),
    ],
)
def test_what_is_no_label_is_refused(office: Office, who: str, line: str, said: str, code: int) -> None:
    office.done("张伟", "add 电梯调查 -l 王强 -d 7-31")
    assert said in office.type(who, line)
    assert office.code == code
    assert labels(office) == []


def test_they_come_back_from_an_export(office: Office, tmp_path: Path) -> None:
    office.done("张伟", "add 电梯调查 -l 王强 -d 7-31 +民生 +Budget")
    file = tmp_path / "all.csv"
    office.done("孙丽", f"export -o {file}")
    text = file.read_text(encoding="utf-8")
    assert "民生; Budget" in text
    file.write_text(text.replace("民生; Budget", "民生; Budget; New; ＮＥＷ"), encoding="utf-8")
    office.done("孙丽", f"import {file} --update")
    assert labels(office) == ["民生", "Budget", "New"]


def test_one_that_stands_twice_is_taken_away_whole(office: Office) -> None:
    office.done("张伟", "add 电梯调查 -l 王强 -d 7-31 +Budget")
    with acting(place(office.url), "edit", "孙丽") as act:
        act.sign(Standing("registrar"))
        act.change.add(Label, "edit", item_id=act.read.value("SELECT id FROM item"), name="BUDGET", name_key="budget")
    assert office.done("王强", "edit 1 -budget") == "2026-001 changed: labels “Budget” → –.\n"
    assert labels(office) == []
