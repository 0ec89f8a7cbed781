"""How the office did month by month, up to the month that runs.

officecli trend
  officecli trend --unit Records --months 6
  officecli trend urgency:urgent
  officecli trend --person Ana --format csv -o ana.csv
Each month is counted as it stood on its last day, so what it shows does not change later. Registered and closed: in the month. Overdue: on its
last day. On time, first pass and hours to sign: of what was settled, reviewed and signed for in the month; hours are office hours, the median.
These count for whoever led the item on the day it was settled, reviewed or signed for; registered, closed and overdue items for whoever led them
on the month's last day; cancelled ones do not count. The score is the mean of those who have one, from the targets measured by the month.
A filter asks of each item as it stands on the day looked at, for all months alike; a score is of all of somebody's work, and so it is left out then.
"""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.hints import Any
from officecli.i18n import N_, _, ngettext
from officecli.model.time.periods import period_said
from officecli.reports.items.fitting import OF_ITEMS, fitting_items
from officecli.reports.shape.build import build
from officecli.reports.shape.chart import Chart, Series
from officecli.reports.shape.filters import Filters, let_in, look_at, of_whom
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Option, Takes
from officecli.reports.targets.trend_months import Admits, Months
from officecli.store.read.reader import Reader, Row

USUAL_MONTHS, MOST_MONTHS = 12, 120

TAKES = Takes(
    options=(Option("months", N_("How many months, the one that runs included."), USUAL_MONTHS),),
    without=("role", "since", "until", "status", "limit", "sort"),
)


def report(read: Reader, filters: Filters, *, months: int = USUAL_MONTHS) -> Report:
    """A row for each month, the oldest first; raises BadInput for a count out of bounds."""
    if not 1 <= months <= MOST_MONTHS:
        raise BadInput(
            _("--months takes a number from 1 to {most}.").format(most=MOST_MONTHS), fix=_("Write for example: officecli trend --months 12")
        )
    look_at(read, filters.as_of)
    filters = of_whom(read, filters)
    made_of = Months(read, months, fitting_items(read, filters))
    admits = let_in(read, filters) if filters.unit or filters.person else None
    return of_months(read, made_of, admits, filters.given("unit", "person", *OF_ITEMS) | {"months": months})


def of_months(read: Reader, months: Months, admits: Admits | None = None, asked: dict[str, Any] | None = None) -> Report:
    """The report of these months, of everybody or of whoever is admitted; `asked` are its filters."""
    rows = months.rows(admits)
    return build(
        read,
        name="trend",
        title=_("Month by month"),
        filters=asked or {},
        columns=tuple(column for column in _columns() if column.key != "score" or not months.of_some),
        rows=rows,
        summary={key: sum(row[key] for row in rows) for key in ("registered", "closed")} | {"months": len(rows)},
        headline=_("{months}: {registered} registered, {closed} closed; {overdue} overdue at the end.").format(
            months=ngettext("{n} month", "{n} months", len(rows)).format(n=len(rows)),
            registered=sum(row["registered"] for row in rows),
            closed=sum(row["closed"] for row in rows),
            overdue=rows[-1]["overdue"],
        )
        if rows
        else "",
        notes=(
            *months.notes,
            _("A filter asks of each item as it stands on {day}, for all months alike.").format(day=read.as_of) if months.of_some else "",
        ),
        empty=_("No item fits.") if months.of_some else _("Nothing is on record yet."),
        charts=_charts(rows),
    )


def _charts(rows: list[Row]) -> tuple[Chart, ...]:
    """What came, what was ended and what was left late; and how much was in time."""
    months = tuple(period_said(row["month"]) for row in rows)

    def values(key: str) -> tuple[float | None, ...]:
        return tuple(row[key] for row in rows)

    counts = (
        Series(_("registered"), values("registered"), "plain"),
        Series(_("closed"), values("closed"), "good"),
        Series(_("overdue at its end"), values("overdue"), "bad"),
    )
    return (
        Chart(_("Items by month"), months, counts, "lines"),
        Chart(_("On time, by month"), months, (Series(_("on time"), values("on_time")),), "lines", percent=True),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("month", _("month"), "period"),
        Column("until", _("only up to"), "date", sparse=True),
        Column("registered", _("registered"), "integer"),
        Column("closed", _("closed"), "integer"),
        Column("overdue", _("overdue at its end"), "integer"),
        Column("on_time", _("on time"), "bar"),
        Column("first_pass", _("first pass"), "percent", weight=2),
        Column("sign_hours", _("hours to sign"), "number", weight=2),
        Column("score", _("score per head"), "amount", weight=2),
    )
