"""Every item with every column, under headings that the import understands: what `export` writes."""

from __future__ import annotations

from typing import Any

from officecli.i18n import _
from officecli.light import replace
from officecli.model.item_fields import PLAIN
from officecli.reports.items.item_rows import BY_NUMBER, column, headed
from officecli.reports.items.item_stream import every
from officecli.reports.shape.build import build
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Report
from officecli.store.read.reader import Reader, Row

KEYS = (
    "number", "title", "source", "goal", "targets", "kind", "urgency", "importance", "originator", "ordered_by", *PLAIN, "lead", "body", "supports",
    "parts_done", "status", "issued", "signed", "original_due", "due", "hours", "feedback_every", "percent", "progress", "problem", "next_step",
    "evidence", "submitted", "result", "achieved", "rating", "closed", "cancelled", "parent", "point", "labels", "remarks",
)  # fmt: skip

_PARTS = "SELECT i.id, w.number AS parent, i.point FROM item i JOIN item w ON w.id = i.parent_id"


def whole_ledger(read: Reader, typed: str = "") -> Report:
    """All items, or those that fit a filter, in the order of their numbers, fetched while they are written; raises BadInput or NotFound for what cannot be understood."""
    filters = Filters(row_by_row=True, text=typed)
    chosen = choose(read, filters)
    rows, total = every(read, filters, chosen, order_by=BY_NUMBER, limit=0)
    parts = {row["id"]: row for row in read.rows(_PARTS)}
    columns = tuple(replace(headed(column(key)), weight=1, wide=False) for key in KEYS)
    return build(
        read,
        name="export",
        title=_("All items") if not typed else _("Items"),
        filters=chosen.said,
        columns=columns,
        rows=rows,
        as_row=lambda row: _row(row, parts.get(row["id"], {})),
        summary={"items": total},
        total=total,
    )


def _row(row: Row, part: Row) -> dict[str, Any]:
    """The item with its percentage apart from the words on its progress, so that both can be read back, and with what it is a part of."""
    apart = {"progress": row["told"], "parts_done": [{"name": one["name"]} for one in row["supports"] if one["done"]]}
    return {**row, **apart, "parent": part.get("parent"), "point": part.get("point") or None}
