"""From version 4 to 5: the log of the mail that went out. Frozen."""

from __future__ import annotations

BY_ENGINE: dict[str, tuple[str, ...]] = {"sqlite": (), "postgresql": ()}

STATEMENTS = (
    """CREATE TABLE mail_log (
  day VARCHAR(10){c} NOT NULL,
  person_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  address VARCHAR(254){c} NOT NULL,
  message_id VARCHAR(200){c} NOT NULL,
  claimed_at VARCHAR{c} NOT NULL,
  sent_at VARCHAR{c},
  delivery VARCHAR{c},
  error VARCHAR(500){c},
  PRIMARY KEY (day, person_id, number),
  CONSTRAINT delivery_known CHECK (delivery IN ('sent', 'unsent', 'refused', 'no-address')))""",
)
"""For both engines; `{c}` stands where PostgreSQL is told to order text by code point."""
