"""How much an office asks of itself: changed on the order of the highest post, seen at the write, in check, digest and the rules' pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from officecli import clock
from officecli.actions.acting import acting
from officecli.actions.items.register import Order, register
from officecli.actions.office.profile import set_profile
from officecli.actions.office.settings import set_setting, unset_setting
from officecli.actions.record.undo import undo
from officecli.cli.answers import sentences
from officecli.errors import BadInput, Refused
from officecli.files.office.export import export
from officecli.files.office.setting_up import set_up_from
from officecli.reports.items import digest
from officecli.reports.office.profile import strictness_here
from officecli.reports.record.findings import Asked, found
from officecli.reports.shape.filters import Filters
from officecli.rules import every_rule, rule_named
from officecli.store import judge
from officecli.store.place import Place, place
from officecli.store.read.reader import reading

pytestmark = pytest.mark.on_sqlite

REGISTRAR, DIRECTOR, DEPUTY = "孙丽", "周海", "吴芳"


@pytest.fixture
def either(office_url: str, at: Callable[[str], None]) -> Iterator[Place]:
    """On both engines, for what is asked of the trail and the posts."""
    at("2026-07-06T01:00")
    yield place(office_url)
    clock.pretend(None)


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Iterator[Place]:
    at("2026-07-06T01:00")
    yield place(sqlite_office)
    clock.pretend(None)


def to(office: Place, profile: str, by: str = DIRECTOR, who: str = REGISTRAR) -> list[str]:
    with acting(office, "profile", who) as act:
        set_profile(act, profile, by)
    return list(sentences(act.done))


def severities(office: Place) -> dict[str, str]:
    with reading(office) as read:
        return {rule.code: judge.severity_of(read, rule) for rule in every_rule()}


def give(office: Place, due: str, support: tuple[str, ...] = ()) -> None:
    with acting(office, "add", DEPUTY) as act:
        register(act, Order("防汛检查", "李娜", due, support=support))


def test_light_keeps_the_core_refusals_and_what_no_office_may_soften(office: Place) -> None:
    usual = severities(office)
    told = to(office, "light")
    kept = {code for code, severity in severities(office).items() if severity != "off"}
    assert kept == {"R101", "R102", "D301", "F602", "A401", "A402", "A403", "A404", "A405", "A406"} | {one.code for one in every_rule() if one.fixed}
    assert DIRECTOR in told[1]
    assert "R106" in told[2]
    give(office, "fri", support=("王强",))  # without a part, which R104 would refuse
    with pytest.raises(Refused) as refused:
        give(office, "fri", support=("张伟",))  # of the lead's rank
    assert refused.value.codes == "R102"
    with pytest.raises(BadInput, match="highest post"), acting(office, "undo", REGISTRAR) as act:
        undo(act)  # which nobody has ordered
    to(office, "standard")
    assert severities(office) == usual
    with pytest.raises(Refused) as refused:
        give(office, "fri", support=("王强",))
    ((_rule, _what, fix),) = refused.value.reasons
    assert fix == 'Say what 王强 does: --support "王强:part"'  # and not how with an item that was not made
    assert to(office, "standard") == ["Nothing to change: the profile is “standard”."]


def test_strict_refuses_what_is_warned_of_and_a_setting_of_the_offices_own_goes_before_both(office: Place) -> None:
    to(office, "strict")
    assert {severities(office)[code] for code in ("D307", "B801")} == {"refuse"}
    assert severities(office)["R106"] == "audit"
    with pytest.raises(Refused) as refused:
        give(office, "2026-07-11")  # a Saturday
    assert refused.value.codes == "D307"
    with acting(office, "config", REGISTRAR) as act:
        set_setting(act, "rules.D307.severity", "warn")
    give(office, "2026-07-11")
    with reading(office) as read:
        assert [strictness_here(read, rule_named(code)) for code in ("D307", "B801", "R101")] == ["", "refuse: by the profile “strict”.", ""]


def test_only_a_registrar_changes_it_and_only_on_the_order_of_the_highest_post(office: Place, tmp_path: Path) -> None:
    for by, who in ((DEPUTY, REGISTRAR), ("", REGISTRAR)):
        with pytest.raises(Refused) as refused:
            to(office, "light", by, who)
        assert f"--by {DIRECTOR}" in refused.value.fix
    with pytest.raises(Refused) as refused:
        to(office, "light", DIRECTOR, DEPUTY)
    assert refused.value.codes == "A401"
    with pytest.raises(BadInput):
        to(office, "lax")
    with pytest.raises(BadInput, match="highest post"), acting(office, "config", REGISTRAR) as act:
        set_setting(act, "rules.profile", "light")
    with pytest.raises(BadInput, match="highest post"), acting(office, "config", REGISTRAR) as act:
        unset_setting(act, "rules.profile")
    file = tmp_path / "office.toml"
    file.write_text('[settings]\n"rules.profile" = "light"\n', "utf-8")
    with pytest.raises(BadInput, match="highest post"):
        set_up_from(office, file, REGISTRAR)
    assert severities(office)["R106"] == "audit"


def test_a_file_that_names_no_profile_is_told_to_before_it_prunes(office: Place, tmp_path: Path) -> None:
    to(office, "light")
    with reading(office) as read:
        whole = export(read)
    assert "rules.profile" in whole
    file = tmp_path / "office.toml"
    file.write_text("".join(line for line in whole.splitlines(keepends=True) if "rules.profile" not in line), "utf-8")
    with pytest.raises(BadInput) as error:
        set_up_from(office, file, REGISTRAR, prune=True)
    assert 'rules.profile = "light"' in error.value.fix
    file.write_text(whole, "utf-8")
    set_up_from(office, file, REGISTRAR, prune=True)
    assert severities(office)["R106"] == "off"


def test_check_and_digest_say_so_for_a_month_and_the_rule_says_it_is_silent(either: Place, at: Callable[[str], None]) -> None:
    office = either

    def notes() -> tuple[str, str]:
        with reading(office) as read:
            brief = digest.report(read, Filters())
            assert brief is not None
            return "\n".join(found(read, [], Asked()).notes), "\n".join(brief.notes)

    assert not any("profile" in said for said in notes())
    to(office, "light")
    since = f"Since 2026-07-06 the office works by the profile “light (core rules only)”, on the order of {DIRECTOR}"
    assert all(since in said for said in notes())
    assert "Silent by the profile" in notes()[0]
    assert "Switched off here" not in notes()[0]
    with reading(office) as read:
        assert strictness_here(read, rule_named("R106")) == "It is silent: by the profile “light (core rules only)”."
    at("2026-08-05T01:00")
    assert all(since in said for said in notes())
    at("2026-08-06T01:00")
    assert not any(since in said for said in notes())
    assert "Silent by the profile" in notes()[0]
