"""Which rows refer to which, as the database itself has it."""

from __future__ import annotations

from officecli.store.read.reader import Reader

_BY_ENGINE = {
    "sqlite": """SELECT f."table" AS named, m.name AS at, f."from" AS field
FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f."from" """,
    "postgresql": """SELECT n.relname AS named, c.relname AS at, a.attname AS field
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_class n ON n.oid = k.confrelid
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace ORDER BY c.relname, a.attname""",
}


def references(read: Reader) -> dict[str, dict[str, str]]:
    """Table → its fields that hold the id of a row → the table of that row."""
    found: dict[str, dict[str, str]] = {}
    for row in read.rows(_BY_ENGINE[read.engine]):
        found.setdefault(row["at"], {})[row["field"]] = row["named"]
    return found
