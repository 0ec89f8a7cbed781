"""A finding stands since the day it became true, whatever day the first check ran."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from officecli import clock
from officecli.cli import main
from officecli.model.rule import Rule
from officecli.rules import every_rule
from officecli.store import judge
from officecli.store.place import place
from officecli.store.read.reader import reading
from rules.case import Case, every_case, moment
from stage import by_row

FOUNDED = datetime(2026, 7, 1, 1, tzinfo=UTC)
"""When the office of the cases was."""


@pytest.fixture(autouse=True)
def _present() -> Iterator[None]:
    yield
    clock.pretend(None)


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
@pytest.mark.parametrize(  # that the day of the check is no matter, SQLite says for both
    ("store_url", "checked"), [("sqlite", "2026-12-07"), ("sqlite", "2026-12-15"), ("postgresql", "2026-12-15")], indirect=["store_url"]
)
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


@pytest.mark.parametrize("case", [case for case in every_case() if case.since], ids=lambda case: case.name)
def test_it_is_the_first_day_on_which_a_check_of_each_day_found_it(case: Case, sqlite_office: str) -> None:
    rule = next(rule for rule in every_rule() if rule.code == case.code)
    first: dict[tuple[str, int, str], str] = {}
    day = FOUNDED
    for place_in, step in enumerate(case.steps):
        then = moment(str(step["at"])) if "at" in step else day
        while day < then:
            first = _checked(sqlite_office, rule, day, first)
            day += timedelta(days=1)
        day = then
        case.play(sqlite_office, only=slice(place_in, place_in + 1))
    first = _checked(sqlite_office, rule, day, first)
    assert sorted(set(first.values())) == case.since


def _checked(url: str, rule: Rule, day: datetime, first: dict[tuple[str, int, str], str]) -> dict[tuple[str, int, str], str]:
    """The findings of the evening of a day, each with the first day of those on which it was found without a break."""
    clock.pretend(day.replace(hour=15, minute=59))
    with reading(place(url)) as read:
        return {found.identity: first.get(found.identity, read.today.isoformat()) for found in judge.findings(read, rule) if not found.waived}
