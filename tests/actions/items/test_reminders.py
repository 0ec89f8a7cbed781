"""A personal item is registered, changed and closed by one person, and shown to nobody else in any report, of any format, under any name."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.cli import catalogue, completing_numbers, session
from officecli.cli.main import run
from officecli.formats import formats
from officecli.store.place import Place, place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.typed.pinyin import by_sound
from stage.keys import at_the_keys

MATTER, NOTED = "接孩子放学", "带上水壶"
OWNER, SUPERIOR, REGISTRAR = "wangqiang", "zhangwei", "sunli"
_ASKS_FOR = {"plan": ("王强",), "suggest-lead": ("来访接待",)}


class Office:
    """Type command lines at the keys of somebody's login; `code` is the last exit code."""

    def __init__(self, where: Place, capfd: pytest.CaptureFixture[str]) -> None:
        self.where, self.capfd, self.code = where, capfd, 0

    def type(self, login: str, *words: str) -> str:
        """What the command said, on both streams."""
        self.capfd.readouterr()
        with at_the_keys(login):
            self.code = run(list(words))
        told = self.capfd.readouterr()
        return told.out + told.err

    def done(self, login: str, *words: str) -> str:
        """The same, of a command that must succeed."""
        said = self.type(login, *words)
        assert self.code == 0, said
        return said


@pytest.fixture
def office(office_url: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Office:
    """The base office with logins, in which 王强 is late with one item, has one in review, and supports a third."""
    at("2026-07-06T02:00")
    monkeypatch.setenv("OFFICECLI_DB", office_url)
    for name, login in (("孙丽", REGISTRAR), ("张伟", SUPERIOR), ("王强", OWNER)):
        assert run(["person", "set", name, "--login", login, "--as", "孙丽"]) == 0
    there = Office(place(office_url), capfd)
    there.done(SUPERIOR, "add", "月度信息", "--lead", "王强", "--due", "wed", "--from", "第3次例会")
    there.done(SUPERIOR, "add", "值班表", "--lead", "王强", "--due", "fri", "--goal", "无差错")
    there.done(SUPERIOR, "add", "来访接待", "--lead", "刘洋", "--support", "王强:车辆", "--due", "fri")
    there.done(OWNER, "ack", "1", "2")
    there.done(OWNER, "submit", "2", "--result", "已排好")
    at("2026-07-14T02:00")
    there.done(REGISTRAR, "check", "--format", "json")  # what the first check finds is new
    return there


def _remind(office: Office) -> None:
    """Everything that is done with what is personal; 2026-004 and 006 stay open, 005 is closed, 007 given up, 008 taken back."""
    office.done(OWNER, "add", MATTER, "--kind", "personal", "--due", "today")
    office.done(OWNER, "add", f"{MATTER}二", "--kind", "个人", "--due", "fri", "--lead", "me")
    office.done(OWNER, "add", f"{MATTER}三", "--kind", "personal")
    office.done(OWNER, "add", f"{MATTER}四", "--kind", "personal")
    office.done(OWNER, "add", f"{MATTER}五", "--kind", "personal")
    office.done(OWNER, "undo")
    office.done(OWNER, "note", "4", NOTED)
    office.done(OWNER, "close", "5")
    office.done(OWNER, "edit", "6", "--title", f"{MATTER}并买菜", "--due", "fri")
    office.done(OWNER, "cancel", "7", "--reason", NOTED)


def _told_to(office: Office, login: str, folder: Path) -> dict[str, str]:
    """All that somebody reads, by command line, with the trail's heads taken out."""
    lines = [["history", "--limit", "0", "--format", "json"], ["list", MATTER], ["digest", "--for", "王强"], ["check", "--format", "json"]]
    if login == REGISTRAR:
        lines += [[name, *_ASKS_FOR.get(name, ()), "--format", "json"] for name in catalogue.reports()]
        lines += [[name, "--format", one] for name in ("list", "digest") for one in formats() if one not in ("docx", "xlsx")]
        lines += [[*line, "--as", "王强"] for line in (["list"], ["today"], ["digest", "--for", "me"], ["undo", "--list"], ["history"], ["upcoming"])]
        lines += [["list", "--person", "王强", "--as-of", "2026-07-13"], ["may", "王强"], ["person", "list"], ["person", "show", "王强"]]
        lines += [["history", "--actor", "王强"], ["undo", "--list"], ["unit", "list"], ["show", "1", "2", "3", "--format", "json"]]
        lines += [["export", "-o", str(folder / "ledger.csv"), "--force"]]
    told = {}
    for line in lines:
        told[" ".join(line)] = office.done(login, *line)
    if login == REGISTRAR:
        told["the ledger"] = (folder / "ledger.csv").read_text(encoding="utf-8-sig")
    with at_the_keys(login):
        session.current = session.Session()
        told["completed"] = str(completing_numbers.numbers(""))
    return {line: re.sub(r"\b\d+:[0-9a-f]{16,64}|(?<=SEQUENCE:)\d+", "HEAD", said) for line, said in told.items()}


def test_nobody_else_reads_anything_of_it(office: Office, tmp_path: Path) -> None:
    others = (SUPERIOR, REGISTRAR) if office.where.engine == "sqlite" else (SUPERIOR,)
    before = {login: _told_to(office, login, tmp_path) for login in others}
    _remind(office)
    for login in others:
        for line, said in _told_to(office, login, tmp_path).items():
            assert said == before[login][line], (login, line)
        refused = office.type(login, "show", "4")
        assert (office.code, MATTER in refused, "2026-004 is personal" in refused) == (3, False, True)
    for words in (["close", "4"], ["note", "4", "好"], ["history", "4"], ["edit", "4", "--due", "fri"], ["may", "4"], ["seen", "4"], ["undo"]):
        refused = office.type(REGISTRAR, *words, "--as", "王强")
        assert office.code != 0, words
        assert MATTER not in refused
    ledger = tmp_path / "more.csv"
    with ledger.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["编号", "事项内容", "牵头", "交办日期", "原定时限"], ["2026-004", "另一事项", "王强", "2026-07-10", "2026-07-30"]]
        )
    refused = office.type(REGISTRAR, "import", str(ledger))
    assert (office.code, MATTER in refused, "2026-004" in refused) == (1, False, True), refused
    with reading(office.where) as read:
        assert verify(read).faults == ()


def test_whose_it_is_reads_and_does_everything(office: Office) -> None:
    _remind(office)
    said = office.done(OWNER, "list")
    assert [MATTER in said, f"{MATTER}并买菜" in said, f"{MATTER}二" in said] == [True, True, False]
    rows = json.loads(office.done(OWNER, "list", "--format", "json"))["rows"]
    assert [(row["number"], row["kind"], row["light"]) for row in rows if row["kind"] == "personal"] == [
        ("2026-004", "personal", "yellow"),
        ("2026-006", "personal", "yellow"),
    ]
    assert [row["number"] for row in rows] == ["2026-001", "2026-002", "2026-003", "2026-004", "2026-006"]  # by deadline, and in one list
    limited = json.loads(office.done(OWNER, "list", "--limit", "4", "--sort", "-number", "--format", "json"))
    assert [row["number"] for row in limited["rows"]] == ["2026-006", "2026-004", "2026-003", "2026-002"]
    assert limited["summary"]["items"] == 5
    by_words = [row["title"] for row in json.loads(office.done(OWNER, "list", "--limit", "4", "--sort", "title", "--format", "json"))["rows"]]
    assert by_words == sorted((row["title"] for row in rows), key=by_sound)[:4]
    assert MATTER in office.done(OWNER, "today")
    assert f"{MATTER}并买菜" in office.done(OWNER, "upcoming")
    digest = json.loads(office.done(OWNER, "digest", "--for", "me", "--format", "json"))["rows"]
    assert [(row["section"], row["to_type"]) for row in digest if row["number"] == "2026-004"] == [("due-today", "close 2026-004")]
    assert MATTER not in office.done(OWNER, "digest")
    assert NOTED in office.done(OWNER, "show", "4")
    assert f"{MATTER}三 → {MATTER}并买菜" in office.done(OWNER, "history", "6")
    assert MATTER in office.done(OWNER, "history")
    assert MATTER in office.done(OWNER, "undo", "--list")
    shown = json.loads(office.done(OWNER, "show", "5", "--format", "json"))
    assert (shown["status"], shown["kind"], shown["lead"], shown["due"]) == ("closed", "personal", "王强", "2026-07-17")
    with at_the_keys(OWNER):
        session.current = session.Session()
        assert ("2026-004", MATTER) in completing_numbers.numbers("2026")
    assert "closed already" in office.done(OWNER, "close", "5")
    assert "2026-004 was registered on 2026-07-14" in office.type(OWNER, "close", "4", "--on", "7-13")
    assert office.code == 2
    office.done(OWNER, "reopen", "5", "--reason", NOTED)
    assert "2026-007" in office.done(OWNER, "undo", "2")
    assert json.loads(office.done(OWNER, "edit", "5", "--due", "", "--format", "json"))["due"] is None
    assert json.loads(office.done(OWNER, "close", "5", "--result", "好", "--format", "json"))["result"] == "好"


def test_what_goes_into_a_file_for_others_has_nothing_of_it(office: Office, tmp_path: Path) -> None:
    _remind(office)
    for name, line in (
        ("list.csv", ["list"]),
        ("list.html", ["list"]),
        ("today.csv", ["today"]),
        ("month.html", ["calendar"]),
        ("done.csv", ["history"]),
    ):
        said = office.done(OWNER, *line, "-o", str(tmp_path / name))
        assert "What is personal is not in the file" in said, line
        assert MATTER not in (tmp_path / name).read_text(encoding="utf-8-sig"), line
    assert "personal" not in office.done(OWNER, "calendar", "-o", str(tmp_path / "own.ics"))
    assert MATTER in (tmp_path / "own.ics").read_text(encoding="utf-8")
    assert MATTER in office.done(OWNER, "list", "--format", "csv"), "what one reads oneself has it"
    assert "5 items, 2 of them personal." in office.done(OWNER, "list")
    assert "personal" not in office.done(REGISTRAR, "list", "-o", str(tmp_path / "other.csv"))
    number = json.loads(office.done(OWNER, "add", "通报会", "--lead", "me", "--due", "7-30", "--format", "json"))["number"]
    assert "personal" not in office.done(OWNER, "history", number, "-o", str(tmp_path / "one.csv")), "of one matter nothing is left out"


REFUSED = (
    (("add", MATTER, "--kind", "personal", "--support", "刘洋:车辆"), 2, "--support"),
    (("add", MATTER, "--kind", "personal", "--lead", "刘洋"), 2, "by whoever registers it"),
    (("add", MATTER, "--kind", "personal", "--from", "例会", "--target", "1 份", "--procedure", "发文"), 2, "--from, --target, --procedure"),
    (("add", MATTER, "--kind", "personal", "--by", "周海"), 2, "--by"),
    (("add", MATTER, "--kind", "personal", "--each", "刘洋,赵敏"), 2, "Only what somebody registers for themselves"),
    (("add", "", "--kind", "personal"), 2, ""),
    (("edit", "1", "--kind", "personal"), 2, "only from the beginning"),
    (("edit", "2", "--kind", "adhoc"), 2, "Only what somebody registers for themselves"),
    (("edit", "2", "--goal", "x"), 2, "--goal"),
    (("edit", "2", "--title", MATTER), 0, "says so already"),
    (("note", "2", "--progress", "50"), 2, "--progress"),
    (("close", "2", "--rating", "5"), 2, "Nobody rates"),
    (("reopen", "2", "--reason", "x"), 2, "It is in hand"),
    (("submit", "2", "--result", "x"), 3, "is personal"),
    (("support", "2", "add", "刘洋:车辆"), 3, "is personal"),
    (("assign", "2", "--lead", "刘洋"), 3, "is personal"),
)


def test_what_does_not_go_with_it(
    sqlite_office: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    at("2026-07-06T02:00")
    monkeypatch.setenv("OFFICECLI_DB", sqlite_office)
    monkeypatch.setenv("OFFICECLI_AS", "王强")
    assert run(["add", "月度信息", "--lead", "me", "--due", "fri"]) == 0
    assert run(["add", MATTER, "--kind", "personal"]) == 0
    for words, code, said in REFUSED:
        capfd.readouterr()
        assert (run(list(words)), said in (told := "".join(capfd.readouterr()))) == (code, True), (words, told)
    with reading(place(sqlite_office)) as read:
        assert read.rows("SELECT actor_id FROM refusal_log") == []


def test_what_is_recorded_late_of_it_is_in_no_figure(
    sqlite_office: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    at("2026-07-06T02:00")
    monkeypatch.setenv("OFFICECLI_DB", sqlite_office)
    assert run(["add", MATTER, "--kind", "personal", "--as", "王强"]) == 0
    assert run(["add", "月度信息", "--due", "fri", "--as", "刘洋"]) == 0
    at("2026-07-15T02:00")
    assert run(["close", "1", "--on", "2026-07-03", "--as", "王强"]) == 2
    assert "2026-001 was registered on 2026-07-06" in capfd.readouterr().err
    for number, who in (("1", "王强"), ("2", "刘洋")):
        assert run(["note", number, NOTED, "--on", "2026-07-07", "--as", who]) == 0
    capfd.readouterr()
    assert run(["check", "--rule", "F605", "--as", "孙丽"]) == 0
    assert ["刘洋" in (found := capfd.readouterr().out), "王强" in found] == [True, False]
    assert run(["show", "1", "--format", "json", "--as", "王强"]) == 0
    assert json.loads(capfd.readouterr().out)["progress"] == NOTED
