"""A wrong closing is put right: who may, what still counts, and how a past day looks."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stage.small_office import Office, office

pytestmark = pytest.mark.on_sqlite

__all__ = ["office"]

CLERK, HEAD, DEPUTY, REGISTRAR = "陈静", "李娜", "吴芳", "孙丽"


def closed(office: Office, at: Callable[[str], None]) -> None:
    """An item due on 10 July that was submitted and closed on the 8th."""
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due 2026-07-10")
    at("2026-07-08T02:00")
    office.done(CLERK, "submit 1 --result 十二篇")
    office.done(DEPUTY, "close 1 --rating 4")


def test_the_first_submission_still_decides(office: Office, at: Callable[[str], None]) -> None:
    closed(office, at)
    at("2026-07-20T02:00")
    assert "2026-001 is open again, with 陈静: 月度信息.\n" in office.done(DEPUTY, "reopen 1 --reason 数据有误")
    shown = json.loads(office.done(DEPUTY, "show 1 --format json"))
    assert (shown["status"], shown["closed"]) == ("in-hand", None)
    office.done(CLERK, "submit 1 --result 十三篇")
    office.done(DEPUTY, "close 1")
    figures = [row for row in json.loads(office.done(DEPUTY, "accountability --format json"))["rows"] if row.get("person") == CLERK]
    assert [(row["in_time"], row["decided"], row["days_late"]) for row in figures] == [(1, 1, 0)]


def test_overdue_again_its_lateness_is_what_was_settled(office: Office, at: Callable[[str], None]) -> None:
    closed(office, at)
    office.done(DEPUTY, "reopen 1 --reason 数据有误")
    at("2026-07-20T02:00")
    said = office.done(CLERK, "overdue --wide")
    assert "1 item is overdue; the oldest deadline passed 6 working days ago." in said
    assert "returned or opened again: its days late were settled by the first submission." in said


def test_an_item_closed_without_a_submission_keeps_the_day_it_was_closed(office: Office, at: Callable[[str], None], tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    ledger.write_text("编号,事项,责任人,交办日期,原定时限,销号日期\n2026-001,月度信息,陈静,2026-07-01,2026-07-10,2026-07-03\n", encoding="utf-8")
    office.done(REGISTRAR, f"import {ledger}")
    at("2026-07-20T02:00")
    office.done(REGISTRAR, "reopen 1 --reason 数据有误")
    assert office.rows("SELECT first_submitted FROM v_item") == [{"first_submitted": "2026-07-03"}]
    figures = [row for row in json.loads(office.done(DEPUTY, "accountability --format json"))["rows"] if row.get("person") == CLERK]
    assert [(row["in_time"], row["decided"]) for row in figures] == [(1, 1)]


def test_a_closing_without_any_result_decides_also_for_whoever_led_it_then(office: Office, at: Callable[[str], None]) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due 2026-07-10")
    at("2026-07-08T02:00")
    office.done(DEPUTY, "close 1 --waive F602=口头报告")
    assert "No result of it is on record that could be rated." in office.type(DEPUTY, "rate 1 5"), "nothing was, though it was said"
    at("2026-07-20T02:00")
    office.done(DEPUTY, "reopen 1 要书面报告")
    office.done(DEPUTY, "assign 1 --to 李娜 轮岗")
    at("2026-07-24T02:00")
    assert figures(office) == [(CLERK, 1, 1, 0)]
    office.done(HEAD, "ack 1")
    office.done(HEAD, "submit 1 书面报告")  # what comes later does not settle it anew
    assert figures(office) == [(CLERK, 1, 1, 0)]
    assert office.rows("SELECT first_submitted FROM v_item") == [{"first_submitted": "2026-07-08"}]


def figures(office: Office) -> list[tuple[object, ...]]:
    """Of whom anything is settled or late: name, in time, settled, days late."""
    rows = json.loads(office.done(DEPUTY, "accountability --format json"))["rows"]
    return [(row["person"], row["in_time"], row["decided"], row["days_late"]) for row in rows if row["decided"] or row["days_late"]]


def test_closed_on_a_day_nobody_knows_it_stays_neither_in_time_nor_late(office: Office, at: Callable[[str], None], tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    ledger.write_text("编号,事项,责任人,交办日期,时限,状态\n2026-001,旧浮标清单,陈静,2026-06-01,2026-06-10,已办结\n", encoding="utf-8")
    office.done(REGISTRAR, f"import {ledger}")
    at("2026-07-20T02:00")
    office.done(DEPUTY, "reopen 1 --reason 漏了北段")
    for done in ("submit 1 北段已补", "note 1 再核一遍"):
        assert figures(office) == []
        office.done(CLERK, done)
    at("2026-07-22T02:00")
    office.done(DEPUTY, "close 1")
    assert figures(office) == []
    for day, status in (("2026-07-01", "closed"), ("2026-07-19", "closed"), ("2026-07-20", "submitted"), ("2026-07-22", "closed")):
        shown = json.loads(office.done(DEPUTY, f"show 1 --as-of {day} --format json"))
        assert (shown["status"], shown["working_days_late"] or 0) == (status, 0), day


def test_a_past_day_shows_it_closed(office: Office, at: Callable[[str], None]) -> None:
    closed(office, at)
    at("2026-07-20T02:00")
    office.done(DEPUTY, "reopen 1 --reason 数据有误")
    at("2026-07-21T02:00")
    for day, status in (("2026-07-07", "issued"), ("2026-07-08", "closed"), ("2026-07-19", "closed"), ("2026-07-20", "in-hand")):
        assert json.loads(office.done(DEPUTY, f"show 1 --as-of {day} --format json"))["status"] == status, day


@pytest.mark.parametrize(("who", "code"), [(CLERK, 1), (HEAD, 1), ("周海", 0), (REGISTRAR, 0)])
def test_the_originators_side_opens_it(office: Office, at: Callable[[str], None], who: str, code: int) -> None:
    closed(office, at)
    said = office.type(who, "reopen 1 --reason 数据有误")
    assert office.code == code
    assert code == 0 or "A401" in said


def test_only_what_is_closed_and_only_with_a_reason(office: Office, at: Callable[[str], None]) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due 2026-07-10")
    assert "can only be done while it is closed" in office.type(DEPUTY, "reopen 1 --reason x")
    office.done(DEPUTY, "close 1 --result 十二篇")
    assert "reason" in office.type(DEPUTY, "reopen 1 --reason ' '")
    assert office.code == 2
    office.done(DEPUTY, "reopen 1 --reason 数据有误")
    assert "was opened again with this reason already" in office.done(DEPUTY, "reopen 1 --reason 数据有误")
    assert office.type(DEPUTY, "reopen 7 --reason x")
    assert office.code == 3


def test_a_result_is_told_to_be_there_only_while_it_waits(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due 2026-07-10")
    office.done("陈静", "submit 1 十二篇")
    said = office.type("陈静", "close 1 --result 都好")
    assert "was submitted with a result already: 十二篇" in said
    assert "A402" in said
    office.done(DEPUTY, "cancel 1 不办了")
    said = office.type(DEPUTY, "close 1 --result 都好")
    assert "It is cancelled" in said
    assert "submitted with a result" not in said


def test_a_matter_given_out_again_since_stays_with_whom_it_is(office: Office) -> None:
    office.done(DEPUTY, "add 来信 --lead 陈静 --due 2026-07-10 --from 信访局转")
    office.done(DEPUTY, "close 1 --result 已答复")
    office.done(DEPUTY, "add 来信 --lead 王强 --due 2026-07-10 --from 信访局转")
    assert "R103" in office.type(DEPUTY, "reopen 1 --reason 数据有误")
    assert office.code == 1


def test_the_title_of_a_closed_item_is_put_right_and_nothing_else(office: Office, at: Callable[[str], None]) -> None:
    closed(office, at)
    office.done(DEPUTY, "edit 1 --title 七月份信息")
    assert office.rows("SELECT title FROM item") == [{"title": "七月份信息"}]
    assert "A401" in office.type(CLERK, "edit 1 --title 我的信息")
    assert "only the title is still changed" in office.type(DEPUTY, "edit 1 --urgency urgent")
    assert office.code == 1
    assert "is closed" in office.type(DEPUTY, "edit 1 --title 信息 --due 2026-07-31")
    assert office.rows("SELECT title, urgency FROM item") == [{"title": "七月份信息", "urgency": "ordinary"}]
