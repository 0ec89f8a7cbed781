"""What is recorded afterwards: which day that may be, what counts by it at once, and what only when the originator's side has confirmed it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from officecli.cli import catalogue
from officecli.cli.program import load
from officecli.model.acts import ACTS, takes_day
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from stage import procedures
from stage.small_office import Office
from stage.tampering import by_hand, drop_guards

pytestmark = pytest.mark.on_sqlite

LEAD, HEAD, DIRECTOR, REGISTRAR = "王强", "张伟", "周海", "孙丽"
MANY_DAYS = "config set records.backdate_days 60"


@pytest.fixture
def one(sqlite_office: str, at: Callable[[str], None]) -> Office:
    """Item 1 of 王强's, given by her superior on Wednesday, 1 July, due on Monday the 6th; today is Wednesday the 8th."""
    return given(Office(sqlite_office, at))


def given(office: Office) -> Office:
    office.at("2026-07-01T02:00")
    office.done(HEAD, f"add 核对台账 --lead {LEAD} --due 7-06")
    office.at("2026-07-08T02:00")
    return office


def item(office: Office, number: int | str = 1, as_of: str = "") -> dict[str, Any]:
    return dict(json.loads(office.done(HEAD, f"show {number} --format json" + (f" --as-of {as_of}" if as_of else ""))))


def is_whole(office: Office) -> bool:
    with reading(place(office.url)) as read:
        return not verify(read).faults


def test_the_catalogue_says_which_commands_take_a_day() -> None:
    taking = set()
    for name in catalogue.names():
        if not catalogue.is_report(name):
            command = load(name)
            subcommands = {f"{name}-{sub}": one for sub, one in getattr(command, "commands", {}).items()} or {name: command}
            taking |= {called for called, one in subcommands.items() if any("--on" in option.opts for option in one.params)}
    assert {name for name in taking if takes_day(name)} == taking - {"decision-add", "person-selected"}
    assert {act.name for act in ACTS.values() if act.dated} == {"sign", *taking} - {"ack", "decision-add", "person-selected"}


@pytest.mark.parametrize(("today", "day", "code"), [
    ("2026-10-16", "2026-09-28", 0),  # after seven days off, with a Saturday made up: the tenth
    ("2026-10-16", "2026-09-27", 1),
    ("2026-07-15", "2026-07-01", 0),
    ("2026-07-16", "2026-07-01", 1),
    ("2026-07-08", "2026-07-09", 2),  # still to come
    ("2026-07-08", "soon", 2),
])  # fmt: skip
def test_ten_working_days_back_are_allowed(sqlite_office: str, at: Callable[[str], None], today: str, day: str, code: int) -> None:
    office = Office(sqlite_office, at)
    at("2026-06-25T02:00" if today < "2026-10" else "2026-09-21T02:00")
    office.change("person 周海 joined=2020-01-01")
    office.done(HEAD, f"add 核对台账 --lead {LEAD} --due 2026-12-25")
    at(f"{today}T02:00")
    said = office.type(LEAD, f"ack 1 --on {day}")
    assert office.code == code, said
    if code == 0:
        assert office.rows("SELECT day, recorded FROM trail WHERE verb = 'sign'") == [{"day": day, "recorded": today}]
        assert f"recorded {date.fromisoformat(today).day} " in said


def test_an_office_may_allow_more_or_nothing(one: Office) -> None:
    one.done(REGISTRAR, "config set records.backdate_days 0")
    assert "nothing is recorded for an earlier day" in one.type(LEAD, "ack 1 --on yesterday")
    assert one.code == 1
    one.done(LEAD, "ack 1 --on today")
    one.done(REGISTRAR, "config set records.backdate_days 1")
    one.done(LEAD, "note 1 已收集 --on today")
    assert "2026-07-06 is 2 working days back: at most 1" in one.type(LEAD, "note 1 已收集 --on 周一")
    assert one.rows("SELECT recorded FROM trail WHERE recorded IS NOT NULL") == []


def test_nothing_is_recorded_before_what_was_done_last(one: Office) -> None:
    said = one.type(LEAD, "ack 1 --on 6-30")
    assert one.code == 1
    assert "Something was done with it on 2026-07-01; nothing is recorded for a day before that." in said
    one.done(LEAD, "note 1 已收集 --on 7-03")
    assert one.code == 0
    one.type(LEAD, "note 1 在核对 --on 7-02")
    assert one.code == 1
    one.done(LEAD, "note 1 在核对 --on 7-07")
    one.done(LEAD, "undo")  # what was taken back is as if it had not been
    one.done(LEAD, "note 1 在核对 --on 7-03")
    assert [row["day"] for row in one.rows("SELECT day FROM note ORDER BY id")] == ["2026-07-03", "2026-07-03"]
    assert is_whole(one)


def ledger(path: Path, *, progress: str, status: str, closed: str = "", remarks: str = "") -> str:
    cells = ["督1号", "核对台账", LEAD, "2026-07-01", "2026-07-06", progress, status, closed, remarks]
    path.write_text(f"编号,事项,牵头人,交办日期,时限,进展情况,状态,销号日期,备注\n{','.join(cells)}\n", encoding="utf-8")
    return str(path)


def test_the_progress_of_a_ledger_bars_no_earlier_day(sqlite_office: str, at: Callable[[str], None], tmp_path: Path) -> None:
    office = Office(sqlite_office, at)
    at("2026-07-08T02:00")
    office.done(REGISTRAR, f"import {ledger(tmp_path / '一.csv', progress='已取样', status='办理中')}")
    office.done(REGISTRAR, f"import {ledger(tmp_path / '二.csv', progress='已化验', status='办理中')} --update")
    office.done(REGISTRAR, "submit 督1号 已核对 --on 7-06")
    assert office.rows("SELECT day FROM submission") == [{"day": "2026-07-06"}]
    office.type(HEAD, "close 督1号 --on 7-03")
    assert office.code == 1, "what was done here does"


def test_a_closing_of_the_wrong_day_is_put_right_as_the_conflict_says(sqlite_office: str, at: Callable[[str], None], tmp_path: Path) -> None:
    office = Office(sqlite_office, at)
    at("2026-07-08T02:00")
    office.done(REGISTRAR, f"import {ledger(tmp_path / '一.csv', progress='已取样', status='办理中', remarks='三份')}")
    office.done(REGISTRAR, "close 督1号 已核对")
    again = ledger(tmp_path / "二.csv", progress="已取样", status="已办结", closed="2026-07-06", remarks="五份")
    said = office.type(REGISTRAR, f"import {again} --update")
    commands = 'officecli reopen 督1号 "as the ledger says" && officecli close 督1号 --on 2026-07-06 已核对'
    assert f"Where the ledger is right: row 2: {commands}" in said
    for line in commands.split(" && "):
        office.done(REGISTRAR, line.removeprefix("officecli "))
    assert "remarks" in office.done(REGISTRAR, f"import {again} --update"), "what else it says of what is over is brought in"
    assert office.rows("SELECT closed, remarks FROM item") == [{"closed": "2026-07-06", "remarks": "五份"}]
    assert item(office, "督1号")["working_days_late"] == 0
    assert is_whole(office)


def test_of_what_is_closed_a_conflict_advises_nothing_that_is_refused_and_its_rating_bars_no_earlier_day(
    sqlite_office: str, at: Callable[[str], None], tmp_path: Path
) -> None:
    office = Office(sqlite_office, at)
    at("2026-07-08T02:00")
    office.done(REGISTRAR, f"import {ledger(tmp_path / '一.csv', progress='已取样', status='办理中')}")
    office.done(LEAD, "note 督1号 已化验")
    office.done(HEAD, "close 督1号 已核对")
    at("2026-07-10T02:00")
    office.done(HEAD, "rate 督1号 4")
    again = ledger(tmp_path / "二.csv", progress="已送检", status="已办结", closed="2026-07-08")
    at("2026-07-14T02:00")
    office.done(HEAD, "reopen 督1号 日期有误")
    office.done(HEAD, "close 督1号 已核对")
    said = office.type(REGISTRAR, f"import {again}")
    commands = 'officecli reopen 督1号 "as the ledger says" && officecli close 督1号 --on 2026-07-08 已核对'
    assert f"Where the ledger is right: row 2: {commands}" in said
    for line in commands.split(" && "):
        office.done(REGISTRAR, line.removeprefix("officecli "))
    assert office.rows("SELECT closed FROM item") == [{"closed": "2026-07-08"}]


def test_what_a_ledger_brought_in_handed_out_counts_no_hours_to_sign(sqlite_office: str, at: Callable[[str], None], tmp_path: Path) -> None:
    office = Office(sqlite_office, at)
    at("2026-07-08T02:00")
    office.done(REGISTRAR, f"import {ledger(tmp_path / '一.csv', progress='', status='未启动')}")
    office.done(LEAD, "ack 督1号")
    assert office.rows("SELECT signed, sign_minutes FROM item") == [{"signed": "2026-07-08", "sign_minutes": None}]
    office.done(HEAD, "assign 督1号 --to 刘洋 --reason 出差")
    at("2026-07-08T03:00")
    office.done("刘洋", "ack 督1号")
    assert office.rows("SELECT sign_minutes FROM item") == [{"sign_minutes": 60}], "what is handed on here is given here"


def test_paper_that_came_first_is_signed_for_on_its_day(one: Office) -> None:
    one.done(HEAD, f"add 整理名册 --lead {LEAD} --due 7-20 --issued 7-02")
    one.done(LEAD, "ack 2 --on 7-02")
    one.done(LEAD, "note 2 已收集 --on 7-03")
    assert [row["day"] for row in one.rows("SELECT day FROM trail WHERE verb IN ('sign', 'note') ORDER BY seq")] == ["2026-07-02", "2026-07-03"]


def test_nobody_dates_back_what_they_may_not_do(one: Office) -> None:
    said = one.type("刘洋", "ack 1 --on yesterday")
    assert one.code == 1
    assert "A401" in said


def test_who_is_measured_by_a_day_is_confirmed_by_closing(office_url: str, at: Callable[[str], None]) -> None:
    office = given(Office(office_url, at))
    office.done(LEAD, "ack 1 --on 7-01")
    said = office.done(LEAD, "submit 1 --result 核对完毕 --on 周一")
    assert "would be in time on 6 Jul. Until the originator's side confirms that by closing the item, it counts on 8 Jul." in said
    late = item(office)
    assert (late["working_days_late"], late["signed"], late["submitted"]) == (2, "2026-07-08", "2026-07-08")
    assert late["recorded_later"] == [
        {"act": "sign", "day": "2026-07-01", "recorded": "2026-07-08", "counts": "2026-07-08"},
        {"act": "submit", "day": "2026-07-06", "recorded": "2026-07-08", "counts": "2026-07-08"},
    ]
    assert (item(office, as_of="2026-07-07")["status"], item(office, as_of="2026-07-07")["working_days_late"]) == ("issued", 1)
    shown = office.done(HEAD, "show 1")
    assert "2026-07-06  王强 · 核对完毕 → waiting for review · recorded 8 Jul · counts on 8 Jul until it is closed" in shown
    office.at("2026-07-09T02:00")
    said = office.done(HEAD, "close 1")
    assert "“submit” counts on 6 Jul now" in said
    timely = item(office)
    assert (timely["working_days_late"], timely["signed"], timely["submitted"]) == (0, "2026-07-01", "2026-07-06")
    assert item(office, as_of="2026-07-07")["status"] == "submitted"
    assert [row["sign_minutes"] for row in office.rows("SELECT sign_minutes FROM item")] == [300]  # from ten to closing time, without the noon
    acts = json.loads(office.done(HEAD, "history 1 --format json"))["rows"]
    assert [(row["act"], row["day"], row["recorded"]) for row in acts] == [
        ("add", "2026-07-01", None), ("sign", "2026-07-01", "2026-07-08"), ("submit", "2026-07-06", "2026-07-08"), ("close", "2026-07-09", None),
    ]  # fmt: skip
    assert "核对完毕 · recorded 8 Jul" in office.done(HEAD, "history 1")
    assert is_whole(office)
    office.done(HEAD, "undo")
    assert item(office)["working_days_late"] == 2
    assert is_whole(office)


def test_what_a_registrar_records_of_another_counts_by_its_day(one: Office) -> None:
    one.done(REGISTRAR, "submit 1 --result 核对完毕 --on 7-06")
    found = item(one)
    assert (found["submitted"], found["working_days_late"]) == ("2026-07-06", 0)
    assert [one["counts"] for one in found["recorded_later"]] == ["2026-07-06", "2026-07-06"]


def test_within_the_limits_ones_own_day_counts(one: Office) -> None:
    one.done(LEAD, "submit 1 --result 核对完毕 --on 7-07")
    assert (item(one)["submitted"], item(one)["working_days_late"]) == ("2026-07-07", 1)  # late by either day, and by less


def test_what_nobody_can_confirm_counts_when_it_was_recorded(sqlite_office: str, at: Callable[[str], None]) -> None:
    office = Office(sqlite_office, at)
    at("2026-07-01T02:00")
    for title in ("调研", "座谈"):
        office.done(DIRECTOR, f"add {title} --lead me --kind own --due 7-06")
    at("2026-07-08T02:00")
    said = office.done(DIRECTOR, "close 1 --result 完成 --on 7-06")
    assert "As nobody else confirms that, it counts on 8 Jul." in said
    assert (item(office)["closed"], item(office)["working_days_late"]) == ("2026-07-08", 2)
    assert "As nobody else confirms that" in office.done(DIRECTOR, "submit 2 --result 完成 --on 7-06")
    office.done(DIRECTOR, "close 2")
    assert (item(office, 2)["submitted"], item(office, 2)["working_days_late"]) == ("2026-07-08", 2)


def test_a_close_a_return_and_an_extension_of_an_earlier_day(one: Office) -> None:
    one.at("2026-07-06T02:00")
    one.done(LEAD, "extend 1 --to 7-08 --reason 等数据 --on 7-03")
    one.done(HEAD, "grant 1 --on 7-03")
    assert one.rows("SELECT day, reviewed FROM extension") == [{"day": "2026-07-03", "reviewed": "2026-07-03"}]
    one.at("2026-07-10T02:00")
    one.done(LEAD, "submit 1 --result 核对完毕 --on 7-09")
    one.done(HEAD, "return 1 --reason 漏项 --on 7-09")
    one.done(LEAD, "submit 1 --result 补齐 --on 7-09")
    one.done(HEAD, "close 1 --rating 4 --on 7-09")
    assert [(row["day"], row["reviewed"]) for row in one.rows("SELECT day, reviewed FROM submission")] == [("2026-07-09", "2026-07-09")] * 2
    assert (item(one)["closed"], item(one)["working_days_late"]) == ("2026-07-09", 1)
    assert is_whole(one)


def test_what_comes_after_the_first_submission_decides_nothing_and_counts_by_its_day(one: Office) -> None:
    one.at("2026-07-06T02:00")
    one.done(LEAD, "submit 1 --result 初稿")
    one.done(HEAD, "return 1 --reason 漏项")
    one.at("2026-07-08T02:00")
    assert "would be in time" not in one.done(LEAD, "submit 1 --result 补齐 --on 7-06")
    assert [row["day"] for row in one.rows("SELECT day FROM submission ORDER BY id")] == ["2026-07-06", "2026-07-06"]


def test_no_extension_is_dated_before_a_deadline_that_was_missed(one: Office) -> None:
    assert "Its deadline 2026-07-06 has passed" in one.type(LEAD, "extend 1 --to 7-14 --reason 等数据 --on 7-06")
    assert one.code == 1
    one.at("2026-07-06T02:00")
    one.done(LEAD, "extend 1 --to 7-14 --reason 等数据")
    one.at("2026-07-08T02:00")
    one.type(HEAD, "grant 1 --on 7-06")
    assert one.code == 1
    one.done(HEAD, "grant 1 --on 7-07")
    assert item(one)["working_days_late"] == 1


def test_feedback_that_was_missed_is_not_made_by_dating_it_back(one: Office) -> None:
    one.done(HEAD, f"add 月度信息 --lead {LEAD} --due 8-20 --feedback-every 3d")
    one.done(LEAD, "ack 2")
    one.at("2026-07-13T02:00")
    said = one.done(LEAD, "note 2 已收集 --on 7-11")
    assert "it counts on 13 Jul" in said
    assert one.rows("SELECT day FROM note") == [{"day": "2026-07-13"}]
    one.done(LEAD, "note 2 在核对 --on 7-13")
    one.done(HEAD, "close 2 --result 报送")
    assert [row["day"] for row in one.rows("SELECT day FROM note ORDER BY id")] == ["2026-07-11", "2026-07-13"]


def test_a_step_past_its_limit_is_confirmed_too(sqlite_office: str, at: Callable[[str], None]) -> None:
    office = Office(sqlite_office, at)
    at("2026-07-06T01:00")
    procedures.procedure(sqlite_office, "周报", "FREQ=WEEKLY;BYDAY=MO", due_days=9, steps=procedures.STEPS)
    office.done(REGISTRAR, "generate --until 2026-07-06")
    at("2026-07-13T02:00")
    office.done(LEAD, "ack 1 --on 7-07")
    office.done(LEAD, "step 1 1 --on 7-07")
    office.done(HEAD, "step 1 2 --on 7-10")
    before = office.rows("SELECT opened, done FROM item_step ORDER BY id")
    office.done(LEAD, "step 1 3 --on 7-10")
    office.done(HEAD, "close 1 --result 已报")
    after = office.rows("SELECT opened, done FROM item_step ORDER BY id")
    days = [(row["opened"], row["done"]) for row in before]
    assert days == [("2026-07-07", "2026-07-13"), ("2026-07-13", "2026-07-13"), ("2026-07-13", None)]  # the next counts no sooner than what it needs
    assert [row["done"] for row in after] == ["2026-07-07", "2026-07-10", "2026-07-10"]
    assert is_whole(office)


def test_done_already_is_said_of_the_same_day_only(one: Office) -> None:
    one.done(LEAD, "ack 1 --on 7-07")
    assert "already" in one.done(LEAD, "ack 1 --on 7-07")
    assert "already" in one.done(LEAD, "ack 1")
    one.type(LEAD, "ack 1 --on 7-08")
    assert one.code == 0  # today, as if no day were given
    one.at("2026-07-09T02:00")
    one.type(LEAD, "ack 1 --on 7-08")
    assert one.code == 1
    answer = json.loads(one.done(LEAD, "note 1 已收集 --on 7-08 --format json"))["done"]
    assert answer[-1] == {"act": "dated-back", "day": "2026-07-08", "recorded": "2026-07-09"}


def test_a_period_that_has_ended_changes_with_a_note_on_the_card(one: Office) -> None:
    one.done(REGISTRAR, "target add 信息篇数 --post 秘书科科员 --class output --goal 12篇 --weight 40")
    one.at("2026-07-30T02:00")
    for title, due in (("月度信息", "7-31"), ("整理名册", "7-30"), ("归档", "7-31")):
        one.done(HEAD, f"add {title} --lead {LEAD} --due {due}")
    one.done(LEAD, "submit 2 --result 报送 --on 7-30")
    one.at("2026-08-04T02:00")
    late = one.done(DIRECTOR, f"scorecard {LEAD} --period 2026-07")
    assert "had ended" not in late
    one.done(LEAD, "submit 3 --result 整理完毕 --on 7-30")
    one.done(REGISTRAR, "submit 4 --result 已归档 --on 7-31")
    one.done(REGISTRAR, "target record 信息篇数 --pieces 3 --evidence 7月简报 --on 7-31")
    noted = one.done(DIRECTOR, f"scorecard {LEAD} --period 2026-07")
    assert "2026-004 “submit” of 31 Jul, recorded 4 Aug" in noted
    assert "deductions 4.00" in noted  # 2026-001 was never handed in, and nobody has confirmed the day of 2026-003
    one.at("2026-08-05T02:00")
    one.done(HEAD, "close 3")
    confirmed = one.done(DIRECTOR, f"scorecard {LEAD} --period 2026-07")
    assert "2026-003 “submit” of 30 Jul, confirmed 5 Aug" in confirmed
    assert "deductions 2.00" in confirmed
    assert "“record a result” of 31 Jul, recorded 4 Aug" in confirmed
    assert "had ended" not in one.done(DIRECTOR, "scorecard 李娜 --period 2026-07")
    assert "had ended" not in one.done(DIRECTOR, f"scorecard {LEAD} --period 2026-08")


def test_a_day_wiped_from_the_trails_column_shows(one: Office) -> None:
    one.done(LEAD, "ack 1 --on 7-07")
    where = place(one.url)
    dated_back = {row["seq"] for row in one.rows("SELECT seq FROM trail WHERE recorded IS NOT NULL")}
    with by_hand(where, keep=True) as hand:
        drop_guards(hand, where)
        hand.execute("UPDATE trail SET recorded = NULL")
    with reading(where) as read:
        assert {fault.seq for fault in verify(read).faults if fault.kind == "hash"} == dated_back != set()
