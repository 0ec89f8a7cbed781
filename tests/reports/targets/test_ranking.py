"""The ranking is advisory: equals share a place, few items give none, and nobody's own ratings count."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.model.items import Item
from officecli.model.office.organisation import Setting
from officecli.reports.shape.filters import Filters
from officecli.reports.targets.ranking import placed, report
from officecli.reports.targets.trend import report as trend
from stage import by_row
from stage.clerks_november import At, base

PLACES = ("place", "person", "score", "settled", "on_time", "first_pass", "rating", "own_ratings")


def worked(office: by_row.Staged, at: At, done: list[tuple[str, str, int, str]]) -> None:
    """Items given on 2 November and due on the 10th: each by (lead, day submitted, rating, who gave it), accepted on the 20th."""
    at("2026-11-02T01:00")
    made: list[tuple[int, str, int]] = []
    with office.changing() as change:
        for number, (lead, day, rating, giver) in enumerate(done):
            item = by_row.new_item(change, office.people, f"事{number}", lead, date(2026, 11, 10), originator_id=office.people[giver])
            made.append((item.id, day, rating))
    for day in sorted({day for _item, day, _rating in made}):
        at(f"{day}T01:00")
        with office.changing() as change:
            for item_id, submitted, _rating in made:
                if submitted == day:
                    by_row.submit(change, change.get(Item, item_id))
    at("2026-11-20T01:00")
    with office.changing() as change:
        for item_id, _day, rating in made:
            item = change.get(Item, item_id)
            by_row.review(change, item, "accepted", rating=rating)
    at("2026-12-01T02:00")


def test_places_by_hand(office_url: str, at: At) -> None:
    office = base(office_url)
    worked(
        office, at,
        [
            *[("王强", "2026-11-09", rating, "周海") for rating in (3, 4, 5)],
            *[("刘洋", "2026-11-09", 4, "周海")] * 3,
            *[("赵敏", "2026-11-09", 5, "赵敏")] * 2, ("赵敏", "2026-11-09", 2, "周海"),
            *[("陈静", "2026-11-12", 5, "周海")] * 2, ("陈静", "2026-11-09", 5, "周海"),
            *[("李娜", "2026-11-09", 5, "周海")] * 2,
        ],
    )  # fmt: skip
    with office.changing() as change:
        change.add(Setting, "config", name="ranking.min_items", value="3")
        change.add(Setting, "config", name="score.late", value="0")
    with office.reading() as read:
        found = report(read, Filters(limit=0), period="2026-11")
        unit = report(read, Filters(limit=0, unit=("督查室",)), period="2026-11")
        month = trend(read, Filters(person=("陈静",)), months=2).rows[0]
    rows = [tuple(row[key] for key in PLACES) for row in found.rows]
    assert rows[:4] == [
        (1, "王强", None, 3, 100.0, 100.0, "4.00", 0),
        (1, "刘洋", None, 3, 100.0, 100.0, "4.00", 0),
        (3, "赵敏", None, 3, 100.0, 100.0, "2.00", 2),
        (4, "陈静", None, 3, 33.3, 100.0, "5.00", 0),
    ]
    assert (month["on_time"], month["first_pass"]) == (33.3, 100.0), "month by month the same"
    assert [(row["place"], row["settled"]) for row in found.rows if row["person"] == "李娜"] == [(None, 2)], "listed, not ranked"
    assert all(row["place"] is None for row in found.rows[4:])
    assert found.headline.startswith(
        "Advisory: nothing follows from a place by itself. 4 people are ranked; too few to rank (under 3 settled items): "
    )
    assert "2 ratings of people's own work are left out." in found.notes
    assert [(row["place"], row["person"]) for row in unit.rows][:2] == [(1, "陈静"), (None, "李娜")]


def test_a_score_comes_before_all_else(sqlite_office: str, at: At) -> None:
    office = base(sqlite_office)
    worked(office, at, [("王强", "2026-11-12", 1, "周海"), ("刘洋", "2026-11-09", 5, "周海")])
    with office.changing() as change:
        change.add(Setting, "config", name="ranking.min_items", value="1")
        change.add(Setting, "config", name="score.late", value="0")
        change.add(Setting, "config", name="score.unanswered", value="0")
    with office.reading() as read:
        assert [row["person"] for row in report(read, Filters(limit=0), period="2026-11").rows][:2] == ["刘洋", "王强"]
    with office.changing() as change:
        change.set(change.get(Setting, change.read.value("SELECT id FROM setting WHERE name = 'score.late'")), "config", value="0.01")
    with office.reading() as read:
        rows = report(read, Filters(limit=0), period="2026-11").rows
    assert [(row["place"], row["person"], row["score"]) for row in rows][:2] == [(1, "王强", "-0.01"), (2, "刘洋", None)]


def test_an_empty_period_and_one_to_come(sqlite_office: str, at: At) -> None:
    at("2026-11-23T02:00")
    with base(sqlite_office).reading() as read:
        found = report(read, Filters())
        assert {row["place"] for row in found.rows} == {None}
        assert report(read, Filters(), period="2024").empty == "Nothing is on record before 2026-07-01."
        with pytest.raises(BadInput, match="still to come"):
            report(read, Filters(), period="2027-01")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 5)))
def test_equals_share_a_place_and_the_next_leaves_room(merits: list[int]) -> None:
    ordered = sorted(merits, reverse=True)
    expected: list[Any] = [1 + sum(other > merit for other in ordered) for merit in ordered]
    assert placed((merit,) for merit in ordered) == expected
