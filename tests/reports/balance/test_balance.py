"""The balance counts what it says it counts, and rule B805 finds exactly what it marks."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from officecli.actions.acting import acting
from officecli.actions.items import halting
from officecli.actions.items.register import Order, register
from officecli.actions.office.settings import set_setting
from officecli.cli import main
from officecli.reports.balance import balance
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from officecli.rules.balance.four_few_below_floor import RULE
from officecli.rules.wording import fix
from officecli.store import judge
from officecli.store.place import place
from officecli.store.read.reader import reading
from officecli.typed.items.tags import Tags

LEADS = {"王强": "秘书科", "刘洋": "秘书科", "陈静": "督查室", "李娜": "督查室", "吴芳": "办公室领导"}


def reported(url: str, by: str = "unit", **filters: Any) -> Report:
    with reading(place(url)) as read:
        return balance.report(read, Filters(**filters), by=by)


@pytest.mark.parametrize("seed", range(3))
def test_shares_are_counted_by_hand_and_the_rule_agrees(office_url: str, at: Callable[[str], None], seed: int) -> None:
    at("2026-07-06T01:00")
    chance = random.Random(seed)
    truth: dict[str, Counter[str]] = {unit: Counter() for unit in LEADS.values()}
    with acting(place(office_url), "add", "周海", rules=()) as act:
        for number in range(60):
            lead = chance.choice(list(LEADS))
            giver = chance.choice(["周海", lead])
            days = chance.choice([3, 9, 10, 60])
            said = {name: chance.choice(["", "", code]) for name, code in (("origin", "own"), ("lead_time", "ahead"))}
            depth, major = chance.choice(["", "general", "general", "in-depth"]), chance.random() < 0.2
            cancelled = chance.random() < 0.1
            order = Order(
                f"件{number}", lead, f"+{days}wd", by=giver, source="批示", importance="major" if major else "normal", tags=Tags(**said, depth=depth)
            )
            item = register(act, order)
            if cancelled:
                halting.cancel(act, item.number, "不办了")
                continue
            count = truth[LEADS[lead]]
            count["items"] += 1
            count["own"] += bool(said["origin"]) or giver == lead
            count["major"] += major
            count["ahead"] += bool(said["lead_time"]) or days >= 10
            count["in_depth"] += depth == "in-depth"
            count["tagged"] += bool(depth)
    with reading(place(office_url)) as read:
        found = sorted((finding.values["unit"], finding.key) for finding in judge.findings(read, RULE))
    rows = {row["unit"]: row for row in reported(office_url).rows}
    marked = []
    for unit, count in truth.items():
        row = rows[unit]
        assert (row["items"], row["untagged"], row["in_depth_of"]) == (count["items"], count["items"] - count["tagged"], count["tagged"])
        for ratio in ("own", "major", "ahead", "in_depth"):
            whole = count["tagged" if ratio == "in_depth" else "items"]
            assert row[f"{ratio}_items"] == count[ratio]
            if whole < 5:
                assert row[ratio] is None
                continue
            assert 0 <= Fraction(100 * count[ratio], whole) - Fraction(str(row[ratio])) < Fraction(1, 10)
            if Fraction(count[ratio], whole) < Fraction(1, 5):
                marked.append((unit, ratio))
    assert found == sorted(marked)
    assert sorted((unit, ratio) for unit, row in rows.items() for ratio in row["under"]) == found
    assert {unit for unit, row in rows.items() if row["light"] == "red"} == {unit for unit, _ratio in marked}


def test_the_rule_says_which_tag_to_set_right(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T01:00")
    with acting(place(sqlite_office), "add", "周海", rules=()) as act:
        for number in range(5):
            register(act, Order(f"件{number}", "陈静", "+3wd", source="批示", tags=Tags(depth="general")))
    with reading(place(sqlite_office)) as read:
        found = {finding.key: fix(finding) for finding in judge.findings(read, RULE)}
    edited = {ratio: said.rpartition("officecli edit NUMBER ")[2] for ratio, said in found.items()}
    assert edited == {"own": "--origin own", "major": "--importance major", "ahead": "--lead-time ahead", "in_depth": "--depth in-depth"}


def test_an_option_that_would_do_nothing_is_not_offered() -> None:
    for words in (("--role", "support"), ("--sort", "own")):
        assert main.run(["balance", *words]) == 2


def test_the_trend_is_by_month_and_floors_are_settings(sqlite_office: str, at: Callable[[str], None]) -> None:
    for day, tags in (("2026-06-29", Tags(focus="leader")), ("2026-07-06", Tags(origin="own")), ("2027-01-04", Tags(focus="hard-point"))):
        at(f"{day}T01:00")
        with acting(place(sqlite_office), "add", "张伟", rules=()) as act:
            for number in range(5):
                register(act, Order(f"件{number}", "王强", "+12wd" if number else "", tags=tags, importance="major"))
    shares = [(row["month"], row["own"], row["ahead"], row["ahead_of"]) for row in reported(sqlite_office, "month", since="2026-01-01").rows]
    assert shares == [("2026-06", 0.0, None, 4), ("2026-07", 100.0, None, 4), ("2027-01", 0.0, None, 4)]
    (row,) = reported(sqlite_office, "person").rows  # this year, by default
    assert (row["items"], row["hard_point"], row["leader"], row["under"]) == (5, 5, 0, ("own",))
    assert [row["items"] for row in reported(sqlite_office, since="2026-01-01", until="2026-12-31").rows] == [10]
    with acting(place(sqlite_office), "config", "孙丽") as act:
        set_setting(act, "balance.min_items", "6")
    whole = reported(sqlite_office)
    assert whole.rows[0]["light"] == "grey"
    assert any("Too few to say (under 6 items): 秘书科" in note for note in whole.notes)
