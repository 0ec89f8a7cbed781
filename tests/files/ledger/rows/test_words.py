from __future__ import annotations

import pytest

from officecli.errors import BadInput
from officecli.files.ledger.rows.days.feedback_words import read_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("每周", "weekly"),
        ("周报", "weekly"),
        ("每周五", "weekly-5"),
        ("Weekly", "weekly"),
        ("每月25日前", "monthly-25"),
        ("半月", "15d"),
        ("fortnightly", "14d"),
        ("每10天", "10d"),
        ("每 10 天", "10d"),
        ("10d", "10d"),
        ("every 10 days", "10d"),
        ("每旬", "10d"),
        ("不定期", None),
        ("", None),
    ],
)
def test_feedback_periods(text: str, period: str | None) -> None:
    assert read_period(text) == period


@pytest.mark.parametrize("text", ["often", "0d", "每0天", "9999天"])
def test_a_period_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_period(text)
