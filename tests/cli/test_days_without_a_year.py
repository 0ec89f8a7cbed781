"""A day typed without its year is said with the one that was taken where this year's is as near; what is typed beside the day of an absence is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from stage.meeting_sheets import Sheet
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]

pytestmark = pytest.mark.on_sqlite
NEXT, LAST = "has passed this year, so", "is still to come this year, so"


def last_absence(office: Office) -> tuple[str, str, str]:
    row = office.rows("SELECT since, until, reason FROM absence ORDER BY id DESC LIMIT 1")[0]
    return row["since"], row["until"], row["reason"]


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("7月8日 --from 7月3日", "2026-07-03", "2026-07-08"),
        ("7月2日 --from 7月1日", "2026-07-01", "2026-07-02"),
        ("'10 Jul' --from '1 Jul'", "2026-07-01", "2026-07-10"),
        ("fri --from wed", "2026-07-08", "2026-07-10"),
        ("1月8日 --from 12月30日", "2026-12-30", "2027-01-08"),
        ("3月8日 --from 3月1日", "2027-03-01", "2027-03-08"),
        ("6月30日 --from 7月1日", "2026-07-01", "2027-06-30"),
    ],
)
def test_an_absence_that_has_begun_begins_this_year(office: Office, typed: str, since: str, until: str) -> None:
    said = office.done("陈静", f"away me {typed}")
    assert last_absence(office)[:2] == (since, until)
    assert (NEXT in said) == (typed.startswith(("3月", "6月")))


def test_a_span_is_no_first_day(office: Office) -> None:
    assert "a whole span, and only its first day belongs here" in office.type("陈静", "away me 培训 --from '7月9日到7月20日'")
    assert office.code == 2


@pytest.mark.parametrize(
    ("typed", "until", "reason"),
    [
        ("fri -m dentist", "2026-07-10", "dentist"),
        ("fri dentist", "2026-07-10", "dentist"),
        ("'10 July' training", "2026-07-10", "training"),
        ("10 July 2026 annual leave -m abroad", "2026-07-10", "annual leave abroad"),
        ("7月10日 病假", "2026-07-10", "病假"),
        ("fri morning", "2026-07-10", "morning"),
        ("7月10日下午 开会", "2026-07-10", "下午 开会"),
        ("fri 13:15 half day", "2026-07-10", "13:15 half day"),
        ("'fri to mon' Christmas", "2026-07-13", "Christmas"),
        ("next week easter", "2026-07-17", "easter"),
    ],
)
def test_what_stands_beside_the_last_day_of_an_absence_is_its_reason(office: Office, typed: str, until: str, reason: str) -> None:
    office.done("陈静", f"away me {typed}")
    assert last_absence(office)[1:] == (until, reason)


@pytest.mark.parametrize(
    ("typed", "since"),
    [("fri to sun evening", "2026-07-10"), ("until fri morning", "2026-07-06"), ("下周 上午", "2026-07-13"), ("fri morning", "2026-07-10")],
)
def test_a_part_of_its_last_day_shortens_no_span(office: Office, typed: str, since: str) -> None:
    office.done("陈静", f"away me {typed}")
    assert last_absence(office)[0] == since


def test_a_second_absence_that_was_to_begin_later_says_how(office: Office) -> None:
    office.done("陈静", "away me today dentist")
    said = office.type("陈静", "away me wed training")
    assert 'officecli away "陈静" 2026-07-08 --from 2026-07-08' in said
    office.done("陈静", 'away "陈静" 2026-07-08 --from 2026-07-08')
    assert "from today" not in office.type("陈静", "away me thu --from wed")


def test_what_was_decided_last_year_is_said(office: Office) -> None:
    said = office.done("周海", "decision add 关闭窗口 --meeting 晨会 --by me --on 7月7日")
    assert f"“7月7日” {LAST} Mon 7 Jul 2025 is taken." in said
    assert LAST not in office.done("周海", "decision add 核对台账 --meeting 例会 --by me --on 7月3日")
    assert LAST not in office.done("周海", "decision add 去年的事 --meeting 年会 --by me --on 2025-12-31")


def test_until_when_a_rule_is_set_aside_is_read_back(office: Office) -> None:
    waived = "--waive R102=一 --waive R104=二 --waived-by 吴芳"
    said = office.done("孙丽", f"add 台账 --lead 陈静 --support 王强 --due 7-31 --by 吴芳 --from 例会 {waived} --waived-until 7月1日")
    assert [line for line in said.splitlines() if "set aside" in line] == [
        "R102 is set aside for 2026-001 until Thu 1 Jul 2027, in 249 working days (provisional: the days off of 2027 are not announced yet).",
        "R104 is set aside for 2026-001 until Thu 1 Jul 2027, in 249 working days (provisional: the days off of 2027 are not announced yet).",
    ]
    assert said.count(NEXT) == 1
    assert (
        office.done("吴芳", "waiver add R103 1 --reason 三 --until fri").count("is set aside for 2026-001 until Fri 10 Jul 2026, in 4 working days.")
        == 1
    )


def test_who_is_on_duty_next_year_is_said(office: Office) -> None:
    assert NEXT in office.done("孙丽", "roster 7月1日 陈静")


def test_a_look_says_of_which_year_it_is(office: Office) -> None:
    assert "“7月7日” is still to come this year; 2025-07-07 is looked at." in office.done("孙丽", "refusals --since 7月7日")
    assert "is looked at" not in office.done("孙丽", "refusals --since 7月3日")


def test_a_new_deadline_written_in_the_meeting_says_its_year(office: Office, tmp_path: Path) -> None:
    office.done("吴芳", "add 台账 --lead 陈静 --due 7-31")
    sheet = Sheet(office, tmp_path)
    sheet.write("2026-001", 新时限="7月1日")
    for more in ("--dry-run", ""):
        assert f"“7月1日” {NEXT} Thu 1 Jul 2027 is taken." in office.done("孙丽", f"meeting read {sheet.saved()} --meeting 晨会 {more}")
