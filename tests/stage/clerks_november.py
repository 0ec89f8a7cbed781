"""A month of one clerk's work with targets, worked out by hand in the tests of its scorecard, for all that is told of a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from officecli.model.items import Item
from officecli.model.targets import ChecklistPoint, Target, TargetResult
from officecli.store.place import place
from officecli.store.read.reader import reading
from officecli.store.write.change import Change
from stage import by_row
from stage.by_row import Staged

NOVEMBER = date(2026, 11, 1)
At = Callable[[str], None]


def base(url: str) -> Staged:
    """The base office, as the staged verbs want it: its director gives the items."""
    where = place(url)
    with reading(where) as read:
        people = {row["name"]: row["id"] for row in read.rows("SELECT id, name FROM person")}
        units = {row["name"]: row["id"] for row in read.rows("SELECT id, name FROM unit")}
    return Staged(where, people | {"王建国": people["周海"]}, units)


def target(change: Change, post: str, metric: str, **fields: Any) -> Target:
    post_id = None if fields.get("duty_id") or fields.get("item_id") else change.read.value("SELECT id FROM post WHERE title = :title", title=post)
    usual = {"target_class": "efficiency-quality", "direction": "at-least", "period": "month", "since": NOVEMBER, "unit": "%"}
    return change.add(Target, "setup", post_id=post_id, metric=metric, **{**usual, **fields})


def result(change: Change, metric: str, value: str, **fields: Any) -> TargetResult:
    target_id = change.read.value("SELECT MAX(id) FROM target WHERE metric = :metric", metric=metric)
    usual = {"period_start": NOVEMBER, "evidence": "见台账", "person_id": 1}
    person = change.read.value("SELECT id FROM person WHERE name = '李娜'")
    return change.add(TargetResult, "target-record", target_id=target_id, value=value, day=change.day, **{**usual, "person_id": person, **fields})


def item_of(change: Change, title: str) -> Item:
    return change.get(Item, change.read.value("SELECT id FROM item WHERE title = :title", title=title))


def november(office: Staged, at: At) -> None:
    """陈静's November."""

    def on(day: str, *acts: Callable[[Change], object]) -> None:
        for minute, act in enumerate(acts):
            at(f"2026-{day}T01:{minute:02d}")
            with office.changing() as change:
                act(change)

    def new(title: str, due: str, **fields: Any) -> Callable[[Change], object]:
        return lambda change: by_row.new_item(change, office.people, title, "陈静", date.fromisoformat(due), **fields)

    def act(verb: Callable[..., object], title: str, *more: Any, **fields: Any) -> Callable[[Change], object]:
        return lambda change: verb(change, item_of(change, title), *more, **fields)

    post = "督查科员"
    on(
        "11-02",
        lambda change: target(change, post, "按时办结率", amount="95", weight="40.00", threshold="50", computed="on-time"),
        lambda change: target(change, post, "简报", target_class="output", amount="12", unit="篇", weight="30.00", bonus="5"),
        lambda change: add_checklist(change, target(change, post, "会务规范", target_class="norm", amount="100", weight="20.00")),
        lambda change: target(change, post, "平均办理天数", direction="at-most", amount="2", unit="天", weight="10.00"),
        lambda change: target(change, post, "调研", target_class="output", amount="1", unit="篇"),
        lambda change: target(change, post, "满意率", period="quarter", since=date(2026, 10, 1), amount="90", weight="100.00"),
        new("甲", "2026-11-06"),
        new("乙", "2026-11-10"),
        new("丙", "2026-11-13"),
        new("丁", "2026-11-30", feedback_every="weekly"),
        new("戊", "2026-11-05"),
    )
    on("11-05", act(by_row.submit, "甲"), act(by_row.sign, "丁"), act(by_row.cancel, "戊"))
    on("11-06", act(by_row.note, "丁", "初稿"), lambda change: result(change, "简报", "8"))
    on("11-09", act(by_row.note, "丁", "初稿"))
    on("11-12", act(by_row.submit, "乙"))
    on("11-16", act(by_row.prod, "丙"))
    on("11-18", act(by_row.prod, "丁"))
    on("11-20", act(by_row.note, "丁", "二稿", progress=50), lambda change: result(change, "简报", "5"), lambda change: result(change, "调研", "1"))
    on("11-26", act(by_row.submit, "丁"))
    on("12-02", lambda change: result(change, "会务规范", "66.67", points="1,3"), lambda change: result(change, "平均办理天数", "3"))
    at("2026-12-03T02:00")


def add_checklist(change: Change, norm: Target) -> None:
    for position, text in enumerate(("提前布置会场", "席卡无误", "记录当日整理"), 1):
        change.add(ChecklistPoint, "setup", target_id=norm.id, position=position, text=text)
