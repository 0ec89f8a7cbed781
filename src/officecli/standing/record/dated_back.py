"""What was done with an item on an earlier day than it was recorded on, and on which day it counts.

The trail has the day that was said and the day it was recorded; the row has the day that counts, which is the later one while nobody has confirmed the other.
"""

from __future__ import annotations

from officecli.light import dataclass, replace
from officecli.store.read.entries import fields
from officecli.store.read.reader import Reader, Row

COUNTED_BY = {"submission": "day", "note": "day", "item": "signed", "item_step": "done"}
"""Table → the column that says on which day what who is measured by it has done counts."""


@dataclass(frozen=True)
class DatedAct:
    """An act on a row of `table`: the `day` it was done, the day it was `recorded`, and the day it `counts` on; ISO texts.

    `confirmed` is when the originator's side let it count by its own day, "" where that was not needed, or is not done.
    """

    act: str
    table: str
    row_id: int
    day: str
    recorded: str
    counts: str
    confirmed: str = ""

    @property
    def waits(self) -> bool:
        """Whether its own day does not count, or not yet."""
        return self.counts > self.day


def dated_acts(read: Reader, item_id: int) -> list[DatedAct]:
    """Those on an item that stand, in the order they were recorded, as of the reader's day."""
    if not read.row("SELECT 1 AS one FROM trail WHERE item_id = :item AND recorded IS NOT NULL", item=item_id):
        return []
    from officecli.standing.record.built_on import in_force  # of most items nothing was dated back, and `show` would wait for it

    rows = read.rows(
        "SELECT seq, command, verb, subject, subject_id, day, recorded, after FROM trail WHERE item_id = :item AND subject <> 'notice' ORDER BY seq",
        item=item_id,
    )
    standing = in_force(read, rows)
    found: dict[tuple[str, int, str], DatedAct] = {}
    for row in rows:
        if row["recorded"] and row["command"] in standing and row["day"] <= read.as_of.isoformat():
            table, row_id = row["subject"], row["subject_id"]
            said = _counted_by(row)
            counts = said if said and said > row["day"] else row["day"]
            later = (other for other in rows if other["seq"] > row["seq"] and (other["subject"], other["subject_id"]) == (table, row_id))
            changed = next((other for other in later if other["command"] in standing and _counted_by(other) not in (None, counts)), None)
            dated = DatedAct(row["verb"], table, row_id, row["day"], row["recorded"], counts)
            if changed and counts > row["day"]:
                confirmed = changed["recorded"] or changed["day"] if _counted_by(changed) == row["day"] else ""
                dated = replace(dated, counts=row["day"], confirmed=confirmed)
            found.setdefault((table, row_id, row["verb"]), dated)
    return list(found.values())


def _counted_by(entry: Row) -> str | None:
    """The day its row counts on, if the entry says it."""
    column = COUNTED_BY.get(entry["subject"])
    value = (fields(entry["after"]) or {}).get(column) if column else None
    return str(value) if value else None
