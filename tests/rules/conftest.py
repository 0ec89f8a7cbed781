"""The tests of a case follow one another, and those of a rule its cases, so that what they begin with is played once."""

from __future__ import annotations

from pathlib import Path

import pytest

CASES = Path(__file__).parent / "test_cases.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = [place for place, item in enumerate(items) if item.path == CASES]
    for place, item in zip(places, sorted((items[place] for place in places), key=_case), strict=True):
        items[place] = item


def _case(item: pytest.Item) -> tuple[str, bool, str]:
    asked = getattr(item, "callspec").params  # noqa: B009 - only an item made from parameters has it
    case = asked.get("case")
    return (case.code, False, case.name) if case else (asked["code"] if "code" in asked else asked["rule"].code, True, "")
