"""No report takes an order and leaves it be: what cannot be sorted by is refused by all that take --sort, and the others do not take it."""

from __future__ import annotations

import pytest

from officecli.cli import catalogue, main
from stage.by_row import Staged

NUMBERED = {"suggest-lead": "1", "paper": "1"}
"""What is not asked without more words."""


def test_an_order_is_kept_to_or_refused(busy_office: Staged, capsys: pytest.CaptureFixture[str]) -> None:
    for name in catalogue.reports():
        words = [NUMBERED[name]] if name in NUMBERED else []
        assert main.run([name, *words, "--sort", "no such column", "--db", str(busy_office.place.path)]) == 2, name
    assert "no such column" in capsys.readouterr().err
