"""What falls due in the days ahead, week by week.

Items that are submitted or suspended wait for nobody's work and are left out; those registered to be handed out later are in.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from officecli.hints import Any
from officecli.i18n import _, ngettext
from officecli.reports.items.item_rows import columns, fetch
from officecli.reports.items.ordering import groups, order, sortable
from officecli.reports.items.personal import own_source
from officecli.reports.shape.ahead import AHEAD, check_ahead
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Takes
from officecli.store.items import IN_HANDS
from officecli.store.read.reader import Reader

TAKES = Takes(
    grouped=True,
    sorts=sortable,
    options=(AHEAD,),
)

KEYS = ("number", "light", "title", "lead", "unit", "body", "due", "working_days_left", "status", "supports", "goal", "source")


def report(read: Reader, filters: Filters, *, days: int = 30, for_all: bool = False) -> Report:
    """The items in hand whose deadline lies from today to `days` calendar days ahead; raises BadInput for a span out of bounds.

    Personal items of whoever reads are among them, except on a paper `for_all`.
    """
    check_ahead(days, _("Write for example: officecli upcoming --days 30"))
    chosen = choose(read, filters)
    last = read.as_of + timedelta(days=days)
    chosen.values["last"] = last.isoformat()
    chosen.own = "" if for_all else own_source(read)
    limit = most_rows(read, filters.limit)
    conditions = (f"status IN {IN_HANDS}", "due >= :as_of", "due <= :last")
    shown = (Column("week", _("week of"), "date"), *columns(*KEYS))
    rows, total = fetch(read, chosen, *conditions, **order(filters.sort, "due, id", filters.group), limit=limit)
    return build(
        read,
        name="upcoming",
        title=_("Due in the days ahead"),
        filters={**chosen.said, "days": days},
        columns=shown,
        rows=({"week": _monday(row["due"]), **row} for row in rows),
        summary={"due": total, "until": last.isoformat()},
        headline=ngettext("{n} item falls due by {day}.", "{n} items fall due by {day}.", total).format(n=total, day=last.isoformat())
        if total
        else "",
        notes=_notes(rows),
        empty=_("Nothing falls due by {day}.").format(day=last.isoformat()),
        total=total,
        gravest_first=not (filters.sort or filters.group),
        **(groups(read, chosen, filters.group, shown, rows, total, *conditions) or {"group_by": None if filters.sort else "week"}),
    )


def _monday(due: str) -> str:
    day = date.fromisoformat(due)
    return (day - timedelta(days=day.weekday())).isoformat()


def _notes(rows: list[dict[str, Any]]) -> list[str]:
    notes = []
    busiest = Counter(row["due"] for row in rows).most_common(1)
    if busiest and busiest[0][1] > 2:
        notes.append(_("Most fall on {day}: {n}.").format(day=busiest[0][0], n=busiest[0][1]))
    return notes
