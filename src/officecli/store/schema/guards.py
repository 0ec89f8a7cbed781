"""Triggers that keep the trail, and the hands it is in, append-only and in order, on both engines. `verify` compares the store's own with these texts."""

from __future__ import annotations

NUMBERED = {"trail": "seq", "hand": "id"}
"""What is guarded → the column that numbers its rows."""

SQLITE_TRIGGERS = {
    name: f"CREATE TRIGGER {name} {body}"
    for table, number in NUMBERED.items()
    for name, body in {
        f"{table}_is_not_changed": f"BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'the trail cannot be changed'); END",
        f"{table}_is_not_deleted": f"BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'the trail cannot be deleted'); END",
        f"{table}_is_in_order": (
            f"BEFORE INSERT ON {table} WHEN NEW.{number} <> (SELECT COALESCE(MAX({number}), 0) + 1 FROM {table}) "
            "BEGIN SELECT RAISE(ABORT, 'the trail goes on at its end only'); END"
        ),
    }.items()
}

POSTGRESQL_FUNCTIONS = {
    "officecli_keep_trail": "BEGIN RAISE EXCEPTION 'the trail cannot be changed or deleted'; END",
    **{
        f"officecli_{table}_in_order": f"""
BEGIN
  IF NEW.{number} <> (SELECT COALESCE(MAX({number}), 0) + 1 FROM {table}) THEN RAISE EXCEPTION 'the trail goes on at its end only'; END IF;
  RETURN NEW;
END"""
        for table, number in NUMBERED.items()
    },
}

_POSTGRESQL = {  # written as the server writes them back
    (table, name): f"CREATE TRIGGER {name} {body}"
    for table in NUMBERED
    for name, body in {
        f"{table}_is_not_changed": f"BEFORE DELETE OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION officecli_keep_trail()",
        f"{table}_is_not_emptied": f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION officecli_keep_trail()",
        f"{table}_is_in_order": f"BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION officecli_{table}_in_order()",
    }.items()
}

POSTGRESQL_TRIGGERS = {name: sql for (_table, name), sql in _POSTGRESQL.items()}
GUARDS = {name: table for table, name in _POSTGRESQL}
"""Trigger of PostgreSQL → the table it stands on."""


def drops(engine: str) -> list[str]:
    """The statements that take those down that a store has, of this version or an older one."""
    if engine == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE_TRIGGERS]
    return [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, table in GUARDS.items()]


def statements(engine: str) -> list[str]:
    """The statements that set the guards up on `engine`."""
    if engine == "sqlite":
        return list(SQLITE_TRIGGERS.values())
    functions = [f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$" for name, body in POSTGRESQL_FUNCTIONS.items()]
    return [*functions, *POSTGRESQL_TRIGGERS.values()]
