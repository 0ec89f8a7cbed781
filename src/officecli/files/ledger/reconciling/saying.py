"""What a row says of its item, field by field; a blank cell, and what was only inferred of the office as it stands, says nothing."""

from __future__ import annotations

from typing import Any

from officecli.files.ledger.drafts.draft import Draft, target_fields
from officecli.files.ledger.rows.ledger_row import OF_WHAT_WAS_HANDED_IN, LedgerRow
from officecli.files.ledger.sheets.cells import read_percent
from officecli.reports.items.hanging import target_text

OPEN = "open"
"""The state of what is in somebody's hands, as far as ledgers tell it."""

OF_NOTE = {"progress": "text", "percent": "progress", "problem": "problem", "next_step": "next_step", "evidence": "evidence"}
"""The fields that a note says → its columns."""
OF_SUBMISSION = ("submitted", *OF_WHAT_WAS_HANDED_IN)
"""Those that a submission says."""

_TEXTS = ("source", "goal", "urgency", "importance", "kind", "problem", "next_step", "evidence", "hours", "feedback_every", "remarks")


def says(made: Draft) -> dict[str, Any]:
    """Field → what the row says of it; a field of which it says nothing is left out."""
    row, people = made.row, made.people
    said: dict[str, Any] = {key: getattr(row, key) for key in _TEXTS if key != "goal"}
    said |= {"title": row.title, "goal": made.goal, **row.fields, "lead": people.lead.name}
    said["body"] = people.body.name if people.body else None
    for key in ("issued", "original_due", "due", "signed", "submitted", "closed", "cancelled"):
        day = getattr(row, key)
        said[key] = day.isoformat() if day and key not in row.unsaid else None
    said["percent"] = None if row.percent is None else round(row.percent)
    said["progress"] = "" if progress_is_percent(row) else row.progress
    said["status"] = state(row)
    if said["status"] == "cancelled":
        said |= {"closed": None, "cancelled": said["cancelled"] or said["closed"]}
    if row.submitted or said["status"] == "submitted" or row.closed:
        said |= {"result": row.result, "achieved": row.achieved, "rating": None if said["status"] == "submitted" else row.rating}
    said["targets"] = [target_text(target_fields(target)) for target in row.targets if target.quantity is not None]
    said["supports"] = _supports(made)
    said["parts_done"] = [meant.name for meant, _part in people.supports if meant.id in (people.parts_done or ())]
    said["labels"] = list(row.labels)
    return {key: value for key, value in said.items() if value not in (None, "", [])}


def progress_is_percent(row: LedgerRow) -> bool:
    """Whether its progress is told as a percentage, and in no words."""
    return row.percent is not None and read_percent(row.progress) == row.percent


def state(row: LedgerRow) -> str | None:
    """How far a row says its matter is: `open`, `in-hand` where it says that it is with its lead, or as it ended; None where it says nothing of it."""
    if row.cancelled or row.status == "cancelled":
        return "cancelled"
    if row.closed or row.status == "closed":
        return "closed"
    if row.submitted and row.status in (None, "open"):
        return "submitted"
    return OPEN if row.status == "issued" else row.status


def _supports(made: Draft) -> list[dict[str, Any]]:
    people = made.people
    named = [(one.name, part) for one, part in people.supports] + [(body.name, part) for body, part in people.body_supports]
    supports = [{"name": name, "part": part, "done": False} for name, part in named]
    return supports + ([{"name": people.support_note, "part": "", "done": False}] if people.support_note else [])
