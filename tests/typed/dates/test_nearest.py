from datetime import date

import pytest

from officecli.errors import BadInput
from officecli.model.time.working_days import WorkingDays
from officecli.typed.dates import Almanac, read_day
from officecli.typed.dates.beginnings import read_first_day, read_first_day_been, read_last_day
from officecli.typed.dates.ends import read_end
from officecli.typed.dates.nearest import read_near_day, read_past_day

TODAY = date(2026, 7, 6)
BY = Almanac(WorkingDays({}, last=date(2056, 12, 31)))


@pytest.mark.parametrize(
    ("text", "past", "near"),
    [
        ("7月3日", date(2026, 7, 3), date(2026, 7, 3)),
        ("Jul 3", date(2026, 7, 3), date(2026, 7, 3)),
        ("7月6日", TODAY, TODAY),
        ("today", TODAY, TODAY),
        ("昨天", date(2026, 7, 5), date(2026, 7, 5)),
        ("7月10日", date(2025, 7, 10), date(2026, 7, 10)),
        ("12月31日", date(2025, 12, 31), date(2026, 12, 31)),
        ("1月5日", date(2026, 1, 5), date(2026, 1, 5)),
        ("2026-09-01", date(2026, 9, 1), date(2026, 9, 1)),
        ("2025年9月1日", date(2025, 9, 1), date(2025, 9, 1)),
        ("周五", date(2026, 7, 3), date(2026, 7, 10)),
        ("fri", date(2026, 7, 3), date(2026, 7, 10)),
        ("monday", TODAY, TODAY),
        ("上周五", date(2026, 7, 3), date(2026, 7, 3)),
        ("the 15th", date(2026, 6, 15), date(2026, 7, 15)),
        ("5日", date(2026, 7, 5), None),
        ("+3wd", date(2026, 7, 9), date(2026, 7, 9)),
    ],
)
def test_a_day_without_its_year(text: str, past: date, near: date | None) -> None:
    """Of what has happened also a weekday and a day of the month are the last ones."""
    assert read_past_day(text, today=TODAY, by=BY) == past
    if near:
        assert read_near_day(text, today=TODAY, by=BY) == near


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("this month", date(2026, 7, 1)),
        ("this-month", date(2026, 7, 1)),
        ("next_week", date(2026, 7, 13)),
        ("before august", date(2026, 7, 31)),
        ("本月", date(2026, 7, 1)),
        ("下周", date(2026, 7, 13)),
        ("Q4", date(2026, 10, 1)),
        ("10 July", date(2026, 7, 10)),
        ("next quarter", date(2026, 10, 1)),
        ("next year", date(2027, 1, 1)),
        ("2026-W30", date(2026, 7, 20)),
        ("2026-W01", date(2025, 12, 29)),
        ("week of July 22", date(2026, 7, 20)),
        ("7月22日当周", date(2026, 7, 20)),
        ("8月上旬", date(2026, 8, 1)),
        ("上旬", date(2026, 7, 1)),
        ("本月下旬", date(2026, 7, 21)),
        ("8月下半月", date(2026, 8, 16)),
        ("first half of August", date(2026, 8, 1)),
        ("second half of August", date(2026, 8, 16)),
        ("7月底", date(2026, 7, 31)),
        ("mid-August", date(2026, 8, 15)),
    ],
)
def test_where_something_begins_a_span_is_its_first_day(text: str, first: date) -> None:
    assert read_first_day(text, today=TODAY, by=BY) == first


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("next week", date(2026, 7, 19)),
        ("上周", date(2026, 7, 5)),
        ("2026-W30", date(2026, 7, 26)),
        ("week of July 22", date(2026, 7, 26)),
        ("Q4", date(2026, 12, 31)),
        ("weekend", date(2026, 7, 12)),
        ("周五到下周末", date(2026, 7, 19)),
        ("before the weekend", date(2026, 7, 10)),
        ("周末前", date(2026, 7, 10)),
    ],
)
def test_where_something_ends_a_week_has_its_weekend(text: str, last: date) -> None:
    assert read_last_day(text, today=TODAY, by=BY) == last


def test_a_weekend_is_its_saturday_and_its_sunday_and_what_is_due_then_is_due_before() -> None:
    for text in ("weekend", "周末", "this weekend"):
        assert [one(text, today=TODAY, by=BY) for one in (read_first_day, read_last_day)] == [date(2026, 7, 11), date(2026, 7, 12)]
        assert read_first_day_been(text, today=TODAY, by=BY) == date(2026, 7, 4)
        assert read_day(text, base=TODAY, by=BY).day == date(2026, 7, 10)


def test_on_its_sunday_a_week_is_still_this_one() -> None:
    sunday = date(2026, 7, 12)
    assert [one("this week", today=sunday, by=BY) for one in (read_first_day, read_last_day)] == [TODAY, sunday]
    assert [one("本周", today=sunday, by=BY) for one in (read_first_day, read_last_day)] == [TODAY, sunday]


@pytest.mark.parametrize(
    ("text", "first"),
    [("friday", date(2026, 7, 3)), ("周五", date(2026, 7, 3)), ("next week", date(2026, 7, 13)), ("10 July", date(2025, 7, 10)), ("monday", TODAY)],
)
def test_since_a_weekday_is_since_the_last_one(text: str, first: date) -> None:
    assert read_first_day_been(text, today=TODAY, by=BY) == first


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", date(2026, 6, 29), TODAY),
        ("明天", date(2026, 6, 29), date(2026, 7, 7)),
        ("下周五", date(2026, 7, 13), date(2026, 7, 17)),
        ("next-friday", date(2026, 7, 13), date(2026, 7, 17)),
        ("end of next month", date(2026, 8, 1), date(2026, 8, 31)),
        ("fri", date(2026, 7, 13), date(2026, 7, 17)),
        ("+3d", date(2026, 7, 13), date(2026, 7, 16)),
        ("月底", date(2026, 8, 1), date(2026, 8, 31)),
    ],
)
def test_the_end_of_a_span_counts_from_today_where_it_says_so(text: str, first: date, last: date) -> None:
    assert read_end(text, first=first, today=TODAY, by=BY).day == last


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(BadInput):
        read_past_day("sometime", today=TODAY, by=BY)
