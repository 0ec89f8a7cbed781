"""One item whole: what a program reads (`item_json`), and what `show` prints."""

from __future__ import annotations

from typing import Any

from officecli.reports.filters import Chosen
from officecli.reports.item_rows import fetch
from officecli.store.read import Reader, Row

JSON_KEYS = (
    "number", "title", "status", "kind", "lead", "supports", "issued", "original_due", "due", "light", "working_days_left", "working_days_late",
    "goal", "targets", "version", "unit", "originator", "ordered_by", "responsible", "source", "urgency", "importance", "registered", "sign_by",
    "signed", "submitted", "closed", "hours", "feedback_every", "progress", "problem", "next_step", "evidence", "result", "rating",
)  # fmt: skip


def item_row(read: Reader, item_id: int) -> Row:
    """The item as a row of `item_rows`."""
    rows, _total = fetch(read, Chosen(conditions=["id = :id"], values={"id": item_id}), order_by="id", limit=1)
    return rows[0]


def item_json(read: Reader, item_id: int) -> dict[str, Any]:
    """The item as programs read it: dates ISO, codes untranslated."""
    row = item_row(read, item_id)
    targets = read.rows("SELECT amount, unit FROM target WHERE item_id = :id ORDER BY id", id=item_id)
    row["targets"] = [{"amount": _number(target["amount"]), "unit": target["unit"]} for target in targets]
    return {key: row[key] for key in JSON_KEYS}


def _number(amount: str) -> int | float:
    return float(amount) if "." in amount else int(amount)
