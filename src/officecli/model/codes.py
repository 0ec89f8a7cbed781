"""The codes that are stored; the words people read for them stand in `reports.words`."""

from __future__ import annotations

KINDS = ("adhoc", "routine", "emergency", "own")
URGENCIES = ("most-urgent", "urgent", "ordinary")
IMPORTANCES = ("major", "normal")
NATURES = ("service", "writing", "efficiency")
FUNCTIONS = ("advising", "administering", "serving")
"""The functions of an office that has no list of its own."""
ORIGINS = ("assigned", "own")
LEAD_TIMES = ("current", "ahead")
DEPTHS = ("general", "in-depth")
FOCUSES = ("leader", "hard-point", "hot-issue")
"""Three of an item's four tags (the fourth is its importance), and what it has to do with: the leader's focus, a hard point, a hot issue."""

TARGET_CLASSES = ("norm", "output", "efficiency-quality")
DIRECTIONS = ("at-least", "at-most")
PERIODS = ("month", "quarter", "year")
MEASURES = ("on-time", "first-pass", "return-rate", "closed", "sign-hours", "turnaround")
"""What is worked out from the ledger itself, so that nobody types it: percentages, pieces, office hours to sign, working days from issue to submission."""

PROCEDURE_KINDS = ("documents", "information", "follow-up", "meetings", "engagements", "emergency", "other")
DAYS_OFF = ("before", "after", "skip")
"""What becomes of an occurrence on a day the office is closed: the working day before it, the one after it, or nothing."""
LIMIT_UNITS = ("days", "hours")
MANNERS = ("exam", "interview", "assessment", "transfer", "appointment")
"""How somebody was selected for a post."""

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
    "office_function", "checklist_point", "target_result", "emergency", "procedure", "procedure_version", "procedure_step", "step_need",
    "procedure_pause", "item_step", "selection", "difficulty",
)  # fmt: skip
"""Tables whose every change is on the trail, and which `verify` therefore replays."""
