"""Every rule finds what it should and nothing else, says so at the write, and `check` finds the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from officecli import clock
from officecli.actions import acting as acting_
from officecli.rules import every_rule
from officecli.rules.wording import fix, message
from officecli.store import judge
from officecli.store.place import place
from officecli.store.read.reader import reading
from rules.case import CASES, Case, every_case, softened
from stage.command_lines import Outcome

ALL = every_case()
STOPPED = [case for case in ALL if case.expected.startswith(("refused", "warned"))]


@pytest.fixture(autouse=True)
def _present() -> Iterator[None]:
    yield
    clock.pretend(None)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_case(case: Case, office_url: str) -> None:
    def as_expected(step: dict[str, Any], outcome: Outcome) -> None:
        if "expect" in step:
            assert outcome.fits(step["expect"]), f"{step}: {outcome}"
        else:
            assert outcome.verdict in ("clean", "warned", "waived"), f"{step}: {outcome}"

    case.play(office_url, as_expected)
    if case.check:
        assert case.found(office_url) == case.check


@pytest.mark.parametrize("case", STOPPED, ids=lambda case: case.name)
def test_check_finds_what_the_write_said(case: Case, sqlite_office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    soft = softened(every_rule())
    monkeypatch.setattr(acting_, "every_rule", lambda: soft)
    _verdict, *expected = case.expected.split()
    case.play(sqlite_office)
    with reading(place(sqlite_office)) as read:
        for code in expected:
            rule = next(rule for rule in soft if rule.code == code)
            assert judge.findings(read, rule), f"{code} was said at the write only"


@pytest.mark.parametrize("case", [case for case in STOPPED if case.expected == f"refused {case.code}"], ids=lambda case: case.name)
def test_each_protection_matters(case: Case, sqlite_office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    others = tuple(rule for rule in every_rule() if rule.code != case.code)
    monkeypatch.setattr(acting_, "every_rule", lambda: others)
    assert case.play(sqlite_office).verdict != "refused"


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.code)
def test_every_rule_has_cases(rule: Any) -> None:
    own = [case for case in ALL if case.code == rule.code]
    assert (CASES / f"{rule.name}.yaml").exists()
    if rule.watches:
        stopped = "refused" if rule.severity == "refuse" else "warned"
        assert any(rule.code in case.expected and case.expected.startswith(stopped) for case in own)
        assert any(case.expected == "clean" or case.expected.startswith(("warned", "waived")) for case in own)
    else:
        assert {"found", "nothing"} <= {case.check for case in own}
    if rule.severity == "refuse" and rule.watches:
        assert any(case.expected == f"refused {rule.code}" for case in own), "a case in which this rule alone refuses"


@pytest.mark.parametrize("code", [rule.code for rule in every_rule()])
def test_every_template_is_filled_by_some_case(code: str, sqlite_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    soft = softened(every_rule())
    monkeypatch.setattr(acting_, "every_rule", lambda: soft)
    rule = next(rule for rule in soft if rule.code == code)
    said: set[str] = set()
    for number, case in enumerate(case for case in ALL if case.code == code and (case.check == "found" or case in STOPPED)):
        file = tmp_path / f"{number}.db"
        shutil.copy(sqlite_base, file)
        case.play(f"sqlite:///{file}")
        with reading(place(f"sqlite:///{file}")) as read:
            for finding in judge.findings(read, rule):
                assert "nobody" not in message(finding) + fix(finding)
                said.add(str(finding.values.get("which", "")))
    for template in (rule.message, rule.fix):
        assert said if isinstance(template, str) else said == set(template)
