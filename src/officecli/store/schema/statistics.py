"""What an engine plans by: how many rows its tables have, and how many share a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from officecli.store.write.writer import Writer

MANY = 5_000
"""Entries of one command after which the statistics are taken anew: an import, not a day's work."""

_EMPTY = """INSERT INTO sqlite_stat1 (tbl, idx, stat) SELECT m.tbl_name, m.name, '1 1 1 1' FROM sqlite_schema m
WHERE m.type = 'index' AND m.sql LIKE '% WHERE %' AND m.name NOT IN (SELECT s.idx FROM sqlite_stat1 s WHERE s.idx IS NOT NULL)"""
"""An index of few rows that has none gets no line from SQLite, which then takes it for a large one and goes through all items instead."""

_TAKING = {"sqlite": ("PRAGMA analysis_limit = 1000", "ANALYZE", _EMPTY), "postgresql": ("ANALYZE",)}
"""A thousand rows of each index tell enough, and take no longer in a large store."""


def take(writer: Writer) -> None:
    """Take the statistics, in the transaction that is open."""
    for statement in _TAKING[writer.engine]:
        writer.run(statement)
