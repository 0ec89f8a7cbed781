"""What is taken back and what is not: what others built on it, which command is meant, who is told, and what the office must keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from stage.small_office import Office
from stage.taken_back import is_whole, notices, offered

CLERK, HEAD, DEPUTY, DIRECTOR, REGISTRAR = "陈静", "李娜", "吴芳", "周海", "孙丽"
ASKED = "--tried 比价 --recommend 订两种"


def test_what_somebody_built_on_stays(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")
    office.done(CLERK, "note 1 已收集")
    said = office.type(DEPUTY, "undo")
    assert office.code == 4
    assert "2026-001 has changed since: 陈静 fed back." in said
    office.done(CLERK, "undo")
    office.done(DEPUTY, "undo")
    assert office.rows("SELECT id FROM item") == []
    assert is_whole(office)


@pytest.mark.parametrize(("first", "second"), [
    ((REGISTRAR, "person add 何苗 --post 秘书科科员 --login hm"), (DEPUTY, "add 核对 --lead 何苗 --due fri")),
    ((REGISTRAR, "duty add 信访接待 --post 督查科员"), (REGISTRAR, "target add 接访 --duty 信访接待 --class output --goal 5件 --period month")),
    ((REGISTRAR, "procedure add 周报 --post 督查科员 --every 每周五 --step 汇总"), (REGISTRAR, "procedure run 周报")),
    ((DEPUTY, "decision add 学习 --by 吴芳"), (DEPUTY, "decision items 1 add 学文件 --lead 李娜 --due fri")),
    ((CLERK, f"request raise 订阅 {ASKED}"), (HEAD, "request escalate 1 --reason 超权限")),
    ((REGISTRAR, "person set 王强 --email a@example.org"), (DEPUTY, "person absent 王强 --to fri")),
])  # fmt: skip
def test_what_refers_to_it_was_built_on_it(office: Office, first: tuple[str, str], second: tuple[str, str]) -> None:
    if "何苗" in first[1]:
        office.change("post 秘书科科员 seats=3")
    for who, line in (first, second):
        office.done(who, line)
    nth = "" if first[0] != second[0] else " 2"
    said = office.type(first[0], f"undo{nth}")
    assert office.code == (2 if nth else 4), said
    office.done(second[0], "undo")
    office.done(first[0], "undo")
    assert is_whole(office)


def test_nobody_is_put_back_on_a_seat_that_is_taken_or_gone(office: Office) -> None:
    office.done(REGISTRAR, "person leave 陈静")
    office.done(REGISTRAR, "person add 何苗 --post 督查科员")
    said = office.type(REGISTRAR, "undo 2")
    assert (office.code, "督查室/督查科员 has 1 seat, and 何苗 is on it.\n  → Move somebody first" in said) == (1, True), said
    assert "has 1 seat, and 何苗 is on it.\n  → Name another post" in office.type(REGISTRAR, "person return 陈静")
    office.done(REGISTRAR, "undo")
    office.change("post 督查科员 retired=1")
    assert "督查室/督查科员 was retired, and 陈静 would be on it." in office.type(REGISTRAR, "undo 2")
    office.done(REGISTRAR, "undo")
    office.done(REGISTRAR, "undo")
    assert is_whole(office)


def test_no_two_absences_at_once_and_no_name_of_two_come_back(office: Office) -> None:
    office.done(REGISTRAR, "away 王强 7-13 --from 7-10")
    office.done(REGISTRAR, "back 王强")
    office.done(REGISTRAR, "away 王强 7-10")
    assert "王强 is away from 2026-07-06 to 2026-07-10 already." in office.type(REGISTRAR, "undo 2")
    office.done(REGISTRAR, "undo")
    office.done(REGISTRAR, "undo")
    office.done(REGISTRAR, "person set 王强 --alias 大王")
    office.done(REGISTRAR, "undo")
    office.done(REGISTRAR, "person set 陈静 --alias 大王")
    assert "“大王” already means 陈静." in office.type(REGISTRAR, "redo")
    office.done(REGISTRAR, "undo")
    office.done(REGISTRAR, "body add 建筑公司")
    office.done(REGISTRAR, "body set 建筑公司 --name 市建筑公司")
    office.done(REGISTRAR, "person set 王强 --alias 建筑公司")
    assert "“建筑公司” already means 王强." in office.type(REGISTRAR, "undo 2")
    office.done(REGISTRAR, "undo")
    office.done(REGISTRAR, "undo")
    assert is_whole(office)


def test_what_hangs_on_something_is_told_by_its_name_and_rules_in_words(office: Office) -> None:
    office.done(REGISTRAR, "procedure add 周报 --post 督查科员 --every 每周五 --step 汇总")
    office.done(REGISTRAR, "procedure set 周报 --every 每周一")
    assert "周报: comes round every Friday → every Monday" in office.done(REGISTRAR, "history")
    assert "Undone: “change a procedure”, 周报." in office.done(REGISTRAR, "undo")
    office.done(REGISTRAR, "procedure pause 周报 --reason 暂停")
    assert "周报 · 暂停" in office.done(REGISTRAR, "history")
    assert "Undone: “pause a procedure”, 周报." in office.done(REGISTRAR, "undo")
    for line, whose in (("person set 王强", "王强"), ("unit set 秘书科", "秘书科")):
        office.done(REGISTRAR, f"{line} --alias 甲方")
        assert f", {whose}." in office.done(REGISTRAR, "undo")


def test_what_is_only_beside_it_is_not_built_on_it(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")
    office.done(CLERK, "ack 1")
    office.done(CLERK, "note 1 已收集")
    office.done(DEPUTY, "edit 1 --urgency urgent")
    office.done(CLERK, "undo")
    assert office.rows("SELECT id FROM note") == []
    assert "2026-001 has changed since: 吴芳 edited." in office.type(CLERK, "undo")


def test_a_note_stands_once_its_item_was_closed_by_it(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")
    office.done(CLERK, "ack 1")
    office.done(CLERK, "note 1 已收集")
    office.done(DEPUTY, "close 1 --result 已刊发")
    assert "吴芳 closed it" in office.type(CLERK, "undo")
    assert office.code == 4


def test_the_list_numbers_what_can_be_taken_back_and_a_number_takes_that(office: Office) -> None:
    for title in ("件一", "件二", "件三"):
        office.done(DEPUTY, f"add {title} --lead 陈静 --due fri")
    office.done(CLERK, "ack 2")
    assert [(row["nth"], row["about"].partition(" ")[0]) for row in offered(office, DEPUTY)] == [(1, "2026-003"), (2, "2026-001")]
    assert "2026-001" in office.done(DEPUTY, "undo 2")
    assert [row["number"] for row in office.rows("SELECT number FROM item ORDER BY id")] == ["2026-002", "2026-003"]
    assert "There is no command 2" in office.type(DEPUTY, "undo 2")
    assert "There is no command 0" in office.type(DEPUTY, "undo 0")
    office.done(DEPUTY, "redo")
    assert [row["number"] for row in office.rows("SELECT number FROM item ORDER BY id")] == ["2026-001", "2026-002", "2026-003"]
    assert [row["about"].partition(" ")[0] for row in offered(office, DEPUTY)] == ["2026-001", "2026-003"]
    assert "taken nothing back" in office.type(DEPUTY, "redo")
    assert office.code == 2
    assert office.type(CLERK, "undo --list 2").startswith("Error: --list shows them all")


def test_what_lateness_is_measured_by_is_taken_back_within_a_few_days(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due 2026-07-08")
    office.at("2026-07-13T02:00")
    assert len(offered(office, DEPUTY)) == 1
    office.done(DEPUTY, "undo")
    office.done(DEPUTY, "redo")
    office.at("2026-07-14T02:00")
    assert offered(office, DEPUTY) == []
    assert "2026-07-06 is settled" in office.type(DEPUTY, "undo")
    assert office.code == 1
    office.done(REGISTRAR, "config set records.correct_days 6")
    office.done(DEPUTY, "undo")
    office.at("2026-07-30T02:00")
    assert "2026-07-14 is settled" in office.type(DEPUTY, "redo")
    assert office.rows("SELECT id FROM item") == []


def test_what_measures_nothing_is_taken_back_whenever_it_was(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due 2026-07-08")
    office.done(DEPUTY, "edit 1 --title 七月信息")
    office.at("2026-09-01T02:00")
    office.done(DEPUTY, "undo")
    assert office.rows("SELECT title FROM item") == [{"title": "月度信息"}]


def test_who_has_done_nothing_is_offered_nothing(office: Office) -> None:
    assert offered(office, CLERK) == []
    assert "nothing here that could be undone" in office.type(CLERK, "undo")
    assert office.code == 2


def test_undone_and_done_again_as_often_as_one_likes(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")
    office.done(DEPUTY, "edit 1 --title 七月信息")
    for _turn in range(3):
        office.done(DEPUTY, "undo")
        assert office.rows("SELECT title FROM item") == [{"title": "月度信息"}]
        office.done(DEPUTY, "redo")
        assert office.rows("SELECT title FROM item") == [{"title": "七月信息"}]
    office.done(DEPUTY, "undo")
    office.done(DEPUTY, "undo")
    assert office.rows("SELECT id FROM item") == []
    office.done(DEPUTY, "redo")
    assert office.rows("SELECT title FROM item") == [{"title": "月度信息"}]
    assert is_whole(office)


def test_an_undoing_stands_when_what_came_before_it_is_asked_for(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")
    office.done(DEPUTY, "edit 1 --title 七月信息")
    office.done(REGISTRAR, "edit 1 --urgency urgent")
    office.done(REGISTRAR, "undo")
    office.done(DEPUTY, "undo")
    assert "DEPUTY" not in office.type(REGISTRAR, "redo")
    assert office.code == 4  # the title went back between
    assert office.rows("SELECT title, urgency FROM item") == [{"title": "月度信息", "urgency": "ordinary"}]


@pytest.mark.parametrize(("who", "line", "table", "second"), [
    (DEPUTY, "add 件 --lead 陈静 --due fri", "item", "2026-002"),
    (CLERK, f"request raise 订阅 {ASKED}", "request", "Q2026-002"),
    (DEPUTY, "decision add 学习 --by 吴芳", "decision", "D2026-002"),
])  # fmt: skip
def test_a_number_that_was_taken_back_is_given_to_nothing_else(office: Office, who: str, line: str, table: str, second: str) -> None:
    office.done(who, line)
    office.done(who, "undo")
    office.done(who, line)
    assert [row["number"] for row in office.rows(f"SELECT number FROM {table}")] == [second]
    office.done(who, "undo")
    office.done(who, "redo")
    office.done(who, "undo")
    office.done(who, line.replace("件", "另一件"))
    assert [row["number"] for row in office.rows(f"SELECT number FROM {table}")] == [f"{second[:-1]}3"]
    assert is_whole(office)


def test_an_import_goes_on_behind_what_was_taken_back_and_a_ledgers_own_number_may_come_again(office: Office, tmp_path: Path) -> None:
    own, none = tmp_path / "own.csv", tmp_path / "none.csv"
    own.write_text("编号,任务,责任人,完成时限\n2026-009,甲事,陈静,2026-11-27\n", encoding="utf-8")
    none.write_text("任务,责任人,完成时限\n乙事,陈静,2026-11-27\n", encoding="utf-8")
    for line in (f"import {own}", "undo", f"import {own}"):
        office.done(REGISTRAR, line)
    said = office.type(REGISTRAR, "redo")
    assert office.code == 4
    assert "has taken what would come back: 2026-009" in said
    office.done(REGISTRAR, "undo")
    assert "2026-009 was taken back on 2026-07-06" in office.type(REGISTRAR, "show 9")
    office.done(REGISTRAR, f"import {none}")
    assert [row["number"] for row in office.rows("SELECT number FROM item")] == ["2026-010"]
    assert is_whole(office)


def test_the_same_rules_hold(office: Office) -> None:
    office.done(DEPUTY, "add 来信 --lead 陈静 --due fri --from 信访局转")
    office.done(DEPUTY, "cancel 1 --reason 转走")
    office.done(DEPUTY, "add 来信 --lead 王强 --due fri --from 信访局转")
    assert "R103" in office.type(DEPUTY, "undo 2")
    assert office.code == 1
    assert office.rows("SELECT status FROM item ORDER BY id") == [{"status": "cancelled"}, {"status": "issued"}]


def test_nobody_takes_the_last_registrar_away_by_undoing(office: Office) -> None:
    founder = office.rows("SELECT founder_login FROM office")[0]["founder_login"]
    office.done(REGISTRAR, "config set authority.shared_login 1")
    office.done(REGISTRAR, "person set 王强 --registrar")
    office.done(REGISTRAR, f"person set 刘洋 --login {founder}")
    office.done("王强", "person set 孙丽 --no-registrar")
    said = office.type(REGISTRAR, "undo 2")
    assert office.code == 1, said
    assert "nobody would be left who may change the office" in said
    assert office.rows("SELECT name FROM person WHERE registrar = 1 AND account = 0") == [{"name": "王强"}]


def test_the_calendar_is_worked_out_anew(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "office.toml"
    office.done(REGISTRAR, f"setup --export -o {file}")
    file.write_text(file.read_text(encoding="utf-8").replace("closed = []", "closed = [2026-07-08]"), encoding="utf-8")
    day = "SELECT is_working FROM calendar_day WHERE date = '2026-07-08'"
    office.done(REGISTRAR, f"setup {file}")
    assert office.rows(day) == [{"is_working": 0}]
    office.done(REGISTRAR, "undo")
    assert office.rows(day) == [{"is_working": 1}]
    assert is_whole(office)
    office.done(REGISTRAR, "redo")
    assert office.rows(day) == [{"is_working": 0}]
    assert is_whole(office)


def test_an_undone_import_frees_its_rows(office: Office, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.csv"
    rows = [f"2026-{n},调研{n},陈静,2026-07-0{1 + n % 3},2026-07-30" for n in range(201, 231)]
    ledger.write_text("\n".join(["编号,事项,责任人,交办日期,原定时限", *rows]), encoding="utf-8")
    office.done(REGISTRAR, f"import {ledger}")
    said = office.done(REGISTRAR, "undo")
    assert said == "Undone: “import”, 2026-201, 2026-202, 2026-203, 2026-204, 2026-205 ….\n"
    assert office.rows("SELECT id FROM item") == []
    assert notices(office) == []
    assert "30" in office.done(REGISTRAR, f"import {ledger}")
    assert office.rows("SELECT COUNT(*) AS n FROM item") == [{"n": 30}]
    assert "2026-201" in office.done(REGISTRAR, "history --limit 0"), "what was taken back is told by the numbers it had"


def test_the_founding_is_not_taken_back(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    office.url = f"sqlite:///{tmp_path / 'new.db'}"
    office.type("me", "init")
    assert "founded the office, which is not undone" in office.type("me", "undo")
    assert office.code == 2


def test_each_takes_back_only_their_own(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")
    for who in (DIRECTOR, REGISTRAR, CLERK):
        assert "nothing here that could be undone" in office.type(who, "undo")
    assert office.rows("SELECT COUNT(*) AS n FROM item") == [{"n": 1}]


@pytest.mark.parametrize(("who", "line", "between", "code"), [
    (CLERK, "note 1 已收集", "DEPUTY assign 1 --lead 李娜 --reason 轮岗", 1),  # no longer hers
    (CLERK, "note 1 已收集", "DEPUTY edit 1 --goal 一篇", 0),
    (REGISTRAR, "note 1 已收集", "REGISTRAR person set 吴芳 --registrar|DEPUTY person set 孙丽 --no-registrar", 1),
    (DEPUTY, "add 旬报 --lead 陈静 --due fri", "REGISTRAR person absent 张伟 --to fri", 1),  # who acts for whom has moved
    (DEPUTY, "add 旬报 --lead 陈静 --due fri", "DEPUTY note 2 已收集", 0),
])  # fmt: skip
def test_nothing_is_done_again_that_one_may_not_do_any_more(office: Office, who: str, line: str, between: str, code: int) -> None:
    names = {"CLERK": CLERK, "HEAD": HEAD, "DEPUTY": DEPUTY, "DIRECTOR": DIRECTOR, "REGISTRAR": REGISTRAR}
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due fri")
    office.done(DEPUTY, "add 周报 --lead me --due fri")
    office.done(CLERK, "ack 1")
    office.done(who, line)
    office.done(who, "undo")
    for step in between.split("|"):
        name, _space, then = step.partition(" ")
        office.done(names[name], then)
    said = office.type(who, "redo")
    assert office.code == code, said
    assert ("could not do it now" in said) == bool(code)
    assert is_whole(office)


def test_what_was_not_there_when_a_deadline_passed_does_not_keep_it(office: Office) -> None:
    office.done(DEPUTY, "add 月度信息 --lead 陈静 --due 7-08")
    office.done(CLERK, "ack 1")
    office.done(CLERK, "submit 1 --result 初稿")
    office.done(CLERK, "undo")
    office.at("2026-07-08T02:00")
    office.done(CLERK, "redo")
    office.done(CLERK, "undo")
    office.at("2026-07-09T02:00")
    assert "the deadline of 2026-001, 2026-07-08, has passed since it was taken back" in office.type(CLERK, "redo")
    assert office.code == 1
