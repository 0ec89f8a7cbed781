"""Where a post is vacant, a rule names the next superior there is."""

from __future__ import annotations

from collections.abc import Callable

from officecli.rules.deadlines import slow_to_sign
from officecli.store import judge
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage.command_lines import change, type_


def leave(url: str, name: str) -> None:
    assert change(url, f"person {name} left_on=2026-07-06").verdict == "clean"


def test_a_grant_beyond_authority_is_left_to_the_next_superior_there_is(office_url: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    assert change(office_url, "post 督查室主任 extension_days=1").verdict == "clean"
    assert type_(office_url, "李娜", "add 工业调研 --lead 陈静 --due 2026-07-10").verdict == "clean"
    assert type_(office_url, "陈静", "extend 1 --to 2026-07-16 --reason 数据未到").verdict == "clean"
    leave(office_url, "吴芳")
    refused = type_(office_url, "李娜", "grant 1")
    assert refused.fits("refused A405")
    assert "Leave it to 周海" in refused.said


def test_what_is_not_signed_for_at_twice_the_limit_names_the_next_superior_there_is(office_url: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T02:00")
    assert type_(office_url, "周海", "add 月度信息 --lead 李娜 --due 2026-07-31 --from 批示 --waive C507=急").verdict != "refused"
    leave(office_url, "吴芳")
    at("2026-07-09T02:00")
    with reading(place(office_url)) as read:
        (finding,) = judge.findings(read, slow_to_sign.RULE)
    assert (finding.values["which"], finding.values["superior"]) == ("twice", "周海")
