"""The meeting's sheet is printed, written into, sorted and saved by other programs, and read back as what was decided, once."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from officecli.model.bounds import TEXT
from officecli.store.read.reader import Reader
from stage.meeting_sheets import Sheet, items, office, one_office
from stage.small_office import Office

__all__ = ["office", "one_office"]
MEETING = "--meeting 周一晨会 --lang zh"


def head(office: Office) -> Any:
    return office.rows("SELECT MAX(seq) AS head FROM trail")[0]["head"]


def test_what_a_meeting_decided_is_recorded_once_kept_in_its_minutes_and_taken_back_as_one(office: Office, tmp_path: Path) -> None:
    before = items(office)
    sheet = Sheet(office, tmp_path)
    assert sheet.heads[-6:] == ["决定", "新时限", "新牵头", "进展", "备注", "officecli"]
    assert [row[1] for row in sheet.rows] == ["2026-003", "2026-001", "2026-002", "2026-004", "2026-005", "2026-006"], "the nearest deadline first"
    sheet.write("2026-001", 决定="同意销号", 备注="转发各科室")
    sheet.write("2026-002", 新牵头="赵敏", 进展="60% 已查八处")
    sheet.write("2026-003", 决定="延期到7月15日")
    sheet.write("2026-004", 决定="继续")
    sheet.write("2026-005", 决定="中止", 备注="等规划批复")
    sheet.insert(事项内容="清理仓库", 新牵头="刘洋", 新时限="5个工作日", **{"目标（办结标准）": "清空"})
    path = sheet.saved()

    trial = office.done("孙丽", f"meeting read {path} {MEETING} --dry-run")
    assert "未记录任何内容" in trial or "试" in trial
    assert items(office) == before
    said = office.done("孙丽", f"meeting read {path} {MEETING} --by 张伟")
    assert "已记录 6 行" in said
    assert "“record what a meeting decided”" in office.done("孙丽", "undo --dry-run --lang en"), "and not that it recorded a decision"
    now = items(office)
    assert {number: one["status"] for number, one in now.items()} == {
        "2026-001": "closed", "2026-002": "issued", "2026-003": "in-hand", "2026-004": "in-hand", "2026-005": "suspended", "2026-006": "in-hand",
        "2026-007": "issued",
    }  # fmt: skip
    assert (now["2026-002"]["lead"], now["2026-007"]["lead"], now["2026-007"]["due"]) == ("赵敏", "刘洋", "2026-07-15")
    assert (now["2026-003"]["due"], now["2026-003"]["original_due"]) == ("2026-07-15", "2026-07-07")
    late = office.type("孙丽", "show 3 --lang zh")
    assert "逾期 1 个工作日" in late, "a later deadline takes no lateness away"
    assert office.rows("SELECT due, until FROM past_deadline") == [{"due": "2026-07-07", "until": "2026-07-08"}]
    assert office.rows("SELECT text, progress FROM note") == [{"text": "已查八处", "progress": 60}]
    assert "等规划批复" in office.type("孙丽", "history 5")

    minutes = office.done("孙丽", "meeting minutes 晨会 --format csv --lang zh").splitlines()
    assert minutes[1:] == [
        "1,2026-003,信息通报,延期,2026-07-15,,刘洋,,", "2,2026-001,电梯加装,办结,,,王强,,转发各科室", "3,2026-002,防汛抽查,改派牵头,,赵敏,赵敏,60% 已查八处,",
        "4,2026-004,接待方案,继续,,,刘洋,,", "5,2026-005,办公用房,中止,,,王强,,等规划批复", "6,2026-007,清理仓库,新立项,2026-07-15,刘洋,刘洋,,",
    ]  # fmt: skip
    followed = office.done("孙丽", "decision show 1 --format csv")
    assert all(number in followed for number in ("2026-001", "2026-003", "2026-005", "2026-007"))
    assert "2026-003" in office.type("张伟", "decision report 1 已办"), "not before its items are done"
    assert office.code == 1
    office.at("2026-07-20T02:00")
    assert "F601" not in office.type("孙丽", "check --format json"), "items follow from it, though most were there before"
    office.at("2026-07-08T02:00")

    there = head(office)
    again = office.done("孙丽", f"meeting read {path} {MEETING} --by 张伟")
    assert "此前均已记录" in again
    assert head(office) == there
    office.done("孙丽", "undo")
    assert items(office) == before
    assert "尚无会议记录" in office.type("孙丽", "meeting minutes --lang zh")
    assert office.code == 3


def test_what_was_read_without_naming_the_meeting_comes_into_its_minutes(office: Office, tmp_path: Path) -> None:
    before = items(office)
    sheet = Sheet(office, tmp_path)
    sheet.write("2026-004", 决定="继续", 备注="转发各科室")
    sheet.write("2026-005", 决定="换人")
    path, paper = sheet.saved(), tmp_path / "minutes.docx"
    nameless = "no minutes of it. If there are to be: officecli undo, then officecli meeting read FILE --meeting NAME."
    would = "there would be no minutes of it: --meeting NAME"
    assert would in office.type("孙丽", f"meeting read {path} --dry-run --format md")
    said = office.type("孙丽", f"meeting read {path} --format md")
    assert nameless in said
    assert "holds no other back, unlike in an import" in said, "that of bad rows the others are recorded"
    again = office.type("孙丽", f"meeting read {path} --meeting 晨会 --format md")
    assert "Recorded when no meeting was named, so it is in no minutes: row" in again
    assert "officecli undo" in again
    said = office.type("孙丽", f"meeting minutes 晨会 -o {paper}")
    assert (office.code, paper.exists()) == (3, False)
    assert "first take that back, officecli undo" in said
    office.done("孙丽", "undo")
    assert items(office) == before
    trial = office.type("孙丽", f"meeting read {path} --meeting 晨会 --dry-run --format md")
    assert "decided by 周海. Nobody was named as who decided: --by names another." in trial
    assert "in no minutes" not in trial
    office.type("孙丽", f"meeting read {path} --meeting 晨会")
    assert "转发各科室" in office.done("孙丽", "meeting minutes 晨会 --format csv")
    assert "On record are: 晨会" in office.type("孙丽", f"meeting minutes 不存在的会 -o {paper} --format docx")
    assert (office.code, paper.exists()) == (3, False)
    office.done("孙丽", f"meeting minutes -o {paper}")
    assert "in no minutes" not in office.type("孙丽", f"meeting read {path} --meeting 晨会 --format md")


@pytest.mark.parametrize(("by", "decided_by", "said"), [
    ("张三", "张三", "“张三”不是本单位人员，按原文登记。"), ("张科长", "张伟", "“张科长”"), ("张伟", "张伟", ""),
])  # fmt: skip
def test_who_decided_and_is_nobody_here_is_said(one_office: Office, tmp_path: Path, by: str, decided_by: str, said: str) -> None:
    """The name of whoever decided gives the authority for all that was decided, and one that nobody bears went into the minutes without a word."""
    sheet = Sheet(one_office, tmp_path)
    sheet.write("2026-004", 决定="继续")
    path = sheet.saved()
    for trial in (" --dry-run", ""):
        told = one_office.done("孙丽", f"meeting read {path} {MEETING} --by {by}{trial}")
        assert f"{decided_by}决定" in told
        assert (said in told) if said else "按原文登记" not in told
    assert one_office.rows("SELECT decided_by FROM decision") == [{"decided_by": decided_by}]


@pytest.mark.parametrize(("written", "is_bad"), [("120%", True), ("-5%", True), ("150", True), ("100%", False), ("超额完成120%", False)])
def test_more_than_the_whole_is_no_percentage(one_office: Office, tmp_path: Path, written: str, is_bad: bool) -> None:
    """120 % stood as words among the percentages of the sheet, where no filter found it."""
    sheet = Sheet(one_office, tmp_path)
    sheet.write("2026-004", 进展=written)
    told = one_office.type("孙丽", f"meeting read {sheet.saved()}")
    assert (one_office.code, "it is not between 0 and 100" in told) == ((1, True) if is_bad else (0, False))
    assert len(one_office.rows("SELECT id FROM note")) == (not is_bad)


@pytest.mark.parametrize(("answer", "decisions"), [("周一晨会", ["周一晨会"]), ("", [])])
def test_which_meeting_it_was_is_asked_at_a_terminal(
    one_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, decisions: list[str]
) -> None:
    sheet = Sheet(one_office, tmp_path)
    sheet.write("2026-004", 决定="继续")
    monkeypatch.setattr("officecli.cli.commands.ledgers.meeting.may_ask", lambda: True)
    monkeypatch.setattr("officecli.cli.commands.ledgers.meeting.answered", lambda _question, _default: answer)
    one_office.done("孙丽", f"meeting read {sheet.saved()}")
    assert [row["title"] for row in one_office.rows("SELECT title FROM decision")] == decisions


def test_sorted_moved_and_saved_by_another_program_it_says_the_same(office: Office, tmp_path: Path) -> None:
    sheet = Sheet(office, tmp_path)
    del sheet.rows[-1]
    sheet.write("2026-002", 决定="extend", 新时限="2026-08-03")
    sheet.write("2026-004", 事项内容="另一件事", 现时限="2026-09-30", 进展="已定稿")
    sheet.insert(事项内容="清理仓库", 新牵头="刘洋", 新时限="2026-07-20", 决定="新立项")
    said = office.done("孙丽", f"meeting read {sheet.saved_elsewhere()} --format json")
    assert items(office)["2026-002"]["due"] == "2026-08-03"
    assert '"missing": 1' in said
    assert '"overwritten": 2' in said
    assert (items(office)["2026-004"]["title"], items(office)["2026-004"]["due"]) == ("接待方案", "2026-07-28")
    assert office.rows("SELECT text FROM note") == [{"text": "已定稿"}]
    assert items(office)["2026-007"]["title"] == "清理仓库"


def test_what_was_changed_here_meanwhile_is_left_and_the_rest_goes(office: Office, tmp_path: Path) -> None:
    first, second = Sheet(office, tmp_path), Sheet(office, tmp_path)
    assert items(office)["2026-002"]["due"] == "2026-07-24"
    first.write("2026-002", 新时限="延期6个工作日")
    second.write("2026-002", 决定="中止", 备注="等批复")
    second.write("2026-004", 决定="办结", 进展="已接待")
    second.write("2026-005", 进展="已摸底")
    office.done("孙丽", f"meeting read {first.saved('one.csv')} --meeting 晨会")
    office.done("王强", "note 6 已联系")
    office.done("张伟", "edit 6 --title 来信答复办理")
    said = office.type("孙丽", f"meeting read {second.saved('two.csv')} --meeting 晨会 --lang zh")
    assert office.code == 1
    assert "孙丽（更改时限）" in said, "who changed it, and how"
    now = items(office)
    assert (now["2026-002"]["status"], now["2026-002"]["due"], now["2026-004"]["status"]) == ("in-hand", "2026-08-03", "closed")
    assert len(office.rows("SELECT id FROM decision")) == 1, "two sheets of one meeting are one meeting"
    assert office.done("孙丽", "meeting minutes --format csv").count("2026-00") == 3
    office.done("孙丽", "undo")
    assert office.done("孙丽", "meeting minutes --format csv").count("2026-00") == 1, "what was taken back is in no minutes"


def test_each_act_is_judged_by_its_rules_and_a_refused_row_says_what_to_do(one_office: Office, tmp_path: Path) -> None:
    one_office.done("王强", "extend 2 --to 2026-08-03 --reason 等数据")
    sheet = Sheet(one_office, tmp_path)
    sheet.write("2026-002", 决定="延期")
    sheet.write("2026-004", 决定="办结")
    sheet.write("2026-005", 决定="退回")
    sheet.write("2026-003", 决定="延期")
    sheet.write("2026-006", 决定="再议", 进展="字" * (TEXT + 1))
    sheet.insert(事项内容="清理仓库", 新牵头="无此人", 新时限="2026-07-20")
    sheet.insert(事项内容="清点库房", 新牵头="王墙", 新时限="2026-07-20")
    sheet.insert(事项内容="盘点设备", **{"牵头科室/责任人": "也无此人", "现时限": "待商"})
    path = sheet.saved()
    said = one_office.type("刘洋", f"meeting read {path} --lang zh")
    assert one_office.code == 1
    assert "A401" in said
    assert "2026-004：“记录会议决定”" not in said, "which goes without saying where the act itself is refused"
    assert not one_office.rows("SELECT seq FROM trail WHERE verb = 'meet'")
    assert {(row["verb"], row["codes"]) for row in one_office.rows("SELECT verb, codes FROM refusal_log")} == {
        ("meet", "A401"),
        ("meet", "A402,F602"),
    }
    kept = len(one_office.rows("SELECT id FROM refusal_log"))
    one_office.type("张伟", f"meeting read {path} --dry-run")
    assert len(one_office.rows("SELECT id FROM refusal_log")) == kept, "what was only tried was no attempt"
    said = one_office.type("张伟", f"meeting read {path} --lang zh")
    assert one_office.code == 1
    assert items(one_office)["2026-002"]["due"] == "2026-08-03"
    assert one_office.rows("SELECT verdict, granted_due FROM extension") == [{"verdict": "granted", "granted_due": "2026-08-03"}]
    assert "F602" in said
    assert one_office.rows("SELECT codes FROM refusal_log ORDER BY id")[kept:] == [{"codes": "F602"}]
    assert "请在本行“进展”栏写明办理结果" in said, "what is to be done in the sheet, where that is what one has in hand"
    assert "再议" in said
    assert "未写新时限，也没有延期申请。" in said
    assert f"超过 {TEXT}" in said
    assert all(text in said for text in ("无此人", "也无此人", "“待商”")), "the name beside the day as well, in one go"
    assert "是不是“王强”？" in said, "of two-character names too: whoever leads is somebody here"
    assert {one["status"] for number, one in items(one_office).items() if number != "2026-001"} == {"in-hand"}


def test_nothing_to_discuss(sqlite_office: str, at: Callable[[str], None], tmp_path: Path) -> None:
    at("2026-07-06T02:00")
    office = Office(sqlite_office, at)
    assert "nothing to discuss" in office.done("孙丽", "meeting sheet")
    sheet = Sheet(office, tmp_path)
    assert sheet.rows == []
    assert "0 rows read" in office.done("孙丽", f"meeting read {sheet.saved()}")
    sheet.rows.append([""] * len(sheet.heads))
    sheet.put(sheet.rows[0], 事项内容="清理仓库", 新牵头="刘洋", 新时限="2026-07-20")
    office.done("孙丽", f"meeting read {sheet.saved()} --meeting 晨会")
    assert items(office)["2026-001"]["title"] == "清理仓库"
    assert "already recorded" in office.done("孙丽", f"meeting read {sheet.saved()} --meeting 晨会"), "with no mark in the file either"
    assert len(items(office)) == 1


def test_nothing_follows_from_a_decision_once_what_the_meeting_decided_is_taken_back(office: Office, tmp_path: Path) -> None:
    office.done("孙丽", "decision add 晨会 --by 周海 --meeting 晨会")
    sheet = Sheet(office, tmp_path)
    sheet.write("2026-004", 决定="继续")
    office.done("孙丽", f"meeting read {sheet.saved()} --meeting 晨会")
    office.at("2026-07-20T02:00")
    assert "D2026-001" not in office.type("孙丽", "check --rule F601 --format json")
    office.done("孙丽", "undo")
    assert "D2026-001" in office.type("孙丽", "check --rule F601 --format json")
    office.done("孙丽", "redo")
    assert "D2026-001" not in office.type("孙丽", "check --rule F601 --format json")
    office.at("2026-07-22T02:00")
    office.done("周海", "cancel 4 不办了")
    found = json.loads(office.type("孙丽", "check --rule F601 --format json"))["rows"]
    assert [(one["about"], one["since"]) for one in found] == [("D2026-001", "2026-07-22")]


def test_however_many_a_meeting_decided_on_no_question_names_them_all(one_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one_office.done("孙丽", "decision add 晨会 --by 周海 --meeting 晨会")
    sheet = Sheet(one_office, tmp_path)
    numbers = ["2026-002", "2026-004", "2026-005"]
    for number in numbers:
        sheet.write(number, 决定="继续")
    one_office.done("孙丽", f"meeting read {sheet.saved()} --meeting 晨会")
    told = one_office.done("孙丽", "follow-through --format csv"), one_office.done("孙丽", "meeting minutes --format csv")
    ids = [row["id"] for row in one_office.rows("SELECT id FROM item WHERE number IN ('2026-002', '2026-004', '2026-005') ORDER BY id")]
    asked: list[str] = []
    rows = Reader.rows
    monkeypatch.setattr("officecli.store.read.among.AT_ONCE", 2)
    monkeypatch.setattr("officecli.store.read.among._NAMES", ("w0", "w1"))
    monkeypatch.setattr("officecli.store.read.among._HELD", ":w0, :w1")

    def heard(self: Reader, sql: str, *values: Any, **named: Any) -> list[dict[str, Any]]:
        asked.append(sql)
        return rows(self, sql, *values, **named)

    monkeypatch.setattr(Reader, "rows", heard)
    assert (one_office.done("孙丽", "follow-through --format csv"), one_office.done("孙丽", "meeting minutes --format csv")) == told
    one_office.type("周海", "decision report 1 已办")
    assert all(number in told[0] for number in numbers)
    assert not [sql for sql in asked if ", ".join(map(str, ids)) in sql]


def test_the_day_of_the_meeting(one_office: Office, tmp_path: Path) -> None:
    sheet = Sheet(one_office, tmp_path)
    sheet.write("2026-004", 决定="继续")
    path = sheet.saved()
    assert f'officecli meeting read {path} "Morning meeting"' in one_office.type("孙丽", f"meeting read {path} --date yesterday")
    assert one_office.code == 2
    one_office.type("孙丽", f"meeting read {path} --meeting 晨会 --date tomorrow")
    assert one_office.code == 2
    one_office.done("孙丽", f"meeting read {path} --meeting 晨会 --date yesterday")
    assert one_office.rows("SELECT title, source, day, decided_by FROM decision") == [
        {"title": "晨会", "source": "晨会", "day": date(2026, 7, 7).isoformat(), "decided_by": "周海"}
    ]
    assert "7 Jul 2026" in one_office.done("孙丽", "meeting minutes --date 2026-07-07 --format md")
    assert one_office.type("孙丽", "meeting minutes 夜会")
    assert one_office.code == 3
    assert "2026-07-07" in one_office.type("孙丽", "meeting minutes 晨会 --date 2026-07-06")
    assert one_office.code == 3
    sheet.write("2026-005", 决定="继续")
    one_office.done("孙丽", f"meeting read {sheet.saved()} --meeting 晨会")
    assert [row["day"] for row in one_office.rows("SELECT day FROM decision ORDER BY id")] == ["2026-07-07", "2026-07-08"], "it comes again"
    assert "1 earlier meetings fit too" in one_office.done("孙丽", "meeting minutes 晨会 --format md")
    one_office.done("孙丽", "undo")
    one_office.done("孙丽", f"meeting read {path}")
    one_office.done("孙丽", "undo")
    assert "1 decided on" in one_office.done("孙丽", f"meeting read {path}"), "what changed nothing is taken back as well"
