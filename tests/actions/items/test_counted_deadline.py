"""`+3wd` moves a deadline from where it stands, and is said back; other words mean what they always did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from officecli import i18n
from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Office:
    """Items 1 and 2 of 王强's, given by 张伟 on Monday 6 July, due on Friday the 10th and Monday the 13th."""
    at("2026-07-06T02:00")
    made = Office(office_url, at)
    made.done("张伟", "add 核对台账 --lead 王强 --due 2026-07-10")
    made.done("张伟", "add 整理名册 --lead 王强 --due 2026-07-13")
    at("2026-07-08T02:00")
    return made


def due(office: Office) -> list[str]:
    return [row["due"] for row in office.rows("SELECT due FROM item ORDER BY id")]


@pytest.mark.parametrize("typed", ["+3wd", "＋3wd", " +3wd"])
def test_an_edit_adds_to_each_present_deadline(office: Office, typed: str) -> None:
    said = office.done("张伟", f"edit 1 2 --due '{typed}'")
    assert due(office) == ["2026-07-15", "2026-07-16"]
    assert f"2026-001: {typed.strip()} from 10 Jul: Wed 15 Jul." in said
    assert f"2026-002: {typed.strip()} from 13 Jul: Thu 16 Jul." in said


def test_an_extension_asked_for_and_granted_adds_to_the_present_deadline(office: Office) -> None:
    office.done("王强", "ack 1")
    said = office.done("王强", "extend 1 --to +2wd --reason 补数据")
    assert "+2wd from 10 Jul: Tue 14 Jul." in said
    assert office.rows("SELECT asked_due FROM extension") == [{"asked_due": "2026-07-14"}]
    assert "+1wd from 10 Jul: Mon 13 Jul." in office.done("张伟", "grant 1 --to +1wd")
    assert due(office)[0] == "2026-07-13"


def test_other_words_count_as_ever(office: Office) -> None:
    office.done("王强", "ack 1")
    said = office.done("王强", "extend 1 --to '5 working days' --reason 补数据")
    assert office.rows("SELECT asked_due FROM extension") == [{"asked_due": "2026-07-15"}], "from today, 8 July"
    assert "from 10 Jul" not in said
    office.done("张伟", "edit 2 --due '6 working days'")
    assert due(office)[1] == "2026-07-16", "from today as well"


def test_in_chinese(office: Office) -> None:
    i18n.use("zh")
    try:
        said = office.done("张伟", "edit 1 --due +3wd --lang zh")
    finally:
        i18n.use("en")
    assert "+3wd" in said
    assert "7月10日" in said
    assert "7月15日（周三）" in said


def test_a_day_that_has_just_passed_is_no_later_deadline(office: Office) -> None:
    office.done("王强", "ack 1")
    for who, line in (("王强", "extend 1 --to 7月1日 数据未到"), ("王强", 'extend 1 --to "July 1" 数据未到')):
        said = office.type(who, line)
        assert "has passed this year." in said
        assert "with its year: 2027-07-01" in said
    office.done("王强", "extend 1 --to 7月15日 数据未到")
    assert "has passed this year." in office.type("张伟", "grant 1 --to 7月1日")
    assert "“7月1日” has passed this year, so Thu 1 Jul 2027 is taken." in office.done("张伟", "edit 2 --due 7月1日")
    assert "undo" not in office.done("张伟", "edit 2 --due 7月1日"), "nothing was done that could be taken back"
