"""Open items, the nearest deadline first."""

from __future__ import annotations

from officecli.i18n import N_, _, ngettext
from officecli.model.item_fields import FIELDS, PLAIN
from officecli.reports.items.item_rows import columns, fetch, sift, when_asked_for
from officecli.reports.items.ordering import groups, order, sortable
from officecli.reports.items.personal import own_source
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Report
from officecli.reports.shape.takes import Option, Takes
from officecli.store.read.reader import Reader
from officecli.typed.office.duties import find_duty

KEYS = (
    "number", "light", "title", "lead", "unit", "body", "due", "working_days_left", "working_days_late", "status", "supports", "kind", "urgency",
    "source", "goal", *(key for key in PLAIN if FIELDS[key].listed), "issued", "original_due",
)  # fmt: skip

ASKED_FOR = (
    "labels", "ordered_by", "progress", "result", "remarks", "originator", "importance", "signed", "feedback_every", "submitted", "closed",
)  # fmt: skip
"""What a ledger has besides, or a filter asks about, for whoever names it."""

TAKES = Takes(
    grouped=True,
    sorts=sortable,
    options=(Option("duty", N_("Only items that fall under this duty.")),),
)


def report(read: Reader, filters: Filters, *, duty: str = "", for_all: bool = False) -> Report:
    """The items that fit the filters; the open ones unless a status is named. Raises NotFound for an unknown duty.

    Personal items of whoever reads are among them, except on a paper `for_all`.
    """
    chosen = choose(read, filters)
    chosen.open_unless_named()
    if duty:
        found = find_duty(read, duty, retired=True)
        chosen.said["duty"] = found["title"]
        chosen.conditions.append("duty_id = :duty")
        chosen.values["duty"] = found["id"]
    chosen.own = "" if for_all else own_source(read)
    limit = most_rows(read, filters.limit)
    rows, total = fetch(read, chosen, **order(filters.sort, "due, id", filters.group), limit=limit)
    shown = (*columns(*KEYS), *map(when_asked_for, ASKED_FOR))
    return build(
        read,
        name="list",
        title=_("Items") if chosen.state_named else _("Open items"),
        filters=chosen.said,
        columns=shown,
        rows=rows,
        summary={"items": total},
        headline=_headline(total, len(sift(read, chosen, columns="id", of=chosen.own)) if chosen.own else 0),
        empty=_("No item fits."),
        total=total,
        gravest_first=not (filters.sort or filters.group),
        **groups(read, chosen, filters.group, shown, rows, total),
    )


def _headline(total: int, own: int) -> str:
    """How many there are; of what is personal it is said, as no other report counts it."""
    if not total:
        return ""
    count = ngettext("{n} item", "{n} items", total).format(n=total)
    return _("{count}, {n} of them personal.").format(count=count, n=own) if own else ngettext("{n} item.", "{n} items.", total).format(n=total)
