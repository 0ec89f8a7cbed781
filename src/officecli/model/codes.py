"""The codes that are stored; the words people read for them stand in `reports.words`."""

from __future__ import annotations

KINDS = ("adhoc", "routine", "emergency", "own")
URGENCIES = ("most-urgent", "urgent", "ordinary")
IMPORTANCES = ("major", "normal")
NATURES = ("service", "writing", "efficiency")
FUNCTIONS = ("advising", "administering", "serving")

STATUSES = ("issued", "in-hand", "submitted", "suspended", "closed", "cancelled")
"""What is stored. An item handed out only from a later day reads "registered" until then; overdue is computed, never stored."""

OPEN = ("issued", "in-hand", "submitted", "suspended")
IN_SOMEBODYS_HANDS = ("issued", "in-hand")

TRAILED = (
    "office", "setting", "calendar_year", "office_day", "rank", "unit", "post", "duty", "duty_support", "person", "past_post",
    "item", "support", "target", "past_lead", "past_deadline", "note", "submission", "extension", "prod", "pause", "wait", "waiver",
)  # fmt: skip
"""Tables whose every change is on the trail, and which `verify` therefore replays."""
