"""The moment that answers are for, on the clock of an office east or west of Greenwich."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from officecli.store.read.reader import Reader


@pytest.mark.parametrize(("timezone", "end"), [("America/Los_Angeles", "2026-11-24T07:59:59Z"), ("Asia/Shanghai", "2026-11-23T15:59:59Z")])
def test_a_past_day_ends_when_it_ends_for_the_office(timezone: str, end: str, at: Callable[[str], None]) -> None:
    at("2026-11-26T08:30")
    read = Reader(None, "sqlite")
    read.office = {"timezone": timezone}
    read.as_of = date(2026, 11, 23)
    assert read.moment == end


def test_today_is_only_as_far_as_the_clock(at: Callable[[str], None]) -> None:
    at("2026-11-26T08:30")
    read = Reader(None, "sqlite")
    read.office = {"timezone": "UTC"}
    assert read.moment == "2026-11-26T08:30:00Z"
