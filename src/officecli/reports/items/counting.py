"""What each item counts for, person by person: the arithmetic behind accountability, kept item by item so that every figure can be followed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from officecli.reports.items.item_rows import sift
from officecli.reports.shape.filters import Chosen
from officecli.store.led import Led, led
from officecli.store.read.reader import Reader, Row

FIGURES = (
    "open", "closed", "closed_unknown", "overdue", "days_late", "decided", "in_time", "decided_originally", "in_time_originally",
    "reviewed", "accepted_first", "returned", "extensions", "prods", "parts", "parts_done",
)  # fmt: skip
_COLUMNS = "id, lead_id, status, overdue, working_days_late, on_time, on_time_originally, sign_minutes, number, title, lead, due, original_due, closed, body_id, version"

PORTION = 10_000
"""Items that are counted at a time."""

_WITH_FIGURES = "(status <> 'cancelled' OR on_time IS NOT NULL OR on_time_originally IS NOT NULL)"


@dataclass(slots=True)
class Tally:
    """Figures added up: one item's for one person, or many. `sign_minutes` are the office minutes each signing took."""

    figures: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIGURES, 0))
    sign_minutes: list[int] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take in another tally."""
        for name, number in other.figures.items():
            self.figures[name] += number
        self.sign_minutes += other.sign_minutes

    def shown(self) -> dict[str, Any]:
        """The figures with what is worked out from them: percentages, and the median of the hours to sign."""
        figures = self.figures
        return {
            **figures,
            "on_time": percent(figures["in_time"], figures["decided"]),
            "on_time_originally": percent(figures["in_time_originally"], figures["decided_originally"]),
            "first_pass": percent(figures["accepted_first"], figures["reviewed"]),
            "sign_hours": median_hours(self.sign_minutes),
        }


@dataclass(slots=True)
class Counted:
    """`tallies` by (person id, item id), and the items they are about by id."""

    tallies: dict[tuple[int, int], Tally] = field(default_factory=dict)
    items: dict[int, Row] = field(default_factory=dict)

    def has(self, item_id: int) -> bool:
        """Whether it is among the items, and not cancelled: of those only their lateness counts."""
        return item_id in self.items and self.items[item_id]["status"] != "cancelled"

    def of(self, person_id: int, item_id: int) -> Tally:
        """The tally of a person for an item, made if there is none yet."""
        return self.tallies.setdefault((person_id, item_id), Tally())


def counted(read: Reader, chosen: Chosen, role: str) -> Iterator[Counted]:
    """Count the chosen items for everyone who leads (role "lead"), supports ("support") or does either ("any"), some thousands of them at a time.

    All that is counted of an item stands in the portion that has it.
    """
    # While an extension runs, an item is decided against its original deadline only.
    changed_hands = {deadline: led(read, originally=bool(deadline)) for deadline in ("", "_originally")} if role != "support" else {}
    # A time with an end is one portion, which has an index of its own.
    portions: Iterable[str] = ("1 = 1",) if {"since", "until"} <= chosen.values.keys() else _portions(read)
    for within in portions:
        items = {row["id"]: row for row in sift(read, chosen, within, _WITH_FIGURES, columns=_COLUMNS)}
        if items:
            yield _counted(read, items, role, changed_hands)


def _portions(read: Reader) -> Iterator[str]:
    """Conditions that part all items, so many each."""
    low = 0
    while (high := read.value("SELECT id FROM item WHERE id >= :low ORDER BY id LIMIT 1 OFFSET :n", low=low, n=PORTION - 1)) is not None:
        yield f"id BETWEEN {low} AND {high}"
        low = high + 1
    yield f"id >= {low}"


def _counted(read: Reader, items: dict[int, Row], role: str, changed_hands: Mapping[str, Mapping[int, list[Led]]]) -> Counted:
    counted = Counted(items=items)
    values = {"as_of": read.as_of.isoformat(), "low": min(items), "high": max(items)}
    if role != "support":
        for row in items.values():
            if row["status"] != "cancelled":
                _count_led(counted.of(row["lead_id"], row["id"]), row)
        for deadline, hands in changed_hands.items():
            _count_lateness(counted, deadline, hands)
        _count_reviews(read, counted, values)
        _count_presses(read, counted, values)
    if role != "lead":
        for row in read.rows(
            """SELECT item_id, person_id, CASE WHEN done <= :as_of THEN 1 ELSE 0 END AS done FROM support
               WHERE item_id BETWEEN :low AND :high AND since <= :as_of AND (until IS NULL OR until > :as_of)""",
            values,
        ):
            if counted.has(row["item_id"]):
                figures = counted.of(row["person_id"], row["item_id"]).figures
                figures["parts"] += 1
                figures["parts_done"] += row["done"]
    return counted


def count_for_bodies(read: Reader, counted: Counted, leads: Container[int], role: str) -> Counted:
    """The same for the outside bodies: what those of these `leads` who follow an item up count, for the body that is to do it; a part for each that supports."""
    found = Counted(items=counted.items)
    for (person, item), tally in counted.tallies.items():
        led = counted.items[item]
        if led["body_id"] and person == led["lead_id"] and person in leads and role != "support":
            found.of(led["body_id"], item).add(tally)
    for tally in found.tallies.values():
        tally.figures |= {"parts": 0, "parts_done": 0}
    among = {"low": min(counted.items), "high": max(counted.items)}
    if role == "lead":
        return found
    for support in read.rows("SELECT item_id, body_id FROM body_support WHERE item_id BETWEEN :low AND :high ORDER BY id", among):
        row = counted.items.get(support["item_id"])
        if row and row["lead_id"] in leads:
            found.of(support["body_id"], row["id"]).figures["parts"] += 1
    return found


def _count_led(tally: Tally, row: Row) -> None:
    figures = tally.figures
    figures["closed" if row["status"] == "closed" else "open"] = 1
    figures["closed_unknown"] = int(row["status"] == "closed" and row["closed"] is None)
    figures["overdue"] = row["overdue"]
    if row["sign_minutes"] is not None:
        tally.sign_minutes.append(row["sign_minutes"])


def _count_lateness(counted: Counted, deadline: str, changed_hands: Mapping[int, list[Led]]) -> None:
    """Lateness counts for whoever led when it arose, which of most items is their one lead."""
    for row in counted.items.values():
        for whose in changed_hands.get(row["id"], (Led(row["lead_id"], row["working_days_late"] or 0, row["on_time" + deadline]),)):
            if whose.on_time is None and not whose.days:
                continue
            figures = counted.of(whose.lead_id, row["id"]).figures
            if not deadline:
                figures["days_late"] = whose.days
            if whose.on_time is not None:
                figures["decided" + deadline] = 1
                figures["in_time" + deadline] = whose.on_time


def _count_reviews(read: Reader, counted: Counted, values: Mapping[str, Any]) -> None:
    reviewed: set[int] = set()
    for row in read.rows(
        """SELECT item_id, CASE WHEN reviewed <= :as_of THEN verdict END AS verdict FROM submission
           WHERE item_id BETWEEN :low AND :high AND day <= :as_of ORDER BY day, id""",
        values,
    ):
        if not counted.has(row["item_id"]):
            continue
        item = counted.items[row["item_id"]]
        figures = counted.of(item["lead_id"], item["id"]).figures
        if item["id"] not in reviewed and row["verdict"]:
            figures["reviewed"] = 1
            figures["accepted_first"] = int(row["verdict"] == "accepted")
        reviewed.add(item["id"])
        figures["returned"] += int(row["verdict"] == "returned")


def _count_presses(read: Reader, counted: Counted, values: Mapping[str, Any]) -> None:
    for row in read.rows(
        """SELECT item_id, COUNT(*) AS n FROM extension
           WHERE item_id BETWEEN :low AND :high AND verdict = 'granted' AND reviewed <= :as_of GROUP BY item_id""",
        values,
    ):
        if counted.has(row["item_id"]):
            item = counted.items[row["item_id"]]
            counted.of(item["lead_id"], item["id"]).figures["extensions"] = row["n"]
    for row in read.rows(
        "SELECT item_id, lead_id, COUNT(*) AS n FROM prod WHERE item_id BETWEEN :low AND :high AND day <= :as_of GROUP BY item_id, lead_id", values
    ):
        if counted.has(row["item_id"]):
            counted.of(row["lead_id"], row["item_id"]).figures["prods"] = row["n"]


def added_up(portions: Iterable[Counted]) -> dict[int, Tally]:
    """Everybody's tally of all the portions, by id; nothing is kept of the items."""
    found: dict[int, Tally] = {}
    for counted in portions:
        for (whose, _item), tally in counted.tallies.items():
            found.setdefault(whose, Tally()).add(tally)
    return found


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them added up."""
    result = Tally()
    for tally in tallies:
        result.add(tally)
    return result


def percent(part: int, whole: int) -> float | None:
    """`part` of `whole` from 0 to 100, to one decimal; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def median_hours(minutes: list[int]) -> float | None:
    """The median as hours; of an even number, the mean of the two in the middle."""
    if not minutes:
        return None
    ordered = sorted(minutes)
    middle = len(ordered) // 2
    return round((ordered[middle] + ordered[-middle - 1]) / 120, 2)
