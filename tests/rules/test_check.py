"""`check` lists what is wrong and says so by its exit code; `rule` explains the rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pkgutil import walk_packages

import pytest

from officecli import clock, rules
from officecli.actions import acting as acting_
from officecli.cli import main
from officecli.cli.commands.discipline import check as check_command
from officecli.formats import formats
from officecli.reports.record import findings, findings_screen
from officecli.reports.shape.report import Report
from officecli.rules import every_rule, find_rule, watching_rules
from officecli.store import judge
from officecli.store.place import place
from officecli.store.read.reader import reading
from rules.case import softened
from stage.command_lines import change, type_
from stage.families import FAMILIES

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _three_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are about the check; what other rules make of the office does not matter."""
    three = tuple(rule for rule in every_rule() if rule.code in ("R102", "R104", "R106"))
    monkeypatch.setattr(findings, "every_rule", lambda: three)


@pytest.fixture
def office(sqlite_office: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The base office in which one item breaks R102 and R104 though both refuse, and another has R104 waived."""
    monkeypatch.setenv("OFFICECLI_NOW", "2026-07-06T01:00")
    with monkeypatch.context() as patch:
        patch.setattr(acting_, "watching_rules", lambda: softened(every_rule()))
        assert type_(sqlite_office, "吴芳", "add 防汛检查 --lead 李娜 --support 张伟 --due fri").codes == {"R102", "R104"}
    assert type_(sqlite_office, "吴芳", "add 接待 --lead 李娜 --support 王强 --due fri --waive R104=现场再分").verdict == "waived"
    yield sqlite_office
    clock.pretend(None)


def check(url: str, capsys: Capture, *options: str) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    code = main.run(["check", "--db", url, "--format", "json", *options])
    return code, json.loads(capsys.readouterr().out)


def test_findings_name_the_item_its_unit_and_who_answers(office: str, capsys: Capture) -> None:
    code, report = check(office, capsys)
    assert code == 1
    rows = report["rows"]
    assert isinstance(rows, list)
    assert [(row["code"], row["about"], row["unit"], row["lead"], row["waived"]) for row in rows] == [
        ("R102", "2026-001", "督查室", "李娜", None),
        ("R104", "2026-001", "督查室", "李娜", None),
        ("R104", "2026-002", "督查室", "李娜", "现场再分"),
    ]
    assert report["summary"] == {"findings": 3, "new": 3, "refuse": 2, "warn": 0, "audit": 0, "advice": 0, "waived": 1}


@pytest.mark.parametrize(
    ("options", "code", "count"),
    [
        (("--rule", "R104"), 1, 2),
        (("--rule", "same-rank-ad-hoc"), 1, 1),
        (("--severity", "warn"), 0, 0),
        (("--rule", "D301"), 0, 0),
        (("--limit", "1"), 1, 3),
    ],
)
def test_filters(office: str, capsys: Capture, options: tuple[str, ...], code: int, count: int) -> None:
    found, report = check(office, capsys, *options)
    assert found == code
    summary = report["summary"]
    assert isinstance(summary, dict)
    assert summary["findings"] == count


def test_an_audit_finding_fails_a_strict_check_only(sqlite_office: str, capsys: Capture) -> None:
    assert check(sqlite_office, capsys, "--strict")[0] == 0
    change(sqlite_office, "duty 档案整理 retired=1")
    assert check(sqlite_office, capsys)[0] == 0
    assert check(sqlite_office, capsys, "--strict")[0] == 1


def test_who_is_excused_and_what_nobody_acts_on_is_told_besides(sqlite_office: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("OFFICECLI_NOW", "2026-07-06T01:00")
    clock.pretend(None)
    change(sqlite_office, "duty 档案整理 retired=1")
    (idle,) = (row["about"] for row in check(sqlite_office, capsys, "--rule", "R106")[1]["rows"])  # type: ignore[attr-defined]
    assert type_(sqlite_office, idle, f"person absent {idle} --to fri").verdict in ("clean", "warned")
    assert type_(sqlite_office, "吴芳", "add 接待 --lead 李娜 --due fri").verdict == "clean"
    assert type_(sqlite_office, "李娜", "person absent 李娜 --to fri").verdict in ("clean", "warned")
    capsys.readouterr()
    assert main.run(["check", "--db", sqlite_office, "--format", "md"]) == 0
    said = capsys.readouterr().out
    assert f"Without work, but exempt from R106 as newcomers or on leave: {idle}" in said
    assert "1 item of absent leads without a stand-in: 2026-001; see officecli away" in said


@pytest.mark.parametrize("moment", ["tomorrow", "2026-13-01", "0001-01-01T00:00+14:00"])
def test_a_rehearsed_moment_that_is_none_is_bad_input(sqlite_office: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture, moment: str) -> None:
    clock.pretend(None)
    monkeypatch.setenv("OFFICECLI_NOW", moment)
    assert main.run(["check", "--db", sqlite_office]) == 2
    assert f"OFFICECLI_NOW is “{moment}”" in capsys.readouterr().err


def test_nothing_found_says_so(sqlite_office: str, capsys: Capture) -> None:
    assert main.run(["check", "--db", sqlite_office]) == 0
    assert "Nothing is found" in capsys.readouterr().out


def test_waived_findings_do_not_fail(office: str, capsys: Capture) -> None:
    assert type_(office, "吴芳", "support 1 remove 张伟").verdict == "clean"
    code, report = check(office, capsys, "--strict")
    assert code == 0
    assert report["summary"] == {"findings": 1, "new": 1, "refuse": 0, "warn": 0, "audit": 0, "advice": 0, "waived": 1}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--rule", "R199"], 3, "R199"),
        (["--rule", "extension"], 2, "“extension” may mean extension-too-late (D304), extension-beyond-limit (D305)."),
        (["--severity", "grave"], 2, "refuse, warn, audit, advice"),
        (["--format", "xml"], 2, ", ".join((*formats(), "lines", "github"))),
    ],
)
def test_what_is_mistyped_is_said(sqlite_office: str, capsys: Capture, arguments: list[str], code: int, said: str) -> None:
    assert main.run(["check", "--db", sqlite_office, *arguments]) == code
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.code)
def test_each_rule_is_explained_by_code_and_by_name(rule: object, capsys: Capture) -> None:
    one = find_rule(getattr(rule, "code", "").lower())
    assert one is not None
    assert main.run(["rule", one.name]) == 0
    page = capsys.readouterr().out
    for text in (one.code, one.name, one.principle, one.finds, one.why, one.instead, one.refused, one.accepted):
        assert text in page
    assert ("cannot be waived" in page) is not one.waivable


@pytest.mark.parametrize(
    ("language", "typed", "code"), [("zh", "越级", "C501"), ("en", "skip", "C501"), ("en", "given out", "R103"), ("zh", "c501", "C501")]
)
def test_a_rule_is_meant_by_the_only_beginning_of_its_name(sqlite_office: str, capsys: Capture, language: str, typed: str, code: str) -> None:
    for line in (["rule", typed, "--format", "json"], ["check", "--rule", typed, "--format", "json"], ["check", *typed.split(), "--format", "json"]):
        assert main.run([*line, "--db", sqlite_office, "--lang", language]) == 0
        said = json.loads(capsys.readouterr().out)
        assert code == (said["rows"][0]["code"] if line[0] == "rule" else said["filters"]["code"]), line


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("overdue", "officecli check is:overdue"),  # a case of items before the beginning of a rule's name
        ("extension", "If a rule is meant: D304 extension-too-late, D305 extension-beyond-limit."),
        ("dor", "filter dor"),  # too short to be more than a part of a text
    ],
)
def test_what_may_be_a_text_of_the_items_is_no_rule_by_chance(sqlite_office: str, capsys: Capture, typed: str, said: str) -> None:
    assert main.run(["check", typed, "--db", sqlite_office]) == 0
    out = capsys.readouterr().out
    assert said in out
    assert f"filter {typed}" in out
    assert f"Nothing here fits “{typed}”." in out


def test_rules_are_listed_without_a_store(capsys: Capture) -> None:
    assert main.run(["rule", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row["code"] for row in rows] == [rule.code for rule in every_rule()]


def test_an_unknown_rule_offers_the_nearest(capsys: Capture) -> None:
    assert main.run(["rule", "same-rank-adhok"]) == 3
    assert "same-rank-ad-hoc" in capsys.readouterr().err


def test_names_match_files_and_codes_are_unique() -> None:
    from importlib import import_module

    rules = every_rule()
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
    for rule in rules:
        assert import_module(f"officecli.rules.{FAMILIES[rule.code[0]]}.{rule.name.replace('-', '_')}").RULE is rule


def test_softened_rules_differ_in_nothing_else() -> None:
    for rule, soft in zip(every_rule(), softened(every_rule()), strict=True):
        assert replace(soft, severity=rule.severity, sql=rule.sql) == rule


def test_every_query_leaves_room_in_sqlites_parser(sqlite_office: str) -> None:
    """Its stack holds a hundred levels, in some builds fewer: a query at the edge would fail on another machine."""
    with reading(place(sqlite_office)) as read:
        for rule in every_rule():
            values = {**judge.values(read, rule), "lo": 0, "hi": 0}
            for sql in {rule.sql, rule.checking}:
                read.rows(f"SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM ({sql}) a) b) c) d", values)
            if rule.since:
                asked = f"SELECT {rule.since} AS since"
                read.rows(f"SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT * FROM ({asked}) a) b) c) d", {**values, "subject": 0, "key": ""})


def test_a_screen_shows_the_gravest_kinds_and_everything_else_the_sheet(
    sqlite_office: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Report] = []

    def noted(report: Report) -> Report:
        asked.append(report)
        return report

    monkeypatch.setattr(findings_screen, "in_short", noted)

    def shortened(*options: str) -> bool:
        asked.clear()
        main.run(["check", "--db", sqlite_office, *options])
        return bool(asked)

    assert not shortened()
    assert shortened("--short")
    monkeypatch.setattr(check_command, "is_terminal", lambda: True)
    assert shortened()
    assert not shortened("--quiet"), "there is nothing to show"
    at("2026-07-06T02:00")
    assert change(sqlite_office, "person 王强 post_id=").verdict != "refused"
    assert shortened("--quiet")
    for options in (["--all"], ["--rule", "R106"], ["--new"], ["--by", "unit"], ["--format", "md"], ["--columns", "code"]):
        assert not shortened(*options), options
    assert main.run(["check", "--db", sqlite_office, "--all", "--short"]) == 2
    assert main.run(["check", "--db", sqlite_office, "--format", "json", "--short"]) == 2


def test_a_change_is_judged_by_every_rule_that_watches_a_table() -> None:
    assert watching_rules() == tuple(rule for rule in every_rule() if rule.watches)


def test_no_rule_that_has_a_file_is_missed() -> None:
    files = [import_module(one.name) for one in walk_packages(rules.__path__, f"{rules.__name__}.") if not one.ispkg]
    assert list(every_rule()) == sorted((file.RULE for file in files if hasattr(file, "RULE")), key=lambda rule: rule.code)
