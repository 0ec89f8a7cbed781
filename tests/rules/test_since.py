"""A finding stands since the day it became true, whatever day the first check ran."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from officecli.cli import main
from stage import by_row


@pytest.mark.parametrize(
    ("code", "words", "signs", "since"),
    [
        ("D307", ["--due", "2026-12-26"], True, "2026-11-23"),
        ("P701", ["--due", "2026-12-31", "--kind", "routine"], True, "2026-11-23"),
        ("D302", ["--due", "2026-12-31"], False, "2026-11-24"),
        ("D303", ["--due", "2026-11-27"], True, "2026-11-28"),
        ("D306", ["--due", "2026-12-31", "--feedback-every", "weekly"], True, "2026-12-01"),
        ("D306", ["--due", "2026-12-31", "--feedback-every", "10d"], True, "2026-12-04"),
        ("D306", ["--due", "2026-12-31", "--feedback-every", "every Friday"], True, "2026-12-05"),
        ("D308", ["--due", "2026-12-31"], True, "2026-12-01"),
    ],
)
@pytest.mark.parametrize("checked", ["2026-12-07", "2026-12-15"])
def test_it_is_the_day_it_became_true(
    store_url: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str], code: str, words: list[str], signs: bool, since: str, checked: str
) -> None:
    at("2026-11-23T01:00")
    by_row.office(store_url)
    assert main.run(["add", "月度信息", "--lead", "张三", *words, "--as", "李明", "--db", store_url]) == 0
    if signs:
        assert main.run(["ack", "1", "--as", "张三", "--db", store_url]) == 0
    capsys.readouterr()
    at(f"{checked}T03:00")
    main.run(["check", "--rule", code, "--format", "json", "--db", store_url])
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert row["since"] == since


def test_two_prods_in_vain_are_so_since_the_second(store_url: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    at("2026-11-23T01:00")
    by_row.office(store_url)
    assert main.run(["add", "月度信息", "--lead", "张三", "--due", "2026-12-31", "--as", "李明", "--db", store_url]) == 0
    for day in ("2026-11-25", "2026-11-30", "2026-12-02"):
        at(f"{day}T01:00")
        assert main.run(["prod", "1", "--as", "李明", "--db", store_url]) == 0
    capsys.readouterr()
    at("2026-12-07T03:00")
    main.run(["check", "--rule", "F604", "--format", "json", "--db", store_url])
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert (row["since"], "2026-11-25" in row["finding"]) == ("2026-11-30", True)
