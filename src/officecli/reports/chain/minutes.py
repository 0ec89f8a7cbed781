"""The minutes of a meeting: on which matter what was decided, by when it is to be done now, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from officecli.errors import NotFound
from officecli.hints import Any
from officecli.i18n import _, listed, ngettext, sentences
from officecli.light import dataclass, field
from officecli.model.chain.meeting import label
from officecli.near import nearest
from officecli.reports.items.item_rows import by_id, by_ids
from officecli.reports.shape.build import build
from officecli.reports.shape.chosen import folded
from officecli.reports.shape.filters import day_typed
from officecli.reports.shape.report import Column, Report
from officecli.standing.chain.decided_on import DecidedOn, any_nameless, decided_on
from officecli.store.read.entries import fields
from officecli.store.read.reader import Reader, Row

_DECIDED = {
    "add": "new", "close": "close", "return": "return", "grant": "extend", "set-deadline": "extend", "decline": "decline", "assign": "assign",
    "suspend": "suspend", "resume": "resume", "cancel": "cancel", "prod": "prod",
}  # fmt: skip
"""Act → the decision that it carries out; where there is none of them, the matter goes on."""


@dataclass
class _Point:
    """What was decided on one matter, as the acts tell that carried it out."""

    decided: list[str] = field(default_factory=list)
    due: str | None = None
    lead_id: int | None = None
    said: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)


def minutes(read: Reader, name: str = "", day: str = "") -> Report:
    """The minutes of the last meeting, or of the last one of this name or number, and of this day. Raises NotFound where there is none: a paper that says
    so would take the name of the one to come.
    """
    meetings = decided_on(read)
    decision, *others = _choose(read, list(dict.fromkeys(one.decision_id for one in meetings)), name, day)
    points = [one for one in meetings if one.decision_id == decision["id"]]
    rows = _rows(read, points)
    notes = [
        _("Decided by {leader}; recorded by {names} on {day}.").format(
            leader=decision["decided_by"],
            names=listed(dict.fromkeys(one.actor for one in points)),
            day=listed(dict.fromkeys(one.day for one in points)),
        ),
        _("What becomes of it: officecli decision show {number}").format(number=decision["number"]),
    ]
    if others:
        notes.append(
            _("{n} earlier meetings fit too; --date DAY names another: {days}.").format(n=len(others), days=listed(one["day"] for one in others[:6]))
        )
    return build(
        read,
        name="meeting-minutes",
        title=_("Minutes of {meeting}, {day}").format(meeting=decision["title"], day=decision["day"]),
        columns=_columns(),
        rows=rows,
        summary={"matters": len(rows), "new": sum("new" in row["decided"] for row in rows), "closed": sum("close" in row["decided"] for row in rows)},
        headline=ngettext("{n} matter.", "{n} matters.", len(rows)).format(n=len(rows)),
        notes=notes,
        total=len(rows),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("no", _("No."), "integer", weight=3),
        Column("number", _("number")),
        Column("title", _("matter"), wide=True),
        Column("decided", label("decided"), "words", wide=True),
        Column("new_due", label("new_due"), "date"),
        Column("new_lead", label("new_lead")),
        Column("lead", _("lead")),
        Column("said", label("said"), wide=True, sparse=True),
        Column("noted", label("noted"), wide=True, sparse=True),
    )


def _choose(read: Reader, ids: Sequence[int], name: str, day: str) -> list[Row]:
    """The meetings that fit, the latest first; raises NotFound where none does."""
    found = by_id(read, "decision", "*", [*ids])
    every = sorted(found.values(), key=lambda one: (one["day"], one["id"]), reverse=True)
    wanted = folded(name)
    fitting = [one for one in every if wanted in folded(one["title"]) or wanted == folded(one["number"])]
    if not every:
        raise NotFound(_("No meeting is on record yet."), fix=sentences(_how_to_record(read)))
    if not fitting:
        known = {folded(one["title"]): one["title"] for one in every}
        near = [known[one] for one in nearest(wanted, known)] or list(known.values())[:6]
        raise NotFound(_("No meeting “{name}” is on record.").format(name=name[:60]), fix=_("On record are: {names}.").format(names=listed(near)))
    if not day:
        return fitting
    on = day_typed(read, day, past=True)
    of_that_day = [one for one in fitting if date.fromisoformat(one["day"]) == on]
    if not of_that_day:
        raise NotFound(
            _("No such meeting was on {day}.").format(day=on.isoformat()),
            fix=_("They were on {days}.").format(days=listed(one["day"] for one in fitting[:6])),
        )
    return of_that_day


def _how_to_record(read: Reader) -> Iterator[str]:
    yield _("Read its sheet, and name it: officecli meeting read FILE --meeting NAME.")
    if any_nameless(read):
        yield _("What was read without naming it is in no minutes: first take that back, officecli undo (an earlier one: officecli undo --list).")


def _rows(read: Reader, points: Sequence[DecidedOn]) -> list[dict[str, Any]]:
    """A row for each item, in the order in which they were recorded; what was recorded on it in several goes stands together."""
    told: dict[int, _Point] = {}
    entries: dict[tuple[int, int], list[Row]] = {}
    for command in dict.fromkeys(one.command for one in points):
        for entry in read.rows(
            "SELECT item_id, verb, subject, after FROM trail WHERE command = :command AND item_id IS NOT NULL ORDER BY seq", command=command
        ):
            entries.setdefault((command, entry["item_id"]), []).append(entry)
    for one in points:
        point = told.setdefault(one.item_id, _Point())
        _tell(point, entries[one.command, one.item_id])
        point.noted += [one.noted] if one.noted else []
    items = by_ids(read, list(told))
    people = {row["id"]: row["name"] for row in read.rows("SELECT id, name FROM person")}
    return [
        {
            "no": no,
            "number": items[item_id]["number"],
            "title": items[item_id]["title"],
            "decided": tuple(dict.fromkeys(point.decided)) or ("keep",),
            "new_due": point.due,
            "new_lead": people.get(point.lead_id),
            "lead": items[item_id]["lead"],
            "said": "\n".join(point.said) or None,
            "noted": "\n".join(point.noted) or None,
        }
        for no, (item_id, point) in enumerate(told.items(), 1)
    ]


def _tell(point: _Point, entries: Iterable[Row]) -> None:
    """Add what the entries of one command on one item tell."""
    for entry in entries:
        after = fields(entry["after"]) or {}
        if entry["verb"] in _DECIDED:
            point.decided.append(_DECIDED[entry["verb"]])
        if entry["subject"] == "item":
            point.due = after.get("due") or point.due
            point.lead_id = after.get("lead_id") or point.lead_id
        elif entry["subject"] in ("note", "submission") and entry["verb"] in ("note", "close"):
            percent = f"{after['progress']}%" if after.get("progress") is not None else ""
            text = " ".join(filter(None, (percent, after.get("text") or after.get("result") or "")))
            point.said += [text] if text else []
