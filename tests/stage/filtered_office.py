"""Four items of two people, two of them overdue, and which of them a line lists."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from officecli.store.place import place
from stage.made_once import made_once
from stage.small_office import Office


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Office:
    """Four items of two people: 1 and 2 overdue, 3 and 4 not."""
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)

    def give() -> None:
        for title, lead, due in (
            ("电梯调查", "王强", "7-8"),
            ("会议纪要", "刘洋", "7-9"),
            ("档案整理", "王强", "8-20"),
            ("信访答复", "刘洋", "8-21"),
        ):
            office.done("张伟", f"add {title} -l {lead} -d {due}")

    made_once(place(sqlite_office), give, "of views")
    at("2026-07-20T02:00")
    return office


def numbers(said: str) -> list[int]:
    return [int(row["number"][-3:]) for row in json.loads(said)["rows"]]


def listed(office: Office, line: str) -> list[int]:
    return numbers(office.done("张伟", f"{line} --format json"))
