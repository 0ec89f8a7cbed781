"""When a span begins that is written without a year."""

from __future__ import annotations

from datetime import date

import pytest

from officecli.typed.dates import read_day
from stage.wednesday import PLAIN


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("June-July", date(2026, 6, 1), date(2026, 7, 31)),
        ("June/July", date(2026, 6, 1), date(2026, 7, 31)),
        ("6/7月", date(2026, 6, 1), date(2026, 7, 31)),
        ("Q2/3", date(2026, 4, 1), date(2026, 9, 30)),
        ("June 20 - July 20", date(2026, 6, 20), date(2026, 7, 20)),
        ("August-September", date(2026, 8, 1), date(2026, 9, 30)),
        ("December 20 - January 10", date(2026, 12, 20), date(2027, 1, 10)),
    ],
)
def test_a_span_that_has_begun_begins_before_it_ends(text: str, first: date, last: date) -> None:
    found = read_day(text, base=date(2026, 7, 6), by=PLAIN)
    assert (found.starts, found.day) == (first, last)
