"""What became of decisions: their items, feedback, results, and the report back; the gaps are marked.

Since and until are of the day of the decision; words are looked for in the decision. A unit, a person, a status or an urgency chooses among the items, and
so does the rest of a filter:
  officecli follow-through lifts is:overdue
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from officecli.hints import Any
from officecli.i18n import N_, _, ngettext
from officecli.light import replace
from officecli.reports.chain.from_decision import Decision, Link, decisions
from officecli.reports.items.fitting import words_apart
from officecli.reports.items.item_rows import columns as item_columns
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import folded
from officecli.reports.shape.filters import Filters, choose, day_typed, look_at
from officecli.reports.shape.report import VERSION, Column, Report
from officecli.reports.shape.takes import ABOUT_ITEMS, Takes
from officecli.store.read.reader import Reader

TAKES = Takes(
    argument=ABOUT_ITEMS,
    without=("sort",),
    period=(N_("Decided on or after this day."), N_("Decided on or before this day.")),
)

_OF_ITEMS = ("unit", "person", "status", "urgency", "body", "label", "where")

NONE_YET = N_('No decision is recorded yet: officecli decision add "…" --by LEADER --meeting "…"')


def report(read: Reader, filters: Filters) -> Report:
    """The decisions that fit, each with its items; raises BadInput or NotFound for filters that cannot be understood."""
    look_at(read, filters.as_of)
    chosen = choose(read, replace(filters, since="", until="", source="", text=""))
    words, asked = words_apart(filters.text)
    if asked is not None:
        from officecli.reports.shape.filter_sql import narrow_to  # who types no more than words needs none of it

        narrow_to(read, chosen, asked)
    found = [one for one in decisions(read, chosen) if _fits(read, filters, one, words)]
    if filters.given(*_OF_ITEMS) or asked is not None:
        found = [one for one in found if one.items]
    said = filters.given("since", "until", "source", "text")
    return chain_report(
        read, "follow-through", _("Decisions and what became of them"), found, limit=most_rows(read, filters.limit), filters={**chosen.said, **said}
    )


def chain_report(
    read: Reader, name: str, title: str, found: list[Decision], *, limit: int = 0, filters: dict[str, Any] | None = None, notes: tuple[str, ...] = ()
) -> Report:
    """Decisions as a report: one row for each, and under it one for each of its items."""
    links = [link for one in found for link in one.links]
    summary = counts(found)
    return build(
        read,
        name=name,
        title=title,
        filters=filters or {},
        columns=_columns(),
        rows=links,
        as_row=_row,
        limit=limit,
        summary=summary,
        headline=headline(summary) if found else "",
        notes=notes,
        empty=_("No decision fits.") if filters else _(NONE_YET),
        group_by="decision",
    )


def counts(found: Iterable[Decision]) -> dict[str, int]:
    """How many decisions there are, how many were taken up (items, or a reason why none is needed), are done and reported back, and what is missing."""
    every = list(found)
    items = [link for one in every for link in one.items]
    return {
        "decisions": len(every),
        "registered": sum(bool(one.none_needed or one.items) for one in every),
        "reported": sum(one.state in ("reported", "none-needed") for one in every),
        "items": len(items),
        "fed_back": sum(link.feedback is not None or link.submitted is not None for link in items),
        "closed": sum(link.status == "closed" for link in items),
        "gaps": sum(link.gap is not None for one in every for link in one.links),
    }


def headline(summary: dict[str, int]) -> str:
    """The counts in words."""
    return _("{registered} of {decisions} registered, {closed} of {items} items closed, {reported} of {decisions} settled; {gaps}.").format(
        gaps=ngettext("{n} gap", "{n} gaps", summary["gaps"]).format(n=summary["gaps"]), **{key: summary[key] for key in summary if key != "gaps"}
    )


def _fits(read: Reader, filters: Filters, decision: Decision, words: Iterable[str]) -> bool:
    if filters.since and date.fromisoformat(decision.day) < day_typed(read, filters.since, first=True):
        return False
    if filters.until and date.fromisoformat(decision.day) > day_typed(read, filters.until):
        return False
    if filters.source and folded(filters.source) not in folded(decision.source):
        return False
    texts = (decision.number, decision.title, decision.source, decision.decided_by)
    return all(any(folded(word) in folded(text) for text in texts) for word in words)


def _columns() -> tuple[Column, ...]:
    return (
        Column("decision", _("decision")),
        Column("number", _("number")),
        Column("title", _("matter"), wide=True),
        Column("point", _("point"), weight=3),
        Column("who", _("decided by / lead")),
        Column("day", _("decided / issued"), "date", weight=3),
        *item_columns("due", "status"),
        Column("feedback", _("last feedback"), "date", weight=3),
        Column("result", _("result / report back"), weight=3, wide=True),
        Column("ended", _("closed / reported on"), "date", weight=3),
        Column("gap", _("gap"), "word"),
        Column("days", _("working days since"), "integer", weight=2),
    )


def _row(link: Link) -> dict[str, Any]:
    return {column.key: getattr(link, column.key) for column in _columns()} | {VERSION: link.version}
