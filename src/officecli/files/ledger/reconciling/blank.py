"""What a row leaves blank though the item has it from a ledger: it is kept, and said of each row."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from officecli.files.ledger.drafts.draft import Draft
from officecli.files.ledger.reconciling.differing import on_record
from officecli.files.ledger.reconciling.plan import ChangedHere, Difference, Paired
from officecli.files.ledger.reconciling.saying import says
from officecli.model.item_fields import PLAIN
from officecli.store.read.reader import Row

BY_COLUMN = {key: key for key in ("source", "goal", "hours", "feedback_every", "remarks", *PLAIN)}
BY_COLUMN |= {key: key for key in ("progress", "problem", "next_step", "evidence", "body", "signed", "labels")} | {"support": "supports"}
"""The column of a ledger → the field; a blank lead is a fault."""

_FAR = frozenset({"submitted", "suspended", "closed", "cancelled"})
"""States that a ledger told, where its blank says nothing of them any more; of any other a blank says as much."""


def left_blank(made: Draft, record: Row, columns: Collection[str]) -> tuple[Difference, ...]:
    """The fields on record of which the row says nothing, though the ledger has a column for each."""
    there = [(key, value) for column, key in BY_COLUMN.items() if column in columns and (value := on_record(key, record))]
    said = says(made)
    if "due" in columns and record["due"] and made.row.due is None:
        there.append(("due", record["due"]))
    words_halted = record["status"] == "suspended" and made.row.progress  # the same words would have said so
    if record["status"] in _FAR and ({"status", "closed"} & set(columns) or words_halted):
        there.append(("status", record["status"]))
    if not there:
        return ()
    if "percent" in said:
        said["progress"] = said["percent"]  # how far it is may be said in either form
    return tuple(Difference(key, value, None) for key, value in there if key not in said)


def as_imported(paired: Paired, here: Mapping[str, ChangedHere]) -> Paired | None:
    """The same without what was said `here` and in no ledger since; None where nothing is left."""
    blank = tuple(one for one in paired.differences if one.field not in here)
    return replace(paired, differences=blank) if blank else None
