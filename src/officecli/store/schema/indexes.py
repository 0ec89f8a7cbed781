"""Partial indexes: what is asked for most is a small part of all items.

They are plain SQL, the same for both engines: declared on the tables, each would load SQLAlchemy's other dialect at every write (27 ms).
"""

from __future__ import annotations

PARTIAL = {
    "item_in_hands_by_due": "item (due, id) WHERE status IN ('issued', 'in-hand')",
    "item_in_hands_by_lead": "item (lead_id, due) WHERE status IN ('issued', 'in-hand')",
    "item_open_by_due": "item (due, id) WHERE status IN ('issued', 'in-hand', 'submitted', 'suspended')",
    "item_unsigned_by_limit": "item (sign_by, id) WHERE status = 'issued'",
    "item_awaiting_review": "item (due, id) WHERE status = 'submitted'",
    "trail_of_reminders": "trail (seq) WHERE subject = 'reminder'",
    "trail_commands": "trail (command) WHERE seq = command",
    "trail_of_corrections": "trail (seq) WHERE verb = 'correct'",
    "trail_taken_back": "trail (seq) WHERE verb IN ('undo', 'redo')",
    "trail_on_behalf": "trail (behalf_id, command) WHERE behalf_id IS NOT NULL",
    "trail_by_another_login": "trail (seq) WHERE by_login IS NOT NULL",
    "trail_dated_back": "trail (seq) WHERE recorded IS NOT NULL",
    "trail_by_act": "trail (verb, role) WHERE seq > 0",
}
"""The first must say what `items.OVERDUE` says, or no query about what is overdue can use it. The last has all entries, and is for those alone who say so:
without statistics SQLite would else take an act, of which there are a hundred thousand, for as good a beginning as the number of an entry."""
