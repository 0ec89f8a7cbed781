"""What a write answers to programs: the items as they stand, as `show` gives them, with what was done to each; else what was done alone."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from typing import Any

import pytest

from officecli.cli import main

Type = Callable[[str], Any]


@pytest.fixture
def answered(sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> Type:
    """Types a command line as 李娜 and reads its answer as JSON."""
    at("2026-07-06T01:00")

    def type_(line: str) -> Any:
        capsys.readouterr()
        words = shlex.split(line)
        who = [] if "--as" in words else ["--as", "李娜"]
        assert main.run([*words, *who, "--format", "json", "--db", sqlite_office, "--lang", "en"]) == 0, capsys.readouterr().err
        return json.loads(capsys.readouterr().out)

    return type_


def test_a_verb_gives_the_item_and_what_was_done_to_it(answered: Type) -> None:
    made = answered("add 件一 --lead 陈静 --due fri")
    assert made.pop("done") == [{"act": "registered", "number": "2026-001", "title": "件一", "lead": "陈静", "due": "2026-07-10"}]
    assert made == answered("show 1")
    answered("ack 1 --as 陈静")
    noted = answered("note 1 过半 --progress 60 --as 陈静")
    assert noted["done"] == [{"act": "noted", "number": "2026-001", "title": "件一", "progress": 60}]
    answered("extend 1 --to +10wd --reason 来文晚 --as 陈静")
    granted = answered("grant 1 --to 2026-07-15")
    assert granted["due"] == "2026-07-15"
    assert granted["done"] == [{"act": "extension-granted", "number": "2026-001", "due": "2026-07-15", "asked": "2026-07-24"}]


def test_an_edit_says_what_each_field_was_and_is(answered: Type) -> None:
    answered("add 件一 --lead 陈静 --due fri")
    edited = answered("edit 1 --duty 批示跟踪 --hours 4 --urgency urgent --target '3 篇'")
    assert edited["done"] == [
        {
            "act": "item-changed",
            "number": "2026-001",
            "changed": [
                {"field": "hours", "old": None, "new": 4.0},
                {"field": "urgency", "old": "ordinary", "new": "urgent"},
                {"field": "duty", "old": None, "new": "批示跟踪"},
            ],
            "targets": ["3 篇"],
        }
    ]


def test_of_several_items_each_has_its_own(answered: Type) -> None:
    for title in ("件一", "件二"):
        answered(f"add {title} --lead 陈静 --due fri")
    both = answered("cancel 1 2 --reason 不办了")
    assert [(item["number"], item["status"], [done["number"] for done in item["done"]]) for item in both] == [
        ("2026-001", "cancelled", ["2026-001"]),
        ("2026-002", "cancelled", ["2026-002"]),
    ]
    assert [item["done"] for item in answered("undo")] == [
        [{"act": "undone", "verb": "cancel", "numbers": ["2026-001", "2026-002"], "names": []}]
    ] * 2


def test_of_several_items_what_is_not_done_has_its_reason(sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    at("2026-07-06T01:00")

    def type_(who: str, line: str) -> Any:
        capsys.readouterr()
        code = main.run([*shlex.split(line), "--as", who, "--format", "json", "--db", sqlite_office, "--lang", "en"])
        return code, json.loads(capsys.readouterr().out)

    type_("李娜", "add 件一 --lead 陈静 --due fri")
    type_("李娜", "add 件二 --lead 陈静 --due fri")
    type_("陈静", "submit 1 好")
    code, (closed, open_, none) = type_("李娜", "close 1 2 9")
    assert (code, closed["status"], [one["act"] for one in closed["done"]], "not_done" in closed) == (1, "closed", ["closed"], False)
    assert (open_["number"], open_["status"], open_["done"]) == ("2026-002", "issued", [])
    assert (open_["not_done"]["kind"], open_["not_done"]["rules"]) == ("refused", ["F602"])
    assert (none["number"], none["done"], none["not_done"]["kind"], none["not_done"]["rules"]) == ("9", [], "not-found", [])


def test_other_writes_give_what_was_done(answered: Type) -> None:
    answered("add 件一 --lead 陈静 --due fri")
    asked = {"tried": "已问", "recommend": "照办", "in_one": False}
    raised = answered("request raise --item 1 --tried 已问 --recommend 照办 --as 陈静")
    assert raised == {"schema": 1, "done": [{"act": "request-raised", "number": "Q2026-001", "title": "件一", "holder": "李娜", "told": [], **asked}]}
    changed = answered("config set sign.urgent_hours 8 --as 孙丽")["done"][0]
    assert (changed["act"], changed["name"], changed["value"]) == ("setting-changed", "sign.urgent_hours", "8")
    away = answered("person absent 陈静 --to fri")["done"][0]
    assert (away["act"], away["since"], away["until"], away["unattended"]) == ("away", "2026-07-06", "2026-07-10", ["2026-001"])


def test_every_answer_says_by_which_version_it_is_read(answered: Type) -> None:
    for title in ("件一", "件二"):
        assert answered(f"add {title} --lead 陈静 --due fri")["schema"] == 1
    lines = (
        "show 1",
        "list",
        "overdue",
        "digest",
        "check",
        "history",
        "verify",
        "db clock",
        "handbook",
        "export",
        "undo --list",
        "config list",
        "rule R102",
        "may 陈静",
    )
    assert {line: answered(line)["schema"] for line in lines} == dict.fromkeys(lines, 1)
    assert [item["schema"] for item in answered("show 1 2")] == [1, 1]


def test_a_format_that_is_none_changes_nothing(sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    at("2026-07-06T01:00")

    def settings() -> str:
        assert main.run(["config", "list", "--format", "csv", "--db", sqlite_office]) == 0
        return capsys.readouterr().out

    before = settings()
    assert main.run(["config", "set", "sign.urgent_hours", "8", "--format", "xml", "--db", sqlite_office, "--as", "孙丽", "--lang", "en"]) == 2
    assert "There is no format" in capsys.readouterr().err
    assert settings() == before
