"""From version 5 to 6: a closing on a day nobody knows is kept too when the item is opened again, and what was registered in a month is found by it."""

from __future__ import annotations

_WAS = "closed VARCHAR(10) NOT NULL"
_IS = "closed VARCHAR(10)"

BY_ENGINE: dict[str, tuple[str, ...]] = {
    # As in step 3: the statement of a table is all SQLite has of what a column may be, and the rows stay where they are.
    "sqlite": (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = replace(sql, '{_WAS}', '{_IS}') WHERE type = 'table' AND name = 'past_closing'",
        "PRAGMA writable_schema = RESET",
    ),
    "postgresql": ("ALTER TABLE past_closing ALTER COLUMN closed DROP NOT NULL",),
}

STATEMENTS: tuple[str, ...] = ("CREATE INDEX item_by_registration ON item (registered)",)
"""For both engines; `{c}` stands where PostgreSQL is told to order text by code point."""
