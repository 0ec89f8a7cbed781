"""From version 2 to 3: outside bodies, labels, sub-items, notices, targets of a person, and what is opened or taken back later. Frozen."""

from __future__ import annotations

_WAS = "kind IN ('adhoc', 'routine', 'emergency', 'own')"
_IS = "kind IN ('adhoc', 'routine', 'emergency', 'own', 'personal')"


def _quoted(text: str) -> str:
    """As SQL writes a text."""
    return "'" + text.replace("'", "''") + "'"


BY_ENGINE = {
    # The statement of a table is all SQLite has of its checks; rewriting it is what its documentation says to do, the rows stay where they are.
    "sqlite": (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = replace(sql, {_quoted(_WAS)}, {_quoted(_IS)}) WHERE type = 'table' AND name = 'item'",
        "PRAGMA writable_schema = RESET",
    ),
    "postgresql": (
        "ALTER TABLE item DROP CONSTRAINT kind_known",
        f"ALTER TABLE item ADD CONSTRAINT kind_known CHECK ({_IS})",
    ),
}

STATEMENTS = (
    """CREATE TABLE past_leaving (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  left_on VARCHAR(10){c} NOT NULL,
  until VARCHAR(10){c} NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(person_id) REFERENCES person (id))""",
    "CREATE INDEX ix_past_leaving_person_id ON past_leaving (person_id)",
    """CREATE TABLE past_closing (
  id INTEGER NOT NULL,
  item_id INTEGER NOT NULL,
  closed VARCHAR(10){c} NOT NULL,
  until VARCHAR(10){c} NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(item_id) REFERENCES item (id))""",
    "CREATE INDEX ix_past_closing_item_id ON past_closing (item_id)",
    """CREATE TABLE body (
  id INTEGER NOT NULL,
  name VARCHAR(120){c} NOT NULL,
  name_key VARCHAR(120){c} NOT NULL,
  contact VARCHAR(120){c} NOT NULL,
  phone VARCHAR(60){c} NOT NULL,
  email VARCHAR(254){c} NOT NULL,
  follow_up_id INTEGER,
  retired INTEGER NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (name),
  UNIQUE (name_key),
  FOREIGN KEY(follow_up_id) REFERENCES person (id))""",
    """CREATE TABLE alias (
  id INTEGER NOT NULL,
  name VARCHAR(120){c} NOT NULL,
  name_key VARCHAR(120){c} NOT NULL,
  person_id INTEGER,
  unit_id INTEGER,
  body_id INTEGER,
  PRIMARY KEY (id),
  FOREIGN KEY(person_id) REFERENCES person (id),
  FOREIGN KEY(unit_id) REFERENCES unit (id),
  FOREIGN KEY(body_id) REFERENCES body (id))""",
    "CREATE INDEX ix_alias_name_key ON alias (name_key)",
    """CREATE TABLE body_support (
  id INTEGER NOT NULL,
  item_id INTEGER NOT NULL,
  body_id INTEGER NOT NULL,
  part VARCHAR(300){c} NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(item_id) REFERENCES item (id),
  FOREIGN KEY(body_id) REFERENCES body (id))""",
    "CREATE INDEX ix_body_support_body_id ON body_support (body_id)",
    "CREATE INDEX ix_body_support_item_id ON body_support (item_id)",
    """CREATE TABLE label (
  id INTEGER NOT NULL,
  item_id INTEGER NOT NULL,
  name VARCHAR(120){c} NOT NULL,
  name_key VARCHAR(120){c} NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(item_id) REFERENCES item (id))""",
    "CREATE INDEX ix_label_item_id ON label (item_id)",
    "CREATE INDEX ix_label_name_key ON label (name_key)",
    """CREATE TABLE notice (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  cause VARCHAR{c} NOT NULL,
  item_id INTEGER,
  request_id INTEGER,
  decision_id INTEGER,
  difficulty_id INTEGER,
  handover_id INTEGER,
  by_id INTEGER,
  text VARCHAR(4000){c} NOT NULL,
  day VARCHAR(10){c} NOT NULL,
  seen VARCHAR(10){c},
  PRIMARY KEY (id),
  CONSTRAINT cause_known CHECK (cause IN ('copy', 'skipped', 'order', 'prod', 'difficulty', 'handover', 'answer', 'extension', 'part', 'undone')),
  FOREIGN KEY(person_id) REFERENCES person (id),
  FOREIGN KEY(item_id) REFERENCES item (id),
  FOREIGN KEY(request_id) REFERENCES request (id),
  FOREIGN KEY(decision_id) REFERENCES decision (id),
  FOREIGN KEY(difficulty_id) REFERENCES difficulty (id),
  FOREIGN KEY(handover_id) REFERENCES handover_note (id),
  FOREIGN KEY(by_id) REFERENCES person (id))""",
    "CREATE INDEX ix_notice_item_id ON notice (item_id)",
    "CREATE INDEX ix_notice_person_id ON notice (person_id)",
    """CREATE TABLE finding_seen (
  id INTEGER NOT NULL,
  rule VARCHAR(8){c} NOT NULL,
  subject VARCHAR(200){c} NOT NULL,
  person_id INTEGER NOT NULL,
  day VARCHAR(10){c} NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(person_id) REFERENCES person (id))""",
    "CREATE INDEX ix_finding_seen_person_id ON finding_seen (person_id)",
    """CREATE TABLE request_attempt (
  id INTEGER NOT NULL,
  request_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  day VARCHAR(10){c} NOT NULL,
  text VARCHAR(4000){c} NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(request_id) REFERENCES request (id),
  FOREIGN KEY(person_id) REFERENCES person (id))""",
    "CREATE INDEX ix_request_attempt_request_id ON request_attempt (request_id)",
    """CREATE TABLE clock_acceptance (
  id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  day VARCHAR(10){c} NOT NULL,
  reason VARCHAR(4000){c} NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(person_id) REFERENCES person (id))""",
    "ALTER TABLE trail ADD COLUMN by_login VARCHAR{c}",
    "CREATE INDEX trail_by_another_login ON trail (seq) WHERE by_login IS NOT NULL",
    "ALTER TABLE office ADD COLUMN rehearsal INTEGER",
    "ALTER TABLE item ADD COLUMN parent_id INTEGER REFERENCES item (id)",
    "ALTER TABLE item ADD COLUMN body_id INTEGER REFERENCES body (id)",
    "ALTER TABLE item ADD COLUMN remarks VARCHAR(4000){c}",
    "CREATE INDEX ix_item_parent_id ON item (parent_id)",
    "CREATE INDEX ix_item_body_id ON item (body_id)",
    "ALTER TABLE target ADD COLUMN person_id INTEGER REFERENCES person (id)",
    "CREATE INDEX ix_target_person_id ON target (person_id)",
    "ALTER TABLE target_result ADD COLUMN confirmed VARCHAR(10){c}",
    "ALTER TABLE target_result ADD COLUMN confirmed_by_id INTEGER REFERENCES person (id)",
)
"""For both engines; `{c}` stands where PostgreSQL is told to order text by code point."""
