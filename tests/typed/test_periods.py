"""Periods: each day lies in one of each kind, they follow one another without gap, and people may name them as they do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.model.time.periods import MONTHS, ended_between, period_of
from officecli.typed.periods import read_period

TODAY = date(2026, 11, 23)
days = st.dates(date(2001, 1, 1), date(2098, 12, 31))
kinds = st.sampled_from([*MONTHS])


@given(kinds, days)
@settings(max_examples=200)
def test_a_day_lies_in_one_period_and_they_follow_without_gap(kind: str, day: date) -> None:
    period = period_of(kind, day)
    assert day in period
    assert day not in period.next
    assert day not in period.previous
    assert period.next.start - period.end == timedelta(days=1)
    assert period.next.previous == period == period_of(kind, period.end)
    assert read_period(period.label, TODAY) == period


@given(kinds, days, st.integers(0, 1500))
@settings(max_examples=100)
def test_those_that_ended_between_two_days(kind: str, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    ends = {period_of(kind, first + timedelta(days=n)).end for n in range(length + 1)}
    assert [period.end for period in ended_between(kind, first, last)] == sorted(end for end in ends if end <= last)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("2026-11", "2026-11"), ("2026-Q4", "2026-Q4"), ("2026q4", "2026-Q4"), ("2026", "2026"), ("Q1", "2027-Q1"),
        ("2026年11月", "2026-11"), ("2026年第四季度", "2026-Q4"), ("2026年4季度", "2026-Q4"), ("第三季度", "2026-Q3"), ("2026年", "2026"),
        ("11月", "2026-11"), ("十二月", "2026-12"), ("1月份", "2027-01"), ("6月", "2026-06"), ("5月", "2026-05"), ("二〇二六年三月", "2026-03"),
        ("this month", "2026-11"), ("last month", "2026-10"), ("next quarter", "2027-Q1"), ("last year", "2025"),
        ("本月", "2026-11"), ("上个月", "2026-10"), ("下月", "2026-12"), ("本季度", "2026-Q4"), ("上季", "2026-Q3"), ("去年", "2025"), ("明年", "2027"),
        ("2026-H2", "2026-H2"), ("h1", "2026-H1"), ("H1 2025", "2025-H1"), ("first half of 2025", "2025-H1"), ("the 2nd half-year", "2026-H2"),
        ("last half-year", "2026-H1"), ("上半年", "2026-H1"), ("2026年下半年", "2026-H2"), ("二〇二五年上半年度", "2025-H1"),
        ("November", "2026-11"), ("dec 2025", "2025-12"), (" 2026－10 ", "2026-10"),
    ],
)  # fmt: skip
def test_named_as_people_do(typed: str, label: str) -> None:
    assert read_period(typed, TODAY).label == label


@pytest.mark.parametrize("typed", ["", "2026-13", "2026-00", "0月", "13月", "2026-Q5", "ju", "ma", "1999", "去月", "soon", "2026-11-05", "٢٠٢٦", "-"])
def test_what_is_no_period_is_said_with_a_fix(typed: str) -> None:
    with pytest.raises(BadInput) as error:
        read_period(typed, TODAY)
    assert "2026-Q4" in error.value.fix


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_any_text_is_a_period_or_bad_input(text: str) -> None:
    try:
        period = read_period(text, TODAY)
    except BadInput:
        return
    assert period == period_of(period.kind, period.start)
