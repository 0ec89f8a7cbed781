"""What differs between one entry of an office file and its row in the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from officecli.files.office.content import Entry
from officecli.files.office.matching import Matched
from officecli.files.office.on_record import RowOnRecord

BeforeAfter = tuple[Any, Any]
"""Before and after; rows are given as RowOnRecord before and Entry after."""


MAY_BE_NONE = ("parent", "reports_to", "stand_in", "follow_up")
"""The keys that name another entry, or none."""


@dataclass(slots=True)
class Step:
    """One entry: its row in the store (None: to be made) and the keys that differ."""

    entry: Entry
    row: RowOnRecord | None
    changes: dict[str, BeforeAfter] = field(default_factory=dict)


def step_of(entry: Entry, matched: Matched, there: Mapping[str, Mapping[int, RowOnRecord]]) -> Step:
    """The entry beside its row, with the keys that differ."""
    row = matched[entry]
    return Step(entry, row, dict(_changes(entry, row, matched, there)) if row else {})


def _changes(entry: Entry, row: RowOnRecord, matched: Matched, there: Mapping[str, Mapping[int, RowOnRecord]]) -> Iterator[tuple[str, BeforeAfter]]:
    if row.retired:
        yield "retired", (True, False)
    for name, value in entry.asked_for().items():
        before = row.values[name]
        if isinstance(value, Entry) or name in MAY_BE_NONE:
            target = matched[value] if value else None
            if _refers_elsewhere(before, value, target):
                yield name, (there[value.table if value else entry.table].get(before), value)
        elif _differs(name, before, value):
            yield name, (before, [] if value is None and name == "functions" else value)
    if entry.table == "duty" and _support(entry, matched) != row.supports:
        yield "support", ([(there["post"][post], part) for post, part in row.supports.items()], entry.supports)


def _refers_elsewhere(before: int | None, value: Entry | None, target: RowOnRecord | None) -> bool:
    """Whether an entry (None for none), on record as `target` (None for not yet), is another than the row of the id before."""
    return target.id != before if target else value is not None or before is not None


def _differs(name: str, before: Any, value: Any) -> bool:
    if name in ("functions", "aliases"):
        return set(value or ()) != set(before)
    return bool((value.isoformat() if isinstance(value, date) else value) != before)


def _support(duty: Entry, matched: Matched) -> dict[int, str]:
    """The parts of the posts that are to support a duty, by the posts' ids; a post that is new has none yet, and stands under a negative one."""
    return {target.id if (target := matched[post]) else -number: part for number, (post, part) in enumerate(duty.supports, 1)}
