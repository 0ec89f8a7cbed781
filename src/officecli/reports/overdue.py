"""What is past its deadline, the longest overdue first, and who answers for it.

An item is overdue while it is in somebody's hands and its deadline has passed. Days late are working days of the office.
"""

from __future__ import annotations

from officecli.i18n import _, ngettext
from officecli.reports.filters import Filters, choose
from officecli.reports.item_rows import columns, fetch, order, shown
from officecli.reports.report import Report
from officecli.store import items
from officecli.store.read import Reader

KEYS = (
    "number",
    "light",
    "title",
    "lead",
    "unit",
    "due",
    "original_due",
    "working_days_late",
    "status",
    "source",
    "goal",
    "supports",
    "progress",
    "issued",
)


def report(read: Reader, filters: Filters) -> Report:
    """The overdue items; raises BadInput or NotFound for filters that cannot be understood."""
    chosen = choose(read, filters)
    limit = read.settings["table.rows"] if filters.limit is None else filters.limit
    rows, total = fetch(read, chosen, items.OVERDUE, order_by=order(filters.sort, "due, id"), limit=limit)
    worst = max((row["working_days_late"] for row in rows), default=0)
    shown_columns = columns(*KEYS)
    return Report(
        name="overdue",
        title=_("Overdue items"),
        as_of=read.as_of.isoformat(),
        filters=chosen.said,
        columns=shown_columns,
        rows=shown(rows, shown_columns),
        summary={"overdue": total, "most_days_late": worst},
        headline=_("{count}; the longest by {days}.").format(
            count=ngettext("{n} item is overdue", "{n} items are overdue", total).format(n=total),
            days=ngettext("{n} working day", "{n} working days", worst).format(n=worst),
        )
        if total
        else "",
        empty=_("Nothing is overdue."),
        total=total,
        head=read.head_text(),
    )
