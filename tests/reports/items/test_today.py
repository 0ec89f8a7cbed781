"""`today` on a machine whose clock ran back: what was answered on a day to come is not answered yet, and nothing breaks."""

from __future__ import annotations

from collections.abc import Callable

from stage.small_office import Office


def test_an_extension_that_is_answered_only_later_is_still_asked_for(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    office.done("李娜", "add 值班表 --lead 陈静 --due 2026-07-31")
    office.done("陈静", "ack 1")
    office.done("陈静", "extend 1 --to 2026-08-04 --reason 等数据")
    at("2026-07-07T02:00")
    office.done("李娜", "grant 1")
    at("2026-07-06T03:00")
    assert "值班表" in office.done("李娜", "today")
