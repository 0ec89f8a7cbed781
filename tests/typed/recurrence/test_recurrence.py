"""When routine work comes round: against dateutil, and by hand tables for days off and make-up days."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

import pytest
from dateutil import rrule
from hypothesis import example, given, settings
from hypothesis import strategies as st

from officecli import i18n
from officecli.errors import BadInput
from officecli.model.time.recurrence import anchored, check_rule, is_endless, occurrences, passed_by, turns
from officecli.model.time.recurrence_rule import WEEKDAYS
from officecli.model.time.working_days import WorkingDays
from officecli.store.calendar.sources import exceptions
from officecli.typed.recurrence import read_every, say_every

LAST = date(2060, 12, 31)
PLAIN = WorkingDays({}, last=LAST)
CN = WorkingDays({day: working for year in (2025, 2026) for day, working in exceptions("CN", year).exceptions.items()}, last=LAST)
EVERY_DAY = WorkingDays({date(2000, 1, 1) + timedelta(days=n): True for n in range((LAST - date(2000, 1, 1)).days + 1)}, last=LAST)


def come(rule: str, since: str, until: str, *, days_off: str = "before", days: WorkingDays = CN, after: str = "") -> list[str]:
    """The occurrences as month-day, or with their year in another one than the first."""
    start = date.fromisoformat(since)
    found = occurrences(
        check_rule(rule),
        start=start,
        after=date.fromisoformat(after) if after else None,
        until=date.fromisoformat(until),
        days_off=days_off,
        days=days,
    )
    return [f"{day:%m-%d}" if day.year == start.year else day.isoformat() for day in found]


def joined(values: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=most).map(lambda found: ",".join(map(str, found)))


MONTH_DAYS = joined(st.integers(-31, 31).filter(bool), 3).map("BYMONTHDAY={}".format)
WEEK_DAYS = joined(st.tuples(st.sampled_from(["", "", "1", "2", "-1"]), st.sampled_from(WEEKDAYS)).map("".join)).map("BYDAY={}".format)
RULES = st.tuples(
    # intervals that meet every month and weekday in time; dateutil looks for a day that never comes until the year 9999
    st.tuples(st.sampled_from(["YEARLY", "MONTHLY"]), st.sampled_from([1, 5])).map("FREQ={0[0]};INTERVAL={0[1]}".format)
    | st.tuples(st.sampled_from(["WEEKLY", "DAILY"]), st.integers(1, 5)).map("FREQ={0[0]};INTERVAL={0[1]}".format),
    st.just("") | joined(st.integers(1, 12)).map("BYMONTH={}".format),
    st.just("") | MONTH_DAYS | WEEK_DAYS | MONTH_DAYS.map("{};BYSETPOS=-1".format) | WEEK_DAYS.map("{};BYSETPOS=1".format),
    st.sampled_from(["", "", "COUNT=7"]),
).map(lambda parts: ";".join(part for part in parts if part))
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@settings(max_examples=100, deadline=None)
@given(RULES, DAYS, DAYS)
@example("FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31", date(2024, 1, 31), date(2027, 12, 31))
@example("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", date(2024, 11, 30), date(2026, 1, 15))
@example("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO,SU", date(2024, 2, 29), date(2027, 3, 1))
@example("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(2024, 1, 1), date(2027, 12, 31))
def test_the_days_are_those_of_dateutil(text: str, start: date, after: date) -> None:
    try:
        rule = check_rule(text)
    except BadInput:
        return
    horizon = date(2030, 12, 31)
    bare = text.removesuffix(";COUNT=7")
    theirs = [found.date() for found in rrule.rrulestr(f"RRULE:{bare};UNTIL=20301231", dtstart=midnight(start))][: 7 if "COUNT" in text else None]
    assert list(occurrences(rule, start=start, after=None, until=horizon, days_off="skip", days=EVERY_DAY)) == [
        one for one in theirs if one <= horizon
    ]
    later = list(occurrences(rule, start=start, after=after, until=horizon, days_off="skip", days=EVERY_DAY))
    assert later == [one for one in theirs if after < one <= horizon]


@settings(max_examples=100, deadline=None)
@given(RULES, DAYS, DAYS, st.sampled_from(["before", "after", "skip"]))
def test_stretches_are_together_the_whole(text: str, start: date, cut: date, days_off: str) -> None:
    try:
        rule = check_rule(text)
    except BadInput:
        return
    until = date(2028, 6, 30)
    whole = list(occurrences(rule, start=start, after=None, until=until, days_off=days_off, days=CN))
    first = list(occurrences(rule, start=start, after=None, until=cut, days_off=days_off, days=CN))
    second = list(occurrences(rule, start=start, after=cut, until=until, days_off=days_off, days=CN))
    assert first + second == whole
    passed = passed_by(cut, days_off, CN)
    then = [turn.comes for turn in turns(rule, start=start, passed=passed, until=until, days_off=days_off, days=CN)] if passed >= start else whole
    assert then == [day for day in whole if passed < start or day > cut]
    assert whole == sorted(set(whole))
    assert all(CN.is_working(day) for day in whole)


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - dateutil's rules know no zone


@settings(max_examples=50, deadline=None)
@given(RULES)
def test_a_checked_rule_is_written_in_one_way(text: str) -> None:
    try:
        rule = check_rule(text)
    except BadInput:
        return
    assert check_rule(f" rrule:{rule.lower()} ") == rule


# 2026: Spring Festival 15–23 February off, Saturday 14 and 28 February worked; National Day 1–7 October off, 20 September and 10 October worked.


@pytest.mark.parametrize(
    ("days_off", "expected"),
    [
        ("before", ["02-13", "02-14", "02-24", "02-25", "02-26", "02-27", "02-28", "03-02"]),
        ("after", ["02-13", "02-14", "02-24", "02-25", "02-26", "02-27", "02-28", "03-02"]),
        ("skip", ["02-13", "02-14", "02-24", "02-25", "02-26", "02-27", "02-28", "03-02"]),
    ],
)
def test_every_working_day_over_spring_festival(days_off: str, expected: list[str]) -> None:
    assert come("FREQ=DAILY", "2026-02-13", "2026-03-02", days_off=days_off) == expected


@pytest.mark.parametrize(
    ("rule", "days_off", "expected"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=1", "before", ["09-01", "09-30", "10-30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "after", ["09-01", "10-08", "11-02"]),
        ("FREQ=MONTHLY;BYMONTHDAY=1", "skip", ["09-01"]),
        ("FREQ=WEEKLY;BYDAY=SU", "skip", ["09-20"]),
        (
            "FREQ=WEEKLY;BYDAY=SA,TH,WE",
            "before",
            ["09-02", "09-03", "09-04", "09-09", "09-10", "09-11", "09-16", "09-17", "09-18", "09-23", "09-24", "09-30"],
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "before", ["08-31", "09-30", "10-30"]),
    ],
)
def test_days_off_around_national_day(rule: str, days_off: str, expected: list[str]) -> None:
    until = "2026-09-30" if "WEEKLY" in rule else "2026-11-20"
    found = come(rule, "2026-08-15" if "MONTHLY" in rule else "2026-09-01", until, days_off=days_off)
    assert [day for day in found if day >= "08-31" and day <= ("11-15" if "MONTHLY" in rule else "09-30")] == expected


def test_every_working_day_ten_times_is_ten_days_at_work() -> None:
    rule = read_every("every working day, 10 times").rule
    worked = ["02-12", "02-13", "02-14", "02-24", "02-25", "02-26", "02-27", "02-28", "03-02", "03-03"]
    for days_off in ("before", "after", "skip"):
        assert come(rule, "2026-02-12", "2026-12-31", days_off=days_off) == worked
        assert come(rule, "2026-02-12", "2026-12-31", days_off=days_off, after="2026-02-26") == worked[6:]


def test_two_that_move_to_one_day_are_one() -> None:
    assert come("FREQ=WEEKLY;BYDAY=FR,SA,SU", "2026-07-01", "2026-07-12", days=PLAIN) == ["07-03", "07-10"]


def test_month_ends_and_29_february() -> None:
    assert come("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-01", "2026-07-31", days=EVERY_DAY) == ["01-31", "03-31", "05-31", "07-31"]
    said = read_every("monthly on the 31st").rule
    assert come(said, "2026-01-01", "2026-04-30", days=EVERY_DAY) == ["01-31", "02-28", "03-31", "04-30"]
    thirtieth = read_every("每月30日").rule
    assert come(thirtieth, "2028-01-01", "2028-04-30", days=EVERY_DAY) == ["01-30", "02-29", "03-30", "04-30"]
    leap = read_every("every year on 29 February").rule
    assert come(leap, "2026-01-01", "2028-12-31", days=EVERY_DAY) == ["02-28", "2027-02-28", "2028-02-29"]
    assert come("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2026-01-01", "2029-12-31", days=EVERY_DAY) == ["2028-02-29"]


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        ("FREQ=MONTHLY", "2026-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;INTERVAL=6", "2026-01-30", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-07-08", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
        ("FREQ=YEARLY", "2028-02-29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        ("FREQ=YEARLY", "2026-07-06", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=6"),
        ("FREQ=DAILY", "2026-07-06", "FREQ=DAILY"),
    ],
)
def test_what_the_rule_leaves_to_its_start_is_said_in_it(rule: str, start: str, expected: str) -> None:
    assert anchored(rule, date.fromisoformat(start)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=DAILY;COUNT=3;UNTIL=20261231",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;UNTIL=20260230",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=٣",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "FREQ=MONTHLY;BYSETPOS=1",
        "BYDAY=MO",
        "",
    ],
)
def test_rules_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_rule(text)
    assert refused.value.fix


@pytest.mark.parametrize(("text", "most"), [("FREQ=MONTHLY;BYDAY=6MO", 5), ("FREQ=YEARLY;BYDAY=-54MO", 53), ("FREQ=YEARLY;BYMONTH=3;BYDAY=6FR", 5)])
def test_more_of_a_weekday_than_there_are_is_said_to_be_that(text: str, most: int) -> None:
    with pytest.raises(BadInput) as refused:
        check_rule(text)
    assert f"at most {most} of a weekday" in f"{refused.value.what} {refused.value.why}"


def test_an_endless_rule_needs_a_bound() -> None:
    assert is_endless("FREQ=DAILY")
    with pytest.raises(BadInput, match="never ends"):
        occurrences("FREQ=DAILY", start=date(2026, 7, 6), after=None, until=None, days_off="before", days=PLAIN)
    ends = occurrences("FREQ=DAILY;COUNT=2", start=date(2026, 7, 6), after=None, until=None, days_off="before", days=PLAIN)
    assert list(ends) == [date(2026, 7, 6), date(2026, 7, 7)]


def test_a_rule_that_does_not_come_round_from_its_start_is_refused() -> None:
    with pytest.raises(BadInput, match="never comes round"):
        anchored("FREQ=MONTHLY;INTERVAL=12;BYMONTH=3", date(2026, 4, 1))
    with pytest.raises(BadInput, match="before it starts"):
        anchored("FREQ=DAILY;UNTIL=20260101", date(2026, 4, 1))


def test_the_next_few_are_worked_out_and_no_more() -> None:
    near = WorkingDays({}, last=date(2026, 12, 31))
    found = occurrences("FREQ=MONTHLY;BYMONTHDAY=-1", start=date(2026, 1, 1), after=date(2026, 9, 30), until=near.last, days_off="before", days=near)
    assert list(islice(found, 2)) == [date(2026, 10, 30), date(2026, 11, 30)]
    assert list(found) == [date(2026, 12, 31)]


@settings(max_examples=100, deadline=None)
@given(RULES, st.sampled_from(["before", "after", "skip"]), st.sampled_from(["en", "zh"]))
@example("FREQ=YEARLY;INTERVAL=1;BYMONTH=1;BYMONTHDAY=31", "before", "en")
def test_a_rule_said_is_the_same_rule(text: str, days_off: str, language: str) -> None:
    try:
        rule = check_rule(text)
    except BadInput:
        return
    i18n.use(language)
    said = say_every(rule, days_off)
    every = read_every(said)
    assert every.days_off in ("", days_off)
    assert say_every(every.rule, days_off) == said
    if every.rule != rule:  # only a day every month has, or a late day said as people say it, may be written another way
        comes: Any = [
            list(occurrences(one, start=date(2024, 1, 1), after=None, until=date(2029, 1, 1), days_off=days_off, days=PLAIN))
            for one in (rule, every.rule)
        ]
        assert comes[0] == comes[1]
