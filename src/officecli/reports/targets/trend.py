"""How the office did month by month, up to the month that runs.

officecli trend
  officecli trend --unit Records --months 6
  officecli trend --person Ana --format csv -o ana.csv
Each month is counted as it stood on its last day, so what it shows does not change later. Registered and closed: in the month. Overdue: on its
last day. On time, first pass and hours to sign: of what was settled, reviewed and signed for in the month; hours are office hours, the median.
These count for whoever led the item on the day it was settled, reviewed or signed for; registered, closed and overdue items for whoever led them
on the month's last day; cancelled ones do not count. The score is the mean of those who have one, from the targets measured by the month.
"""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.i18n import N_, _, ngettext
from officecli.model.scoring import NOTHING, mean
from officecli.model.time.periods import Period, period_of
from officecli.reports.items.counting import percent
from officecli.reports.shape.build import build
from officecli.reports.shape.chart import Chart, Series
from officecli.reports.shape.filters import Filters, let_in, look_at
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Option, Takes
from officecli.reports.targets.attainment import Results
from officecli.reports.targets.measures import Measured, figure
from officecli.reports.targets.period_asked_for import Seen, first_day, on_day, see
from officecli.reports.targets.scores import Scores, scores
from officecli.store import items
from officecli.store.read.reader import Reader, Row

MOST_MONTHS = 120

TAKES = Takes(
    options=(Option("months", N_("How many months, the one that runs included."), 12),),
    without=("text", "role", "since", "until", "status", "urgency", "source", "body", "label", "limit", "sort"),
)


def report(read: Reader, filters: Filters, *, months: int = 12) -> Report:
    """A row for each month, the oldest first; raises BadInput for a count out of bounds."""
    if not 1 <= months <= MOST_MONTHS:
        raise BadInput(
            _("--months takes a number from 1 to {most}.").format(most=MOST_MONTHS), fix=_("Write for example: officecli trend --months 12")
        )
    look_at(read, filters.as_of)
    begun = first_day(read)
    running = period_of("month", read.as_of)
    shown = [month for month in (running.moved(back - months + 1) for back in range(months)) if begun and month.end >= begun]
    results = Results(read)
    rows = [_month(read, see(read, month), filters, results) for month in shown]
    columns = _columns()
    unfinished = see(read, running).notes() if rows else ()
    return build(
        read,
        name="trend",
        title=_("Month by month"),
        filters=filters.given("unit", "person") | {"months": months},
        columns=columns,
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
        notes=unfinished,
        empty=_("Nothing is on record yet."),
        charts=_charts(rows),
    )


def _charts(rows: list[Row]) -> tuple[Chart, ...]:
    """What came, what was ended and what was left late; and how much was in time."""
    months = tuple(row["month"] for row in rows)

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


def _month(read: Reader, seen: Seen, filters: Filters, results: Results) -> Row:
    found = scores(read, seen, results)
    with on_day(read, seen.last):
        whose = _whose(read, filters)
        counts = _counts(read, seen.period, whose)
    counted = [one for one in found.counted if whose is None or one.lead_id in whose]
    by_measure = {name: figure(name, [one for one in counted if one.measure == name]) for name in ("on-time", "first-pass", "sign-hours")}
    return {
        "month": seen.period.label,
        "until": None if seen.finished else seen.last.isoformat(),
        **counts,
        "on_time": _share(by_measure["on-time"]),
        "first_pass": _share(by_measure["first-pass"]),
        "sign_hours": None if by_measure["sign-hours"].value is None else float(by_measure["sign-hours"].value),
        "score": _mean_score(found, whose),
    }


def _whose(read: Reader, filters: Filters) -> set[int] | None:
    """The ids of the people the filters let in, as of the reader's day; None for everybody."""
    if not (filters.unit or filters.person):
        return None
    people = read.rows(f"SELECT id, unit_id FROM {items.people(read)} p", as_of=read.as_of.isoformat())
    return {row["id"] for row in filter(let_in(read, filters), people)}


def _counts(read: Reader, month: Period, whose: set[int] | None) -> dict[str, int]:
    rows = read.rows(
        f"""SELECT lead_id,
                   CAST(SUM(CASE WHEN registered >= :start AND registered <= :as_of THEN 1 ELSE 0 END) AS INTEGER) AS registered,
                   CAST(SUM(CASE WHEN closed >= :start AND closed <= :as_of THEN 1 ELSE 0 END) AS INTEGER) AS closed,
                   CAST(SUM(CASE WHEN {items.OVERDUE} THEN 1 ELSE 0 END) AS INTEGER) AS overdue
            FROM {items.source(read)} v WHERE status <> 'cancelled' GROUP BY lead_id""",
        start=month.start.isoformat(),
        as_of=read.as_of.isoformat(),
    )
    return {key: sum(row[key] for row in rows if whose is None or row["lead_id"] in whose) for key in ("registered", "closed", "overdue")}


def _mean_score(found: Scores, whose: set[int] | None) -> str | None:
    cards = [found.of_person(person) for person in found.people if whose is None or person["id"] in whose]
    totals = [card.score.total for card in cards if card.counts]
    shared = mean(sum(totals, NOTHING), len(totals))
    return None if shared is None else str(shared)


def _share(found: Measured) -> float | None:
    """A share as accountability and ranking show it, to one decimal."""
    return percent(int(found.numerator), int(found.denominator)) if found.numerator is not None and found.denominator is not None else None


def _columns() -> tuple[Column, ...]:
    return (
        Column("month", _("month")),
        Column("until", _("only up to"), "date", sparse=True),
        Column("registered", _("registered"), "integer"),
        Column("closed", _("closed"), "integer"),
        Column("overdue", _("overdue at its end"), "integer"),
        Column("on_time", _("on time"), "bar"),
        Column("first_pass", _("first pass"), "percent", weight=2),
        Column("sign_hours", _("hours to sign"), "number", weight=2),
        Column("score", _("score per head"), "amount", weight=2),
    )
