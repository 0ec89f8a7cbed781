from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from officecli.formats.out.safe import pad, safe, width

UNSEEN = st.characters(categories=("Cc", "Cf", "Cs", "Zl", "Zp"))
ANY = st.text(st.characters(exclude_categories=()) | UNSEEN | st.sampled_from("张（👩💻❤\u200d\ufe0f"))


@given(ANY)
def test_nothing_that_a_terminal_obeys_comes_through(text: str) -> None:
    shown = safe(text)
    assert not {character for character in shown if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}}
    assert not {"\u202e", "\u2066", "\u200b", "\ufeff", "\u200e"} & set(shown)
    assert safe(shown) == shown


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S"))))
def test_what_can_be_seen_stays(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize(
    "text", ["督查室（甲）　全角Ａ", "👩‍💻 👨‍👩‍👧 👍🏽 ❤️ 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "José Ñandú", "葛󠄀城市"]
)
def test_emoji_accents_and_han_stay(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00\x7f", "␀␡"),
        ("\x9b2J", "\\u009b2J"),
        ("a\u202eb", "a\\u202eb"),
        ("pay\u200bpal", "pay\\u200bpal"),
        ("a\u200db", "a\\u200db"),
        ("\ud800", "\\ud800"),
        ("\U000e0001", "\\U000e0001"),
        ("one \r\n two\nthree", "one ⏎ two ⏎ three"),
        ("a\tb", "a b"),
    ],
)
def test_the_unseen_is_made_visible(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("督查室", 6), ("（甲）", 6), ("OA系统", 6), ("e\u0301", 1), ("é", 1), ("👩‍💻", 2), ("ｶﾅ", 2), ("〔2026〕", 8)],
)
def test_width_is_counted_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text("abé督查（，👍e\u0301"), st.integers(0, 40), st.booleans())
def test_pad_fills_up_and_never_cuts(text: str, cells: int, right: bool) -> None:
    padded = pad(text, cells, right=right)
    assert width(padded) == max(cells, width(text))
    assert padded.strip(" ") == text.strip(" ")


def test_what_is_measured_without_the_table_of_all_scripts_is_as_wide_as_it_says() -> None:
    assert [hex(code) for code in range(0xA0, 0x10000) if width(f"中{chr(code)}—") != cell_len(f"中{chr(code)}—")] == []
