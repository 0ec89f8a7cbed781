"""Every item with every column, under headings that the import understands: what `export` writes."""

from __future__ import annotations

from officecli.i18n import _
from officecli.light import replace
from officecli.model.item_fields import PLAIN
from officecli.reports.items.item_rows import BY_NUMBER, column, headed
from officecli.reports.items.item_stream import streamed
from officecli.reports.shape.build import build
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Report
from officecli.reports.shape.streamed import Portion, Streamed
from officecli.store.read.reader import Reader

KEYS = (
    "number", "title", "source", "goal", "targets", "kind", "urgency", "importance", "originator", "ordered_by", *PLAIN, "lead", "body", "supports",
    "parts_done", "status", "issued", "signed", "original_due", "due", "hours", "feedback_every", "percent", "progress", "problem", "next_step",
    "evidence", "submitted", "result", "achieved", "rating", "closed", "cancelled", "parent", "point", "labels", "remarks",
)  # fmt: skip

_ASKED = ("told", *(key for key in KEYS if key not in ("progress", "parts_done")))
"""What is asked of the items; the others are made of it."""


def whole_ledger(read: Reader, typed: str = "") -> Report:
    """All items, or those that fit a filter, in the order of their numbers, fetched
    while they are written; raises BadInput or NotFound for what cannot be understood.
    """
    filters = Filters(row_by_row=True, text=typed)
    chosen = choose(read, filters)
    rows = streamed(read, chosen, keys=_ASKED, order_by=BY_NUMBER)
    columns = tuple(replace(headed(column(key)), weight=1, wide=False) for key in KEYS)
    return build(
        read,
        name="export",
        title=_("All items") if not typed else _("Items"),
        filters=chosen.said,
        columns=columns,
        rows=Streamed(len(rows), lambda: map(_apart, rows.portions())),
        summary={"items": len(rows)},
        total=len(rows),
    )


def _apart(items: Portion) -> Portion:
    """The items with the words on their progress without the percentage, so that both can be read back, and with who of their supporters is done."""
    done = [[{"name": one["name"]} for one in supports if one["done"]] for supports in items["supports"]]
    return {**items, "progress": items["told"], "parts_done": done}
