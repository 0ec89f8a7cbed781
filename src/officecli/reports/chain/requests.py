"""Requests for instructions: what waits for whom, what was answered, and how long each leader took.

Days waited are working days of the office, from the day a leader's turn begins to the day it ends. --since and --until are of the day
it was raised; a unit or a person is the asker's or the leader's. Words are looked for in the request; the rest of a filter asks of the item that it is
about. Each leader's turns together:
  officecli requests --by leader
  officecli requests lifts is:overdue
"""

from __future__ import annotations

from collections.abc import Iterator

from officecli.errors import BadInput
from officecli.hints import Any
from officecli.i18n import N_, _, listed, ngettext
from officecli.model import codes
from officecli.reports.chain.turns_of_leaders import TURNS, WAITING, requests
from officecli.reports.items.fitting import fitting_items, words_apart
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.chosen import folded, people_ever, units_under
from officecli.reports.shape.filters import Filters, day_typed, look_at
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.sorting import sorted_rows
from officecli.reports.shape.takes import ABOUT_ITEMS, Option, Takes
from officecli.standing.chain.confidential import kept_from_reader
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code

_SORTABLE = ("number", "asker", "holder", "day", "since", "waited", "status")


def _sortable() -> dict[str, str]:
    """The keys requests can be sorted by, each with its heading."""
    return {column.key: column.label for column in _columns() if column.key in _SORTABLE}


TAKES = Takes(
    argument=ABOUT_ITEMS,
    options=(Option("by", N_("A row for each request, or for each leader."), "request", ("request", "leader")),),
    period=(N_("Raised on or after this day."), N_("Raised on or before this day.")),
    sorts=_sortable,
)


def report(read: Reader, filters: Filters, *, by: str = "request") -> Report:
    """The requests that fit, the waiting ones first and the longest waiting of them first; or the leaders, the slowest first.

    Raises BadInput or NotFound for filters that cannot be understood.
    """
    by = check_code(by, ("request", "leader"), "--by")
    found = _chosen(read, filters)
    waiting = [row for row in found if row["status"] in WAITING]
    longest = max((row["waited"] for row in waiting), default=0)
    leaders = _by_leader(read, {row["id"] for row in found})
    rows: list[dict[str, Any]] = leaders if by == "leader" else _sorted(found, filters.sort)
    columns = _leader_columns() if by == "leader" else _columns()
    said = filters.given("unit", "person", "since", "until", "status", "text", "where")
    return build(
        read,
        name="requests",
        title=_("Requests for instructions"),
        filters=said,
        columns=columns,
        rows=rows,
        limit=most_rows(read, filters.limit),
        summary={"requests": len(found), "waiting": len(waiting), "longest": longest},
        headline=_("{count}; the longest for {days}.").format(
            count=ngettext("{n} request waits", "{n} requests wait", len(waiting)).format(n=len(waiting)),
            days=ngettext("{n} working day", "{n} working days", longest).format(n=longest),
        )
        if waiting
        else "",
        notes=(*(() if by == "leader" else map(_told, leaders)), *_left_out(read)),
        empty=_("No request fits."),
        begin=_('To raise one: officecli request raise "…"'),
    )


def _chosen(read: Reader, filters: Filters) -> list[Row]:
    for name in ("urgency", "source", "body", "label"):
        if getattr(filters, name):
            raise BadInput(_("Requests have no {filter}.").format(filter=name), fix=_("Leave out --{filter}.").format(filter=name))
    look_at(read, filters.as_of)
    found = sorted(requests(read), key=lambda row: int(row["id"]))
    words, asked = words_apart(filters.text)
    if (fitting := fitting_items(read, filters, by=("where",), asked=asked)) is not None:
        found = [row for row in found if row["item_id"] in fitting]
    if filters.unit:
        units = units_under(read, *filters.unit)
        found = [row for row in found if row["asker_unit"] in units or row["holder_unit"] in units]
    if filters.person:
        people = people_ever(read, filters.person)
        found = [row for row in found if row["person_id"] in people or row["holder_id"] in people]
    if filters.since:
        found = [row for row in found if row["day"] >= day_typed(read, filters.since, first=True).isoformat()]
    if filters.until:
        found = [row for row in found if row["day"] <= day_typed(read, filters.until).isoformat()]
    if filters.status:
        status = check_code(filters.status, ("open", *codes.REQUEST_STATUSES), "--status")
        found = [row for row in found if row["status"] in (WAITING if status == "open" else (status,))]
    for text in map(folded, words):
        found = [row for row in found if any(text in folded(row[key] or "") for key in ("number", "title", "asker", "holder", "item"))]
    return found


def _sorted(found: list[Row], sort: str) -> list[Row]:
    if not sort:
        return sorted(found, key=lambda row: (row["status"] not in WAITING, -row["waited"] if row["status"] in WAITING else 0, -row["id"]))
    columns = [column for column in _columns() if column.key in _SORTABLE]
    return sorted_rows(sorted(found, key=lambda row: int(row["id"])), sort, columns, {"number": "id"})


def _by_leader(read: Reader, requests: set[int]) -> list[Row]:
    """Each leader's turns with these requests: how many, how they ended, and the working days they took."""
    leaders: dict[int, Row] = {}
    for turn in read.rows(f"SELECT * FROM ({TURNS}) t ORDER BY t.id", as_of=read.as_of.isoformat()):
        if turn["request_id"] not in requests:
            continue
        leader = leaders.setdefault(
            turn["holder_id"], {"leader": turn["holder"], "turns": 0, "now": 0, "answered": 0, "handed_up": 0, "days": 0, "longest": 0}
        )
        leader["turns"] += 1
        leader["now"] += turn["until"] is None
        leader["answered"] += turn["verdict"] is not None
        leader["handed_up"] += turn["outcome"] == "escalated"
        leader["days"] += turn["waited"]
        leader["longest"] = max(leader["longest"], turn["waited"])
    for leader in leaders.values():
        leader["average"] = round(leader["days"] / leader["turns"], 1)
    return sorted(leaders.values(), key=lambda leader: -leader["days"])


def _left_out(read: Reader) -> Iterator[str]:
    """That complaints are left out, by their numbers."""
    if kept := kept_from_reader(read):
        yield _("Kept in confidence, and not counted: {numbers}.").format(numbers=listed(list(kept.values())[:12]) + (" …" if len(kept) > 12 else ""))


def _told(leader: Row) -> str:
    said = ngettext(
        "{leader}: {n} turn, {now} waiting now; {average} working days on average, {longest} at most.",
        "{leader}: {n} turns, {now} waiting now; {average} working days on average, {longest} at most.",
        leader["turns"],
    )
    return said.format(n=leader["turns"], **leader)


def _columns() -> tuple[Column, ...]:
    return (
        Column("number", _("number")),
        Column("title", _("matter"), wide=True),
        Column("item", _("item"), weight=2),
        Column("asker", _("asked by")),
        Column("holder", _("leader")),
        Column("status", _("status"), "word"),
        Column("since", _("since"), "date", weight=2),
        Column("waited", _("days waited"), "integer"),
        Column("turns", _("turns"), "integer", weight=3),
        Column("verdict", _("verdict"), "word", weight=2),
        Column("answer", _("answer"), weight=2, wide=True),
        Column("exception", _("exception"), "word", weight=3),
        Column("day", _("raised on"), "date", weight=3),
    )


def _leader_columns() -> tuple[Column, ...]:
    return (
        Column("leader", _("leader")),
        Column("turns", _("turns"), "integer"),
        Column("now", _("waiting now"), "integer"),
        Column("answered", _("answered"), "integer"),
        Column("handed_up", _("handed up"), "integer"),
        Column("days", _("days in all"), "integer"),
        Column("average", _("days on average"), "number"),
        Column("longest", _("longest"), "integer"),
    )
