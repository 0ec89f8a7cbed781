"""Triggers that keep the trail append-only and in order, on both engines."""

from __future__ import annotations

SQLITE = {
    "trail_is_not_changed": "BEFORE UPDATE ON trail BEGIN SELECT RAISE(ABORT, 'the trail cannot be changed'); END",
    "trail_is_not_deleted": "BEFORE DELETE ON trail BEGIN SELECT RAISE(ABORT, 'the trail cannot be deleted'); END",
    "trail_is_in_order": (
        "BEFORE INSERT ON trail WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM trail) "
        "BEGIN SELECT RAISE(ABORT, 'the trail goes on at its end only'); END"
    ),
}

POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION officecli_keep_trail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the trail cannot be changed or deleted'; END $$""",
    """CREATE OR REPLACE FUNCTION officecli_trail_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM trail) THEN RAISE EXCEPTION 'the trail goes on at its end only'; END IF;
  RETURN NEW;
END $$""",
    "CREATE TRIGGER trail_is_not_changed BEFORE UPDATE OR DELETE ON trail FOR EACH ROW EXECUTE FUNCTION officecli_keep_trail()",
    "CREATE TRIGGER trail_is_not_emptied BEFORE TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION officecli_keep_trail()",
    "CREATE TRIGGER trail_is_in_order BEFORE INSERT ON trail FOR EACH ROW EXECUTE FUNCTION officecli_trail_in_order()",
)


def statements(engine: str) -> list[str]:
    """The statements that set the guards up on `engine`."""
    if engine == "sqlite":
        return [f"CREATE TRIGGER {name} {body}" for name, body in SQLITE.items()]
    return list(POSTGRESQL)
