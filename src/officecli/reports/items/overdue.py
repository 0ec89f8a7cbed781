"""What is past its deadline, the longest overdue first, and who answers for it.

An item is overdue while it is in somebody's hands and its deadline has passed. Days late are working days of the office;
for an item that was submitted and returned, its first submission has settled them.
"""

from __future__ import annotations

from officecli.i18n import _, ngettext
from officecli.reports.items.item_rows import columns, fetch, order, shown
from officecli.reports.shape.filters import Chosen, Filters, choose
from officecli.reports.shape.report import Report
from officecli.store import items
from officecli.store.read.reader import Reader, Row

KEYS = (
    "number", "light", "title", "lead", "unit", "due", "original_due", "working_days_late", "status", "source", "goal", "supports", "progress", "issued",
)  # fmt: skip


def report(read: Reader, filters: Filters) -> Report:
    """The overdue items; raises BadInput or NotFound for filters that cannot be understood."""
    chosen = choose(read, filters)
    limit = read.settings["table.rows"] if filters.limit is None else filters.limit
    rows, total = fetch(read, chosen, items.OVERDUE, order_by=order(filters.sort, "due, id"), limit=limit)
    worst = _days_past(read, chosen) if total else 0
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
        notes=_notes(rows),
        empty=_("Nothing is overdue."),
        total=total,
        head=read.head_text(),
    )


def _days_past(read: Reader, chosen: Chosen) -> int:
    """How many working days the oldest deadline has passed, whatever is shown first."""
    oldest, _total = fetch(read, chosen, items.OVERDUE, order_by="due, id", limit=1)
    return int(
        read.value(
            "SELECT n.working_no - d.working_no FROM calendar_day n CROSS JOIN calendar_day d WHERE n.date = :as_of AND d.date = :due",
            as_of=read.as_of.isoformat(),
            due=oldest[0]["due"],
        )
    )


def _notes(rows: list[Row]) -> tuple[str, ...]:
    returned = sum(1 for row in rows if row["first_submitted"] is not None)
    if not returned:
        return ()
    return (
        ngettext(
            "{n} of them was submitted and returned: its days late were settled by the first submission.",
            "{n} of them were submitted and returned: their days late were settled by the first submission.",
            returned,
        ).format(n=returned),
    )
