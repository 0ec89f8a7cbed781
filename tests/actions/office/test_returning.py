"""Somebody leaves after a question, is tried out leaving, and comes back with their history."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date

import pytest

from officecli.cli import asking
from officecli.store import items
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite

REGISTRAR, DEPUTY, HEAD = "孙丽", "吴芳", "李娜"


def here(office: Office) -> list[dict[str, object]]:
    return office.rows("SELECT post, left_on FROM v_person WHERE name = '陈静'")


def test_a_leaving_is_tried_out_and_changes_nothing(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")
    said = office.done(REGISTRAR, "person leave 陈静 --handover-to 李娜 --dry-run")
    assert "陈静 would leave" in said
    assert "李娜 would take over 2026-001." in said
    assert here(office) == [{"post": "督查科员", "left_on": None}]
    (done,) = json.loads(office.done(REGISTRAR, "person leave 陈静 --handover-to 李娜 --dry-run --format json"))["done"]
    assert (done["act"], done["numbers"]) == ("person-would-leave", ["2026-001"])
    assert "A401" in office.type("王强", "person leave 陈静 --handover-to 李娜 --dry-run")
    assert office.code == 1


@pytest.mark.parametrize(("answer", "left"), [("y\n", "2026-07-06"), ("n\n", None), ("\n", None)])
def test_on_a_terminal_it_is_asked_first(office: Office, monkeypatch: pytest.MonkeyPatch, answer: str, left: str | None) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri --hours 60")
    monkeypatch.setattr("officecli.cli.commands.office.person.may_ask", lambda: True)  # imported here, it would keep what is set below
    monkeypatch.setattr(asking, "may_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    said = office.type(REGISTRAR, "person leave 陈静 --handover-to 李娜")
    assert "陈静 would leave" in said
    assert said.count("B801") == 1, said  # what one was warned of before one agreed is not said again
    assert office.code == (0 if left else 1)
    assert [row["left_on"] for row in here(office)] == [left]


def test_whoever_returns_has_their_history_and_the_days_away_show(office: Office, at: Callable[[str], None]) -> None:
    office.done(REGISTRAR, "person leave 陈静")
    at("2026-07-20T02:00")
    assert "陈静, who left on 2026-07-06, is here again: 督查室/督查科员." in office.done(REGISTRAR, "person return 陈静 --login cj")
    assert here(office) == [{"post": "督查科员", "left_on": None}]
    at("2026-07-21T02:00")
    for day, there in (("2026-07-05", True), ("2026-07-06", False), ("2026-07-19", False), ("2026-07-20", True)):
        rows = office_people(office, day)
        assert (rows["陈静"]["left_on"] is None, rows["陈静"]["post"] is not None) == (there, there), day
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")


def office_people(office: Office, day: str) -> dict[str, dict[str, object]]:
    with reading(place(office.url)) as read:
        read.as_of = date.fromisoformat(day)
        return {row["name"]: row for row in read.rows(f"SELECT * FROM {items.people(read)} p", items.values(read))}


@pytest.mark.parametrize(("line", "code", "said"), [
    ("person return 王强", 2, "王强 is here"),
    ("person return 王大", 3, "Nobody called “王大” has left"),
    ("person return 陈晶", 3, "陈静"),
    ("person return 陈静 --post 督查室主任", 2, "has 1 seat"),
    ("person return 陈静 --post 无此岗", 3, "无此岗"),
    ("person return 陈静 --login wq", 2, "王强's"),
])  # fmt: skip
def test_who_does_not_come_back_so(office: Office, line: str, code: int, said: str) -> None:
    office.done(REGISTRAR, "person set 王强 --login wq")
    office.done(REGISTRAR, "person leave 陈静")
    found = office.type(REGISTRAR, line)
    assert (office.code, said in found) == (code, True), found


def test_a_superior_of_the_post_and_nobody_beside_brings_somebody_back(office: Office) -> None:
    office.done(REGISTRAR, "person leave 陈静")
    assert "A401" in office.type("王强", "person return 陈静")
    office.done(HEAD, "person return 陈静")
    office.done(HEAD, "undo")
    assert [row["left_on"] for row in here(office)] == ["2026-07-06"]


def test_a_seat_taken_since_is_said_and_a_new_name_is_sent_to_the_return(office: Office) -> None:
    office.done(REGISTRAR, "person leave 陈静")
    assert 'officecli person return "陈静"' in office.type(REGISTRAR, "person add 陈静 --post 督查科员")
    office.done(REGISTRAR, "person add 何苗 --post 督查科员")
    assert "has 1 seat" in office.type(REGISTRAR, "person return 陈静")


def test_of_whom_and_what_is_no_longer_there_reports_say_so(office: Office) -> None:
    office.done("孙丽", "person leave 李娜 --handover-to 吴芳")
    office.change("unit 督查室 retired=1")
    for line in ("list --person 李娜", "load --person 李娜", "digest --for 李娜", "digest --for 李娜 --quiet"):
        assert "李娜 left on 2026-07-06." in office.done("孙丽", line)
    for line in ("list --unit 督查室", "digest --for 督查室", "digest --for 督查室 --quiet"):
        assert "督查室 was retired, and nobody is in it any more" in office.done("孙丽", line)
    assert "督查室 was retired" not in office.done("孙丽", "list --unit 督查室 --as-of 2026-07-05")
    assert not office.done("孙丽", "digest --for 吴芳 --quiet")


def test_whoever_takes_over_does_not_give_themselves_what_they_were_given(office: Office) -> None:
    office.done(HEAD, "add 月度信息 --lead 陈静 --due 2026-07-31")
    office.done(HEAD, "add 本人调研 --lead me --due 2026-07-31")
    said = office.done(REGISTRAR, "person leave 李娜 --handover-to 陈静")
    assert "What 李娜 gave is reviewed by 吴芳 from now on: 2026-001." in said
    assert "陈静 takes over 2026-002." in said
    rows = office.rows("SELECT i.number, o.name AS gave FROM item i JOIN person o ON o.id = i.originator_id ORDER BY i.id")
    assert [row["gave"] for row in rows] == ["吴芳", "陈静"], "their own initiative is whoever's takes it over"
    for line in ("edit 1 --goal 二期", "cancel 1 不办了", "suspend 1 等"):
        assert "A40" in office.type("陈静", line), line


def test_who_reviews_and_who_is_waited_for_after_somebody_left_is_said(office: Office) -> None:
    office.done(HEAD, "add 月度信息 --lead 陈静 --due 2026-07-31")
    office.done(DEPUTY, "add 核对台账 --lead 王强 --due 2026-07-31")
    office.done("王强", "wait 2 --to 李娜 等数据")
    tried = office.done(REGISTRAR, "person leave 李娜 --dry-run")
    assert "What 李娜 gave would be reviewed by 吴芳: 2026-001." in tried
    assert "What waits for 李娜: 2026-002." in tried
    said = office.done(REGISTRAR, "person leave 李娜")
    assert "What 李娜 gave is reviewed by 吴芳 from now on: 2026-001." in said
    assert "Waiting for 李娜 still: 2026-002; say for whom instead: officecli wait 2026-002" in said
    office.done(REGISTRAR, "undo")
    assert "What waited for 李娜 waits for 陈静 now: 2026-002." in office.done(REGISTRAR, "person leave 李娜 --handover-to 陈静")
    assert "for 陈静 · 等数据" in office.done("王强", "show 2")
    assert "2026-002" in office.done("陈静", "digest --for 陈静")
    office.done(REGISTRAR, "undo")
    assert "for 李娜 · 等数据\n" in office.done("王强", "show 2")
    assert "What waited for 李娜 waits for 王强 now" in office.done(REGISTRAR, "person leave 李娜 --handover-to 王强")
    assert "for 王强" not in office.done("王强", "show 2")  # nobody waits for themselves


def test_whoever_leads_by_now_is_told_what_was_decided_on_more_time(office: Office) -> None:
    office.done(HEAD, "add 月度信息 --lead 陈静 --due 2026-07-31")
    office.done("陈静", "extend 1 --to 2026-08-05 缺数据")
    office.done(HEAD, "assign 1 --to 王强 分工调整")
    office.done(HEAD, "grant 1")
    assert "2026-001" in office.done("王强", "digest --for 王强 --columns section,number,cause")
    assert "王强 is told: extension" in office.done(HEAD, "history 1 --wide")


def test_half_a_day_away_is_that_day_alone_and_what_goes_on_begins_behind_it(office: Office) -> None:
    days = "SELECT since, until, reason FROM absence ORDER BY id"
    office.done(REGISTRAR, "away 王强 明天上午 看病")
    office.done(REGISTRAR, "away 刘洋 'tomorrow afternoon' dentist")
    office.done(REGISTRAR, "away 陈静 明天 看病")
    assert [(row["since"][-2:], row["until"][-2:], row["reason"]) for row in office.rows(days)] == [
        ("07", "07", "上午 看病"), ("07", "07", "afternoon dentist"), ("06", "07", "看病"),
    ]  # fmt: skip
    for words in ("fri p.m.", "fri half a day", "周五 下半天"):
        assert "2026-07-10 至 2026-07-10" in office.done(REGISTRAR, f"away me {words} --dry-run --lang zh")
    assert 'officecli away "陈静" 2026-07-09 --from 2026-07-08' in office.type(REGISTRAR, "away 陈静 7月9日 --from 7月7日")


@pytest.mark.parametrize(("typed", "since", "until", "why"), [
    ("7月10日 半天", "10", "10", "半天"), ("周五半天", "10", "10", "半天"), ("周五全天", "10", "10", "全天"), ("周五下午看病", "10", "10", "下午 看病"),
    ("7月10日病假", "06", "10", "病假"), ("7月8日至10日上午", "08", "10", "上午"), ("周五9点到11点", "10", "10", "9点到11点"),
    ("fri 9am-11am", "10", "10", "9am-11am"), ("fri from 9 to 11am dentist", "10", "10", "from 9 to 11am dentist"), ("fri all day", "10", "10", "all day"),
    ("三天", "06", "08", ""), ("三天病假", "06", "08", "病假"), ("3 days", "06", "08", ""), ("for 3 days", "06", "08", ""), ("5 working days", "06", "10", ""),
    ("两周", "06", "19", ""), ("3天 --from 周五", "10", "12", ""), ("7月20日起三天", "20", "22", ""), ("3 days from fri", "10", "12", ""), ("+3d", "06", "09", ""),
    ("Christmas", "25", "25", ""), ("平安夜", "24", "24", ""), ("until Christmas", "06", "25", ""),
])  # fmt: skip
def test_a_day_by_halves_so_many_days_and_a_bare_holiday(office: Office, typed: str, since: str, until: str, why: str) -> None:
    office.done(REGISTRAR, f"away 王强 {typed}")
    (row,) = office.rows("SELECT since, until, reason FROM absence")
    assert (row["since"][-2:], row["until"][-2:], row["reason"]) == (since, until, why)


def test_what_may_say_another_day_is_no_reason_and_a_day_with_a_length_is_asked_back(office: Office) -> None:
    assert "“周一三五” is not a date" in office.type(REGISTRAR, "away 王强 周一三五")
    for typed, meant in (("周五 三天", "三天 --from 周五"), ("fri 3 days", "3 days --from fri"), ("fri for 3 days", "for 3 days --from fri")):
        assert f"Did you mean: officecli away 王强 {meant}" in office.type(REGISTRAR, f"away 王强 {typed}")
