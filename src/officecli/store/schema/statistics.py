"""What an engine plans by: how many rows its tables have, and how many share a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from officecli.store.write.writer import Writer

MANY = 5_000
"""Entries of one command after which the statistics are taken anew: an import, not a day's work."""

_TAKING = {"sqlite": ("PRAGMA analysis_limit = 1000", "ANALYZE"), "postgresql": ("ANALYZE",)}
"""A thousand rows of each index tell enough, and take no longer in a large store."""


def take(writer: Writer) -> None:
    """Take the statistics, in the transaction that is open."""
    for statement in _TAKING[writer.engine]:
        writer.run(statement)
