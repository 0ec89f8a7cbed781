"""A check knows what it found before, groups and filters what it finds, and speaks a line a finding to programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from officecli import clock
from officecli.cli import main
from officecli.reports.record import findings
from officecli.rules import every_rule
from officecli.store import findings_seen
from officecli.store.place import place
from officecli.store.read.opening import sqlite_address
from officecli.store.read.reader import reading
from stage.command_lines import type_

Type = Callable[..., tuple[int, str]]


@pytest.fixture
def url(office_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An office on each engine in which 2026-001 (张伟, 秘书科) and 2026-002 (李娜, 督查室) are not signed for."""
    monkeypatch.setenv("OFFICECLI_DB", office_url)
    three = tuple(rule for rule in every_rule() if rule.code in ("D302", "D307", "D308"))
    monkeypatch.setattr(findings, "every_rule", lambda: three)
    on("2026-07-06", monkeypatch)
    for title, lead in (("防汛检查", "张伟"), ("月度信息", "李娜")):
        assert type_(office_url, "吴芳", f"add {title} --lead {lead} --due 2026-07-31").verdict == "clean"
    on("2026-07-08", monkeypatch)
    yield office_url
    clock.pretend(None)


def test_a_decision_is_answered_for_by_who_recorded_it(office_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    on("2026-07-06", monkeypatch)
    assert type_(office_url, "孙丽", "decision add 电梯加装 --by 周海 --meeting 第12次常务会").verdict == "clean"
    on("2026-07-14", monkeypatch)
    main.run(["check", "--db", office_url, "--rule", "F601", "--person", "孙丽", "--by", "person", "--format", "json"])
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert (row["about"], row["lead"]) == ("D2026-001", "孙丽")
    assert row["unit"]
    clock.pretend(None)


def on(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICECLI_NOW", f"{day}T01:00")
    clock.pretend(None)


@pytest.fixture
def check(url: str, capsys: pytest.CaptureFixture[str]) -> Type:
    def run(*words: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main.run(["check", *words])
        return code, capsys.readouterr().out

    return run


def rows(check: Type, *words: str) -> list[tuple[Any, ...]]:
    found = json.loads(check("--format", "json", *words)[1])["rows"]
    return [(row["code"], row["about"], row["since"]) for row in found]


def test_what_the_last_check_saw_is_not_new(check: Type, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    assert rows(check, "--since", "last") == [("D302", "2026-001", "2026-07-07"), ("D302", "2026-002", "2026-07-07")]
    on("2026-07-10", monkeypatch)
    assert rows(check, "--since", "last") == []
    assert rows(check) == [("D302", "2026-001", "2026-07-07"), ("D302", "2026-002", "2026-07-07")]
    assert type_(url, "李娜", "ack 2").verdict == "clean"
    on("2026-07-20", monkeypatch)
    new = rows(check, "--since", "last")
    assert ("D308", "2026-002", "2026-07-20") in new
    assert not [row for row in new if row[:2] == ("D302", "2026-001")]
    assert ("D302", "2026-001", "2026-07-07") in rows(check, "--since", "2026-07-07")
    assert ("D302", "2026-001", "2026-07-07") not in rows(check, "--since", "2026-07-08")


def test_what_was_mended_and_comes_back_is_new(check: Type, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    rows(check)
    assert type_(url, "张伟", "ack 1").verdict == "clean"
    rows(check)
    for lead, reason in (("李娜", "轮岗"), ("张伟", "调回")):
        assert type_(url, "吴芳", f"assign 1 --lead {lead} --reason {reason}").verdict in ("clean", "warned")
    on("2026-07-13", monkeypatch)
    assert rows(check, "--since", "last") == [("D302", "2026-001", "2026-07-09")]


def test_what_has_no_day_of_its_own_stands_since_the_record_made_it_so(check: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "every_rule", lambda: tuple(rule for rule in every_rule() if rule.code == "N901"))
    seen = rows(check)
    assert {since for *_about, since in seen} == {"2026-07-01"}
    on("2026-07-10", monkeypatch)
    assert rows(check) == seen
    assert rows(check, "--since", "last") == rows(check, "--since", "2026-07-02") == []


def test_what_time_brings_about_stands_since_its_day(check: Type, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    assert type_(url, "李娜", "ack 2").verdict == "clean"
    on("2026-07-24", monkeypatch)
    assert ("D308", "2026-002", "2026-07-16") in rows(check)


def test_the_check_of_one_rule_remembers_nothing(check: Type) -> None:
    rows(check, "--rule", "D302")
    assert len(rows(check, "--since", "last", "--rule", "D302")) == 2


def test_in_cron_only_what_is_new_is_said_and_nothing_where_nothing_is(check: Type, url: str) -> None:
    assert check("--quiet", "--rule", "D308") == (0, "")
    assert "D302" in check("--quiet", "--new")[1]
    assert check("--quiet", "--new") == (0, "")
    assert check("--quiet", "--strict")[0] == 1
    assert check("--new", "--since", "2026-07-01") == (2, "")
    for number in ("1", "2"):
        assert type_(url, "吴芳", f"waiver add D302 {number} --reason 出差 --until 2026-07-31").verdict == "clean"
    assert check("--quiet") == (0, "")


def test_a_filtered_check_remembers_all(check: Type) -> None:
    assert rows(check, "--unit", "督查室") == [("D302", "2026-002", "2026-07-07")]
    assert rows(check, "--since", "last") == []


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (("--unit", "督查室"), ["2026-002"]),
        (("--person", "张伟"), ["2026-001"]),
        (("--by", "unit"), ["2026-002", "2026-001"]),
        (("--by", "person"), ["2026-001", "2026-002"]),
    ],
)
def test_by_unit_and_person(check: Type, words: tuple[str, ...], numbers: list[str]) -> None:
    assert [about for _code, about, _since in rows(check, *words)] == numbers


def test_sections_are_units_or_people(check: Type) -> None:
    assert "督查室 (1)" in check("--by", "unit")[1]
    assert "张伟 (1)" in check("--by", "person")[1]


@pytest.mark.parametrize(
    ("words", "code"),
    [(("--unit", "督察室"), 3), (("--person", "nobody"), 3), (("--by", "month"), 2), (("--since", "soon"), 2), (("--severity", "grave"), 2)],
)
def test_what_is_not_understood(check: Type, words: tuple[str, ...], code: int) -> None:
    assert check(*words) == (code, "")


def test_a_line_a_finding(check: Type, tmp_path: Path) -> None:
    code, said = check("--format", "lines", "--person", "张伟")
    assert (code, said) == (0, "D302 audit 2026-001: 张伟 has not signed for 2026-001, issued on 2026-07-06.\n")
    path = tmp_path / "found.txt"
    assert check("--format", "lines", "--person", "张伟", "-o", str(path)) == (0, "")
    assert path.read_text(encoding="utf-8") == said
    assert check("--format", "lines", "--strict", "--since", "last") == (0, "")


def test_annotations_hold_nothing_that_is_a_command(check: Type, url: str) -> None:
    assert type_(url, "吴芳", "add '值班 100%' --lead 李娜 --due 2026-07-11 --from '::set-env, x'").verdict == "warned"
    said = check("--format", "github", "--rule", "D307")[1]
    assert said.startswith("::warning title=D307 deadline-on-day-off::2026-003 is due on 2026-07-11")
    assert said.count("\n") == 1


def test_a_store_that_may_only_be_read_is_checked_all_the_same(check: Type, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_seen, "sqlite_address", lambda path, _mode: sqlite_address(path, "ro"))
    monkeypatch.setattr(findings_seen, "serving", SimpleNamespace(connect_postgresql=_closed))
    assert check()[0] == 0
    assert len(rows(check, "--since", "last")) == 2


def _closed(_place: object, **_patience: float) -> None:
    from officecli.errors import StorageTrouble

    raise StorageTrouble("closed")


def test_a_check_leaves_the_trail_alone(check: Type, url: str) -> None:
    with reading(place(url)) as read:
        before = read.head()
    check()
    with reading(place(url)) as read:
        assert read.head() == before
        assert read.value("SELECT COUNT(*) FROM check_log") == 2
    assert main.run(["verify"]) == 0


def test_waivers_and_rules_switched_off_are_said(check: Type, url: str) -> None:
    assert type_(url, "吴芳", "waiver add D302 1 --reason 出差 --until 2026-07-31").verdict == "clean"
    assert type_(url, "孙丽", "config set rules.D308.severity off").verdict == "clean"
    said = check()[1]
    assert "1 waiver is in force: officecli waivers" in said
    assert "Switched off here, and not asked: D308" in said
    assert "D302 audit 2026-001: 张伟 has not signed for 2026-001, issued on 2026-07-06. (waived: 出差)\n" in check("--format", "lines")[1]
