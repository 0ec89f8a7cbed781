"""Statuses as people say them on the command line: an office's own words, and none that only a cell can say."""

from __future__ import annotations

import pytest

from officecli.typed.items.states import state_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("open", "open"), ("在办", "open"), ("进行中", "open"), ("In Progress", "open"), ("已办结", "closed"), ("done", "closed"), ("销号", "closed"),
        ("报结", "submitted"), ("暂停", "suspended"), ("on hold", "suspended"), ("取消", "cancelled"), ("待签收", "issued"), ("in-hand", "in-hand"),
        ("登记待交办", None), ("逾期", "overdue"), ("超期", "overdue"), ("Overdue", "overdue"), ("late", None), ("是", None), ("×", None),
        ("yes", None), ("", None),
    ],
)  # fmt: skip
def test_a_status_in_an_offices_own_words(typed: str, meant: str | None) -> None:
    assert state_meant(typed) == meant
