"""An office sets its own thresholds and how strict it is with each rule; everybody is judged by it, and each change is on the trail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from officecli import clock
from officecli.actions.acting import acting
from officecli.actions.items.register import Order, register
from officecli.actions.office.settings import set_setting, unset_setting
from officecli.cli.answers import sentences
from officecli.errors import BadInput, Refused
from officecli.files.office.export import export
from officecli.files.office.reading import read_text
from officecli.files.office.setting_up import set_up_from
from officecli.rules import every_rule, rule_named
from officecli.rules.thresholds import by_rule
from officecli.store import judge
from officecli.store.place import Place, place
from officecli.store.read.reader import reading
from officecli.typed.office.settings import checked_setting, setting_named, severity_name, strictness

pytestmark = pytest.mark.on_sqlite

REGISTRAR, DEPUTY = "孙丽", "吴芳"


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Iterator[Place]:
    at("2026-07-06T01:00")
    yield place(office_url)
    clock.pretend(None)


def set_(office: Place, name: str, value: str, who: str = REGISTRAR) -> list[str]:
    with acting(office, "config", who) as act:
        set_setting(act, name, value)
    return list(sentences(act.done))


def unstated(office: Place) -> list[tuple[str, str]]:
    """Give an item to two people of one rank without a part; the codes and severities of the warnings."""
    with acting(office, "add", DEPUTY) as act:
        register(act, Order("防汛检查", "李娜", "fri", support=("张伟",)))
    return sorted((found.rule.code, found.severity) for found in act.warnings)


def found(office: Place, code: str) -> list[str]:
    with reading(office) as read:
        return [finding.severity for finding in judge.findings(read, rule_named(code))]


def test_a_severity_holds_at_the_write_and_in_the_check(office: Place) -> None:
    with pytest.raises(Refused):
        unstated(office)
    assert set_(office, "rules.same-rank-ad-hoc.severity", "warn") == ["rules.R102.severity: warn (was refuse)"]
    set_(office, "rules.R104.severity", "audit")
    assert unstated(office) == [("R102", "warn")]
    assert (found(office, "R102"), found(office, "R104")) == (["warn"], ["audit"])
    set_(office, "rules.R102.severity", "off")
    assert unstated(office) == []
    assert found(office, "R102") == []
    with acting(office, "config", REGISTRAR) as act:
        unset_setting(act, "rules.R102.severity")
    assert found(office, "R102") == ["refuse", "refuse"]
    with pytest.raises(Refused):
        unstated(office)


def test_what_warns_can_be_refused(office: Place) -> None:
    saturday = Order("值班", "李娜", "2026-07-11")
    with acting(office, "add", DEPUTY) as act:
        register(act, saturday)
    assert [finding.rule.code for finding in act.warnings] == ["D307"]
    set_(office, "rules.D307.severity", "refuse")
    with pytest.raises(Refused), acting(office, "add", DEPUTY) as act:
        register(act, saturday)


def test_a_milder_case_stays_milder(office: Place) -> None:
    stated = Order("防汛检查", "李娜", "fri", support=("张伟:查险",))
    set_(office, "rules.R102.severity", "refuse")
    with acting(office, "add", DEPUTY) as act:
        register(act, stated)
    assert [(finding.rule.code, finding.severity) for finding in act.warnings] == [("R102", "warn")]


def test_a_threshold_can_be_named_by_its_rule(office: Place) -> None:
    assert set_(office, "rules.D302.limit_hours", "8") == ["sign.urgent_hours: 8 (was 4)"]
    assert set_(office, "rules.slow-to-sign.limit_hours", "８") == ["Nothing to change: sign.urgent_hours is 8."]
    with reading(office) as read:
        assert read.settings["sign.urgent_hours"] == 8
        trail = read.rows("SELECT actor_id, verb, role, subject FROM trail WHERE verb = 'config'")
    assert [(row["verb"], row["role"], row["subject"]) for row in trail] == [("config", "registrar", "setting")]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("rules.R102.severity", "warm", "Did you mean warn?"),
        ("rules.D301.severity", "warn", "It takes one of: refuse."),
        ("rules.R101.severity", "off", "It takes one of: refuse."),
        ("rules.D303.severity", "refuse", "It takes one of: off, advice, audit."),
        ("rules.R102.severty", "warn", "Did you mean rules.R102.severity?"),
        ("rules.same-rnk-ad-hoc.severity", "warn", "Did you mean rules.same-rank-ad-hoc.severity?"),
        ("rules.D302.limit_hour", "8", "Did you mean rules.D302.limit_hours?"),
        ("extension.max_day", "3", "Did you mean extension.max_days?"),
        ("zzz", "3", "See them all with: officecli config list"),
    ],
)
def test_what_is_not_known_offers_the_nearest(office: Place, name: str, value: str, said: str) -> None:
    with pytest.raises(BadInput) as raised:
        set_(office, name, value)
    assert raised.value.fix == said


@pytest.mark.parametrize("value", ["many", "10001", "1.5", ""])
def test_a_threshold_is_a_whole_number(office: Place, value: str) -> None:
    with pytest.raises(BadInput, match="whole number"):
        set_(office, "extension.max_days", value)


def test_a_percentage_of_a_whole_is_a_hundred_at_most() -> None:
    assert checked_setting("rules.B805.floor_percent", 100) == ("balance.floor_percent", "100")
    with pytest.raises(BadInput, match="from 0 to 100"):
        checked_setting("balance.floor_percent", 101)
    assert checked_setting("load.over_percent", 120) == ("load.over_percent", "120")


def test_only_a_registrar_changes_settings(office: Place) -> None:
    with pytest.raises(Refused) as raised:
        set_(office, "extension.max_days", "99", who="周海")
    ((_label, what, fix),) = raised.value.reasons
    assert ("周海 is none" in what, REGISTRAR in fix) == (True, True)
    with reading(office) as read:
        assert read.stored_settings == {}


def test_the_office_file_holds_them_too(office: Place, tmp_path: Path) -> None:
    text = '[settings]\n"rules.R102.severity" = "warn"\nrules.support-without-part.severity = "off"\n[settings.extension]\nmax_days = 5\n'
    path = tmp_path / "office.toml"
    path.write_text(text, encoding="utf-8")
    set_up_from(office, path, REGISTRAR)
    kept = {"rules.R102.severity": "warn", "rules.R104.severity": "off", "extension.max_days": "5"}
    with reading(office) as read:
        assert read.stored_settings == kept
        assert read_text(export(read), "again").settings == kept
    assert unstated(office) == [("R102", "warn")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('rules.R102.severity = "warm"', "Did you mean warn?"),
        ('rules.R101.severity = "off"', "It takes one of: refuse."),
        ("sign.urgent_hours = 3\nrules.D302.limit_hours = 4", "sign.urgent_hours is set twice"),
        ('extension.max_days = "5"', "must be a whole number"),
    ],
)
def test_faults_in_the_office_file_are_told(line: str, said: str) -> None:
    with pytest.raises(BadInput) as raised:
        read_text(f"[settings]\n{line}\n", "office.toml")
    assert said in raised.value.why


def test_every_threshold_is_named_by_its_rule_too() -> None:
    for also, setting in by_rule().items():
        assert setting_named(also) == setting.name
        assert rule_named(also.split(".")[1]).code == also.split(".")[1]
    assert all(rule.severity in strictness(rule) for rule in every_rule())
    assert all(setting_named(f"rules.{rule.name}.severity") == severity_name(rule) for rule in every_rule())


@pytest.mark.parametrize(("typed", "kept"), [("0.5", "0.5"), (2, "2"), (0.25, "0.25"), ("0", "0"), ("10.50", "10.5")])
def test_marks_are_kept_as_exact_decimals(typed: object, kept: str) -> None:
    assert checked_setting("score.late", typed) == ("score.late", kept)


@pytest.mark.parametrize("typed", ["0.125", "-1", "x", "nan", "Infinity", "1001", True])
def test_what_is_no_mark_is_refused(typed: object) -> None:
    with pytest.raises(BadInput, match="two decimals"):
        checked_setting("score.late", typed)


def test_what_takes_a_text_keeps_it_as_it_is_typed_and_a_file_gives_it_back(office: Place) -> None:
    assert set_(office, "mail.host", "mail.office.example") == ["mail.host: mail.office.example (was none)"]
    set_(office, "mail.user", "007")
    set_(office, "digest.days", "every")
    with reading(office) as read:
        kept = {"digest.days": "every", "mail.host": "mail.office.example", "mail.user": "007"}
        assert read.stored_settings == kept
        assert read_text(export(read), "again").settings == kept
    assert set_(office, "mail.host", "") == ["mail.host: – (was mail.office.example)"]


@pytest.mark.parametrize(
    ("name", "value", "takes"),
    [
        ("digest.days", "weekdays", "working or every"),
        ("mail.security", "", "starttls, ssl or none"),
        ("mail.host", "mail.office.example:25", "a text like mail.office.example or “”"),
        ("mail.from", "Office <digest@office.example>", "a text like digest@office.example"),
        ("mail.from", "a@b\nBcc: c@d", "a text like"),
        ("mail.password_file", "secret", "a text like /etc/"),
        ("mail.user", "x" * 300, "a text like"),
        ("mail.host", 5, "a text like"),
    ],
)
def test_what_a_text_cannot_be_is_refused_with_what_it_takes(name: str, value: object, takes: str) -> None:
    with pytest.raises(BadInput) as raised:
        checked_setting(name, value)
    assert takes in raised.value.fix
