"""What is past its deadline, the longest overdue first, and who answers for it.

An item is overdue while it is in somebody's hands and its deadline has passed. Days late are working days of the office;
for an item that was submitted and came back, returned or opened again, its first submission has settled them.
"""

from __future__ import annotations

from collections.abc import Sequence

from officecli.i18n import _, ngettext
from officecli.light import replace
from officecli.reports.items.item_rows import columns, fetch, when_asked_for
from officecli.reports.items.item_stream import every
from officecli.reports.items.ordering import groups, order, sortable
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import Chosen
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.streamed import Streamed
from officecli.reports.shape.takes import Takes
from officecli.store import items
from officecli.store.read.reader import Reader, Row

KEYS = (
    "number", "light", "title", "lead", "unit", "body", "due", "original_due", "working_days_late", "status", "source", "goal", "supports",
    "progress", "issued",
)  # fmt: skip

TAKES = Takes(grouped=True, sorts=sortable)


def report(read: Reader, filters: Filters) -> Report:
    """The overdue items; raises BadInput or NotFound for filters that cannot be understood."""
    chosen = choose(read, filters)
    limit = most_rows(read, filters.limit)
    in_order = order(filters.sort, "due, id", filters.group)
    rows, total = every(read, filters, chosen, items.OVERDUE, keys=(*KEYS, "labels"), **in_order, limit=limit)
    shown = (*(_late(column) for column in columns(*KEYS)), when_asked_for("labels"))
    worst, settled = _days_past(read, chosen) if total else (0, False)
    return build(
        read,
        name="overdue",
        title=_("Overdue items"),
        filters=chosen.said,
        columns=shown,
        rows=rows,
        summary={"overdue": total, "most_days_late": worst},
        headline=(_("{count}; the oldest deadline passed {days} ago.") if settled else _("{count}; the longest by {days}.")).format(
            count=ngettext("{n} item is overdue", "{n} items are overdue", total).format(n=total),
            days=ngettext("{n} working day", "{n} working days", worst).format(n=worst),
        )
        if total
        else "",
        notes=() if isinstance(rows, Streamed) else _notes(rows),
        empty=_("Nothing is overdue."),
        total=total,
        gravest_first=not (filters.sort or filters.group),
        **groups(read, chosen, filters.group, shown, rows, total, items.OVERDUE),
    )


def _late(column: Column) -> Column:
    """The column, of which 0 working days is told too: what fell due on Friday is overdue on Saturday."""
    return replace(column, kind="integer") if column.key == "working_days_late" else column


def _days_past(read: Reader, chosen: Chosen) -> tuple[int, bool]:
    """How many working days the oldest deadline has passed, whatever is shown first; and whether its days late are others, as they were settled before."""
    oldest, _total = fetch(read, chosen, items.OVERDUE, order_by="due, id", limit=1)
    past = read.value(
        "SELECT n.working_no - d.working_no FROM calendar_day n CROSS JOIN calendar_day d WHERE n.date = :as_of AND d.date = :due",
        as_of=read.as_of.isoformat(),
        due=oldest[0]["due"],
    )
    return int(past), oldest[0]["first_submitted"] is not None


def _notes(rows: Sequence[Row]) -> tuple[str, ...]:
    returned = sum(1 for row in rows if row["first_submitted"] is not None)
    if not returned:
        return ()
    return (
        ngettext(
            "{n} of them was submitted, then returned or opened again: its days late were settled by the first submission.",
            "{n} of them were submitted, then returned or opened again: their days late were settled by the first submission.",
            returned,
        ).format(n=returned),
    )
