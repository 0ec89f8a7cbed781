"""--unit and --person given several times mean any of them, in every report that takes them; its heading says which."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from officecli.cli import catalogue, program
from stage.small_office import Office

WORDS = {"suggest-lead": "核对 --due 7-31", "trend": "--months 2"}


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Office:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    for lead, title in (("陈静", "核对台账"), ("王强", "收发登记"), ("刘洋", "会议纪要")):
        office.done("吴芳", f"add {title} -l {lead} -d 7-8")
    return office


def taking(option: str) -> list[str]:
    """The reports that take it."""
    return [name for name in catalogue.reports() if any(option in one.opts and one.multiple for one in program.load(name).params)]


def test_every_report_takes_several(office: Office) -> None:
    for option, (first, second) in {"--person": ("陈静", "王强"), "--unit": ("督查室", "秘书科")}.items():
        assert len(taking(option)) > 15
        for name in taking(option):
            line = f"{name} {WORDS.get(name, '')} --format json"
            once, twice = (answer(office, f"{line} {option} {first}{more}") for more in ("", f" {option} {first}"))
            assert once == twice, name
            both = answer(office, f"{line} {option} {first} {option} {second}")
            assert both.get("filters", {}).get(option[2:]) in ([first, second], None), name  # of a digest and a dashboard the heading says it
    assert "person 陈静, 王强" in office.done("吴芳", "list -p 陈静 -p 王强")


def test_any_of_them_is_meant(office: Office) -> None:
    def numbers(line: str) -> list[str]:
        return sorted(row["number"] for row in answer(office, f"{line} --format json")["rows"])

    assert numbers("list -p 陈静 -p 王强") == ["2026-001", "2026-002"]
    assert numbers("list -u 督查室 -u 秘书科 -p 刘洋 -p 陈静") == ["2026-001", "2026-003"]
    assert {row["person"] for row in answer(office, "accountability -p 陈静 -p 刘洋 --format json")["rows"]} == {"陈静", "刘洋"}
    assert {row["unit"] for row in answer(office, "person list -u 督查室 -u 秘书科 --format json")["rows"]} == {"督查室", "秘书科"}
    found = {row["lead"] for row in answer(office, "check -p 陈静 -p 王强 --format json", code=None)["rows"]}
    assert found <= {"陈静", "王强"}


def answer(office: Office, line: str, code: int | None = 0) -> Any:
    said = office.type("吴芳", line)
    assert code in (None, office.code), (line, said)
    return json.loads(said)
