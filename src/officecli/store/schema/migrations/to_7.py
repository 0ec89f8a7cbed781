"""From version 6 to 7: what was done in which role is found by an index, so that a check begins at the entries it is about. Frozen."""

from __future__ import annotations

BY_ENGINE: dict[str, tuple[str, ...]] = {}

STATEMENTS: tuple[str, ...] = ("CREATE INDEX trail_by_act ON trail (verb, role) WHERE seq > 0",)
"""For both engines; `{c}` stands where PostgreSQL is told to order text by code point."""
