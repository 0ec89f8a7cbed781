"""An English cell that says what somebody is to do, and one that says what there is."""

from __future__ import annotations

import pytest

from officecli.files.ledger.words.english.orders import is_order


@pytest.mark.parametrize(
    "text",
    ["Reseal the skylight", "2. Mail the notices", "Please confirm the headcount", "Re-hang gate", "To post the minutes", "APPOINT AN AUDITOR"],
)
def test_what_is_to_be_done(text: str) -> None:
    assert is_order(text)


@pytest.mark.parametrize(
    "text",
    [
        "Skylight leaks",
        "Review of the lease",
        "Order missing",
        "Report on dues",
        "Repair",
        "Plan: two halls",
        "Training room",
        "Return was late",
        "更换门锁",
        "",
    ],
)
def test_what_there_is(text: str) -> None:
    assert not is_order(text)
