"""What is in hand by importance and urgency: do first, plan, hand down, fit in.

Urgent is what was marked so, is overdue, or is due within the days of a yellow light. Important is what was marked so:
  officecli quadrants --unit Records
"""

from __future__ import annotations

from officecli.i18n import _, listed, ngettext
from officecli.model.words import word
from officecli.reports.items.item_rows import columns, fetch
from officecli.reports.items.ordering import order, sortable
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Takes
from officecli.store import items
from officecli.store.read.reader import Reader

TAKES = Takes(
    without=("status",),
    sorts=sortable,
)
URGENT = "(urgency <> 'ordinary' OR due < :calm_from)"
IMPORTANT = "importance = 'major'"
QUADRANTS = {
    "important-urgent": (IMPORTANT, URGENT),
    "important": (IMPORTANT, f"NOT {URGENT}"),
    "urgent": (f"NOT {IMPORTANT}", URGENT),
    "neither": (f"NOT {IMPORTANT}", f"NOT {URGENT}"),
}
KEYS = ("number", "light", "title", "lead", "unit", "due", "working_days_left", "working_days_late", "urgency", "supports", "goal", "source")


def report(read: Reader, filters: Filters) -> Report:
    """The items in hand in their four sections; raises BadInput or NotFound for filters that cannot be understood."""
    chosen = choose(read, filters)
    chosen.values["calm_from"] = read.value(
        f"SELECT date FROM calendar_day WHERE date >= :as_of AND working_no > {items.NOW_NO} + :lights_yellow_days ORDER BY date LIMIT 1",
        items.values(read),
    )
    limit = most_rows(read, filters.limit)
    rows, totals = [], dict.fromkeys(QUADRANTS, 0)
    for name, conditions in QUADRANTS.items():
        found, totals[name] = fetch(read, chosen, f"status IN {items.IN_HANDS}", *conditions, **order(filters.sort, "due, id"), limit=limit)
        rows += [{"quadrant": name, **row} for row in found]
    total = sum(totals.values())
    return build(
        read,
        name="quadrants",
        title=_("By importance and urgency"),
        filters=chosen.said,
        columns=(Column("quadrant", _("quadrant"), "word"), *columns(*KEYS)),
        rows=rows,
        summary=dict(totals),
        headline=ngettext("{n} item in hand.", "{n} items in hand.", total).format(n=total) if total else "",
        notes=_notes(totals) if total else (),
        empty=_("Nothing is in hand."),
        total=total,
        group_by="quadrant",
        group_totals=totals,
    )


def _notes(totals: dict[str, int]) -> tuple[str, ...]:
    """A section without items is not drawn, so it is said that there is none."""
    none = [_("“{title}”").format(title=word("quadrant", name)) for name, n in totals.items() if not n]
    return (_("Nothing stands under {quadrants}.").format(quadrants=listed(none)),) if none else ()
