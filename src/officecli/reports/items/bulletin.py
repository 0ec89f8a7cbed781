"""The bulletin of a month: the figures, what was done, who lags behind by unit and by outside body, and which deadlines come next.

It is of a day: the month's last, or today while the month runs. Laggards are units and outside bodies with items that were overdue on it.
  officecli bulletin
  officecli bulletin 2026-07 --format docx -o bulletin.docx
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from officecli.hints import Any
from officecli.i18n import N_, _, in_every_language, listed, ngettext, of_language, sentences
from officecli.light import replace
from officecli.model.ledger_marks import AS_IMPORTED
from officecli.model.time.periods import MONTH_NAMES, Period
from officecli.model.words import word
from officecli.reports.items.item_rows import columns, count, fetch, sift
from officecli.reports.shape.chosen import Chosen
from officecli.reports.shape.document import Chapter, Document, Letter, Table
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Column
from officecli.reports.shape.takes import Argument, Takes
from officecli.reports.targets.period_asked_for import on_day, see_period
from officecli.store.items import IN_HANDS, OPEN_STATUSES, OVERDUE
from officecli.store.read.reader import Reader, Row

TAKES = Takes(
    argument=Argument(
        "MONTH", N_("The month, quarter, half-year or year, such as 2026-11, 2026-Q4, 2026-H2 or 2026; without it, the month that runs.")
    ),
    without=("role", "since", "until", "status", "limit", "sort"),
)

_AHEAD = 14  # calendar days: the deadlines that a bulletin names


def report(read: Reader, filters: Filters) -> Document:
    """The bulletin of a period; raises BadInput for what is no period, or one to come, and NotFound for filters that mean nobody."""
    seen = see_period(read, filters.text, filters.as_of)
    with on_day(read, seen.last):
        chosen = choose(read, replace(filters, text="", as_of=""))
        chosen.values |= {"first": seen.period.start.isoformat(), "ahead": (seen.last + timedelta(days=_AHEAD)).isoformat()}
        figures, tables = _found(read, chosen)
    when = _named(seen.period)
    return Document(
        name="bulletin",
        title=_("Bulletin on supervised matters, {period}").format(period=when),
        as_of=seen.last.isoformat(),
        chapters=(
            Chapter(
                title=_("Bulletin on supervised matters, {period}").format(period=when),
                tables=tables,
                letter=Letter(
                    said=tuple(filter(None, (_as_a_whole(figures, when, finished=seen.finished, day=seen.last.isoformat()), _of_some(chosen)))),
                    closing=(_asks(figures),),
                    by=read.office["name"],
                    on=read.today.isoformat(),
                ),
            ),
        ),
        summary=figures,
        head=read.head_text(),
        timezone=read.office["timezone"],
        office=read.office["name"],
        region=read.office["region"] or "",
    )


def _found(read: Reader, chosen: Chosen) -> tuple[dict[str, Any], tuple[Table, ...]]:
    """The figures, and the tables under them."""
    of_closed = ("status = 'closed'", "closed BETWEEN :first AND :as_of")
    closed, _n = fetch(read, chosen, *of_closed, order_by="closed, id", limit=0)
    closed = _without_stand_ins(closed)
    overdue, _n = fetch(read, chosen, OVERDUE, order_by="due, id", limit=0)
    coming, _n = fetch(read, chosen, f"status IN {IN_HANDS}", "due BETWEEN :as_of AND :ahead", order_by="due, id", limit=0)
    units, bodies = _laggards(overdue, "unit"), _laggards((row for row in overdue if row["body"]), "body")
    figures = {
        "handed_out": count(read, chosen, "status <> 'cancelled'", "issued BETWEEN :first AND :as_of"),
        "closed": len(closed),
        "closed_in_time": sum(row["on_time"] == 1 for row in sift(read, chosen, *of_closed, columns="on_time")),
        "open": count(read, chosen, f"status IN {OPEN_STATUSES}", "issued <= :as_of"),
        "overdue": len(overdue),
        "next_deadline": coming[0]["due"] if coming else None,
        "lagging_units": [row["unit"] for row in units],
        "lagging_bodies": [row["body"] for row in bodies],
    }
    return figures, (
        Table(
            "closed",
            _("1. What was done"),
            columns("number", "title", "lead", "body", "closed", "result"),
            tuple(closed),
            _none(closed, _("Nothing was closed.")),
        ),
        Table("units", _("2. Who lags behind"), _lagging("unit"), tuple(units), _none(overdue, _("Nothing is overdue."))),
        Table("bodies", "", _lagging("body"), tuple(bodies)),
        Table("overdue", "", columns("number", "title", "lead", "unit", "body", "due", "working_days_late"), tuple(overdue)),
        Table(
            "coming",
            _("3. What is due next"),
            columns("number", "title", "lead", "body", "due"),
            tuple(coming),
            _none(coming, _("Nothing is due in the next {n} days.").format(n=_AHEAD)),
        ),
    )


def _without_stand_ins(rows: list[Row]) -> list[Row]:
    """The rows without the words by which an import closed what its ledger told no result of: they are the program's, and no office's to publish."""
    if not any(row["imported"] for row in rows):
        return rows
    stand_ins = {*in_every_language(AS_IMPORTED)}
    return [{**row, "result": None} if row["imported"] and row["result"] in stand_ins else row for row in rows]


def _of_some(chosen: Chosen) -> str:
    """That it tells of some matters only, and of which; "" where it tells of all."""
    said = [word(name, one) for name, given in chosen.said.items() for one in (given if isinstance(given, list) else [given])]
    return _("It tells of some matters only: {filter}.").format(filter=listed(said)) if said else ""


def _none(rows: list[Row], said: str) -> tuple[str, ...]:
    return () if rows else (said,)


def _laggards(rows: Iterable[Row], by: str) -> list[Row]:
    """Who has overdue items: how many, and the longest by how many days; the worst first."""
    found: dict[str, Row] = {}
    for row in rows:
        mine = found.setdefault(row[by] or row["lead"], {by: row[by] or row["lead"], "overdue": 0, "longest": 0})
        mine["overdue"] += 1
        mine["longest"] = max(mine["longest"], row["working_days_late"] or 0)
    return sorted(found.values(), key=lambda row: (-row["overdue"], -row["longest"], row[by]))


def _lagging(by: str) -> tuple[Column, ...]:
    return (*columns(by), Column("overdue", _("overdue"), "integer"), Column("longest", _("longest, working days"), "integer"))


def _named(period: Period) -> str:
    """A month as a title has it: July 2026 · 2026年7月."""
    if period.kind != "month":
        return period.said
    year, month = period.start.year, period.start.month
    return of_language({"en": f"{MONTH_NAMES[month - 1]} {year}", "zh": f"{year}年{month}月"})


def _as_a_whole(figures: dict[str, Any], when: str, *, finished: bool, day: str) -> str:
    said = ngettext(
        "In {period}, {handed_out} matter was handed out and {closed} closed, {closed_in_time} of them in time.",
        "In {period}, {handed_out} matters were handed out and {closed} closed, {closed_in_time} of them in time.",
        figures["handed_out"],
    ).format(period=when, **figures)
    now = _("On {day}, {open} are open, {overdue} of them overdue.").format(day=day, **figures)
    return sentences((said, now, "" if finished else _("The period is not over.")))


def _asks(figures: dict[str, Any]) -> str:
    """What whoever lags behind is asked for."""
    lagging = [*figures["lagging_units"], *figures["lagging_bodies"]]
    if not lagging:
        return _("Please keep to the deadlines named above.")
    return ngettext(
        "{names} is asked to say by the next deadline how it stands with what is overdue, and to make up for it.",
        "{names} are asked to say by the next deadline how it stands with what is overdue, and to make up for it.",
        len(lagging),
    ).format(names=listed(lagging))
