"""Every rule finds what it should and nothing else, says so at the write, and `check` finds the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from officecli import clock
from officecli.actions import acting as acting_
from officecli.model.rule import Finding
from officecli.rules import every_rule
from officecli.rules.wording import fix, message
from officecli.store import judge
from officecli.store.place import place
from officecli.store.read.reader import reading
from rules.before_last import BeforeLast, as_expected
from rules.case import CASES, LAST, Case, every_case, softened

ALL = every_case()
SOFT = {rule.code: rule for rule in softened(every_rule())}
STOPPED = [case for case in ALL if case.expected.startswith(("refused", "warned")) and case.by != "act"]
BY_ACT = [case for case in ALL if case.by]
OF_A_KIND = list({(case.code, case.expected.partition(" ")[0], case.check): case for case in reversed(ALL)}.values())[::-1]
"""One case for each rule and what comes of it, for PostgreSQL: the text is the same, and how an engine reads it shows in one of a kind."""

ON_ENGINES = [*((case, "sqlite") for case in ALL), *((case, "postgresql") for case in OF_A_KIND)]


@pytest.fixture(autouse=True)
def _present() -> Iterator[None]:
    yield
    clock.pretend(None)


@pytest.fixture(scope="module")
def before_last(sqlite_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], str]:
    """Puts the office as it stands before the last step of a case on the desk, and says where that is."""
    return BeforeLast(sqlite_base, tmp_path_factory.mktemp("before-last")).put


@pytest.fixture(scope="module")
def found_of_softened(before_last: Callable[[Case], str]) -> Callable[[Case], dict[str, list[Finding]]]:
    """Tells what a check finds of the rules that a case is about, after its last step met warnings instead of refusals."""
    known: dict[str, dict[str, list[Finding]]] = {}

    def findings(case: Case) -> dict[str, list[Finding]]:
        if case.name not in known:
            url = before_last(case)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(acting_, "watching_rules", lambda: tuple(SOFT.values()))
                case.play(url, only=LAST)
            _verdict, *said = case.expected.split()
            with reading(place(url)) as read:
                known[case.name] = {code: judge.findings(read, SOFT[code]) for code in {case.code, *said}}
                assert known[case.name] == {code: judge.findings(read, SOFT[code], judge.EVERYTHING) for code in known[case.name]}
        return known[case.name]

    return findings


@pytest.mark.parametrize(("case", "engine"), ON_ENGINES, ids=[f"{engine}-{case.name}" for case, engine in ON_ENGINES])
def test_case(case: Case, engine: str, before_last: Callable[[Case], str], request: pytest.FixtureRequest) -> None:
    if engine == "sqlite":
        url = before_last(case)
        case.play(url, as_expected, only=LAST)
    else:
        url = request.getfixturevalue("postgresql_copy").fresh()
        case.play(url, as_expected)
    if case.check:
        assert case.found(url) == case.check
    if case.severity:
        assert case.severities(url) == {case.severity}
    if case.since:
        stood = case.stands_since(url)
        assert stood == case.since
        clock.pretend(clock.now() + timedelta(days=1))  # another day of the first check finds the same day
        assert set(case.stands_since(url)) <= {*stood, clock.today("Asia/Shanghai").isoformat()}


@pytest.mark.parametrize("case", STOPPED, ids=lambda case: case.name)
def test_check_finds_what_the_write_said(case: Case, found_of_softened: Callable[[Case], dict[str, list[Finding]]]) -> None:
    _verdict, *expected = case.expected.split()
    for code in expected:
        assert found_of_softened(case)[code], f"{code} was said at the write only"


@pytest.mark.parametrize("case", [case for case in STOPPED if case.expected == f"refused {case.code}"], ids=lambda case: case.name)
def test_each_protection_matters(case: Case, before_last: Callable[[Case], str], monkeypatch: pytest.MonkeyPatch) -> None:
    url = before_last(case)
    others = tuple(rule for rule in every_rule() if rule.code != case.code)
    monkeypatch.setattr(acting_, "watching_rules", lambda: others)
    assert case.play(url, only=LAST).verdict != "refused"


@pytest.mark.parametrize("case", BY_ACT, ids=lambda case: case.name)
def test_what_the_act_itself_refuses_leaves_nothing(case: Case, before_last: Callable[[Case], str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert (case.by, case.expected) == ("act", f"refused {case.code}")
    url = before_last(case)
    with reading(place(url)) as read:
        before = read.head()
    monkeypatch.setattr(acting_, "watching_rules", lambda: ())
    case.play(url, as_expected, only=LAST)
    with reading(place(url)) as read:
        assert read.head() == before
    assert case.found(url) == "nothing"


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.code)
def test_every_rule_has_cases(rule: Any) -> None:
    own = [case for case in ALL if case.code == rule.code and not case.by]
    place = f"tests/rules/cases/{rule.name}.yaml"
    assert (CASES / f"{rule.name}.yaml").exists(), f"{rule.code} has no cases; write them in {place}"
    assert rule.since or " AS since" in rule.sql, f"{rule.code} does not tell since when what it finds is so"
    if rule.watches:
        stopped = "refused" if rule.severity == "refuse" else "warned"
        assert any(rule.code in case.expected and case.expected.startswith(stopped) for case in own), f"{place} has no case of what is {stopped}"
        assert any(case.expected == "clean" or case.expected.startswith(("warned", "waived")) for case in own), (
            f"{place} has no case of what is right"
        )
    else:
        assert {"found", "nothing"} <= {case.check for case in own}, (
            f"{place} has no case in which a check finds something, or none in which it does not"
        )
    if rule.severity == "refuse" and rule.watches:
        assert any(case.expected == f"refused {rule.code}" for case in own), f"{place} has no case in which this rule alone refuses"


@pytest.mark.parametrize("code", [rule.code for rule in every_rule()])
def test_every_template_is_filled_by_some_case(code: str, found_of_softened: Callable[[Case], dict[str, list[Finding]]]) -> None:
    said: set[str] = set()
    for case in (case for case in ALL if case.code == code and (case.check == "found" or case in STOPPED)):
        for finding in found_of_softened(case)[code]:
            assert "nobody" not in message(finding) + fix(finding)
            said.add(str(finding.values.get("which", "")))
    place = f"tests/rules/cases/{SOFT[code].name}.yaml"
    assert said, f"{place} has no case in which a check finds {code}"
    for template in (SOFT[code].message, SOFT[code].fix):
        texts = said if isinstance(template, str) else set(template)
        assert said == texts, f"{place} shows what {code} says of {sorted(said)}, and it has texts for {sorted(texts)}"
