"""Who has how much to do in the working days ahead, against the hours they have: who has too much, and who has room.

Hours due are the estimates of items in hand, less the progress told; hours available are the office's, less absences. Items without an estimate
are counted apart. Where nothing in anybody's hands has an estimate, what is overdue, what falls due and what is open says who has most.
With a filter only the items that fit are counted, and only who has any of them is shown:
  officecli load --unit Records
  officecli load urgency:urgent
  officecli load --days 20 --format csv
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from officecli.errors import BadInput
from officecli.hints import Any
from officecli.i18n import N_, _, ngettext
from officecli.reports.items.counting import percent
from officecli.reports.items.fitting import OF_ITEMS, fitting_items
from officecli.reports.planning.workload import Workload, workload
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chart import bars
from officecli.reports.shape.filters import Filters, let_in, look_at, of_whom
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Option, Takes
from officecli.rules.balance.overloaded import RULE as OVERLOADED
from officecli.store import items, judge
from officecli.store.read.reader import Reader, Row

TAKES = Takes(
    options=(Option("days", N_("How many working days ahead; the office's own number if not said."), 0),),
    without=("role", "since", "until", "status", "sort"),
)


def report(read: Reader, filters: Filters, *, days: int = 0) -> Report:
    """Everybody's load, the heaviest first; raises NotFound for an unknown unit or person, BadInput for a span out of bounds."""
    if not 0 <= days <= 250:
        raise BadInput(_("--days takes a number from 1 to 250."), fix=_("Write for example: officecli load --days 10"))
    look_at(read, filters.as_of)
    filters = of_whom(read, filters)
    fitting = fitting_items(read, filters, f"status IN {items.OPEN_STATUSES}")
    known = workload(read, among=fitting)
    until = known.last_of(days or read.settings["load.days"]).isoformat()
    rows = _rows(read, known, days or read.settings["load.days"], _chosen(read, known, filters, fitting), fitting)
    over, under = (sum(1 for row in rows if row["measure_of_load"] == mark) for mark in ("over", "under"))
    return build(
        read,
        name="load",
        title=_("Load"),
        filters=filters.given("unit", "person", *OF_ITEMS) | ({"days": days} if days else {}),
        columns=_columns(hours=known.knows_hours),
        rows=rows,
        limit=most_rows(read, filters.limit),
        summary={"people": len(rows), "over": over, "under": under if fitting is None else None, "until": until},
        headline=_headline(read, until, over, None if fitting is not None else under) if rows and known.knows_hours else "",
        notes=_notes(rows, known, until),
        empty=_("Nobody is here: officecli setup FILE, or officecli person add NAME") if fitting is None else _("No item in hand fits."),
        charts=bars(
            _("Hours due against hours available"),
            lambda row: str(row["name"]),
            [row for row in rows if row["load"]],
            (
                (_("fits"), "plain", lambda row: min(row["load"], 100)),
                (_("too much"), "bad", lambda row: max(row["load"] - 100, 0)),
            ),
            percent=True,
            mark=100,
            mark_label=_("hours available"),
        ),
    )


def _headline(read: Reader, until: str, over: int, under: int | None) -> str:
    """How many have too much, and how many have room; None where only some of the work is counted, which tells nothing of that."""
    people = ngettext("{n} person", "{n} people", over).format(n=over)
    most = read.settings["load.over_percent"]
    if under is None:
        return _("Until {day}, by these items alone: {over} above {most} %.").format(day=until, over=people, most=most)
    return _("Until {day}: {over} above {most} %, {under} below {least} %.").format(
        day=until,
        over=people,
        most=most,
        under=ngettext("{n} person", "{n} people", under).format(n=under),
        least=read.settings["load.under_percent"],
    )


def _columns(*, hours: bool) -> tuple[Column, ...]:
    """What a narrow page leaves out first turns on what is known: without `hours` it is what they would tell."""
    known, counted = (1, 2) if hours else (3, 1)
    return (
        Column("name", _("name")),
        Column("unit", _("unit"), weight=2),
        Column("hours_due", _("hours due"), "number", weight=known),
        Column("hours_there", _("hours available"), "number", weight=known),
        Column("load", _("load"), "bar", weight=known),
        Column("measure_of_load", _("too much, or room"), "word"),
        Column("overdue", _("overdue"), "count"),
        Column("due", _("due until then"), "count"),
        Column("open", _("open"), "count", weight=counted),
        Column("unestimated", _("without hours"), "count", weight=2),
        Column("overloaded_since", _("overloaded since"), "date", sparse=True),
    )


def _chosen(read: Reader, known: Workload, filters: Filters, fitting: Mapping[int, int] | None) -> list[Row]:
    leads = None if fitting is None else set(fitting.values())
    return [person for person in filter(let_in(read, filters), known.people.values()) if leads is None or person["id"] in leads]


def _rows(read: Reader, known: Workload, days: int, people: list[Row], fitting: Mapping[int, int] | None) -> list[dict[str, Any]]:
    """Everybody's row; of some items only (`fitting`) it is not said that somebody has room, nor since when they have too much of all."""
    last = known.last_of(days)
    open_items: Mapping[int, int] = (
        {
            row["lead_id"]: row["n"]
            for row in read.rows(
                f"SELECT lead_id, COUNT(*) AS n FROM {items.source(read)} v WHERE status IN {items.OPEN_STATUSES} GROUP BY lead_id",
                items.values(read),
            )
        }
        if fitting is None
        else Counter(fitting.values())
    )
    asked = judge.runs(person["id"] for person in people) if read.as_of == read.today and fitting is None else ()
    since = {finding.subject_id: judge.since(read, finding) for finding in judge.findings(read, OVERLOADED, asked)}
    rows = []
    for person in people:
        due = sum(work.minutes for work in known.works(person["id"]) if work.due <= last)
        there = known.minutes(person["id"], last)
        tasks = known.tasks[person["id"]]
        unknown = bool(tasks) and not known.works(person["id"])
        rows.append(
            {
                "name": person["name"],
                "unit": person["unit"],
                "hours_due": None if unknown else due / 60,
                "hours_there": there / 60,
                "load": None if unknown else percent(due, there),
                "measure_of_load": _measure(
                    read, due, there, unknown=fitting is not None or any(task.work is None and task.deadline <= last.isoformat() for task in tasks)
                ),
                "overdue": known.overdue(person["id"]),
                "due": known.due_by(person["id"], last),
                "open": open_items.get(person["id"], 0),
                "unestimated": sum(1 for task in tasks if task.work is None),
                "overloaded_since": since.get(person["id"]),
            }
        )
    return sorted(rows, key=_order)


def _order(row: dict[str, Any]) -> tuple[float, ...]:
    """The heaviest load first; where there is none to compare, who has most overdue, then most that falls due, then most open."""
    load = row["load"] if row["load"] is not None else (row["hours_due"] or 0) * 100
    return -load, -row["overdue"], -row["due"], -row["open"]


def _measure(read: Reader, due: int, there: int, *, unknown: bool) -> str | None:
    """Whether it is over or under what the office has set; who is away all the time, or has work that nobody has estimated, is not said to have room."""
    if due * 100 > there * read.settings["load.over_percent"]:
        return "over"
    return "under" if due * 100 < there * read.settings["load.under_percent"] and not unknown else None


def _notes(rows: list[dict[str, Any]], known: Workload, until: str) -> list[str]:
    notes = []
    if not known.knows_hours and any(row["unestimated"] for row in rows):
        notes.append(
            _("Nobody's items have hours on record: who has most is told by what is overdue, what falls due until {day}, and what is open.").format(
                day=until
            )
        )
    if unknown := sum(row["unestimated"] for row in rows):
        notes.append(
            ngettext(
                "{n} item in hand has no estimate and is in no hours: officecli edit NUMBER --hours N",
                "{n} items in hand have no estimate and are in no hours: officecli edit NUMBER --hours N",
                unknown,
            ).format(n=unknown)
        )
    if any(row["measure_of_load"] == "over" for row in rows):
        notes.append(_("What does not fit, and what would make it fit: officecli plan NAME"))
    if any(row["overloaded_since"] for row in rows):
        notes.append(_("Overloaded since: the day from which there was always more work than fits before its deadlines (B801)."))
    return notes
