"""The sub-items of one item: the matrix of who has done it."""

from __future__ import annotations

from officecli.hints import Any
from officecli.i18n import _, clauses, in_brackets, ngettext
from officecli.model.words import word
from officecli.reports.items.item_past import Part
from officecli.store import items
from officecli.store.read.reader import Reader, Row


def part_rows(read: Reader, item_id: int) -> list[dict[str, Any]]:
    """The parts as programs read them, as of the reader's day: dates ISO, `done` the day of the first submission, else of the closing."""
    if read.row("SELECT 1 AS one FROM item WHERE parent_id = :item", item=item_id) is None:
        return []  # most items have none
    rows = read.rows(
        f"""SELECT v.number, v.title, (SELECT i.point FROM item i WHERE i.id = v.id) AS part, v.lead, v.unit, v.state AS status, v.overdue,
          v.working_days_late, v.due, v.closed,
                   COALESCE(v.first_submitted, v.closed) AS done
            FROM {items.seen(read)} v WHERE v.parent_id = :item ORDER BY v.id""",
        items.values(read),
        item=item_id,
    )
    return [{**row, "overdue": bool(row["overdue"])} for row in rows]


def whole(read: Reader, item_id: int) -> Row | None:
    """The item this one is a part of: its number and title."""
    return read.row("SELECT w.number, w.title, i.point AS part FROM item i JOIN item w ON w.id = i.parent_id WHERE i.id = :item", item=item_id)


def part(read: Reader, item_id: int) -> Part | None:
    """The parts as the item's card shows them, those overdue in red; None for an item that was not split."""
    rows = part_rows(read, item_id)
    if not rows:
        return None
    needed = [row for row in rows if row["status"] != "cancelled"]
    done = sum(row["status"] == "closed" for row in needed)
    heading = ngettext("Parts: {done} of {n} closed", "Parts: {done} of {n} closed", len(needed)).format(done=done, n=len(needed))
    if given_up := len(rows) - len(needed):
        heading = clauses((heading, _("{n} cancelled").format(n=given_up)))
    late = frozenset(place for place, row in enumerate(rows) if row["overdue"])
    title = read.value("SELECT title FROM item WHERE id = :item", item=item_id)
    return Part(heading, tuple((row["number"], _said(row, title)) for row in rows), late)


def _said(row: Row, title: str) -> str:
    """Whose it is, how it stands, by when, and which part; the title only where the whole has another."""
    who = row["lead"] + (in_brackets(row["unit"]) if row["unit"] else "")
    told = [who, _("overdue") if row["overdue"] else word("status", row["status"])]
    if row["done"]:
        told.append(row["done"])
    elif row["due"]:
        told.append(_("due {date}").format(date=row["due"]))
    if row["working_days_late"]:
        told.append(ngettext("{n} working day late", "{n} working days late", row["working_days_late"]).format(n=row["working_days_late"]))
    return " · ".join([*told, *(text for text in (row["title"], row["part"]) if text and text != title)])
