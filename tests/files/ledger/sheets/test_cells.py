from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.files.ledger.sheets.cells import (
    Cell,
    TargetCell,
    cell_text,
    check_text,
    clean_text,
    joined_lines,
    read_hours,
    read_percent,
    read_rating,
    read_targets,
)


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("  Budget ", "Budget"),
        ("\u3000预算\u00a0报告\u3000", "预算 报告"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a \u2028 b", "a\nb"),
        ("\ufeff零\u200b宽", "零宽"),
        ("🌊 flood", "🌊 flood"),
        ("a\x00b", "a\x00b"),
    ],
)
def test_clean_text(written: str, clean: str) -> None:
    assert clean_text(written) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


def test_a_broken_line_is_joined_as_its_script_joins_words() -> None:
    assert joined_lines("关于老旧小区\n电梯的来信") == "关于老旧小区电梯的来信"
    assert joined_lines("Council\n\nresolutions") == "Council resolutions"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<div class="a"><p>Order &amp; pay</p><p>twice</p></div>', "Order & pay\ntwice"),
        ("<5 days left", "<5 days left"),
        ('["Ana", "Bob"]', "Ana; Bob"),
        ('{"Ana Ray","Bob"}', "Ana Ray; Bob"),
        ("['Ana']", "Ana"),
        ("[Draft] “x”", "[Draft] “x”"),
    ],
)
def test_what_a_program_wrote_is_read_as_people_would_see_it(cell: str, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(("cell", "text"), [(None, ""), (31, "31"), (31.0, "31"), (2.5, "2.5"), (datetime(2026, 7, 5), "2026-07-05"), (" x ", "x")])  # noqa: DTZ001
def test_a_cell_as_text(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize("text", ["a\x00", "\x1b[31m", "abc\u202ecba", "#REF!", "#N/A"])
def test_text_that_cannot_be_shown_or_is_an_error_value_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        check_text(text)


@pytest.mark.parametrize("text", ["a\nb\tc", "👨‍👩‍👧", "#1", "", "张三"])
def test_text_that_can_be_shown_passes(text: str) -> None:
    assert check_text(text) == text


@pytest.mark.parametrize(
    ("cell", "percent"),
    [
        ("60%", 60),
        ("６０％", 60),
        ("已完成60％", 60),
        ("62.5 %", 62.5),
        ("62,5", 62.5),
        ("60", 60),
        (0.6, 60),
        (1, 100),
        (60, 60),
        ("101%", None),
        ("增长60%，好", None),
        ("", None),
        (True, None),
    ],
)
def test_percent(cell: Cell, percent: float | None) -> None:
    assert read_percent(cell) == percent


def test_hours_and_ratings() -> None:
    assert [read_hours(cell) for cell in (3, "3小时", "2.5 h", "", "—", 0, "0.0 h")] == [3, 3, 2.5, None, None, None, None]
    assert [read_hours(cell) for cell in (timedelta(hours=30), timedelta(minutes=90), time(2, 30))] == [30, 1.5, 2.5]
    assert [read_hours(cell) for cell in ("2:30:45", timedelta(hours=2, minutes=30, seconds=45), "PT2H30M45S", "2h 30m 45s", "90秒")] == [
        *[2.5125] * 4,
        0.025,
    ]
    assert [read_rating(cell) for cell in (5, "4", "★★★", "优秀", "")] == [5, 4, 3, 5, None]
    for wrong in ("three days", "-1", "9" * 10_000):
        with pytest.raises(BadInput):
            read_hours(wrong)
    for wrong in ("6", "0", "great", "★★★★★★"):
        with pytest.raises(BadInput):
            read_rating(wrong)


def test_targets() -> None:
    assert read_targets("12篇; 准确率100%") == [TargetCell("", Decimal(12), "篇"), TargetCell("准确率", Decimal(100), "%")]
    assert read_targets("12 articles、on time: 95%") == [TargetCell("", Decimal(12), "articles"), TargetCell("on time", Decimal(95), "%")]
    assert read_targets("无差错") == [TargetCell("无差错", None, "")]
    assert read_targets("") == []
