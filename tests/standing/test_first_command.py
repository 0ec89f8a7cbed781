"""An act that the state forbids is told the command that leads there, and whose it is to type it."""

from __future__ import annotations

from collections.abc import Callable

from stage.small_office import Office


def test_what_the_state_forbids_is_told_what_is_typed_first(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    office.done("李娜", "add 件一 --lead 陈静 --due +9wd")
    office.done("李娜", "suspend 1 等来文")
    assert "→ The originator's side resumes it first: officecli resume 2026-001" in office.type("陈静", "submit 1 好")
    office.done("李娜", "resume 1")
    office.done("陈静", "submit 1 好")
    assert '→ The originator\'s side returns it first: officecli return 2026-001 "…"' in office.type("陈静", "step 1 1 好") + office.type(
        "李娜", "suspend 1 等"
    )
    office.done("李娜", "close 1 --rate 4")
    assert '→ The originator\'s side opens it again first: officecli reopen 2026-001 "…"' in office.type("陈静", "note 1 又办")
    office.done("李娜", "add 件二 --lead 陈静 --due +9wd")
    office.done("李娜", "cancel 2 不办了")
    for line in ("reopen 2 又办", "resume 2", "note 2 又办", "edit 2 --goal 二件"):
        assert "→ What is cancelled is not taken up again: register it anew." in office.type("李娜", line), line
