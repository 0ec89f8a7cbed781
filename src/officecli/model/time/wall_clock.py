"""Moments as the clock on the office's wall shows them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def local(moment: str, timezone: str) -> str:
    """UTC text as it was in the IANA `timezone`: `2026-11-23 16:30`."""
    return datetime.fromisoformat(moment).astimezone(ZoneInfo(timezone)).strftime("%Y-%m-%d %H:%M")


def local_if_any(stamped: str, timezone: str) -> str:
    """The same of a text that somebody may have written by hand: what is no moment stays as it is."""
    try:
        return local(stamped, timezone)
    except ValueError:
        return stamped


def beginning(day: date, timezone: str) -> str:
    """The first moment of a day in the IANA `timezone`, as UTC text."""
    return datetime.combine(day, time(), ZoneInfo(timezone)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
