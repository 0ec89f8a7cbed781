"""A decision is recorded, split, followed to its results and reported back; nothing in the chain can be skipped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from officecli.actions.acting import acting
from officecli.actions.chain import decisions
from officecli.actions.chain.decisions import Decided
from officecli.actions.items import halting, review, signing, submitting
from officecli.actions.items.register import Order
from officecli.actions.record import undo
from officecli.errors import BadInput, NotFound, Refused
from officecli.reports.chain import decisions as listed
from officecli.reports.chain import follow_through
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from officecli.typed.chain.decision_numbers import find_decision_id
from stage import by_row
from stage.by_row import Staged

MINUTES = Decided("老旧小区加装电梯", "王建国", "第12次办公会")


@pytest.fixture
def office(store_url: str, at: Callable[[str], None]) -> Staged:
    """An office on the morning of Monday 6 July 2026."""
    at("2026-07-06T01:00")
    return by_row.office(store_url)


def do(office: Staged, who: str, act: Callable[..., Any], *given: Any) -> None:
    """One command by somebody."""
    with acting(office.place, "test", who) as acting_:
        act(acting_, *given)


def refusal(office: Staged, who: str, act: Callable[..., Any], *given: Any) -> str:
    """Why a command is refused."""
    with pytest.raises(Refused) as refused:
        do(office, who, act, *given)
    return " ".join(" ".join(reason) for reason in refused.value.reasons)


def followed(office: Staged, **filters: Any) -> Report:
    with office.reading() as read:
        return follow_through.report(read, Filters(**filters))


def gaps(report: Report) -> list[tuple[str, str | None, str | None]]:
    """Which gap each row shows: the decision, the item and the gap."""
    return [(row["decision"], row["number"], row["gap"]) for row in report.rows]


def test_from_the_decision_to_the_report_back(office: Staged, at: Callable[[str], None]) -> None:
    do(office, "王建国", decisions.decide, MINUTES)
    do(office, "王建国", decisions.add_item, "1", Order("摸底调查", "李明", "fri", point="一"))
    do(office, "王建国", decisions.add_item, "D2026-001", Order("资金方案", "赵丽", "fri", point="二"))
    assert "2026-001, 2026-002" in refusal(office, "王建国", decisions.report_back, "1", "已办")
    do(office, "李明", submitting.submit, "1", "可装32部")
    do(office, "王建国", review.close, "1", "", 4)
    assert "2026-002" in refusal(office, "李明", decisions.report_back, "1", "已办")
    do(office, "王建国", halting.cancel, "2", "资金已由市里安排")
    assert [row["status"] for row in followed(office).rows] == ["done", "closed", "cancelled"]
    do(office, "李明", decisions.report_back, "1", "可装32部,资金由市里安排")
    report = followed(office)
    assert [(row["number"], row["status"], row["result"]) for row in report.rows] == [
        (None, "reported", "可装32部,资金由市里安排"), ("2026-001", "closed", "可装32部"), ("2026-002", "cancelled", None),
    ]  # fmt: skip
    assert report.summary == {"decisions": 1, "registered": 1, "reported": 1, "items": 1, "fed_back": 1, "closed": 1, "gaps": 0}
    assert "reported back" in refusal(office, "王建国", decisions.add_item, "1", Order("再办", "李明", "fri"))


def test_an_item_of_a_decision_is_the_leaders_and_cites_it(office: Staged) -> None:
    do(office, "王建国", decisions.decide, MINUTES)
    do(office, "李明", decisions.add_item, "1", Order("摸底调查", "张三", "fri", point="一"))
    with office.reading() as read:
        item = read.row("SELECT originator_id, ordered_by, source, decision_id, point FROM item")
        decision = read.value("SELECT id FROM decision")
    assert item == {
        "originator_id": office.people["王建国"], "ordered_by": "王建国", "source": "第12次办公会", "decision_id": decision, "point": "一",
    }  # fmt: skip


def test_nothing_needed_is_said_with_a_reason_and_an_item_takes_it_back(office: Staged) -> None:
    do(office, "李明", decisions.decide, MINUTES)
    with pytest.raises(BadInput):
        do(office, "王建国", decisions.none_needed, "1", " ")
    do(office, "王建国", decisions.none_needed, "1", "知悉即可")
    assert [row["status"] for row in followed(office).rows] == ["none-needed"]
    do(office, "王建国", decisions.add_item, "1", Order("摸底调查", "李明", "fri"))
    assert [row["status"] for row in followed(office).rows] == ["in-hand", "issued"]
    assert "2026-001" in refusal(office, "王建国", decisions.none_needed, "1", "知悉即可")


def test_a_decision_of_which_nothing_came_cannot_be_reported_back(office: Staged) -> None:
    do(office, "王建国", decisions.decide, MINUTES)
    assert "neither an item" in refusal(office, "王建国", decisions.report_back, "1", "已办")
    do(office, "王建国", decisions.none_needed, "1", "知悉即可")
    do(office, "王建国", decisions.report_back, "1", "已知悉")


@pytest.mark.parametrize(
    "decided",
    [
        Decided("电梯", "王建国", "会议", on="2026-07-07"),
        Decided("电梯", "", "会议"),
        Decided("电梯", "王建国"),
        Decided("电梯", "县长"),
        Decided("", "王建国", "会议"),
    ],
    ids=["to come", "by nobody", "in a leader's name without a paper", "in an outsider's name without a paper", "about nothing"],
)
def test_what_cannot_be_a_decision(office: Staged, decided: Decided) -> None:
    with pytest.raises(BadInput):
        do(office, "李明", decisions.decide, decided)


def test_a_decision_of_somebody_outside_is_the_recorders_to_settle(office: Staged) -> None:
    do(office, "李明", decisions.decide, Decided("通报表扬", "县长", "批示3号"))
    assert "not say that nothing follows" in refusal(office, "张三", decisions.none_needed, "1", "知悉")
    do(office, "李明", decisions.none_needed, "1", "知悉")


def test_numbers_run_by_year_and_are_found_in_any_form(office: Staged) -> None:
    do(office, "王建国", decisions.decide, Decided("去年的", "me", on="2025-12-30"))
    do(office, "王建国", decisions.decide, Decided("今年的", "me"))
    do(office, "王建国", decisions.decide, Decided("又一件", "me"))
    with office.reading() as read:
        found = {
            text: read.value("SELECT title FROM decision WHERE id = :id", id=find_decision_id(read, text))
            for text in ("D2026-002", "d2026-2", "2", "D-002", "D-2", "d-2026-002", "Ｄ００２")
        }
        assert set(found.values()) == {"又一件"}
        with pytest.raises(BadInput, match="several"):
            find_decision_id(read, "1")
        for text in ("9", "x", "-2", "D--2", "2026-999", "D" * 5000, "9" * 5000):
            with pytest.raises(NotFound):
                find_decision_id(read, text)
    do(office, "王建国", decisions.none_needed, "D2025-001", "知悉")
    do(office, "王建国", decisions.report_back, "D2025-001", "已知悉")
    with office.reading() as read:
        assert read.value("SELECT title FROM decision WHERE id = :id", id=find_decision_id(read, "1")) == "今年的"


def test_the_gaps_of_the_chain(office: Staged, at: Callable[[str], None]) -> None:
    do(office, "王建国", decisions.decide, MINUTES)
    do(office, "王建国", decisions.decide, Decided("分解任务", "me"))
    for title, lead in (("逾期的", "李明"), ("未签收的", "赵丽"), ("无反馈的", "孙强"), ("待审的", "李明"), ("办结的", "赵丽")):
        do(office, "王建国", decisions.add_item, "2", Order(title, lead, "fri" if title == "逾期的" else "2026-08-31"))
    do(office, "孙强", signing.sign, "3")
    do(office, "李明", submitting.submit, "4", "初稿")
    do(office, "赵丽", submitting.submit, "5", "已办")
    do(office, "王建国", review.close, "5")
    at("2026-07-13T01:00")
    assert [gap for *_row, gap in gaps(followed(office))] == [None, None, "overdue", "unsigned", None, "to-review", None], (
        "not yet: five working days"
    )
    at("2026-07-14T01:00")
    report = followed(office)
    assert gaps(report) == [
        ("D2026-001", None, "no-item"), ("D2026-002", None, None), ("D2026-002", "2026-001", "overdue"), ("D2026-002", "2026-002", "unsigned"),
        ("D2026-002", "2026-003", "no-feedback"), ("D2026-002", "2026-004", "to-review"), ("D2026-002", "2026-005", None),
    ]  # fmt: skip
    assert [row["days"] for row in report.rows] == [6, None, 2, 6, 6, 6, None]
    assert report.summary["gaps"] == 5
    assert (report.summary["registered"], report.summary["decisions"]) == (1, 2)


def test_done_and_not_reported_back(office: Staged, at: Callable[[str], None]) -> None:
    do(office, "王建国", decisions.decide, MINUTES)
    do(office, "王建国", decisions.add_item, "1", Order("摸底调查", "李明", "fri"))
    do(office, "王建国", review.close, "1", "可装32部")
    at("2026-07-09T01:00")
    assert gaps(followed(office))[0] == ("D2026-001", None, "not-reported")
    assert followed(office).rows[0]["days"] == 3


def test_filters_choose_decisions_and_items(office: Staged, at: Callable[[str], None]) -> None:
    do(office, "王建国", decisions.decide, Decided("六月的", "me", "纪要", on="2026-06-30"))
    do(office, "王建国", decisions.decide, MINUTES)
    do(office, "王建国", decisions.add_item, "2", Order("摸底调查", "李明", "fri"))
    do(office, "王建国", decisions.add_item, "2", Order("资金方案", "赵丽", "fri"))

    def numbers(**filters: Any) -> list[str]:
        return [row["number"] or row["decision"] for row in followed(office, **filters).rows]

    assert numbers(since="2026-07-01") == ["D2026-002", "2026-001", "2026-002"]
    assert numbers(until="2026-07-01") == ["D2026-001"]
    assert numbers(text="电梯") == ["D2026-002", "2026-001", "2026-002"]
    assert numbers(source="纪要") == ["D2026-001"]
    assert numbers(person=("李明",)) == ["D2026-002", "2026-001"]
    assert numbers(unit=("督查室",)) == ["D2026-002", "2026-002"]
    assert numbers(status="closed") == []
    at("2026-07-08T01:00")
    assert numbers(as_of="2026-07-01") == ["D2026-001"], "what was decided later was not known"


def test_a_decision_is_undone_after_its_items(office: Staged) -> None:
    do(office, "王建国", decisions.decide, MINUTES)
    do(office, "王建国", decisions.add_item, "1", Order("摸底调查", "李明", "fri"))
    with pytest.raises(BadInput, match="no command 2"):
        do(office, "王建国", undo.undo, 2)
    do(office, "王建国", undo.undo)
    do(office, "王建国", undo.undo)
    with office.reading() as read:
        assert read.rows("SELECT id FROM decision UNION ALL SELECT id FROM item") == []


def test_one_decision_and_the_list(office: Staged) -> None:
    do(office, "王建国", decisions.decide, MINUTES)
    do(office, "王建国", decisions.decide, Decided("分解任务", "me"))
    do(office, "王建国", decisions.add_item, "1", Order("摸底调查", "李明", "fri"))
    with office.reading() as read:
        assert [(row["number"], row["status"], row["items"]) for row in listed.every(read).rows] == [
            ("D2026-001", "in-hand", 1),
            ("D2026-002", "decided", 0),
        ]
        one = listed.one(read, "1")
        assert [row["title"] for row in one.rows] == ["老旧小区加装电梯", "摸底调查"]
        assert "Source: 第12次办公会" in one.notes


def test_one_decision_is_recorded_once(office: Staged) -> None:
    do(office, "王建国", decisions.decide, MINUTES)
    with pytest.raises(Refused) as refused:
        do(office, "赵丽", decisions.decide, Decided("老旧小区 加装电梯。", "王建国", "第12次办公会"))
    assert "D2026-001" in refused.value.what
    assert "officecli decision items D2026-001 TITLE" in refused.value.fix
    do(office, "王建国", decisions.decide, Decided("老旧小区加装电梯", "王建国", "第13次办公会"))
    do(office, "王建国", decisions.decide, Decided("节日值班", "王建国"))
    with pytest.raises(Refused):
        do(office, "王建国", decisions.decide, Decided("节日值班", "王建国"))
    do(office, "王建国", decisions.decide, Decided("节日值班", "王建国", on="2026-07-03"))
