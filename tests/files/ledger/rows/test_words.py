from __future__ import annotations

import pytest

from officecli.errors import BadInput
from officecli.files.ledger.rows.words import read_period, read_word


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("urgency", "特急", "most-urgent"),
        ("urgency", "加急件", "urgent"),
        ("urgency", "【急】", "urgent"),
        ("urgency", "High", "urgent"),
        ("urgency", "平件", "ordinary"),
        ("urgency", "一般", "ordinary"),
        ("urgency", "—", None),
        ("importance", "重点", "major"),
        ("importance", "一般", "normal"),
        ("kind", "临时交办", "adhoc"),
        ("kind", "Ad  hoc", "adhoc"),
        ("kind", "日常", "routine"),
        ("kind", "突发", "emergency"),
        ("status", "已办结", "closed"),
        ("status", "in progress", "open"),
        ("status", "办理中", "in-hand"),
        ("status", "", None),
    ],
)
def test_words_of_real_ledgers(column: str, text: str, code: str | None) -> None:
    assert read_word(column, text) == code


def test_an_unknown_word_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadInput) as refused:
        read_word("urgency", "马上")
    assert "most urgent/特急" in refused.value.fix


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
