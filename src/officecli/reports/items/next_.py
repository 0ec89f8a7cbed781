"""The one thing to do next: the gravest line of your digest.

officecli next
officecli next --for Ana
"""

from __future__ import annotations

from officecli.i18n import N_, _
from officecli.light import replace
from officecli.reports.items import digest
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from officecli.reports.shape.takes import Option, Takes
from officecli.store.read.reader import Reader

TAKES = Takes(
    options=(Option("for_", N_("For this person, this unit, or the whole office; for yourself if not given."), who="asker"),),
    without=("limit", "sort"),
)


def report(read: Reader, filters: Filters, *, for_: str = "") -> Report:
    """The first line of the digest; raises NotFound for a name that is neither a person's nor a unit's."""
    found = digest.report(read, replace(filters, limit=1), for_=for_, title=N_("Next for {name}"))
    assert found is not None, "only a digest asked for quietly is none"
    first = found.rows[:1]
    return replace(
        found,
        name="next",
        rows=first,
        total=len(first),
        group_totals={},
        empty=_("Nothing waits."),
    )
