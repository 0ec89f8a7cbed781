"""Items are tagged, put under a duty and bound to a procedure, by whoever may; what is not known is said."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from officecli.actions.acting import acting
from officecli.cli import main
from officecli.model.office.organisation import Duty
from officecli.model.procedures.procedures import Procedure, ProcedureVersion
from officecli.standing.standing import Standing
from officecli.store.place import place

pytestmark = pytest.mark.on_sqlite


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> str:
    """The base office on a Monday, with two procedures (one retired) and a retired duty."""
    at("2026-07-06T01:00")
    with acting(place(office_url), "setup", "孙丽") as act:
        act.sign(Standing("registrar"))
        post = act.read.value("SELECT id FROM post WHERE title = '督查科员'")
        for name, retired in (("来文办理", False), ("旧办法", True)):
            procedure = act.change.add(Procedure, "setup", name=name, kind="documents", post_id=post, retired=retired)
            for number in (1, 2):
                act.change.add(ProcedureVersion, "setup", procedure_id=procedure.id, number=number, since=act.today, title=name)
        duty = act.change.get(Duty, act.read.value("SELECT id FROM duty WHERE title = '档案整理'"))
        act.change.set(duty, "setup", retired=True)
    return office_url


def typed(capsys: pytest.CaptureFixture[str], url: str, who: str, *words: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main.run([*words, "--db", url, "--as", who]) == code
    told = capsys.readouterr()
    return told.err if code else told.out


def test_tags_are_kept_shown_and_taken_away(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    tags = ("--depth", "In-Depth", "--focus", "hot issue", "--duty", "批示跟踪", "--procedure", "来文办理")
    made = json.loads(typed(capsys, office, "李娜", "add", "件一", "--lead", "陈静", "--due", "fri", *tags, "--format", "json"))
    assert {"kind": "routine", "depth": "in-depth", "focus": "hot-issue", "duty": "批示跟踪", "procedure": "来文办理"}.items() <= made.items()
    assert (made["origin"], made["lead_time"]) == ("assigned", "current")  # derived
    assert "in-depth · hot issue" in typed(capsys, office, "李娜", "show", "1")
    assert "1 item" in typed(capsys, office, "李娜", "list", "--duty", "批示跟踪")
    typed(capsys, office, "李娜", "add", "件二", "--lead", "陈静", "--due", "fri")
    said = typed(capsys, office, "陈静", "edit", "1", "2", "--depth", "in-depth", "--origin", "own", "--duty", "")
    assert [line[:8] for line in said.splitlines()] == ["2026-001", "2026-002"]
    assert "duty “批示跟踪” → –" in said
    assert typed(capsys, office, "陈静", "edit", "1", "2", "--depth", "in-depth").count("says so already") == 2
    assert "What to change is missing" in typed(capsys, office, "陈静", "edit", "1", "2", code=2)
    assert "tagged it" in typed(capsys, office, "陈静", "history", "2")


def test_what_is_unknown_or_retired_is_said(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    for option, value, told, code in (
        ("--depth", "deep", "Did you mean in-depth?", 2),
        ("--duty", "批示追踪", "Did you mean 批示跟踪?", 3),
        ("--duty", "档案整理", "was retired", 2),
        ("--procedure", "来文处理", "Did you mean 来文办理?", 3),
        ("--procedure", "旧办法", "is retired", 2),
    ):
        assert told in typed(capsys, office, "李娜", "add", "件一", "--lead", "陈静", "--due", "fri", option, value, code=code)


def test_an_item_keeps_the_version_of_its_procedure(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    typed(capsys, office, "李娜", "add", "件一", "--lead", "陈静", "--due", "fri")
    typed(capsys, office, "陈静", "edit", "1", "--procedure", "来文办理")
    with acting(place(office), "setup", "孙丽") as act:
        act.sign(Standing("registrar"))
        bound = act.read.row("SELECT i.procedure_id, v.number FROM item i JOIN procedure_version v ON v.id = i.procedure_version_id")
        assert bound is not None
        assert bound["number"] == 2
        act.change.add(ProcedureVersion, "setup", procedure_id=bound["procedure_id"], number=3, since=act.today, title="来文办理")
    assert "says so already" in typed(capsys, office, "陈静", "edit", "1", "--procedure", "来文办理")
