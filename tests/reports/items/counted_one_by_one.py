"""The slow way to accountability: every item as a row, counted one after the other. What the engine adds up must come to the same."""

from __future__ import annotations

from typing import Any

from officecli.reports.items.counting import Tally
from officecli.reports.items.item_rows import sift
from officecli.reports.shape.chosen import Chosen
from officecli.store.led import Led, led
from officecli.store.read.reader import Reader

Row = dict[str, Any]


def one_by_one(read: Reader, chosen: Chosen, role: str) -> dict[tuple[int, int], Tally]:
    """What each item counts for each person, by the ids of both."""
    found: dict[tuple[int, int], Tally] = {}

    def of(person: int, item: int) -> Tally:
        return found.setdefault((person, item), Tally())

    rows = {row["id"]: row for row in sift(read, chosen, "(status <> 'cancelled' OR on_time IS NOT NULL OR on_time_originally IS NOT NULL)")}
    living = {number: row for number, row in rows.items() if row["status"] != "cancelled"}
    day = {"as_of": read.as_of.isoformat()}
    if role != "support":
        for row in living.values():
            _led(of(row["lead_id"], row["id"]), row)
        for deadline in ("", "_originally"):
            changed_hands = led(read, of=sorted(rows), originally=bool(deadline))
            for row in rows.values():
                for one in changed_hands.get(row["id"], (Led(row["lead_id"], row["working_days_late"] or 0, row["on_time" + deadline]),)):
                    if one.on_time is not None or one.days:
                        _late(of(one.lead_id, row["id"]), one, deadline)
        reviewed: set[int] = set()
        for given in read.rows("SELECT * FROM submission WHERE day <= :as_of ORDER BY day, id", day):
            item = given["item_id"]
            if item in living:
                verdict = given["verdict"] if given["reviewed"] and given["reviewed"] <= day["as_of"] else None
                _reviewed(of(living[item]["lead_id"], item), verdict, first=item not in reviewed)
                reviewed.add(item)
        for given in read.rows("SELECT * FROM extension WHERE verdict = 'granted' AND reviewed <= :as_of", day):
            item = given["item_id"]
            if item in living:
                of(living[item]["lead_id"], item).figures["extensions"] += 1
        for given in read.rows("SELECT * FROM prod WHERE day <= :as_of", day):
            if given["item_id"] in living:
                of(given["lead_id"], given["item_id"]).figures["prods"] += 1
    if role != "lead":
        for given in read.rows("SELECT * FROM support WHERE since <= :as_of AND (until IS NULL OR until > :as_of)", day):
            if given["item_id"] in living:
                figures = of(given["person_id"], given["item_id"]).figures
                figures["parts"] += 1
                figures["parts_done"] += int(given["done"] is not None and given["done"] <= day["as_of"])
    return found


def _led(tally: Tally, row: Row) -> None:
    tally.figures["closed" if row["status"] == "closed" else "open"] = 1
    tally.figures["closed_unknown"] = int(row["status"] == "closed" and row["closed"] is None)
    tally.figures["overdue"] = row["overdue"]
    if row["sign_minutes"] is not None:
        tally.sign_minutes[row["sign_minutes"]] += 1


def _late(tally: Tally, one: Led, deadline: str) -> None:
    if not deadline:
        tally.figures["days_late"] = one.days
    if one.on_time is not None:
        tally.figures["decided" + deadline] = 1
        tally.figures["in_time" + deadline] = one.on_time


def _reviewed(tally: Tally, verdict: str | None, *, first: bool) -> None:
    if first and verdict:
        tally.figures["reviewed"] = 1
        tally.figures["accepted_first"] = int(verdict == "accepted")
    tally.figures["returned"] += int(verdict == "returned")
