"""How a verb may be done: only tried, on so many things as somebody agrees to; and that every verb can be tried."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from officecli.cli import asking, catalogue, program
from officecli.store.machine import account_name
from officecli.store.place import place
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office
from stage.tampering import tables

__all__ = ["office"]

ACTS = re.compile(r"\b(?:perform|perform_each|carry_out|carry_out_each)\(")
"""How a command changes something."""


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if hasattr(command, "list_commands"):
        for name in command.list_commands(typer.Context(command)):
            yield from commands(command.get_command(typer.Context(command), name), (*path, name))
    else:
        yield path, command


def test_whatever_acts_can_be_tried() -> None:
    found = set()
    for name in catalogue.names():
        for path, command in commands(program.load(name), (name,)):
            options = {option for parameter in command.params for option in parameter.opts}
            run = inspect.unwrap(command.callback)
            in_own_words = "dry_run" in inspect.signature(run).parameters
            assert ("--dry-run" in options) == (bool(ACTS.search(inspect.getsource(run))) or in_own_words), path
            found.add(path)
    assert {("close",), ("config", "set"), ("person", "leave"), ("undo",)} <= found


def test_what_is_tried_is_said_and_not_kept(office: Office, tmp_path: Path) -> None:
    folder = tmp_path
    office.done("吴芳", "add 核对台账 -l 陈静 -d 7-31")
    before = tables(place(office.url))
    said = office.done("吴芳", "add 来信办理 -l 陈静 -d 7-26 --dry-run")
    assert "2026-002 registered" in said
    assert "D307" in said  # a Sunday
    assert "nothing of it is kept, no number either; what is advised about one goes into the command itself." in said.splitlines()[-1]
    assert "This was a dry run: nothing of it is kept." in office.done("吴芳", "edit 1 --hours 3 --dry-run").splitlines()
    assert '"number": "2026-002"' in office.done("吴芳", "add 来信办理 -l 陈静 -d 7-31 --dry-run --format json")
    assert "signed for" in office.done("陈静", "ack 1 --dry-run")
    assert "F602" in office.type("吴芳", "close 1 --dry-run")
    assert office.code == 1
    office.done("孙丽", "config set sign.urgent_hours 8 --dry-run")
    office.done("吴芳", "undo --dry-run")
    (folder / "office.toml").write_text('[[unit]]\nname = "信息科"\nnature = "service"\n', encoding="utf-8")
    (folder / "ledger.csv").write_text("事项,责任人,交办日期,原定时限\n调研,陈静,2026-07-01,2026-07-30\n", encoding="utf-8")
    for line in (
        f"setup {folder / 'office.toml'} --dry-run",
        f"import {folder / 'ledger.csv'} --dry-run",
        "config set sign.urgent_hours 8 --dry-run",
    ):
        assert "A401" in office.type("陈静", line), line
    assert tables(place(office.url)) == before
    assert office.rows("SELECT verb FROM refusal_log") == [], "what was only tried was no attempt"
    office.type("吴芳", "list --dry-run")
    assert office.code == 2
    office.done("孙丽", f"person set 陈静 --login {account_name()}")
    for line in ("ack 1 --dry-run", "import nothing.csv --dry-run", "ack 1"):
        office.type("周海", line)
    assert [row["verb"] for row in office.rows("SELECT verb FROM refusal_log")] == ["ack"], "nor was one under a name that is not one's own"


def test_yes_and_no_are_understood_in_either_language(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["是", "否", "Y", "no", "", "好不好", "不"])
    monkeypatch.setattr(typer, "prompt", lambda *_texts, **_how: next(answers))
    assert [asking.sure("Go on?", default=one) for one in (False, True, False, True, True, True)] == [True, False, True, False, True, False]


def test_so_many_are_asked_about(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(6):
        office.done("陈静", f"add 件{n} -d 7-31")
    asked: list[str] = []

    def no(question: str, **_more: object) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(asking, "sure", no)
    office.done("陈静", "note 1-6 过半")  # nobody sits there
    monkeypatch.setattr(asking, "may_ask", lambda: True)
    office.done("陈静", "note 1-5 过半")
    office.done("陈静", "note 1-6 过半 --yes")
    assert (office.rows("SELECT COUNT(*) AS n FROM note"), asked) == ([{"n": 17}], [])
    assert "Nothing was changed" in office.type("陈静", "submit 1-6 已办")
    assert (office.code, asked) == (1, ["“submit”: 6 items?"])
    assert office.rows("SELECT COUNT(*) AS n FROM submission") == [{"n": 0}]
