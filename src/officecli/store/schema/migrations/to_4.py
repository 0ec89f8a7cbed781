"""From version 3 to 4: indexes by which what people ask most often costs the same in a
large store, personal items in a table of their own, acts recorded later. Frozen.
"""

from __future__ import annotations

_IS = "kind IN ('adhoc', 'routine', 'emergency', 'own')"
_WAS = f"{_IS[:-1]}, 'personal')"
_CAUSES_WERE = "cause IN ('copy', 'skipped', 'order', 'prod', 'difficulty', 'handover', 'answer', 'extension', 'part', 'undone')"
_CAUSES_ARE = _CAUSES_WERE.replace("'undone')", "'undone', 'target', 'confirmed')")


def _quoted(text: str) -> str:
    """As SQL writes a text."""
    return "'" + text.replace("'", "''") + "'"


BY_ENGINE: dict[str, tuple[str, ...]] = {
    # As in step 3: the statement of a table is all SQLite has of its checks, and the rows stay where they are. No item was ever personal.
    "sqlite": (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = replace(sql, {_quoted(_WAS)}, {_quoted(_IS)}) WHERE type = 'table' AND name = 'item'",
        f"UPDATE sqlite_schema SET sql = replace(sql, {_quoted(_CAUSES_WERE)}, {_quoted(_CAUSES_ARE)}) WHERE type = 'table' AND name = 'notice'",
        "PRAGMA writable_schema = RESET",
    ),
    "postgresql": (
        "ALTER TABLE item DROP CONSTRAINT kind_known",
        f"ALTER TABLE item ADD CONSTRAINT kind_known CHECK ({_IS})",
        "ALTER TABLE notice DROP CONSTRAINT cause_known",
        f"ALTER TABLE notice ADD CONSTRAINT cause_known CHECK ({_CAUSES_ARE})",
    ),
}

STATEMENTS = (
    "DROP INDEX ix_trail_command",
    "DROP INDEX ix_trail_item_id",
    "ALTER TABLE trail ADD COLUMN recorded VARCHAR{c}",
    "CREATE INDEX trail_dated_back ON trail (seq) WHERE recorded IS NOT NULL",
    "CREATE INDEX trail_of_command ON trail (command, subject, subject_id)",
    "CREATE INDEX trail_of_item ON trail (item_id, command, seq)",
    "CREATE INDEX trail_of_actor ON trail (actor_id, command)",
    "CREATE INDEX trail_of_row ON trail (subject, subject_id, seq)",
    "CREATE INDEX trail_commands ON trail (command) WHERE seq = command",
    "CREATE INDEX trail_of_corrections ON trail (seq) WHERE verb = 'correct'",
    "CREATE INDEX trail_taken_back ON trail (seq) WHERE verb IN ('undo', 'redo')",
    "CREATE INDEX trail_on_behalf ON trail (behalf_id, command) WHERE behalf_id IS NOT NULL",
    "ALTER TABLE check_log DROP COLUMN first_seen",
    "CREATE INDEX item_by_issue ON item (issued, id)",
    "CREATE INDEX item_by_due ON item (due, id)",
    "DROP INDEX item_awaiting_review",
    "CREATE INDEX item_awaiting_review ON item (due, id) WHERE status = 'submitted'",
    "CREATE INDEX item_open_by_due ON item (due, id) WHERE status IN ('issued', 'in-hand', 'submitted', 'suspended')",
    "CREATE INDEX item_unsigned_by_limit ON item (sign_by, id) WHERE status = 'issued'",
    """CREATE TABLE reminder (
  id INTEGER NOT NULL,
  number VARCHAR(60){c} NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  title VARCHAR(500){c} NOT NULL,
  registered VARCHAR(10){c} NOT NULL,
  due VARCHAR(10){c},
  text VARCHAR(4000){c} NOT NULL,
  result VARCHAR(4000){c} NOT NULL,
  closed VARCHAR(10){c},
  cancelled VARCHAR(10){c},
  PRIMARY KEY (id),
  UNIQUE (number),
  FOREIGN KEY(person_id) REFERENCES person (id))""",
    "CREATE INDEX ix_reminder_person_id ON reminder (person_id)",
    "CREATE INDEX trail_of_reminders ON trail (seq) WHERE subject = 'reminder'",
    "ALTER TABLE target_result ADD COLUMN to_confirm INTEGER",
    "ALTER TABLE notice ADD COLUMN target_id INTEGER REFERENCES target (id)",
    "CREATE INDEX ix_notice_target_id ON notice (target_id)",
)
"""For both engines; `{c}` stands where PostgreSQL is told to order text by code point."""
