"""The follow-up of decisions 议定事项落实情况 as a paper: what was decided, and what became of each point of it."""

from __future__ import annotations

from dataclasses import asdict

from officecli.i18n import N_, _
from officecli.light import replace
from officecli.reports.chain.follow_through import counts
from officecli.reports.chain.from_decision import Decision, decisions
from officecli.reports.shape.chosen import Chosen
from officecli.reports.shape.document import Chapter, Document, Letter, Table
from officecli.reports.shape.filters import Filters, look_at
from officecli.reports.shape.report import Column
from officecli.reports.shape.takes import Takes
from officecli.store.read.reader import Reader
from officecli.typed.chain.decision_numbers import decision_meant

TAKES = Takes(
    without=("text", "role", "limit", "sort", "unit", "person", "since", "until", "status", "urgency", "source", "body", "label", "where"),
    unfiltered=N_("It is about decisions, by their numbers. What became of those with such items: officecli follow-through {filter}"),
    numbers=N_("The decisions' numbers: D2026-012 or 12. Without one, all that are not reported back."),
)


def paper(read: Reader, filters: Filters) -> Document:
    """A paper on each of the decisions, or on all that are not reported back; raises NotFound or BadInput for a number that means none."""
    look_at(read, filters.as_of)
    if filters.numbers:
        found = [one for number in filters.numbers for one in decisions(read, Chosen(), decision_meant(read, number))]
    else:
        found = [one for one in decisions(read, Chosen()) if one.state not in ("reported", "none-needed")]
    return Document(
        name="paper-decision",
        title=_("Follow-up of decisions"),
        as_of=read.as_of.isoformat(),
        chapters=tuple(replace(_page(read, one), begins_page=number > 0) for number, one in enumerate(found)),
        summary=counts(found),
        empty=_("Every decision is reported back."),
        head=read.head_text(),
        timezone=read.office["timezone"],
        office=read.office["name"],
        region=read.office["region"] or "",
    )


def _page(read: Reader, one: Decision) -> Chapter:
    rows = tuple({**asdict(link), "said": link.result or None} for link in one.links[1:])
    columns = (
        Column("point", _("point"), sparse=True),
        Column("number", _("number")),
        Column("title", _("matter"), wide=True),
        Column("who", _("lead")),
        Column("due", _("deadline"), "date"),
        Column("status", _("status"), "word"),
        Column("said", _("result"), wide=True, sparse=True),
        Column("gap", _("what is missing"), "missing", sparse=True),
    )
    nothing = _("Nothing needs to follow: {reason}").format(reason=one.none_needed) if one.none_needed else _("Nothing follows from it yet.")
    return Chapter(
        title=_("Follow-up of decision {number}").format(number=one.number),
        facts=(
            Column("title", _("decision"), wide=True),
            Column("decided_by", _("decided by")),
            Column("day", _("decided on"), "date"),
            Column("source", _("source"), wide=True, sparse=True),
            Column("status", _("status"), "word"),
            Column("report", _("reported back"), wide=True, sparse=True),
        ),
        values={
            "title": one.title,
            "decided_by": one.decided_by,
            "day": one.day,
            "source": one.source or None,
            "status": one.state,
            "report": one.report or None,
        },
        tables=(Table("items", _("What became of it"), columns, rows, () if rows else (nothing,)),),
        letter=Letter(by=read.office["name"], on=read.as_of.isoformat()),
    )
