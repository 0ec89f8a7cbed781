"""Days off by country: what the sources know, what they don't, and regions that don't exist."""

from __future__ import annotations

from datetime import date

import pytest

from officecli.errors import BadInput
from officecli.model.time.working_days import WorkingDays
from officecli.store.calendar.regions import kept_by_parts
from officecli.store.calendar.sources import exceptions


def test_china_knows_make_up_days() -> None:
    year = exceptions("CN", 2026)
    assert not year.provisional
    assert year.source.startswith("chinesecalendar")
    assert [day for day in sorted(year.exceptions) if day.month == 10] == [date(2026, 10, day) for day in (1, 2, 5, 6, 7, 10)]
    assert year.exceptions[date(2026, 10, 10)] is True
    assert year.exceptions[date(2026, 10, 1)] is False
    assert date(2026, 10, 3) not in year.exceptions  # a Saturday off anyway


def test_three_working_days_over_the_national_day() -> None:
    days = WorkingDays(exceptions("cn", 2026).exceptions, last=date(2026, 12, 31))
    assert days.add(date(2026, 9, 29), 3) == date(2026, 10, 9)


@pytest.mark.parametrize("year", [2000, 2003, 2056])
def test_years_china_has_not_published_are_plain_and_provisional(year: int) -> None:
    calendar = exceptions("CN", year)
    assert calendar.provisional
    assert calendar.exceptions == {}


@pytest.mark.parametrize("region", ["", "none", "None", " "])
def test_no_region_is_monday_to_friday(region: str) -> None:
    calendar = exceptions(region, 2027)
    assert (calendar.exceptions, calendar.provisional) == ({}, False)


@pytest.mark.parametrize(
    ("region", "day", "working"),
    [
        ("US", date(2026, 7, 3), False),  # Independence Day is a Saturday, observed on Friday
        ("us", date(2026, 11, 26), False),
        ("US-CA", date(2026, 11, 27), False),  # a holiday of the state
        ("GB-SCT", date(2026, 11, 30), False),
        ("GB-sct", date(2026, 8, 3), False),
        ("IL", date(2026, 11, 22), True),  # Sunday is worked
        ("IL", date(2026, 11, 27), False),  # Friday is not
        ("HK", date(2026, 11, 21), True),  # Saturday is worked
    ],
)
def test_other_countries(region: str, day: date, working: bool) -> None:
    calendar = exceptions(region, day.year)
    assert calendar.exceptions[day] is working
    assert calendar.source.startswith("holidays")


@pytest.mark.parametrize("region", ["US", "US-CA", "DE", "IL", "HK"])
def test_only_days_that_differ_are_kept(region: str) -> None:
    assert all(working != (day.weekday() < 5) for day, working in exceptions(region, 2026).exceptions.items())


@pytest.mark.parametrize(
    ("region", "year", "provisional"),
    [
        ("US", 2000, False),
        ("US", 2050, False),
        ("DE", 2101, True),  # beyond the library
        ("DE", 1980, True),  # before it
        ("AE", 2030, True),  # the moon has yet to be seen
    ],
)
def test_estimates_and_gaps_are_provisional(region: str, year: int, provisional: bool) -> None:
    assert exceptions(region, year).provisional is provisional


def test_a_year_the_source_does_not_know_is_provisional_without_a_word_of_the_librarys() -> None:
    assert exceptions("IN", 2036).provisional  # every warning is an error in these tests
    assert exceptions("IN", 2000).provisional


def test_estimates_are_known_in_any_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ar")
    assert exceptions("AE", 2030).provisional


@pytest.mark.parametrize(
    ("region", "offered"),
    [
        ("china", "CN"),
        ("Germany", "DE"),
        ("united states", "US"),
        ("US-CAL", "US-CA"),
        ("USCA", "US-CA"),
        ("us ca", "US-CA"),
        ("CN-SH", "CN"),
        ("England", "GB-ENG?"),
        ("new south wales", "AU-NSW?"),
        ("QQ", "none"),
        ("Q" * 10_000, "none"),
        ("__init__", "none"),
        ("中国", "none"),
    ],
)
def test_an_unknown_region_is_refused_with_the_nearest(region: str, offered: str) -> None:
    with pytest.raises(BadInput, match="no calendar for the region") as refusal:
        exceptions(region, 2026)
    assert offered in refusal.value.fix
    assert len(refusal.value.what) < 100


def test_a_country_whose_parts_all_have_more_days_off_says_so() -> None:
    """GB is nobody's calendar: without Easter Monday every English office counted two working days a year too many."""
    assert kept_by_parts("uk").startswith("GB has only the days off that all of it has in common, and each part has more: GB-ENG (England), GB-NIR")
    assert [kept_by_parts(region) for region in ("GB-ENG", "US", "CN", "none", "")] == [""] * 5
