"""What was done with an item on an earlier day than it was recorded on, and on which day it counts.

The trail has the day that was said and the day it was recorded; the row has the day that counts, which is the later one while nobody has confirmed the other.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from officecli.standing.record.built_on import in_force
from officecli.store.read.reader import Reader

COUNTED_BY = {"submission": "day", "note": "day", "item": "signed", "item_step": "done"}
"""Table → the column that says on which day what who is measured by it has done counts."""


@dataclass(frozen=True, slots=True)
class DatedAct:
    """An act on a row of `table`: the `day` it was done, the day it was `recorded`, and the day it `counts` on; ISO texts."""

    act: str
    table: str
    row_id: int
    day: str
    recorded: str
    counts: str

    @property
    def waits(self) -> bool:
        """Whether its own day does not count, or not yet."""
        return self.counts > self.day


def dated_acts(read: Reader, item_id: int) -> list[DatedAct]:
    """Those on an item that stand, in the order they were recorded, as of the reader's day."""
    if not read.row("SELECT 1 AS one FROM trail WHERE item_id = :item AND recorded IS NOT NULL", item=item_id):
        return []
    rows = read.rows(
        "SELECT seq, command, verb, subject, subject_id, day, recorded, body FROM trail WHERE item_id = :item AND subject <> 'notice' ORDER BY seq",
        item=item_id,
    )
    standing = in_force(read, rows)
    found: dict[tuple[str, int, str], DatedAct] = {}
    for row in rows:
        if row["recorded"] and row["command"] in standing and row["day"] <= read.as_of.isoformat():
            table, row_id, column = row["subject"], row["subject_id"], COUNTED_BY.get(row["subject"], "")
            said = (json.loads(row["body"])["after"] or {}).get(column)
            now = read.value(f"SELECT {column} FROM {table} WHERE id = :id", id=row_id) if said and said > row["day"] else None
            counts = said if said and now == said else row["day"]
            found.setdefault((table, row_id, row["verb"]), DatedAct(row["verb"], table, row_id, row["day"], row["recorded"], counts))
    return list(found.values())
