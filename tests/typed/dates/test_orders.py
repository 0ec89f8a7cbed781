"""Whether the heading of a column asks for months and their years."""

from __future__ import annotations

from datetime import date

import pytest

from officecli.typed.dates.orders import evidence, months_meant


@pytest.mark.parametrize(
    ("heading", "months"),
    [
        ("Due (mm/yy)", "my"),
        ("Due Month/Year", "my"),
        ("时限（月/年）", "my"),
        ("Due (yyyy-mm)", "ym"),
        ("Day / Month / Year", ""),
        ("Due (dd - mm-yy)", ""),
        ("Due (dd. mm. yy)", ""),
        ("日 / 月 / 年", ""),
        ("年月日", ""),
    ],
)
def test_a_heading_asks_for_months_only_where_it_asks_for_no_day(heading: str, months: str) -> None:
    assert months_meant(heading, [], date(2026, 7, 6)) == months


@pytest.mark.parametrize(
    ("texts", "orders"),
    [
        (["07/20/2026", "25/07/2026 or 07/25/2026", "08/09/2026"], {"mdy", "ymd"}),
        (["07/20/2026", "06/25/2026, moved to 07/25/2026"], {"mdy", "ymd"}),
        (["07/20/2026", "25/07/2026"], set()),
    ],
)
def test_a_text_that_puts_the_day_in_two_places_tells_nothing_of_the_others(texts: list[str], orders: set[str]) -> None:
    assert evidence(texts) == orders
