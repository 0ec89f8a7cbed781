"""What today asks for: due today, handed out and not signed for, waiting for review, and new today."""

from __future__ import annotations

from officecli.i18n import _, ngettext
from officecli.light import replace
from officecli.reports.items.for_information import inform
from officecli.reports.items.item_rows import count
from officecli.reports.items.personal import own_source
from officecli.reports.items.sections import gather, section_columns, steps_of
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Takes
from officecli.store import items
from officecli.store.read.reader import Reader

TAKES = Takes(without=("sort",))

SECTIONS = ("due-today", "unsigned-late", "unsigned", "to-review", "extensions", "issued-today")


def report(read: Reader, filters: Filters) -> Report:
    """The sections of today that have something in them; an item stands once, in the gravest that concerns it."""
    chosen = choose(read, filters)
    chosen.own = own_source(read)
    limit = most_rows(read, filters.limit)
    found = gather(read, chosen, [(code, "") for code in SECTIONS], limit)
    cause: tuple[Column, ...] = ()
    if filters.person:
        waiting = gather(read, choose(read, replace(filters, person=())), steps_of(read, ", ".join(map(str, chosen.people))), limit)
        found.rows += waiting.rows
        found.totals |= waiting.totals
        found.counts |= waiting.counts
        cause = inform(read, found, chosen.people, limit)
    overdue = count(read, chosen, items.OVERDUE)
    shown_columns = (*section_columns(), *cause)
    due = found.counts.get("due-today", 0)
    return build(
        read,
        name="today",
        title=_("Today"),
        filters=chosen.said,
        columns=shown_columns,
        rows=found.rows,
        summary={**found.counts, "overdue": overdue},
        headline=_("{due}; {overdue}.").format(
            due=ngettext("{n} item is due today", "{n} items are due today", due).format(n=due),
            overdue=ngettext("{n} item is overdue", "{n} items are overdue", overdue).format(n=overdue),
        ),
        notes=_notes(read, overdue),
        empty=_("Nothing is due, handed out or waiting for review today."),
        total=sum(found.totals.values()),
        group_by="section",
        group_totals=found.totals,
        gravest_first=True,
    )


def _notes(read: Reader, overdue: int) -> tuple[str, ...]:
    notes = [_("What is overdue: officecli overdue")] if overdue else []
    if not read.value("SELECT is_working FROM calendar_day WHERE date = :day", day=read.as_of.isoformat()):
        notes.append(_("The office is closed today."))
    return tuple(notes)
