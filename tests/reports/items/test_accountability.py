"""Every figure can be followed: what the items count for adds up to the row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest

from officecli.errors import BadInput, NotFound
from officecli.model.office.organisation import PastPost, Person
from officecli.reports.items.accountability import report
from officecli.reports.items.counting import FIGURES, added_up, item_by_item, median_hours, percent, total
from officecli.reports.items.list import report as list_report
from officecli.reports.shape.filters import ROLES, Filters, choose
from reports.items.counted_one_by_one import one_by_one
from stage import by_row
from stage.by_row import Staged
from stage.random_days import History


def rows(office: Staged, key: str, filters: Filters | None = None, **own: Any) -> dict[str, dict[str, Any]]:
    with office.reading() as read:
        return {row[key]: row for row in report(read, filters or Filters(limit=0), **own).rows}


def sums(found: list[dict[str, Any]]) -> dict[str, int]:
    return {name: sum(row[name] for row in found) for name in FIGURES}


def figures(row: dict[str, Any]) -> dict[str, int]:
    return {name: row[name] for name in FIGURES}


@pytest.mark.parametrize(("store_url", "seed"), [("sqlite", 11), ("sqlite", 12), ("postgresql", 11)], indirect=["store_url"])
def test_the_items_behind_a_row_add_up_to_it(store_url: str, seed: int, at: Callable[[str], None]) -> None:
    at("2026-09-14T00:30")
    history = History(by_row.office(store_url), Random(seed))
    history.live(14, date(2026, 9, 14), lambda _history: {})
    _the_slow_way(history.office)
    for by, key in (("person", "person"), ("unit", "unit")):
        every = rows(history.office, key, by=by)
        for name, row in [*every.items()][: None if history.office.place.engine == "sqlite" else 2]:  # PostgreSQL asks the same of each
            with history.office.reading() as read:
                explained = report(read, Filters(limit=0), by=by, explain=name)
            behind = list(explained.rows)
            assert sums(behind) == figures(row), name
            assert row["on_time"] == percent(row["in_time"], row["decided"])
            assert row["on_time_originally"] == percent(row["in_time_originally"], row["decided_originally"])
            assert row["first_pass"] == percent(row["accepted_first"], row["reviewed"])
            assert {figure: explained.summary[figure] for figure in FIGURES} == figures(row)
            assert explained.summary["sign_hours"] == row["sign_hours"]


def _the_slow_way(office: Staged) -> None:
    """What the engine adds up is what the items count for one after the other: for each role, of some items and of all, on this day and on one before."""
    for role in ROLES:
        for filters in (Filters(), Filters(as_of="9-25"), Filters(since="9-20", until="10-15"), Filters(text="1"), Filters(status="open")):
            with office.reading() as read:
                chosen = choose(read, filters, day="due")
                slowly = one_by_one(read, chosen, role)
                people = {person for person, _item in slowly}
                assert people or filters.as_of
                assert added_up(read, chosen, role) == {
                    who: total(tally for (person, _item), tally in slowly.items() if person == who) for who in people
                }
                its_own = {item: total(tally for (_person, one), tally in slowly.items() if one == item) for _person, item in slowly}
                assert item_by_item(read, chosen, role, people) == its_own


@pytest.mark.parametrize("seed", [21, 22])
def test_people_units_and_the_whole_office_agree(sqlite_url: str, seed: int, at: Callable[[str], None]) -> None:
    at("2026-09-14T00:30")
    history = History(by_row.office(sqlite_url), Random(seed))
    history.live(14, date(2026, 9, 14), lambda _history: {})
    people, units = rows(history.office, "person"), rows(history.office, "unit", by="unit")
    for unit, row in units.items():
        assert figures(row) == sums([person for person in people.values() if person["unit"] == unit])
    with history.office.reading() as read:
        assert {name: report(read, Filters()).summary[name] for name in FIGURES} == sums(list(people.values()))
        for name, row in people.items():
            assert list_report(read, Filters(person=(name,), role="lead")).total == row["open"], "as many as the list shows"


def test_people_with_nothing_are_listed(busy_office: Staged) -> None:
    found = rows(busy_office, "person")
    assert set(found) == set(busy_office.people)
    assert figures(found["王建国"]) == dict.fromkeys(FIGURES, 0)
    assert found["王建国"]["on_time"] is None


def test_what_counts_for_whom(busy_office: Staged) -> None:
    found = rows(busy_office, "person")
    assert figures(found["张三"]) == dict.fromkeys(FIGURES, 0) | {
        "open": 3,
        "overdue": 1,
        "days_late": 6,
        "decided": 1,
        "decided_originally": 1,
        "prods": 1,
    }
    assert found["周涛"]["closed"] == 1
    assert found["周涛"]["accepted_first"] == found["周涛"]["reviewed"] == 1
    assert (found["周涛"]["on_time"], found["周涛"]["days_late"]) == (50.0, 1), "closed late stays late"
    assert (found["钱进"]["returned"], found["钱进"]["first_pass"], found["钱进"]["on_time"]) == (1, 0.0, 100.0)
    assert (found["Ana Silva"]["extensions"], found["Ana Silva"]["decided"]) == (1, 0)
    assert (found["欧阳修文"]["parts"], found["欧阳修文"]["parts_done"]) == (1, 0)
    assert found["赵丽"]["open"] == 0, "cancelled items do not count"


def test_what_was_late_stays_with_the_unit_of_whoever_has_left(busy_office: Staged) -> None:
    before = rows(busy_office, "unit", by="unit")["机要科"]
    assert before["days_late"] > 0
    with busy_office.changing() as change:
        gone = change.get(Person, busy_office.people["周涛"])
        change.add(PastPost, "person-leave", person_id=gone.id, post_id=gone.post_id, until=change.day)
        change.set(gone, "person-leave", left_on=change.day, post_id=None)
    after = rows(busy_office, "unit", by="unit")
    assert figures(after["机要科"]) == figures(before)
    assert rows(busy_office, "person", Filters(unit=("机要科",)))["周涛"]["days_late"] == 1
    with busy_office.reading() as read:
        explained = report(read, Filters(limit=0), by="unit", explain="机要科")
    assert sums(list(explained.rows)) == figures(before)


def test_a_late_item_stays_late_in_the_report_for_its_period(busy_office: Staged) -> None:
    november = rows(busy_office, "person", Filters(since="2026-11-01", until="2026-11-06"))
    assert (november["周涛"]["closed"], november["周涛"]["in_time"], november["周涛"]["days_late"]) == (1, 0, 1)
    later = rows(busy_office, "person", Filters(since="2026-11-07"))
    assert (later["周涛"]["closed"], later["周涛"]["decided"]) == (0, 1)


def test_filters_choose_people_and_items(busy_office: Staged) -> None:
    assert set(rows(busy_office, "person", Filters(unit=("机要科",)))) == {"孙强", "周涛"}
    assert set(rows(busy_office, "person", Filters(person=("张三",)))) == {"张三"}
    assert rows(busy_office, "person", Filters(role="support"))["张三"]["open"] == 0
    assert rows(busy_office, "person", Filters(role="lead"))["欧阳修文"]["parts"] == 0
    assert rows(busy_office, "person", Filters(urgency="urgent"))["张三"]["open"] == 0
    assert set(rows(busy_office, "unit", Filters(unit=("机要科",)), by="unit")) == {"机要科"}
    assert rows(busy_office, "person", Filters(text="电梯"))["钱进"]["open"] == 1
    late = rows(busy_office, "person", Filters(where="late:>5 or light:red"))
    assert {name: row["overdue"] for name, row in late.items() if row["overdue"]} == {"张三": 1, "钱进": 1}


def test_rows_are_sorted_by_any_figure(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        found = report(read, Filters(sort="-days_late"))
        assert [row["person"] for row in found.rows][:1] == ["张三"]
        assert found.group_by is None
        with pytest.raises(BadInput) as refused:
            report(read, Filters(sort="beauty"))
    assert "days_late" in refused.value.fix


def test_unknown_names_offer_the_nearest(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        with pytest.raises(NotFound) as person:
            report(read, Filters(), explain="欧洋修文")
        assert "欧阳修文" in person.value.fix
        with pytest.raises(NotFound) as unit:
            report(read, Filters(), by="unit", explain="督察室")
        assert "督查室" in unit.value.fix
        with pytest.raises(BadInput):
            report(read, Filters(), by="rank")


def test_the_median_is_of_office_hours() -> None:
    assert median_hours(Counter()) is None
    assert median_hours(Counter([30])) == 0.5
    assert median_hours(Counter([600, 60, 120])) == 2.0
    assert median_hours(Counter([60, 120])) == 1.5
