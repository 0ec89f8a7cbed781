"""The steps of one item: who does each, by when, and how far it is."""

from __future__ import annotations

from officecli.hints import Any
from officecli.i18n import _, in_brackets, listed
from officecli.model.time.wall_clock import local
from officecli.model.words import word
from officecli.reports.items.item_past import Part
from officecli.reports.shape.build import build
from officecli.reports.shape.report import Column, Report
from officecli.store.read.reader import Reader, Row
from officecli.store.steps import steps


def step_rows(read: Reader, item_id: int) -> list[dict[str, Any]]:
    """The steps as programs read them, as of the reader's day: `state` is waiting, open, late, done or done-late; `by` and `done_at` are UTC text."""
    past = read.as_of < read.today
    lead = read.value("SELECT lead FROM v_item WHERE id = :item", item=item_id)
    return [_seen(_by_then(row, read.as_of.isoformat()) if past else row, lead, read.moment) for row in steps(read, item_id)]


def _by_then(row: Row, day: str) -> Row:
    """The step as it stood on a past day."""
    later = {"opened": ("opened", "by"), "done": ("done", "done_at", "done_by", "text")}
    gone = [name for key, names in later.items() if row[key] and row[key] > day for name in names]
    return {**row, **dict.fromkeys(gone)}


def _seen(row: Row, lead: str, now: str) -> dict[str, Any]:
    late = row["by"] is not None and (row["done_at"] or now) > row["by"]
    return {
        "position": row["position"],
        "title": row["title"],
        "who": row["post"] or lead,
        "state": _state(row, late=late),
        "opened": row["opened"],
        "by": row["by"],
        "done": row["done"],
        "done_at": row["done_at"],
        "done_by": row["done_by"],
        "text": row["text"] or None,
        "needs": row["needs"],
        "standard": row["standard"] or None,
        "check_point": row["check_point"] or None,
    }


def _state(row: Row, *, late: bool) -> str:
    if row["done"]:
        return "done-late" if late else "done"
    if row["opened"] is None:
        return "waiting"
    return "late" if late else "open"


def part(read: Reader, item_id: int) -> Part | None:
    """The steps as the item's card shows them; None for an item without steps."""
    rows = step_rows(read, item_id)
    zone = read.office["timezone"]
    lines = tuple((f"{row['position']} {row['title']}", _said(row, zone)) for row in rows)
    late = frozenset(place for place, row in enumerate(rows) if row["state"] in ("late", "done-late"))
    return Part(_("Steps"), lines, late) if lines else None


def _said(row: Row, zone: str) -> str:
    """Who does it, how it stands, by when, and what came of it."""
    told = [row["who"], word("step_state", row["state"])]
    if row["done"]:
        told += [row["done"] + (in_brackets(row["done_by"]) if row["done_by"] and row["done_by"] != row["who"] else ""), row["text"] or ""]
    elif row["by"]:
        told.append(_("by {moment}").format(moment=local(row["by"], zone)))
    elif row["state"] == "waiting" and row["needs"]:
        told.append(_("after step {steps}").format(steps=listed(str(one) for one in row["needs"])))
    return " · ".join(part for part in told if part)


def report_of(read: Reader, item_id: int) -> Report:
    """The steps of an item as a table."""
    item = read.row("SELECT number, title FROM item WHERE id = :item", item=item_id)
    assert item is not None
    rows = step_rows(read, item_id)
    done = sum(row["done"] is not None for row in rows)
    columns = (
        Column("position", _("step"), "integer"),
        Column("title", _("what is done"), wide=True),
        Column("who", _("who does it")),
        Column("step_state", _("state"), "word"),
        Column("by", _("limit ends"), "moment", sparse=True),
        Column("done", _("done"), "date", sparse=True),
        Column("done_by", _("who did it"), weight=2, sparse=True),
        Column("text", _("what proves it"), weight=3, wide=True, sparse=True),
        Column("standard", _("standard"), weight=3, wide=True, sparse=True),
        Column("check_point", _("check-point"), weight=3, wide=True, sparse=True),
    )
    return build(
        read,
        name="steps",
        title=_("Steps of {number} {title}").format(number=item["number"], title=item["title"]),
        columns=columns,
        rows=[{**row, "step_state": row["state"]} for row in rows],
        summary={"steps": len(rows), "done": done},
        headline=_("{done} of {total} steps are done.").format(done=done, total=len(rows)) if rows else "",
        notes=(_('A step is done with: officecli step {number} STEP "what proves it"').format(number=item["number"]),) if done < len(rows) else (),
        empty=_("It has no steps: it follows no procedure, or one without steps."),
    )
