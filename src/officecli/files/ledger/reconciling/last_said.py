"""Finds what a ledger said last of a field that was changed here since: a row that says it still has no news, and ours stands.

Between the import that said a field and the first change here, what was on record of it is what the ledger said: so it stands on the trail.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from officecli.files.ledger.drafts.draft import Draft
from officecli.files.ledger.reconciling.differing import UnitOf, differences
from officecli.files.ledger.reconciling.plan import ChangedHere, Difference
from officecli.files.ledger.reconciling.saying import OF_NOTE, OF_SUBMISSION
from officecli.reports.items.hanging import target_text
from officecli.reports.items.item_rows import by_id
from officecli.store.read.entries import entries
from officecli.store.read.reader import Reader, Row

_Rows = dict[str, dict[int, Row]]
"""Table → id → the row."""


def said_still(
    read: Reader, made: Draft, record: Row, unit_of: UnitOf, found: Sequence[Difference], here: Mapping[str, ChangedHere]
) -> tuple[Difference, ...]:
    """Those of the differences `found` of which the row says what a ledger said last, before they were changed `here`."""
    if here.keys().isdisjoint(one.field for one in found):
        return ()
    every = entries(read, "WHERE item_id = :item ORDER BY seq", item=record["id"])
    then = dict(record)
    for field, changed in here.items():
        then |= dict(_of_field(read, field, _rows_before(every, changed.first), record, unit_of))
    news = {one.field for one in differences(made, then, unit_of)}
    return tuple(one for one in found if one.field in here and one.field not in news)


def _rows_before(every: Sequence[Row], seq: int) -> _Rows:
    """The rows of an item as they stood before an entry of its trail."""
    rows: _Rows = {}
    for entry in every:
        if entry["seq"] >= seq:
            break
        those = rows.setdefault(entry["subject"], {})
        if entry["after"] is None:
            those.pop(entry["id"], None)
        else:
            those[entry["id"]] = {**those.get(entry["id"], {}), **entry["after"]}
    return rows


def _of_field(read: Reader, field: str, rows: _Rows, record: Row, unit_of: UnitOf) -> Iterator[tuple[str, Any]]:
    """What the record said of a field when its rows were these, by its keys."""
    item = rows["item"][record["id"]]
    if field == "lead":
        yield "lead", _name(read, "person", item["lead_id"])
        yield "unit_id", unit_of.get(item["lead_id"])
    elif field == "body":
        yield "body", _name(read, "body", item.get("body_id"))
    elif field in ("supports", "parts_done"):
        yield "support_note", item.get("support_note") or ""
        yield "supports", list(_supports(read, rows, item))
    elif field == "labels":
        yield field, "; ".join(one["name"] for one in _of(rows, "label"))
    elif field == "targets":
        yield field, "; ".join(map(target_text, _of(rows, "target")))
    elif field in OF_NOTE:
        yield from _told(field, _of(rows, "note"))
    elif field in OF_SUBMISSION:
        handed_in = _of(rows, "submission")
        yield field, min((one["day"] for one in handed_in), default=None) if field == "submitted" else _last(handed_in).get(field) or None
    else:
        yield field, item.get(field)


def _of(rows: _Rows, table: str) -> list[Row]:
    return [row for _id, row in sorted(rows.get(table, {}).items())]


def _last(rows: Sequence[Row]) -> Row:
    return rows[-1] if rows else {}


def _told(field: str, notes: Sequence[Row]) -> Iterator[tuple[str, Any]]:
    """What the last of these notes tells of how it goes; how far it is holds from whichever told it."""
    percent = next((one["progress"] for one in reversed(notes) if one.get("progress") is not None), None)
    if field == "percent":
        yield field, percent
        return
    text = _last(notes).get(OF_NOTE[field]) or None
    yield field, text
    if field == "progress":
        yield "told", text
        yield field, " ".join(filter(None, ("" if percent is None else f"{percent}%", text))) or None


def _supports(read: Reader, rows: _Rows, item: Row) -> Iterator[Row]:
    for one in _of(rows, "support"):
        if one.get("until") is None:
            yield {"name": _name(read, "person", one["person_id"]), "part": one.get("part") or "", "done": one.get("done") is not None}
    for one in _of(rows, "body_support"):
        yield {"name": _name(read, "body", one["body_id"]), "part": one.get("part") or "", "done": False}
    if item.get("support_note"):
        yield {"name": item["support_note"], "part": "", "done": False}


def _name(read: Reader, table: str, row_id: int | None) -> str | None:
    found = by_id(read, table, "id, name", [row_id])
    return found[row_id]["name"] if found else None
