"""Lateness in working days, against both deadlines: the first submission decides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from officecli.model.items import Item, PastDeadline
from officecli.store import items
from stage import by_row

Act = Callable[[Any, Item], object]
FRIDAY, MONDAY, TUESDAY = "2026-11-20", "2026-11-23", "2026-11-24"


def submit(change: Any, item: Item) -> None:
    by_row.submit(change, item)


def send_back(change: Any, item: Item) -> None:
    by_row.review(change, item, "returned")


def close(change: Any, item: Item) -> None:
    by_row.review(change, item, "accepted")


def grant(change: Any, item: Item) -> None:
    by_row.extend(change, item, date(2026, 11, 25), "granted")


def give_until(day: str) -> Act:
    """The originator's side sets another deadline, as an edit, a grant and a meeting do."""

    def act(change: Any, item: Item) -> None:
        move_deadline(change, item, "set-deadline", date.fromisoformat(day))

    return act


def move_deadline(change: Any, item: Item, verb: str, due: date) -> None:
    change.add(PastDeadline, verb, item_id=item.id, due=item.due, until=change.day)
    change.set(item, verb, due=due)


def hand_over(change: Any, item: Item) -> None:
    by_row.hand_over(change, item, item.originator_id)


def decline(change: Any, item: Item) -> None:
    by_row.extend(change, item, date(2026, 11, 25), "declined")


CASES: dict[str, tuple[str, list[tuple[str, Act]], str, tuple[object, ...]]] = {
    # due, acts by day, seen on: working_days_late, late_originally, on_time, on_time_originally, overdue
    "not due yet": (FRIDAY, [], FRIDAY, (0, 0, None, None, 0)),
    "over the weekend no working day has passed": (FRIDAY, [], "2026-11-22", (0, 0, 0, 0, 1)),
    "due Friday, seen on Monday": (FRIDAY, [], MONDAY, (1, 1, 0, 0, 1)),
    "submitted on the day": (FRIDAY, [(FRIDAY, submit)], MONDAY, (0, 0, 1, 1, 0)),
    "due Friday, submitted on Monday": (FRIDAY, [(MONDAY, submit)], "2026-12-31", (1, 1, 0, 0, 0)),
    "due on a Sunday, submitted on Monday": ("2026-11-22", [(MONDAY, submit)], TUESDAY, (1, 1, 0, 0, 0)),
    "due on a Sunday, submitted on it": ("2026-11-22", [("2026-11-22", submit)], TUESDAY, (0, 0, 1, 1, 0)),
    "returned: the first submission has settled it": (FRIDAY, [(FRIDAY, submit), (MONDAY, send_back)], TUESDAY, (0, 0, 1, 1, 1)),
    "returned and submitted again": (FRIDAY, [(MONDAY, submit), (MONDAY, send_back), ("2026-11-26", submit)], "2026-11-30", (1, 1, 0, 0, 0)),
    "closed late stays late": (FRIDAY, [(TUESDAY, submit), ("2026-11-26", close)], "2026-12-31", (2, 2, 0, 0, 0)),
    "closed late, submitted in time": (FRIDAY, [(FRIDAY, submit), ("2026-11-30", close)], "2026-12-31", (0, 0, 1, 1, 0)),
    "suspended: the clock stands still": (FRIDAY, [(FRIDAY, by_row.suspend)], "2026-11-30", (0, 0, None, None, 0)),
    "cancelled when it was late already": (FRIDAY, [(TUESDAY, by_row.cancel)], "2026-11-30", (2, 2, 0, 0, 0)),
    "extended: late against the original only": (FRIDAY, [("2026-11-19", grant)], TUESDAY, (0, 2, None, 0, 0)),
    "extended and kept": (FRIDAY, [("2026-11-19", grant), ("2026-11-25", submit)], "2026-12-31", (0, 3, 1, 0, 0)),
    "extended and late all the same": (FRIDAY, [("2026-11-19", grant), ("2026-11-26", submit)], "2026-12-31", (1, 4, 0, 0, 0)),
    "let pass, then given another: late to the day it was given, against both": (
        FRIDAY,
        [(TUESDAY, give_until("2026-12-04")), ("2026-12-02", submit)],
        "2026-12-31",
        (2, 2, 0, 0, 0),
    ),
    "let pass twice": (FRIDAY, [(TUESDAY, give_until("2026-12-04")), ("2026-12-08", submit)], "2026-12-31", (4, 4, 0, 0, 0)),
    "let pass, then given another, and not handed in": (FRIDAY, [(TUESDAY, give_until("2026-12-04"))], "2026-11-30", (2, 2, 0, 0, 0)),
    "late, sent back, then given another": (
        FRIDAY,
        [(TUESDAY, submit), (TUESDAY, send_back), ("2026-11-25", give_until("2026-12-04"))],
        "2026-12-31",
        (2, 2, 0, 0, 1),
    ),
    "in time, sent back, then given an earlier one": (
        FRIDAY,
        [("2026-11-19", submit), (FRIDAY, send_back), (MONDAY, give_until("2026-11-18"))],
        TUESDAY,
        (0, 0, 1, 1, 1),
    ),
    "given one that had passed": (FRIDAY, [("2026-11-19", give_until("2026-11-17"))], FRIDAY, (3, 0, 0, None, 1)),
    "let pass, then given one that had passed too: no day counts twice": (FRIDAY, [(TUESDAY, give_until(MONDAY))], "2026-11-25", (3, 3, 0, 0, 1)),
    "suspended when it was late already": (FRIDAY, [(TUESDAY, by_row.suspend)], "2026-11-30", (2, 2, 0, 0, 0)),
    "handed on when it was late already": (FRIDAY, [(TUESDAY, hand_over)], "2026-11-25", (3, 3, 0, 0, 1)),
    "cancelled before it was late": ("2026-11-25", [(TUESDAY, by_row.cancel)], "2026-11-30", (None, None, None, None, 0)),
    "declined": (FRIDAY, [("2026-11-19", decline)], TUESDAY, (2, 2, 0, 0, 1)),
}


@pytest.mark.parametrize("case", CASES)
def test_lateness(sqlite_url: str, at: Callable[[str], None], case: str) -> None:
    due, acts, seen_on, expected = CASES[case]
    at("2026-11-16T01:00")
    office = by_row.office(sqlite_url)
    item = office.item("来信", "张三", due)
    for day, act in acts:
        at(f"{day}T01:00")
        with office.changing() as change:
            act(change, change.get(Item, item))
    at(f"{seen_on}T01:00")
    names = ("working_days_late", "late_originally", "on_time", "on_time_originally", "overdue")
    with office.reading() as read:
        row = read.row(f"SELECT * FROM {items.seen(read)} v", items.values(read))
        assert row is not None
        assert tuple(row[name] for name in names) == expected


def test_a_holiday_is_no_working_day_and_a_make_up_day_is_one(store_url: str, at: Callable[[str], None]) -> None:
    at("2026-09-28T01:00")
    office = by_row.office(store_url)
    office.item("来信", "张三", "2026-09-30")  # National Day: off from 1 to 7 October; Saturday 10 October is worked
    for day, late in (("2026-10-07", 0), ("2026-10-08", 1), ("2026-10-09", 2), ("2026-10-10", 3), ("2026-10-11", 3)):
        at(f"{day}T01:00")
        with office.reading() as read:
            assert read.value(f"SELECT working_days_late FROM {items.seen(read)} v", items.values(read)) == late
