"""What items count for, person by person: the arithmetic behind accountability,
added up by the engine, or item by item so that every figure can be followed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from officecli.hints import Any
from officecli.light import dataclass, field
from officecli.reports.items.item_rows import ids
from officecli.reports.shape.chosen import Chosen, one_of_ids
from officecli.store import items
from officecli.store.led import Led, changed_hands, led
from officecli.store.read.among import among
from officecli.store.read.reader import Reader, Row

FIGURES = (
    "open", "closed", "closed_unknown", "overdue", "days_late", "decided", "in_time", "decided_originally", "in_time_originally",
    "reviewed", "accepted_first", "returned", "extensions", "prods", "parts", "parts_done",
)  # fmt: skip

PORTION = 10_000
"""Items that are asked about at a time, where they were found first."""


@dataclass
class Tally:
    """Figures added up: one item's for one person, or many. `sign_minutes` are the office minutes each signing took, and how many took so many."""

    figures: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIGURES, 0))
    sign_minutes: Counter[int] = field(default_factory=Counter)

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


def added_up(read: Reader, chosen: Chosen, role: str, *, led_by: Collection[int] | None = None) -> dict[int, Tally]:
    """What the chosen items count for everyone who leads (role "lead"), supports ("support") or does either ("any"), by the id of the person.

    With `led_by`, for the outside bodies instead that are to do what these people lead here, by the id of the body; a part for each that supports it.
    """
    return {who: tally for (who, _none), tally in _tallies(read, chosen, role, _Question(led_by, each=False)).items()}


def item_by_item(read: Reader, chosen: Chosen, role: str, whose: Collection[int], *, led_by: Collection[int] | None = None) -> dict[int, Tally]:
    """The same for these people, or bodies, together: what each item counts for, by its id."""
    found: dict[int, Tally] = {}
    for (_who, item), tally in _tallies(read, chosen, role, _Question(led_by, each=True, whose=whose)).items():
        found.setdefault(item, Tally()).add(tally)
    return found


class _Question:
    """What is asked of some items `i`, for people or (of those `led_by` some) for bodies, added up or of `each` item, of everybody or of those in `whose`."""

    def __init__(self, led_by: Collection[int] | None, *, each: bool, whose: Collection[int] | None = None) -> None:
        self.of_people = led_by is None
        self.among = "" if led_by is None else f" AND i.lead_id IN {one_of_ids(led_by)}"
        self.each = each
        self.whose = whose

    def sql(self, figures: str, source: str, where: str = "i.status <> 'cancelled'", *, who: str = "", by: str = "") -> str:
        """The question for these figures: `who` they are of, whoever leads if it is not said, the `item` or 0, and they, added up `by` as much."""
        who = who or ("i.lead_id" if self.of_people else "i.body_id")
        item = "i.id" if self.each else "0"
        only = "IS NOT NULL" if self.whose is None else f"IN {one_of_ids(self.whose)}"
        return f"""SELECT {who} AS who, {item} AS item, {figures} FROM {source}
WHERE {where}{self.among} AND {who} {only} GROUP BY 1, 2{by}"""

    def of_one_lead(self, item: Row, one: Led, deadline: str) -> Iterator[Row]:
        """What came of an item with one of several who led it counts for them."""
        if (self.whose is None or one.lead_id in self.whose) and (one.on_time is not None or one.days):
            decided = {f"decided{deadline}": 1, f"in_time{deadline}": one.on_time} if one.on_time is not None else {}
            days = {} if deadline else {"days_late": one.days}
            yield {"who": one.lead_id, "item": item["id"] if self.each else 0, **decided, **days}


def _tallies(read: Reader, chosen: Chosen, role: str, question: _Question) -> dict[tuple[int, int], Tally]:
    found: dict[tuple[int, int], Tally] = {}
    for where in _wheres(read, chosen):
        values = {**items.values(read), **chosen.values}
        for sql in _questions(read, where, role, question):
            for row in read.rows(sql, values):
                _take_in(found, row)
        for row in _of_changed_hands(read, where, values, question) if role != "support" and question.of_people else ():
            _take_in(found, row)
    return found


def _take_in(found: dict[tuple[int, int], Tally], row: Row) -> None:
    tally = found.setdefault((row.pop("who"), row.pop("item")), Tally())
    if "sign_minutes" in row:
        tally.sign_minutes[row["sign_minutes"]] += row["times"]
        return
    for name, number in row.items():
        tally.figures[name] += number


def _wheres(read: Reader, chosen: Chosen) -> Iterator[str]:
    """The conditions as SQL alone: what must be looked at row by row, or by what a day adds, is found first, and asked about by its ids.

    Within these questions what a day adds would nest deeper than SQLite reads.
    """
    if not (chosen.by_row or chosen.of_a_day):
        yield chosen.where()
        return
    fitting = iter(ids(read, chosen))
    while portion := list(islice(fitting, PORTION)):
        yield f"WHERE id IN {one_of_ids(portion)}"


def _questions(read: Reader, where: str, role: str, question: _Question) -> Iterator[str]:
    """All that is asked of the engine; what is counted of those who led an item one after the other is not."""
    columns = "id, lead_id, body_id, status, closed, overdue, sign_minutes"
    chosen = f"(SELECT {columns} FROM {items.seen(read, asks=f'overdue {where}')} i {where}) i"

    def with_its(table: str, columns: str, joined: str) -> str:
        both = f"{chosen} CROSS JOIN {table}" if where else f"{table} CROSS JOIN {chosen}"  # of all, what hangs on them is the less
        return f"(SELECT i.*, {columns} FROM {both} WHERE {joined} LIMIT {items.NONE_LEFT_OUT}) i"

    if role != "support":
        every = items.all_of(read, where, columns="lead_id, body_id", asks=_LED)
        yield question.sql(
            _LED, f"(SELECT v.*, {_IN_ONE_HAND if question.of_people else _OF_A_BODY} FROM {every} v LIMIT {items.NONE_LEFT_OUT}) i", _COUNTED
        )
        yield question.sql(
            "sign_minutes, COUNT(*) AS times",
            f"(SELECT * FROM {chosen} LIMIT {items.NONE_LEFT_OUT}) i",
            "i.status <> 'cancelled' AND sign_minutes IS NOT NULL",
            by=", sign_minutes",
        )
        reviewed = with_its("submission s", f"s.verdict, {_FIRST} AS first", "s.item_id = i.id AND s.day <= :as_of AND s.reviewed <= :as_of")
        yield question.sql(_REVIEWS, reviewed)
        granted = with_its("extension x", "x.id AS extension_id", "x.item_id = i.id AND x.verdict = 'granted' AND x.reviewed <= :as_of")
        yield question.sql("COUNT(*) AS extensions", granted)
        prods = with_its("prod q", "q.lead_id AS prodded_id", "q.item_id = i.id AND q.day <= :as_of")
        yield question.sql("COUNT(*) AS prods", prods, who="i.prodded_id" if question.of_people else "")
    if role != "lead" and question.of_people:
        held = with_its("support p", "p.person_id, p.done", "p.item_id = i.id AND p.since <= :as_of AND (p.until IS NULL OR p.until > :as_of)")
        yield question.sql(f"COUNT(*) AS parts, {_how_many('i.done <= :as_of', 'parts_done')}", held, who="i.person_id")
    elif role != "lead":
        yield question.sql("COUNT(*) AS parts", with_its("body_support p", "p.body_id AS supporting_id", "p.item_id = i.id"), who="i.supporting_id")


def _how_many(condition: str, name: str) -> str:
    return f"CAST(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS INTEGER) AS {name}"


_IN_ONE_HAND = "CASE WHEN v.id IN (SELECT w.item_id FROM past_lead w WHERE w.until <= :as_of) THEN 0 ELSE 1 END AS in_one_hand"
_OF_A_BODY = "1 AS in_one_hand"  # whoever followed it up here, the body that is to do it was the same
_COUNTED = "(i.status <> 'cancelled' OR (in_one_hand = 1 AND (on_time IS NOT NULL OR on_time_originally IS NOT NULL OR working_days_late > 0)))"
_LED = ", ".join(
    (
        _how_many("i.status NOT IN ('closed', 'cancelled')", "open"),
        _how_many("i.status = 'closed'", "closed"),
        _how_many("i.status = 'closed' AND i.closed IS NULL", "closed_unknown"),
        _how_many("i.overdue = 1", "overdue"),
        "CAST(SUM(CASE WHEN in_one_hand = 1 THEN COALESCE(working_days_late, 0) ELSE 0 END) AS INTEGER) AS days_late",
        _how_many("in_one_hand = 1 AND on_time IS NOT NULL", "decided"),
        _how_many("in_one_hand = 1 AND on_time = 1", "in_time"),
        # While an extension runs, an item is decided against its original deadline only.
        _how_many("in_one_hand = 1 AND on_time_originally IS NOT NULL", "decided_originally"),
        _how_many("in_one_hand = 1 AND on_time_originally = 1", "in_time_originally"),
    )
)
"""Of all an item's figures; lateness counts here where one led it from first to last, and for the body that is to do it."""

_FIRST = "CASE WHEN EXISTS (SELECT 1 FROM submission e WHERE e.item_id = s.item_id AND (e.day < s.day OR (e.day = s.day AND e.id < s.id))) THEN 0 ELSE 1 END"
_REVIEWS = ", ".join(
    (
        "CAST(SUM(first) AS INTEGER) AS reviewed",
        _how_many("first = 1 AND verdict = 'accepted'", "accepted_first"),
        _how_many("verdict = 'returned'", "returned"),
    )
)


def _of_changed_hands(read: Reader, where: str, values: Mapping[str, Any], question: _Question) -> Iterator[Row]:
    """Lateness counts for whoever led when it arose, which of most items is their one lead: these had more than one."""
    for these, held in among(changed_hands(read)):
        of_these = f"{where} {'AND' if where else 'WHERE'} id IN {these}"
        late = items.all_of(read, of_these, columns="id", asks="on_time_originally")
        counts = "(status <> 'cancelled' OR on_time IS NOT NULL OR on_time_originally IS NOT NULL)"
        found = read.rows(f"SELECT id FROM {late} i WHERE {counts} ORDER BY id", {**values, **held})
        hands = {deadline: led(read, of=[item["id"] for item in found], originally=bool(deadline)) for deadline in ("", "_originally")}
        for item in found:
            for deadline, leads in hands.items():
                for one in leads[item["id"]]:
                    yield from question.of_one_lead(item, one, deadline)


def percent(part: int, whole: int) -> float | None:
    """`part` of `whole` from 0 to 100, to one decimal; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def median_hours(minutes: Counter[int]) -> float | None:
    """The median as hours; of an even number, the mean of the two in the middle."""
    if not minutes:
        return None
    ordered = sorted(minutes.elements())
    middle = len(ordered) // 2
    return round((ordered[middle] + ordered[-middle - 1]) / 120, 2)


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them added up."""
    result = Tally()
    for tally in tallies:
        result.add(tally)
    return result
