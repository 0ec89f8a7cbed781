"""The ledger: every item with all a ledger records of it, in the order of its numbers."""

from __future__ import annotations

from officecli.i18n import _, ngettext
from officecli.light import replace
from officecli.model.item_fields import PLAIN
from officecli.reports.items.item_rows import BY_NUMBER, column, headed
from officecli.reports.items.item_stream import every
from officecli.reports.items.ordering import groups, order, sortable
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Report
from officecli.reports.shape.streamed import Streamed
from officecli.reports.shape.takes import Takes
from officecli.store.read.reader import Reader

KEYS = (
    "number", "source", "title", "goal", "ordered_by", *PLAIN, "lead", "body", "supports", "urgency", "issued", "original_due", "due", "feedback_every",
    "progress", "problem", "next_step", "light", "status", "evidence", "result", "closed", "remarks",
)  # fmt: skip

_BESIDE = ("ordered_by", "result", "remarks")
"""What many a ledger has no column for: these are there where they say something."""

TAKES = Takes(grouped=True, sorts=sortable)


def report(read: Reader, filters: Filters) -> Report:
    """The items that fit the filters, closed and cancelled ones too, under a running number."""
    chosen = choose(read, filters)
    limit = most_rows(read, filters.limit)
    rows, total = every(read, filters, chosen, keys=KEYS, **order(filters.sort, BY_NUMBER, filters.group), limit=limit)
    shown_columns = tuple(replace(one, sparse=one.sparse or one.key in _BESIDE) for one in (headed(column(key)) for key in ("no", *KEYS)))
    return build(
        read,
        name="ledger",
        title=_("Ledger"),
        filters=chosen.said,
        columns=shown_columns,
        rows=rows if isinstance(rows, Streamed) else ({"no": no, **row} for no, row in enumerate(rows, 1)),
        summary={"items": total},
        headline=ngettext("{n} item.", "{n} items.", total).format(n=total) if total else "",
        empty=_("No item fits."),
        total=total,
        **groups(read, chosen, filters.group, shown_columns, rows, total),
    )
