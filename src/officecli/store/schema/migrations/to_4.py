"""From version 3 to 4: the indexes by which what people ask most often costs the same in a large store. Not out yet: what the version adds goes in here."""

from __future__ import annotations

BY_ENGINE: dict[str, tuple[str, ...]] = {"sqlite": (), "postgresql": ()}

STATEMENTS = (
    "DROP INDEX ix_trail_item_id",
    "CREATE INDEX trail_of_item ON trail (item_id, command, seq)",
    "CREATE INDEX trail_of_actor ON trail (actor_id, command)",
    "CREATE INDEX trail_by_verb ON trail (verb, seq)",
    "CREATE INDEX item_by_issue ON item (issued, id)",
    "CREATE INDEX item_open_by_due ON item (due, id) WHERE status IN ('issued', 'in-hand', 'submitted', 'suspended')",
    "CREATE INDEX item_unsigned_by_limit ON item (sign_by, id) WHERE status = 'issued'",
)
"""For both engines; `{c}` stands where PostgreSQL is told to order text by code point."""
