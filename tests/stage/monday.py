"""The base office on Monday, 23 November 2026, by its address."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> str:
    """On each engine."""
    at("2026-11-23T01:00")
    return office_url


@pytest.fixture
def small_office(sqlite_office: str, at: Callable[[str], None]) -> str:
    """The same on SQLite alone, where what is asked is not the engine's business."""
    at("2026-11-23T01:00")
    return sqlite_office
