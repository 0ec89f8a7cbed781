"""What came of items that changed hands, for each who led them: lateness belongs to whoever led when it arose, and who takes over begins clean."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.hints import Any
from officecli.light import dataclass
from officecli.store import late_spans
from officecli.store.read.among import among
from officecli.store.read.reader import Reader


@dataclass
class Led:
    """What came of an item with one lead: `days` late, and `on_time`, settled on `day` (ISO).

    It is 0 where a deadline they could have kept was missed, 1 where they handed in by one; None where neither: it went on, or all they ever had was a
    deadline that had passed before.
    """

    lead_id: int
    days: int = 0
    on_time: int | None = None
    day: str | None = None


def changed_hands(read: Reader, which: str = "", **values: Any) -> list[int]:
    """The ids of the items that had another lead by the reader's day, of all or of those of which this is so, in order."""
    asked = f"SELECT DISTINCT item_id FROM past_lead WHERE until <= :as_of {which} ORDER BY item_id"
    return [item for item in read.ids(asked, **values, as_of=read.as_of.isoformat()) if item is not None]


def led(read: Reader, *, of: Sequence[int], originally: bool = False) -> dict[int, list[Led]]:
    """By item, of these, that changed hands by the reader's day: every lead for whom there is something to say, as of that day."""
    found: dict[int, dict[int, Led]] = {}
    for these, held in among(of):
        found |= {item: {} for item in changed_hands(read, f"AND item_id IN {these}", **held)}
    for these, held in among(sorted(found)):
        which, values = f"x.id IN {these}", {**held, "as_of": read.as_of.isoformat()}
        for row in read.rows(late_spans.by_lead(which, originally=originally), values):
            late = row["late_since"] is not None
            found[row["id"]][row["lead_id"]] = Led(row["lead_id"], row["days"], 0 if late else None, row["late_since"])
        for row in read.rows(late_spans.handed_in(which, originally=originally), values):
            whose = found[row["id"]].setdefault(row["lead_id"], Led(row["lead_id"]))
            if row["in_time"] and whose.on_time is None:
                whose.on_time, whose.day = 1, row["day"]
    return {item: list(leads.values()) for item, leads in found.items()}
