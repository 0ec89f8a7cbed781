"""What differs between one entry of an office file and its row in the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from officecli.files.office.content import Entry
from officecli.files.office.on_record import RowOnRecord

BeforeAfter = tuple[Any, Any]
"""Before and after; rows are given as RowOnRecord before and Entry after."""


@dataclass(slots=True)
class Step:
    """One entry: its row in the store (None: to be made) and the keys that differ."""

    entry: Entry
    row: RowOnRecord | None
    changes: dict[str, BeforeAfter] = field(default_factory=dict)


def step_of(entry: Entry, matched: dict[Entry, RowOnRecord | None], there: dict[str, dict[int, RowOnRecord]]) -> Step:
    """The entry beside its row, with the keys that differ."""
    row = matched[entry]
    if row is None:
        return Step(entry, None)
    step = Step(entry, row)
    if row.retired:
        step.changes["retired"] = (True, False)
    for name, value in entry.asked_for().items():
        before = row.values[name]
        if isinstance(value, Entry):
            target = matched[value]
            if target is None or target.id != before:
                step.changes[name] = (there[value.table].get(before), value)
        elif name in ("parent", "reports_to", "stand_in"):
            if before is not None:
                step.changes[name] = (there[entry.table][before], None)
        elif name == "functions":
            if set(value or ()) != set(before):
                step.changes[name] = (before, value or [])
        elif value != (date.fromisoformat(before) if isinstance(value, date) and before else before):
            step.changes[name] = (before, value)
    if entry.table == "duty":
        now = {target.id if (target := matched[post]) else -number: part for number, (post, part) in enumerate(entry.supports, 1)}
        if now != row.supports:
            labels = [(there["post"][post], part) for post, part in row.supports.items()]
            step.changes["support"] = (labels, entry.supports)
    return step
