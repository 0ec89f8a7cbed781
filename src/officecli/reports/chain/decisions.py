"""The decisions one by one, and one with its whole chain."""

from __future__ import annotations

from officecli.i18n import _
from officecli.reports.chain.follow_through import NONE_YET, chain_report, counts, headline
from officecli.reports.chain.from_decision import decisions
from officecli.reports.shape.build import build
from officecli.reports.shape.chosen import Chosen
from officecli.reports.shape.report import Column, Report
from officecli.store.read.reader import Reader
from officecli.typed.chain.decision_numbers import decision_meant


def every(read: Reader) -> Report:
    """All decisions, and how far each has come."""
    found = decisions(read, Chosen())
    summary = counts(found)
    rows = [
        {
            "number": one.number,
            "title": one.title,
            "decided_by": one.decided_by,
            "source": one.source or None,
            "day": one.day,
            "status": one.state,
            "items": len(one.items),
            "closed": sum(link.status == "closed" for link in one.items),
            "gaps": sum(link.gap is not None for link in one.links),
        }
        for one in found
    ]
    return build(
        read,
        name="decision-list",
        title=_("Decisions"),
        columns=(
            Column("number", _("number")),
            Column("title", _("decision"), wide=True),
            Column("decided_by", _("decided by")),
            Column("source", _("source"), weight=3, wide=True),
            Column("day", _("decided on"), "date", weight=2),
            Column("status", _("status"), "word"),
            Column("items", _("items"), "integer"),
            Column("closed", _("closed"), "integer"),
            Column("gaps", _("gaps"), "integer"),
        ),
        rows=rows,
        summary=summary,
        headline=headline(summary) if found else "",
        empty=_(NONE_YET),
    )


def one(read: Reader, typed: str) -> Report:
    """One decision with its items, and what is missing; raises NotFound or BadInput."""
    (found,) = decisions(read, Chosen(), decision_meant(read, typed))
    said = [
        _("Decided on {day} by {leader}.").format(day=found.day, leader=found.decided_by),
        _("Source: {source}").format(source=found.source) if found.source else "",
        _("Nothing needs to follow: {reason}").format(reason=found.none_needed) if found.none_needed else "",
        _("Reported back: {report}").format(report=found.report) if found.report else "",
    ]
    title = _("Decision {number}: {title}").format(number=found.number, title=found.title)
    return chain_report(read, "decision-show", title, [found], notes=tuple(text for text in said if text))
