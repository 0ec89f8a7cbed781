"""Whoever types a part of a name, its initials or another name is understood; where several may be meant, a terminal asks and nothing else guesses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.cli import asking
from officecli.typed.meant import Several
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]

REGISTRAR, DEPUTY, CLERK = "孙丽", "吴芳", "陈静"
LEADS = "SELECT p.name FROM item i JOIN person p ON p.id = i.lead_id ORDER BY i.id"


def test_a_lead_by_part_initials_unit_and_alias(office: Office) -> None:
    office.done(REGISTRAR, "person set cj --alias 小陈 --alias 静姐")
    shorts = ("陈", "cj", "督查室/cj", "督查室/陈", "小陈")
    for short in shorts:
        assert "陈静" in office.done("wf", f"add 核对第{short.replace('/', '')}份台账 --lead {short} --support ly:核稿 --due 8-31")
    assert office.rows(LEADS) == [{"name": CLERK}] * len(shorts)
    assert "静姐" in office.done(CLERK, "person show 小陈")
    assert "陈静 is in 督查室, not in 秘书科" in office.type(DEPUTY, "add 台账 --lead 秘书科/陈静 --due 8-31")
    assert "Nobody here is called “cj”" in office.type(DEPUTY, "add 台账 --lead 秘书科/cj --due 8-31")


def test_everything_that_has_a_name(office: Office) -> None:
    office.done(REGISTRAR, "body add 县发改局 --follow-up cj")
    office.done(REGISTRAR, "body set 县发 --alias 发改委")
    for line, name in (
        ("duty show 批示", "批示跟踪"),
        ("post show 督查室/督查科", "督查室/督查科员"),
        ("unit show msk", "秘书科"),
        ("body show 发改委", "县发改局"),
        ("body show xfg", "县发改局"),
        ("rank show 副主任", "副主任级"),
        ("scorecard cj", "陈静"),
        ("list --unit 督查 --person cj", "督查室"),
        ("digest --person cj", "陈静"),
        ("digest --for cj", "陈静"),
        ("digest --for 督查", "Digest for 督查室"),
        ("handbook 办公室领", "Handbook: 办公室领导"),
        ("handbook 督查科", "Handbook: 督查室/督查科员"),
        ("scorecard 办公室领", "办公室领导"),
    ):
        assert name in office.done(CLERK, line)
    assert "There is no unit “mishuke”" in office.type(CLERK, "unit show mishuke")


def test_requests_and_decisions_by_words_of_their_matter(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for title in ("订阅两种刊物", "更换会议室音响"):
        office.done(CLERK, f"request raise {title} --tried 比价 --recommend 照办")
    complaint = "--to wf --exception complaint --reason 克扣加班补休"
    office.done(CLERK, f"request raise 反映音响以外的事 --tried 谈过 --recommend 请查 {complaint}")
    assert "Q2026-001" in office.done("李娜", "request show 刊物")
    assert "Q2026-002" in office.done("李娜", "request answer 音响 同意"), "a complaint is not found by its words"
    assert "may mean Q2026-001 · 订阅两种刊物" not in office.done("李娜", "request show 订")
    assert "Q2026-002" in office.done("李娜", "request show R2")
    for title in ("推进电梯加装", "推进雨污分流"):
        office.done(REGISTRAR, f"decision add {title} --by 周海 --meeting 第12次常务会")
    assert "D2026-002" in office.done(REGISTRAR, "decision show 雨污")
    assert "may mean D2026-001 · 推进电梯加装, D2026-002 · 推进雨污分流" in office.type(REGISTRAR, "decision show 推进")
    assert office.code == 2
    monkeypatch.setattr(asking, "may_ask", lambda: True)
    monkeypatch.setattr(asking, "which_one", lambda unclear: unclear.choices[1])
    assert "D2026-002" in office.done(REGISTRAR, "decision show 推进")
    assert "There is no decision “供暖”" in office.type(REGISTRAR, "decision show 供暖")
    assert "There is no request “供暖”" in office.type(REGISTRAR, "request show 供暖")


def test_where_several_may_be_meant_it_is_refused_and_said(office: Office) -> None:
    office.done(REGISTRAR, "person leave 赵敏 --yes")
    office.done(REGISTRAR, "person add 陈敏 --post 秘书科办事员")
    said = office.type(DEPUTY, "add 核对台账 --lead 陈 --due 8-31")
    assert office.code == 2
    assert "“陈” may mean 陈静, 陈敏" in said
    assert office.rows(LEADS) == []


def test_a_terminal_asks_which(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.done(REGISTRAR, "person leave 赵敏 --yes")
    office.done(REGISTRAR, "person add 陈敏 --post 秘书科办事员")
    asked: list[tuple[str, ...]] = []

    def second(unclear: Several) -> str:
        asked.append(unclear.choices)
        return unclear.choices[1]

    monkeypatch.setattr(asking, "may_ask", lambda: True)
    monkeypatch.setattr(asking, "which_one", second)
    assert "陈敏" in office.done(DEPUTY, "add 核对档案 --lead 陈 --due 8-31")
    assert asked == [("陈静", "陈敏")]
    office.done(DEPUTY, "show 1 --format json")
    office.done(DEPUTY, "list --person 陈")
    assert len(asked) == 2, "what was said holds for one command"


def test_who_was_asked_about_with_a_unit_is_asked_about_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.done(REGISTRAR, "person leave 赵敏 --yes")
    office.done(REGISTRAR, "person add 'Ana Vidal' --post 秘书科办事员")
    office.done(REGISTRAR, "person leave 刘洋 --yes")
    for by, decided in (
        ("vidal", "Ana Vidal"),
        ("Mayor Vidal", "Mayor Vidal"),
        ("an", "Ana Vidal"),
        ("Anahita", "Anahita"),
    ):  # who decides may be somebody outside
        assert f"decided by {decided} on" in office.done(REGISTRAR, f"decision add '核对档案 {by}' --by '{by}' --meeting 例会")
    office.done(REGISTRAR, "person add 'Ana Silva' --post 秘书科科员")
    assert "may mean Ana Vidal, Ana Silva" in office.type(REGISTRAR, "decision add 核对档案 --by ana --meeting 例会")
    asked: list[str] = []

    def first(unclear: Several) -> str:
        assert not asked
        asked.append(unclear.typed)
        return unclear.choices[0]

    monkeypatch.setattr(asking, "may_ask", lambda: True)
    monkeypatch.setattr(asking, "which_one", first)
    assert "lead Ana" in office.done(DEPUTY, "add 核对档案 --lead 秘书科/Ana --due 8-31")


def test_what_is_a_unit_and_part_of_posts_is_not_guessed(office: Office) -> None:
    for line in ("handbook 秘书", "scorecard 秘书"):
        assert "may mean" in (said := office.type(CLERK, line))
        assert "秘书科/秘书科科长" in said
        assert office.code == 2


@pytest.mark.parametrize(("answer", "meant"), [("2", "陈敏"), ("", None), ("3", None), ("二", None), ("0", None)])
def test_which_one(answer: str, meant: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("typer.prompt", lambda *_texts, **_how: answer)
    unclear = Several("陈", ("陈静", "陈敏"))
    if meant:
        assert asking.which_one(unclear) == meant
    else:
        with pytest.raises(Several):
            asking.which_one(unclear)
    assert capsys.readouterr().out == "“陈” may mean:\n  1  陈静\n  2  陈敏\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("person set 陈静 --alias 李娜", "“李娜” already means 李娜."),
        ("person set 陈静 --alias 秘书科", "“秘书科” already means 秘书科."),
        ("person set 陈静 --alias 小张", "“小张” already means 张伟."),
        ("person set 陈静 --alias 老孙", "“老孙” already means 孙丽."),
        ("person set 陈静 --alias ln", "“ln” already means 李娜.\n  → Write one by which nobody else is called, not for short either."),
        ("unit set 督查室 --alias msk", "“msk” already means 秘书科."),
        ("person set 陈静 --alias me", "nobody can be called that"),
        ("person set 陈静 --alias a/b", "which joins names"),
    ],
)
def test_what_is_no_alias(office: Office, line: str, said: str) -> None:
    office.done(REGISTRAR, "person set 张伟 --alias 小张")
    assert said in office.type(REGISTRAR, line)
    assert office.code == 2


def test_of_two_names_that_are_as_near_both_are_asked_after(office: Office) -> None:
    office.done(REGISTRAR, "person set 刘洋 --name 李洋")
    assert "是不是：李洋或李娜？" in office.type(DEPUTY, "scorecard 李三 --lang zh")


def test_aliases_are_taken_away_and_taken_back(office_url: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    office = Office(office_url, at)
    office.done(REGISTRAR, "person set 张伟 --alias 小张")
    office.done(REGISTRAR, "person set 小张 --alias '' --alias 阿伟")
    assert office.rows("SELECT name FROM alias") == [{"name": "阿伟"}]
    assert "other name 阿伟 (张伟)" in office.done(REGISTRAR, "history")
    office.done(REGISTRAR, "undo")
    assert office.rows("SELECT name FROM alias") == [{"name": "小张"}]


def test_a_unit_by_what_it_is_also_called(office_url: str, at: Callable[[str], None], tmp_path: Path) -> None:
    at("2026-07-06T02:00")
    office = Office(office_url, at)
    assert "秘书科 is changed." in office.done(REGISTRAR, "unit set msk --alias 秘书处 --alias 文秘组")
    assert "Nothing to change: 秘书科 is on record like this." in office.done(REGISTRAR, "unit set 文秘组 --alias 秘书处")
    assert "秘书处, 文秘组" in office.done(CLERK, "unit list --format csv")
    assert json.loads(office.done(CLERK, "unit show 秘书处 --format json"))["summary"]["aliases"] == ["秘书处", "文秘组"]
    assert "秘书科 is a unit; its head is 张伟." in office.type(DEPUTY, "add 核对台账 --lead 文秘组 --due 8-31")
    for line in (
        "add 核对台账 --lead 文秘组/张伟 --due 8-31",
        "list --unit 文秘组",
        "digest --for 文秘组",
        "scorecard 文秘组",
        "handbook 文秘组",
        "plan 文秘组",
    ):
        office.done(DEPUTY, line)
    assert "秘书科/秘书科科长" in office.done(CLERK, "post show 文秘组/秘书科科长")
    ledger = tmp_path / "ledger.csv"
    ledger.write_text("事项内容,牵头科室,时限\n收发登记,秘书处,2026-08-31\n", encoding="utf-8")
    assert "1 item is imported" in office.done(REGISTRAR, f"import {ledger}")
    for line, code in (
        ("unit set 秘书科 --alias 李娜", 2),
        ("unit set 秘书科", 2),
        ("person set 陈静 --alias 文秘组", 2),
        ("unit set 没有 --alias 组", 3),
        ("body add 文秘组", 2),
        ("person add 文秘组 --post 督查科员", 2),
    ):
        office.type(REGISTRAR, line)
        assert office.code == code, line
    assert "A401" in office.type(CLERK, "unit set 秘书科 --alias 组")
    office.done(REGISTRAR, "unit set 秘书科 --alias ''")
    assert office.rows("SELECT name FROM alias") == []
    assert "other name 秘书处 (秘书科) taken away" in office.done(REGISTRAR, "history")
    office.done(REGISTRAR, "undo")
    assert [row["name"] for row in office.rows("SELECT name FROM alias ORDER BY name")] == ["文秘组", "秘书处"]


def test_who_has_left_is_said_to_have_left_by_whatever_form_of_the_name(office: Office, tmp_path: Path) -> None:
    office.done(REGISTRAR, "person leave 赵敏 --yes")
    office.done(REGISTRAR, "person add 'Joe Osei' --post 秘书科办事员")
    office.done(REGISTRAR, "add 垃圾桶 --lead joe --due fri")
    office.done(REGISTRAR, "person leave joe --handover-to 张伟")
    said = ("Joe Osei left on 2026-07-06.", "What Joe Osei led then is led by 张伟 now.")
    answers = [office.type(REGISTRAR, line) for line in ("add 台账 --lead joe --due fri", "assign 1 --to joe 分工调整", "person leave joe")]
    ledger = tmp_path / "ledger.csv"
    ledger.write_text("事项,责任人,完成时限\n台账,Joe,2026-07-31\n表,秘书科/Joe,2026-07-31\n", encoding="utf-8")
    answers.append(office.type(REGISTRAR, f"import {ledger}"))
    sheet = tmp_path / "sheet.csv"
    office.done(REGISTRAR, f"meeting sheet -o {sheet}")
    lines = sheet.read_text(encoding="utf-8-sig").splitlines()
    place = lines[0].split(",").index("New lead")
    row = lines[1].split(",")
    row[place] = "Joe"
    sheet.write_text("\n".join([lines[0], ",".join(row)]), encoding="utf-8")
    answers.append(office.type(REGISTRAR, f"meeting read {sheet}"))
    for answer in answers:
        assert [one in " ".join(answer.split()) for one in said] == [True, True], answer
    assert "left on 2026-07-06" in office.done(REGISTRAR, "show joe")
    assert said[0] in office.done(REGISTRAR, "list lead:joe")
    assert said[0] in office.done(REGISTRAR, "accountability --person joe")
    assert "officecli history --actor joe" in office.type(REGISTRAR, "history joe")
    office.done(REGISTRAR, "person return joe")
    assert "Joe Osei" in office.done(REGISTRAR, "add 台账 --lead joe --due fri")


def test_a_lead_nobody_here_has_is_guessed_at_alike_whether_typed_or_in_a_ledger(office: Office, tmp_path: Path) -> None:
    office.done(REGISTRAR, "person leave 赵敏 --yes")
    office.done(REGISTRAR, "person add 陈敬 --post 秘书科办事员")
    ledger = tmp_path / "ledger.csv"
    for name, meant in (("陈", "“陈” may mean 陈静, 陈敬."), ("陈镜", "Did you mean 陈静"), ("李纳", "Did you mean 李娜?")):
        ledger.write_text(f"事项,责任人,配合人,完成时限\n台账,{name},,2026-07-31\n", encoding="utf-8")
        assert meant in office.type(REGISTRAR, f"import {ledger}")
        assert meant.split()[3][:2] in office.type(REGISTRAR, f"add 台账 --lead {name} --due fri")
