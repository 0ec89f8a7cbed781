"""Work that went against the stream: registered after it had begun, handed up, or returned to be done again.

Registered afterwards is counted by source, handing up (refused, and so without its content) by person, returns by reason.
Since and until are of the day it was registered, attempted or returned.
"""

from __future__ import annotations

from collections import Counter

from officecli.hints import Any
from officecli.i18n import N_, _
from officecli.light import replace
from officecli.reports.items.item_rows import sift
from officecli.reports.record.refusals import attempts
from officecli.reports.shape.build import build
from officecli.reports.shape.filters import Filters, choose
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.takes import Takes
from officecli.store.read.reader import Reader, Row

TAKES = Takes(
    without=("sort",),
    period=(N_("Of this day or after."), N_("Of this day or before.")),
)

HANDING_UP = "C505"


def report(read: Reader, filters: Filters) -> Report:
    """The three kinds, each with what it came from and how often; raises BadInput or NotFound for filters that cannot be understood."""
    chosen = choose(read, replace(filters, since="", until=""))
    within = choose(read, Filters(since=filters.since, until=filters.until, as_of=filters.as_of), day="day")
    known = {row["id"] for row in sift(read, chosen, columns="id")}
    afterwards, returned = (_of(read, sql, known, within.where(), within.values) for sql in (_AFTERWARDS, _RETURNED))
    refused = [row for row in attempts(read, filters, HANDING_UP) if row["act"] == "assign"]  # the rule also refuses a return without a reason
    rows = [
        *_counted("afterwards", Counter(row["what"] for row in afterwards), {row["what"]: row["days"] for row in afterwards}),
        *_counted("handed-up", Counter(row["person"] for row in refused)),
        *_counted("returned", Counter(row["what"] for row in returned)),
    ]
    summary = {"afterwards": len(afterwards), "handed_up": len(refused), "returned": len(returned)}
    return build(
        read,
        name="backflow",
        title=_("Backflow"),
        filters=chosen.said | within.said,
        columns=(
            Column("finding", _("finding"), "word"),
            Column("what", _("source / person / reason"), wide=True),
            Column("count", _("times"), "integer"),
            Column("days", _("at most, working days"), "integer", weight=2),
        ),
        rows=rows,
        summary=summary,
        headline=_("{afterwards} registered afterwards, {handed_up} refused to be handed up, {returned} returned.").format(**summary) if rows else "",
        empty=_("Nothing went against the stream."),
        group_by="finding",
    )


_AFTERWARDS = """SELECT i.id, i.registered AS day, i.source AS what, registered.working_no - began.working_no AS days FROM item i
    JOIN calendar_day began ON began.date = i.began JOIN calendar_day registered ON registered.date = i.registered
    WHERE i.imported = 0 AND i.registered <= :as_of ORDER BY days"""
_RETURNED = """SELECT s.item_id AS id, s.reviewed AS day, s.reason AS what, 0 AS days FROM submission s
    WHERE s.verdict = 'returned' AND s.reviewed <= :as_of"""


def _of(read: Reader, sql: str, known: set[int], where: str, values: dict[str, Any]) -> list[Row]:
    """What the query finds of the chosen items on the days asked for."""
    found = read.rows(f"SELECT * FROM ({sql}) x {where}", values, as_of=read.as_of.isoformat())
    return [row for row in found if row["id"] in known]


def _counted(finding: str, times: Counter[str | None], days: dict[str, int] | None = None) -> list[dict[str, Any]]:
    """One row for each source, person or reason, the most frequent first; `days` says how long it was at most."""
    return [{"finding": finding, "what": what or None, "count": n, "days": (days or {}).get(what or "")} for what, n in times.most_common()]
