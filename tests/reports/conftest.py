"""An office with a few days behind it, the same for every test of how reports look."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from officecli.model.items import Item
from officecli.store.place import place
from officecli.store.write.change import Change
from stage import by_row, desk
from stage.by_row import Staged
from stage.clerks_november import base, november


def day_of_work(office: Staged, day: str, at: Callable[[str], None], *acts: Callable[[Any, Callable[[int], Item]], object]) -> None:
    """Do these acts, each a command of its own, in the morning of a day; each gets the change and a way to an item by its serial."""
    for minute, act in enumerate(acts):
        at(f"{day}T01:{minute:02d}")
        with office.changing() as change:
            act(change, partial(_item, change))


def _item(change: Change, serial: int) -> Item:
    return change.get(Item, change.read.value("SELECT id FROM item WHERE serial = :n", n=serial))


@pytest.fixture(scope="session")
def _made_once() -> dict[str, Staged]:
    return {}


@pytest.fixture
def busy_office(_made_once: dict[str, Staged], tmp_path_factory: pytest.TempPathFactory, at: Callable[[str], None]) -> Staged:
    """A copy of `_busy_office`, on its last morning."""
    if "busy" not in _made_once:
        _made_once["busy"] = _busy_office(f"sqlite:///{tmp_path_factory.mktemp('busy') / 'office.db'}", at)
    at("2026-11-23T02:00")
    return _on_the_desk(_made_once["busy"])


@pytest.fixture
def november_office(_made_once: dict[str, Staged], sqlite_base: Path, tmp_path_factory: pytest.TempPathFactory, at: Callable[[str], None]) -> Staged:
    """A copy of the base office after 陈静's November, on 3 December."""
    if "november" not in _made_once:
        made = base(f"sqlite:///{shutil.copy(sqlite_base, tmp_path_factory.mktemp('november') / 'office.db')}")
        november(made, at)
        _made_once["november"] = made
    at("2026-12-03T02:00")
    return _on_the_desk(_made_once["november"])


def _on_the_desk(made: Staged) -> Staged:
    return replace(made, place=place(desk.put(made.place.path)))


def _busy_office(url: str, at: Callable[[str], None]) -> Staged:
    """Eleven items on Monday 23 November 2026: overdue, due, submitted, returned, waiting, suspended, closed, cancelled and yet to be handed out."""
    at("2026-11-02T00:30")
    office = by_row.office(url)
    people = office.people
    zhang, ouyang, qian = (people[name] for name in ("张三", "欧阳修文", "钱进"))

    def new(title: str, lead: str, due: str, **fields: Any) -> Callable[[Any, Any], object]:
        return lambda change, _item: by_row.new_item(change, people, title, lead, date.fromisoformat(due), **fields)

    day_of_work(
        office, "2026-11-02", at,
        new("全县经济工作会议主题报告", "张三", "2026-11-13", goal="二稿通过", source="县长批示〔2026〕12号"),
        new("关于老旧小区电梯的来信", "钱进", "2026-11-20", urgency="urgent"),
        new("接待方案", "周涛", "2026-11-06"),
        new("议定事项分解", "Ana Silva", "2026-11-27", importance="major"),
        lambda change, item: by_row.support(change, item(1), ouyang, "提供数据"),
        lambda change, item: by_row.support(change, item(1), qian, ""),
        lambda change, item: by_row.target(change, item(1), "12", "篇"),
        lambda change, item: by_row.sign(change, item(1)),
        lambda change, item: by_row.sign(change, item(3)),
    )  # fmt: skip
    day_of_work(
        office, "2026-11-09", at,
        lambda change, item: by_row.submit(change, item(3)),
        lambda change, item: by_row.review(change, item(3), "accepted", rating=4),
        lambda change, item: by_row.note(change, item(1), "初稿完成", progress=60, problem="缺数据", next_step="周五前补齐"),
        lambda change, item: by_row.sign(change, item(4)),
        lambda change, item: by_row.extend(change, item(4), date(2026, 12, 4), "granted"),
        new("办公用房清理", "孙强", "2026-11-23"),
        new("防汛值班抽查", "欧阳修文", "2026-11-24"),
        new("涉密文件清退", "周涛", "2026-11-25"),
    )  # fmt: skip
    day_of_work(
        office, "2026-11-16", at,
        lambda change, item: by_row.prod(change, item(1)),
        lambda change, item: by_row.submit(change, item(2)),
        lambda change, item: by_row.review(change, item(2), "returned"),
        lambda change, item: by_row.sign(change, item(5)),
        lambda change, item: by_row.sign(change, item(6)),
        lambda change, item: by_row.wait(change, item(6), "省厅"),
        lambda change, item: by_row.submit(change, item(7)),
        new("公文规程修订", "李明", "2026-12-18"),
        lambda change, item: by_row.suspend(change, item(8)),
        new("办公室搬迁", "赵丽", "2026-12-18"),
        lambda change, item: by_row.cancel(change, item(9)),
        lambda change, item: by_row.hand_over(change, item(5), zhang),
        lambda change, item: by_row.extend(change, item(4), date(2026, 12, 11), None),
    )  # fmt: skip
    day_of_work(
        office, "2026-11-23", at, new("月度信息报送", "张三", "2026-12-25", issued=date(2026, 12, 1)), new("突发停水处置", "李明", "2026-11-23")
    )
    return office
