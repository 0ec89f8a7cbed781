"""Chinese numerals as digits."""

from __future__ import annotations

import pytest

from officecli.model.numerals import with_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("九十九", "99"),
        ("二〇二六年", "2026年"),
        ("三五天", "三五天"),
        ("月底前清零", "月底前清零"),
        ("归零", "归零"),
        ("清三月的账", "清3月的账"),
        ("归十二月", "归12月"),
    ],
)
def test_a_numeral_is_read_whole_and_what_is_cleared_is_none(text: str, digits: str) -> None:
    assert with_digits(text) == digits
