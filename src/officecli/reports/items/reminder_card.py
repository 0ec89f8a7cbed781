"""A personal item whole, for whose it is: what a program reads, and what `show` prints."""

from __future__ import annotations

from officecli.hints import Any
from officecli.i18n import _, ngettext
from officecli.model.words import word
from officecli.reports.items.item_card import JSON_KEYS, Card, not_there_yet, said_day
from officecli.reports.items.item_rows import by_ids
from officecli.store.read.reader import Reader, Row
from officecli.store.reminders import own_items


def reminder_json(read: Reader, reminder_id: int) -> dict[str, Any]:
    """The personal item as programs read it, in the shape of an item: what it has not is nothing."""
    row = _row(read, reminder_id)
    return {**{key: row.get(key) for key in JSON_KEYS}, "targets": []}


def reminder_card(read: Reader, reminder_id: int) -> Card:
    """The personal item as `show` prints it."""
    row = _row(read, reminder_id)
    late = row["overdue"] and row["working_days_late"]
    fields = (
        (_("deadline"), (row["due"] if row["closed"] or row["cancelled"] else said_day(read, row["due"])) if row["due"] else "–"),
        (_("recorded on"), row["registered"]),
        (_("note"), row["progress"]),
        (_("closed on"), row["closed"]),
        (_("cancelled on"), row["cancelled"]),
        (_("result"), row["result"]),
    )
    state = (word("status", row["status"]), ngettext("{n} working day late", "{n} working days late", late).format(n=late) if late else "")
    return Card(
        number=row["number"],
        title=row["title"],
        light=row["light"],
        state=" · ".join(said for said in (*state, word("kind", row["kind"])) if said),
        supports=(),
        fields=tuple((label, text) for label, text in fields if text),
        parts=(),
        foot=_("All that was done with it: officecli history {number}").format(number=row["number"]),
    )


def _row(read: Reader, reminder_id: int) -> Row:
    """A row of `item_rows`, with what was noted as its progress; raises NotFound where it was not there yet on the reader's day."""
    mine = read.row("SELECT number, person_id, text, result FROM reminder WHERE id = :id", id=reminder_id)
    assert mine is not None
    found = by_ids(read, [reminder_id], own_items(mine["person_id"])).get(reminder_id)
    if found is None:
        raise not_there_yet(read, mine["number"])
    return {**found, "progress": mine["text"] or None, "result": mine["result"] or None}
