"""Triggers that keep the trail append-only and in order, on both engines. `verify` compares the store's own with these texts."""

from __future__ import annotations

SQLITE_TRIGGERS = {
    name: f"CREATE TRIGGER {name} {body}"
    for name, body in {
        "trail_is_not_changed": "BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'the trail cannot be changed'); END",
        "trail_is_not_deleted": "BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'the trail cannot be deleted'); END",
        "trail_is_in_order": (
            "BEFORE INSERT ON trail WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM trail) "
            "BEGIN SELECT RAISE(ABORT, 'the trail goes on at its end only'); END"
        ),
    }.items()
}

POSTGRESQL_FUNCTIONS = {
    "officecli_keep_trail": "BEGIN RAISE EXCEPTION 'the trail cannot be changed or deleted'; END",
    "officecli_trail_in_order": """
BEGIN
  IF NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM trail) THEN RAISE EXCEPTION 'the trail goes on at its end only'; END IF;
  RETURN NEW;
END""",
}

POSTGRESQL_TRIGGERS = {  # written as the server writes them back
    name: f"CREATE TRIGGER {name} {body}"
    for name, body in {
        "trail_is_not_changed": "BEFORE DELETE OR UPDATE ON trail FOR EACH ROW EXECUTE FUNCTION officecli_keep_trail()",
        "trail_is_not_emptied": "BEFORE TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION officecli_keep_trail()",
        "trail_is_in_order": "BEFORE INSERT ON trail FOR EACH ROW EXECUTE FUNCTION officecli_trail_in_order()",
    }.items()
}


def statements(engine: str) -> list[str]:
    """The statements that set the guards up on `engine`."""
    if engine == "sqlite":
        return list(SQLITE_TRIGGERS.values())
    functions = [f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$" for name, body in POSTGRESQL_FUNCTIONS.items()]
    return [*functions, *POSTGRESQL_TRIGGERS.values()]
