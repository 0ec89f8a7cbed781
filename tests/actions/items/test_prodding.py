"""Prods keep a gap and go from blue to red until they are answered; superiors are told of orders from above them; results are rated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from officecli.actions.acting import acting
from officecli.actions.items import feedback, handing_on, prodding, review, submitting
from officecli.actions.items.asked import Feedback
from officecli.actions.items.register import Order, register
from officecli.actions.record import undo
from officecli.cli.answers import sentences
from officecli.errors import BadInput, Refused
from officecli.model.office.organisation import Setting
from officecli.reports.chain import backflow
from officecli.reports.items.item_past import parts
from officecli.reports.record import refusals
from officecli.reports.shape.filters import Filters
from stage import by_row
from stage.by_row import Staged


@pytest.fixture
def office(store_url: str, at: Callable[[str], None]) -> Staged:
    """An office on the morning of Monday 6 July 2026, with one item of 李明's due on Friday."""
    at("2026-07-06T01:00")
    made = by_row.office(store_url)
    do(made, "王建国", register, Order("月度信息", "李明", "fri"))
    return made


def do(office: Staged, who: str, act: Callable[..., Any], *given: Any) -> str:
    """One command by somebody; returns what it said."""
    with acting(office.place, act.__name__.rstrip("_"), who) as acting_:
        act(acting_, *given)
    return " ".join(sentences(acting_.done))


def levels(office: Staged) -> list[str]:
    with office.reading() as read:
        return [row["level"] for row in read.rows("SELECT level FROM prod ORDER BY id")]


def test_unanswered_prods_escalate_and_an_answer_begins_anew(office: Staged, at: Callable[[str], None]) -> None:
    said = []
    for day in ("06", "07", "08", "09"):
        at(f"2026-07-{day}T01:00")
        said.append(do(office, "王建国", prodding.prod, "1"))
    assert levels(office) == ["blue", "orange", "red", "red"]
    assert [next(level for level in ("blue", "orange", "red") if level in sentence) for sentence in said] == levels(office)
    do(office, "李明", feedback.note, "1", Feedback("正在写"))
    at("2026-07-10T01:00")
    do(office, "王建国", prodding.prod, "1")
    assert levels(office)[-1] == "blue"
    with office.reading() as read:
        item = read.value("SELECT id FROM item")
        shown = next(part for part in parts(read, item) if part.title.startswith("Prods"))
    assert "blue notice" in shown.lines[0][1]


def test_a_new_lead_begins_anew(office: Staged) -> None:
    do(office, "王建国", prodding.prod, "1")
    do(office, "王建国", handing_on.assign, "1", "赵丽", "李明外出")
    do(office, "王建国", prodding.prod, "1")
    assert levels(office) == ["blue", "blue"]


def test_no_two_prods_on_one_day(office: Staged, at: Callable[[str], None]) -> None:
    do(office, "王建国", prodding.prod, "1")
    at("2026-07-06T08:00")
    assert "was prodded already, on 2026-07-06" in do(office, "王建国", prodding.prod, "1")
    assert levels(office) == ["blue"]
    with pytest.raises(Refused):
        do(office, "王建国", prodding.prod, "1", "今天要")
    at("2026-07-07T01:00")
    do(office, "王建国", prodding.prod, "1")


def test_the_gap_is_a_setting_and_a_passed_deadline_ends_it(office: Staged, at: Callable[[str], None]) -> None:
    with office.changing() as change:
        change.add(Setting, "config", name="prod.min_gap_days", value="3")
    at("2026-07-09T01:00")
    do(office, "王建国", prodding.prod, "1")
    at("2026-07-10T01:00")
    with pytest.raises(Refused):
        do(office, "王建国", prodding.prod, "1")
    at("2026-07-13T01:00")
    do(office, "王建国", prodding.prod, "1")
    at("2026-07-14T01:00")
    with pytest.raises(Refused):
        do(office, "王建国", prodding.prod, "1")


def test_a_superior_is_told_once_and_it_can_be_taken_back(office: Staged) -> None:
    do(office, "王建国", register, Order("会场布置", "张三", "fri"))
    do(office, "张三", prodding.tell, "2", "李明")
    assert "was told of it already, on 2026-07-06" in do(office, "张三", prodding.tell, "2", "李明")
    with office.reading() as read:
        assert read.value("SELECT COUNT(*) FROM told") == 1
    do(office, "张三", undo.undo)
    do(office, "张三", prodding.tell, "2", "李明")
    with pytest.raises(BadInput):
        do(office, "张三", prodding.tell, "2", "赵丽")
    with pytest.raises(Refused):
        do(office, "钱进", prodding.tell, "2", "李明")


def test_a_result_is_rated_after_closing_by_the_originator_only(office: Staged) -> None:
    with pytest.raises(Refused):
        do(office, "王建国", review.rate, "1", 4)
    do(office, "王建国", review.close, "1", "已刊发")
    with pytest.raises(Refused):
        do(office, "李明", review.rate, "1", 5)
    do(office, "王建国", review.rate, "1", 4)
    with office.reading() as read:
        assert read.value("SELECT rating FROM submission") == 4


def test_refusals_tell_who_when_and_which_rules_without_the_content(office: Staged, at: Callable[[str], None]) -> None:
    with pytest.raises(Refused):
        do(office, "李明", review.close, "1")
    at("2026-07-07T17:00")  # the morning of 8 July in the office
    with pytest.raises(Refused):
        do(office, "李明", handing_on.assign, "1", "王建国", "太难")

    def found(**filters: Any) -> list[tuple[str, str]]:
        with office.reading() as read:
            return [(row["person"], row["codes"]) for row in refusals.report(read, Filters(**filters)).rows]

    assert found() == [("李明", "C505"), ("李明", "A402, F602")]
    assert found(since="2026-07-08") == [("李明", "C505")]
    assert found(until="2026-07-07") == [("李明", "A402, F602")]
    assert found(person=("李明",), unit=("督查室",)) == []
    with office.reading() as read:
        (handed_up,) = backflow.report(read, Filters()).rows
    assert (handed_up["finding"], handed_up["what"], handed_up["count"]) == ("handed-up", "李明", 1)


def test_backflow_counts_by_source_and_by_reason(office: Staged, at: Callable[[str], None]) -> None:
    at("2026-07-09T01:00")
    for title, began in (("答复省厅", "2026-07-06"), ("答复市局", "2026-07-08"), ("如期的", "")):
        do(office, "王建国", register, Order(title, "李明", "2026-07-31", source="来电", began=began))
    do(office, "李明", submitting.submit, "2", "初稿")
    with pytest.raises(Refused):  # by the same rule as handing up, and yet none
        do(office, "王建国", review.return_, "2", "")
    do(office, "王建国", review.return_, "2", "数据不全")

    def found(**filters: Any) -> list[tuple[str, str, int, int | None]]:
        with office.reading() as read:
            return [(row["finding"], row["what"], row["count"], row["days"]) for row in backflow.report(read, Filters(**filters)).rows]

    assert found() == [("afterwards", "来电", 2, 3), ("returned", "数据不全", 1, None)]
    assert found(until="2026-07-08") == []
    assert found(unit=("督查室",)) == []


def test_ones_own_initiative_is_rated_by_a_superior_and_never_by_oneself(office: Staged) -> None:
    do(office, "张三", register, Order("档案调研", "张三", "fri"))
    do(office, "李明", review.close, "2", "已成文")
    with pytest.raises(Refused):
        do(office, "张三", review.rate, "2", 5)
    do(office, "李明", review.rate, "2", 4)
    with office.reading() as read:
        assert read.value("SELECT rating FROM submission") == 4
