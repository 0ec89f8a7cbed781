"""From when somebody has a matter, read on 6 July 2026."""

from __future__ import annotations

from datetime import date

import pytest

from officecli.typed.office.handed_on import in_hand_now
from officecli.typed.office.since_when import begins_later

TODAY = date(2026, 7, 6)


@pytest.mark.parametrize(
    ("words", "later"),
    [
        ("7月起", False),
        ("8月起", True),
        ("7月6日起", False),
        ("自7月7日起", True),
        ("7月底起", True),
        ("2025年12月起", False),
        ("2027年1月起", True),
        ("下月起", True),
        ("from July", False),
        ("effective Aug. 3rd", True),
        ("from 7/7/26", True),
        ("until July 5", False),
        ("until July 6", True),
        ("starting next week", True),
        ("2月30日起", False),
        ("长期", False),
    ],
)
def test_what_has_not_begun(words: str, later: bool) -> None:
    assert begins_later(words, TODAY) is later


@pytest.mark.parametrize(
    ("cell", "today", "now"),
    [
        ("周平（7月起由陆远接办）", TODAY, "陆远"),
        ("周平（8月起陆远）", TODAY, "周平"),
        ("周平（7月起由陆远接办）", None, "周平（7月起由陆远接办）"),
        ("周平（7月起休假）", TODAY, "周平（7月起休假）"),
        ("周平（8月起休假，陆远代）", TODAY, "周平"),
        ("周平→陆远（8月1日起）", TODAY, "周平"),
        ("Ana Ruiz (Bob Lee from July 1)", TODAY, "Bob Lee"),
        ("Ana Ruiz (from August 1: Bob Lee)", TODAY, "Ana Ruiz"),
        ("Ana Ruiz (here since 2020)", TODAY, "Ana Ruiz (here since 2020)"),
    ],
)
def test_who_has_it_before_a_day_and_from_it_on(cell: str, today: date | None, now: str) -> None:
    assert in_hand_now(cell, None, today) == now
