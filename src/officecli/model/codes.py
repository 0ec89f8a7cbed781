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

REQUEST_STATUSES = ("pending", "answered", "withdrawn", "frozen")
REQUEST_EXCEPTIONS = ("emergency", "unreachable", "named", "unanswered", "complaint")
"""Why a request may pass over the direct superior: an emergency, they cannot be reached, the higher leader named one to report,
they left it long unanswered, or it is a complaint about them."""
REQUEST_VERDICTS = ("approved", "refused", "instructed")
STAGE_OUTCOMES = ("answered", "escalated", "withdrawn", "frozen")

TRAILED = (
    "office", "setting", "calendar_year", "office_day", "rank", "unit", "post", "duty", "duty_support", "person", "past_post",
    "item", "support", "target", "past_lead", "past_deadline", "note", "submission", "extension", "prod", "pause", "wait", "waiver",
    "told", "decision", "request", "request_stage", "request_copy", "absence", "roster", "handover_note",
)  # fmt: skip
"""Tables whose every change is on the trail, and which `verify` therefore replays."""
