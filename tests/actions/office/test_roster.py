"""Who is on duty, and what one duty officer leaves to the next."""

from __future__ import annotations

import pytest

from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite


def test_the_handover_carries_the_unfinished_over(office: Office) -> None:
    office.done("吴芳", "add 停水 --lead 李娜 --due fri --kind emergency")
    office.done("孙丽", "roster set today 陈静")
    office.done("孙丽", "roster set tomorrow 王强")
    said = office.done("陈静", "roster handover 二报未交")
    assert "Handed over from 陈静 to 王强." in said
    assert "Unfinished: 2026-001 停水 (李娜)" in said
    office.at("2026-07-07T02:00")
    assert "Duty officer: 王强." in office.done("王强", "roster today")
    assert "二报未交" in office.done("王强", "roster handover 等水厂 --to 刘洋")
    said = office.done("王强", "roster today")
    assert "note N-001" in said
    assert "note N-002" in said
    assert "Note N-001 is done." in office.done("王强", "roster done 1")
    said = office.done("王强", "roster today")
    assert "二报未交" not in said
    assert "note N-002" in said, "a note keeps its number when those before it are done"
    assert "Unfinished are: N-002." in office.type("王强", "roster done 1")


def test_a_note_of_friday_evening_finds_whoever_is_put_on_duty_next(office: Office) -> None:
    office.at("2026-07-10T11:30")
    office.done("孙丽", "roster set today 李娜")
    assert "to whoever comes next" in office.done("李娜", "roster handover 门未锁")
    assert "门未锁" not in office.done("陈静", "digest --for 陈静")
    office.done("孙丽", "roster set 2026-07-13 陈静")
    office.at("2026-07-13T01:00")
    assert "门未锁" in office.done("陈静", "digest --for 陈静")
    office.done("孙丽", "undo")
    assert "门未锁" not in office.done("陈静", "digest --for 陈静")
    assert office.rows("SELECT to_id FROM handover_note") == [{"to_id": None}]


def test_another_takes_the_day(office: Office) -> None:
    office.done("孙丽", "roster set fri 陈静")
    assert "Before: 陈静." in office.done("孙丽", "roster set fri 王强")
    said = office.done("孙丽", "roster list --from fri --to fri")
    assert "王强" in said
    assert "陈静" not in said


@pytest.mark.parametrize(("typed", "days"), [
    ("fri to sun 王强", "each day from 2026-07-10 to 2026-07-12"), ("周六到周日 王强", "each day from 2026-07-11 to 2026-07-12"),
    ("周末 王强", "each day from 2026-07-11 to 2026-07-12"), ("weekend 王强", "each day from 2026-07-11 to 2026-07-12"),
    ("下周末 王强", "each day from 2026-07-18 to 2026-07-19"), ("周六日 王强", "each day from 2026-07-11 to 2026-07-12"),
    ("7月11日到7月12日 王强", "each day from 2026-07-11 to 2026-07-12"), ("下周 王强", "each day from 2026-07-13 to 2026-07-19"),
    ("this-week 王强", "each day from 2026-07-06 to 2026-07-12"), ("中秋 王强", "each day from 2026-09-25 to 2026-09-27"),
    ("sat and sun 王强", "each day from 2026-07-11 to 2026-07-12"), ("'fri & sat' 王强", "each day from 2026-07-10 to 2026-07-11"), ("'Aug 8 and 9' 王强", "each day from 2026-08-08 to 2026-08-09"),
    ("下周二、三 王强", "each day from 2026-07-14 to 2026-07-15"), ("'until fri' 王强", "each day from 2026-07-06 to 2026-07-10"),
])  # fmt: skip
def test_every_day_that_is_named_is_on_the_roster(office: Office, typed: str, days: str) -> None:
    assert f"王强 is duty officer on {days}." in office.done("孙丽", f"roster {typed}")
    first, last = (days.split()[-3], days.rsplit(maxsplit=1)[-1]) if " " in days else (days, days)
    assert office.rows("SELECT MIN(day) AS first, MAX(day) AS last FROM roster") == [{"first": first, "last": last}]


def test_days_apart_are_said_apart_and_each_with_whom_it_had(office: Office) -> None:
    office.done("孙丽", "roster 2026-07-10 陈静")
    said = office.done("孙丽", "roster 7月8日、9日、10日、20日 王强")
    assert said.splitlines() == [
        "王强 is duty officer on each day from 2026-07-08 to 2026-07-09.", "王强 is duty officer on 2026-07-10. Before: 陈静.",
        "王强 is duty officer on 2026-07-20.",
    ]  # fmt: skip
    assert "from 2026-07-08 to 2026-07-20" in office.done("孙丽", "roster 7月8日、20日")
    assert "Did you mean: officecli roster 'fri to sun' 王强" in office.type("孙丽", "roster 王强 fri to sun").replace('"', "'")


def test_nobody_is_put_on_duty_on_some_of_the_days(office: Office) -> None:
    office.done("李娜", "person absent 李娜 --to fri")
    assert "李娜 is away from 2026-07-06 to 2026-07-10." in office.type("孙丽", "roster fri to sun 李娜")
    assert office.rows("SELECT * FROM roster") == []


def test_who_leaves_is_named_with_the_duties_and_absences_that_nobody_sees_to_any_more(office: Office) -> None:
    office.done("孙丽", "roster 2026-07-07 王强")
    office.done("孙丽", "away 陈静 2026-07-10 --from 2026-07-08 --stand-in 王强")
    for line in ("person leave 王强 --dry-run", "person leave 王强"):
        said = office.done("孙丽", line)
        assert "王强 is on the duty roster for 2026-07-07; put somebody else on it: officecli roster 2026-07-07 NAME" in said
        assert "officecli away 陈静 2026-07-10 --from 2026-07-08 --stand-in NAME" in said
    assert "王强" not in office.done("孙丽", "away")
    assert "07-07" in office.done("孙丽", "forecast"), "a day on which who was to be on duty has left is one without anybody"
    assert "left on 2026-07-06" in office.done("孙丽", "roster 2026-07-07")
    office.at("2026-07-07T02:00")
    assert "Nobody is on duty today, for 王强, who was to be, left on 2026-07-06" in office.done("孙丽", "roster today")
    assert "Before: 王强." in office.done("孙丽", "roster today 李娜")


def test_a_day_without_anybody_is_said(office: Office) -> None:
    office.done("孙丽", "roster set 2026-07-07 陈静")
    assert "Nobody is on duty on: 2026-07-06, 2026-07-08." in office.done("孙丽", "roster list --to 2026-07-08")


@pytest.mark.parametrize(("said", "days"), [
    ("roster list --from 2026-06-29 --to today", "2026-06-29 to 2026-07-06"),
    ("roster list --from 1-June --to today", "2026-06-01 to 2026-07-06"),
    ("roster list --from next-week --to next-friday", "2026-07-13 to 2026-07-17"),
    ("roster list --from 下周 --to 周三", "2026-07-13 to 2026-07-15"),
    ("away 陈静 下周五 --from 下周", "2026-07-13 to 2026-07-17"),
    ("away 陈静 8月 --from 8月", "2026-08-01 to 2026-08-31"),
    ("away 陈静 周末", "2026-07-11 to 2026-07-12"),
    ("away 陈静 国庆假期 探亲", "2026-10-01 to 2026-10-07"),
    ("away 陈静 next weekend", "2026-07-18 to 2026-07-19"),
    ("away 陈静 周五到周末", "2026-07-10 to 2026-07-12"),
    ("away 陈静 周末 --from 周四", "2026-07-09 to 2026-07-12"),
    ("roster list --from fri --to weekend", "2026-07-10 to 2026-07-12"),
    ("roster weekend", "2026-07-11 to 2026-07-12"),
])  # fmt: skip
def test_each_end_of_a_span_is_what_its_words_say(office: Office, said: str, days: str) -> None:
    assert days in office.done("孙丽", said)


@pytest.mark.parametrize(("said", "days"), [
    ("下周一至下周五", "2026-07-13 to 2026-07-17"), ("next monday to next friday", "2026-07-13 to 2026-07-17"), ("下周一至周五", "2026-07-13 to 2026-07-17"),
    ("上周", "2026-06-29 to 2026-07-05"), ("last month", "2026-06-01 to 2026-06-30"), ("本周", "2026-07-06 to 2026-07-12"),
    ("下周", "2026-07-13 to 2026-07-19"), ("next week", "2026-07-13 to 2026-07-19"),
    ("2026-W29", "2026-07-13 to 2026-07-19"), ("week of July 14", "2026-07-13 to 2026-07-19"),
        ("August", "2026-08-01 to 2026-08-31"), ("this month", "2026-07-06 to 2026-07-31"), ("end of week", "2026-07-06 to 2026-07-10"),
    ("周五", "2026-07-10 to 2026-07-10"), ("friday of next week", "2026-07-17 to 2026-07-17"),
])  # fmt: skip
def test_a_week_or_a_month_is_all_of_it_that_is_not_over_or_all(office: Office, said: str, days: str) -> None:
    assert f"Duty roster from {days}" in office.done("孙丽", f"roster show '{said}'")


@pytest.mark.parametrize(("who", "line", "code", "said"), [
    ("陈静", "roster set fri 王强", 1, "Ask 王强, 张伟, or a registrar: 孙丽."),
    ("孙丽", "roster set fri 李娜", 1, "李娜 is away"),
    ("孙丽", "roster set someday 王强", 2, "someday"),
    ("王强", "roster handover x", 1, "On duty: 陈静."),
    ("陈静", 'roster handover " "', 2, "The note is empty"),
    ("陈静", "roster list --from fri --to 2026-07-06", 2, "--from 2026-07-10 is after --to 2026-07-06, so nothing can fit."),
    ("陈静", "roster list --to 2026-07-03", 2, "--from 2026-07-06 is after"),
    ("陈静", "roster done 7", 3, "There is no unfinished note “7”"),
])  # fmt: skip
def test_what_cannot_be_is_said(office: Office, who: str, line: str, code: int, said: str) -> None:
    office.done("李娜", "person absent 李娜 --to fri")
    office.done("孙丽", "roster set today 陈静")
    assert said in office.type(who, line)
    assert office.code == code


def test_nobody_has_been_on_duty_yet(office: Office) -> None:
    assert "Nobody has been on duty yet." in office.type("孙丽", "roster handover x")
    assert office.code == 3


def test_what_was_done_to_the_roster_says_of_which_day_and_who(office: Office) -> None:
    office.done("孙丽", "roster set fri 陈静")
    office.done("孙丽", "roster set fri 王强")
    office.done("孙丽", "roster set today 陈静")
    office.done("陈静", "roster handover 二报未交")
    office.done("陈静", "roster done 1")
    said = office.done("孙丽", "history")
    for told in ("2026-07-10, 陈静", "2026-07-10 陈静 → 王强", "2026-07-06, 陈静", "二报未交", "N-001"):
        assert told in said, told
    assert "2026-07-10 陈静 → 王强" in office.done("孙丽", "undo --list")
