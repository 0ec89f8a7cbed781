"""Office hours, and by when an item must be signed for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.model.time.office_hours import OfficeHours
from officecli.model.time.sign_limits import sign_by
from officecli.model.time.working_days import WorkingDays
from officecli.settings import thresholds

DAYS = WorkingDays({date(2026, 10, day): False for day in (1, 2, 5, 6, 7)} | {date(2026, 10, 10): True}, last=date(2030, 12, 31))
HOURS = OfficeHours.parse("08:30-12:00,14:30-17:30")  # 6.5 hours a day


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


moments = st.datetimes(at("2026-01-01"), at("2027-12-31")).map(lambda moment: moment.replace(microsecond=0))


@pytest.mark.parametrize(
    ("text", "hours_a_day"),
    [
        ("08:30-12:00,14:30-17:30", 6.5),
        ("8:30-12:00, 14:30-17:30", 6.5),
        ("08:30—12:00,14:30—17:30", 6.5),
        ("9:00-17:00", 8),
        ("9:00-12:00,12:00-17:00", 8),
        ("00:00-24:00", 24),
    ],
)
def test_hours_are_read(text: str, hours_a_day: float) -> None:
    assert OfficeHours.parse(text).per_day == hours_a_day * 3600


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "start and an end"),
        (",", "start and an end"),
        ("all day", "start and an end"),
        ("08:30", "start and an end"),
        ("08:30-12:00,", "start and an end"),
        ("08:60-12:00", "start and an end"),
        ("08:30-24:01", "ends at 24:00"),
        ("12:00-08:30", "ends before it starts"),
        ("08:30-08:30", "ends before it starts"),
        ("22:00-06:00", "ends before it starts"),
        ("08:30-12:00,11:00-17:30", "before the part ahead of it ends"),
        ("14:30-17:30,08:30-12:00", "before the part ahead of it ends"),
        ("08:30-12:00," * 10_000, "start and an end"),
    ],
)
def test_nonsense_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(BadInput, match="does not give office hours") as refusal:
        OfficeHours.parse(text)
    assert why in refusal.value.why
    assert len(refusal.value.what) < 120
    assert refusal.value.fix


@pytest.mark.parametrize(
    ("start", "hours", "expected"),
    [
        ("2026-09-29 09:00", 1, "2026-09-29 10:00"),
        ("2026-09-29 09:00:30", Decimal("0.5"), "2026-09-29 09:30:30"),
        ("2026-09-29 11:30", 1, "2026-09-29 15:00"),  # over lunch
        ("2026-09-29 11:00", 1, "2026-09-29 12:00"),  # to the stroke of lunch, not to its end
        ("2026-09-29 13:00", 1, "2026-09-29 15:30"),  # from lunch
        ("2026-09-29 07:00", 1, "2026-09-29 09:30"),  # before opening
        ("2026-09-29 16:30", 1, "2026-09-29 17:30"),  # to closing time, not to the next opening
        ("2026-09-29 17:00", 1, "2026-09-30 09:00"),  # over night
        ("2026-09-30 20:00", 1, "2026-10-08 09:30"),  # over the holiday
        ("2026-10-09 17:30", 1, "2026-10-10 09:30"),  # into a Saturday that is worked
        ("2026-10-03 10:00", 6.5, "2026-10-08 17:30"),  # a day off
        ("2026-09-29 17:30", 13, "2026-10-08 17:30"),
        ("2026-10-03 10:00", 0, "2026-10-03 10:00"),
    ],
)
def test_hours_pass_only_while_the_office_is_open(start: str, hours: Decimal | float, expected: str) -> None:
    assert HOURS.add(at(start), hours, DAYS) == at(expected)


@pytest.mark.parametrize("hours", [-1, float("nan"), float("inf"), Decimal("-0.5")])
def test_hours_that_are_no_length_of_time_are_refused(hours: Decimal | float) -> None:
    with pytest.raises(BadInput, match="from 0 up"):
        HOURS.add(at("2026-09-29 09:00"), hours, DAYS)


def test_hours_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(BadInput, match="outside the office's calendar"):
        HOURS.add(at("2026-09-29 09:00"), 1e9, DAYS)


@pytest.mark.parametrize(
    ("earlier", "later", "minutes"),
    [
        ("2026-09-29 09:00", "2026-09-29 09:45:59", 45),
        ("2026-09-29 11:30", "2026-09-29 15:00", 60),
        ("2026-09-30 17:00", "2026-10-08 08:40", 40),
        ("2026-10-01 09:00", "2026-10-07 17:00", 0),
        ("2026-09-29 08:00", "2026-09-30 18:00", 780),
        ("2026-09-29 10:00", "2026-09-29 09:00", -60),
    ],
)
def test_minutes_between_count_office_time_only(earlier: str, later: str, minutes: int) -> None:
    assert HOURS.minutes_between(at(earlier), at(later), DAYS) == minutes


def test_the_clock_is_the_offices_own() -> None:
    shanghai = ZoneInfo("Asia/Shanghai")
    issued = datetime(2026, 9, 29, 3, 30, tzinfo=UTC).astimezone(shanghai)
    assert HOURS.add(issued, 1, DAYS) == datetime(2026, 9, 29, 15, 0, tzinfo=shanghai)
    assert HOURS.end_of_day(date(2026, 9, 29), issued) == datetime(2026, 9, 29, 17, 30, tzinfo=shanghai)
    assert HOURS.end_of_day(date(2026, 9, 29)) == at("2026-09-29 17:30")


@given(moments, st.integers(1, 400))
def test_adding_then_measuring_gives_the_minutes_back(start: datetime, quarters: int) -> None:
    end = HOURS.add(start, Decimal(quarters) / 4, DAYS)
    assert HOURS.minutes_between(start, end, DAYS) == quarters * 15
    # No moment before has as much.
    assert HOURS.minutes_between(start, end - timedelta(minutes=1), DAYS) < quarters * 15


@given(moments, st.integers(0, 400), st.integers(0, 400))
def test_more_hours_never_end_earlier(start: datetime, one: int, two: int) -> None:
    fewer, more = sorted((one, two))
    assert HOURS.add(start, fewer, DAYS) <= HOURS.add(start, more, DAYS)


@pytest.mark.parametrize(
    ("issued", "urgency", "expected"),
    [
        ("2026-09-29 09:00", "ordinary", "2026-09-30 17:30"),
        ("2026-09-29 23:00", "ordinary", "2026-09-30 17:30"),
        ("2026-09-30 09:00", "ordinary", "2026-10-08 17:30"),
        ("2026-10-03 09:00", "ordinary", "2026-10-08 17:30"),
        ("2026-09-29 09:00", "urgent", "2026-09-29 15:30"),
        ("2026-09-29 16:00", "urgent", "2026-09-30 11:00"),
        ("2026-09-29 09:00", "most-urgent", "2026-09-29 10:00"),
        ("2026-09-30 17:00", "most-urgent", "2026-10-08 09:00"),
    ],
)
def test_sign_by(issued: str, urgency: str, expected: str) -> None:
    assert sign_by(at(issued), urgency, DAYS, HOURS, thresholds({})) == at(expected)


def test_an_office_sets_its_own_limits() -> None:
    limits = thresholds({}) | {"sign.ordinary_days": 2, "sign.urgent_hours": 1}
    assert sign_by(at("2026-09-28 09:00"), "ordinary", DAYS, HOURS, limits) == at("2026-09-30 17:30")
    assert sign_by(at("2026-09-28 09:00"), "urgent", DAYS, HOURS, limits) == at("2026-09-28 10:00")
