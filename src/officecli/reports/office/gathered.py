"""What the dashboard shows, each from the report that knows it; read once for all its pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from officecli.hints import Any
from officecli.light import dataclass, field, replace
from officecli.reports.balance import balance
from officecli.reports.items import accountability, ledger, list, overdue, upcoming  # noqa: A004 - the report of this name
from officecli.reports.items.fitting import fitting_items
from officecli.reports.planning import load, quadrants
from officecli.reports.shape.filters import Filters, let_in, look_at
from officecli.reports.shape.report import Report
from officecli.reports.targets import trend
from officecli.reports.targets.trend_months import Months
from officecli.store.read.reader import Reader

Rows = Sequence[dict[str, Any]]

DAYS_AHEAD = 28
"""Four weeks, from the day looked at."""

_CLOSED = 500  # the latest; more are closed in no week


@dataclass(frozen=True)
class Gathered:
    """Reports of one day, with all their rows. `units` is the unit of each person by name; `monday` begins the week of that day.

    `months` are what the `trend` of anybody is made of. `closed` are rows of the ledger since Monday.
    """

    open: Report
    overdue: Report
    upcoming: Report
    quadrants: Report
    people: Report
    by_unit: Report
    by_body: Report
    load: Report
    balance: Report
    trend: Report
    months: Months
    closed: Rows
    monday: str
    units: dict[str, str | None] = field(default_factory=dict)


def gather(read: Reader, filters: Filters) -> Gathered:
    """Everything, of the unit, the person and the items in the filters; sets the reader's day. Personal items are never among it."""
    look_at(read, filters.as_of)
    asked = replace(filters, as_of="", limit=0)
    monday = (read.as_of - timedelta(days=read.as_of.weekday())).isoformat()
    people = accountability.report(read, asked)
    months = Months(read, trend.USUAL_MONTHS, fitting_items(read, asked))
    by_month = trend.of_months(read, months, let_in(read, asked) if asked.unit or asked.person else None)
    return Gathered(
        open=list.report(read, asked, for_all=True),
        overdue=overdue.report(read, asked),
        upcoming=upcoming.report(read, asked, days=DAYS_AHEAD, for_all=True),
        quadrants=quadrants.report(read, asked),
        people=people,
        by_unit=accountability.report(read, asked, by="unit"),
        by_body=accountability.report(read, asked, by="body"),
        load=load.report(read, replace(asked, text="", where=asked.text)),  # a word means items here, whoever is called so
        balance=balance.report(read, asked),
        trend=by_month,
        months=months,
        closed=tuple(
            row for row in ledger.report(read, replace(asked, status="closed", sort="-closed", limit=_CLOSED)).rows if (row["closed"] or "") >= monday
        ),
        monday=monday,
        units={row["person"]: row["unit"] for row in people.rows},
    )
