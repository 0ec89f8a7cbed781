"""Month by month: each row is what that month's own reports say, and does not change later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from officecli.errors import BadInput
from officecli.model.items import Item, PastDeadline, Submission
from officecli.model.record import Waiver
from officecli.model.time.periods import period_of
from officecli.reports.items.overdue import report as overdue
from officecli.reports.shape.filters import Filters
from officecli.reports.targets.counted import MEASURES, Counted
from officecli.reports.targets.deductions import CAUSES, Deduction, Deductions
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.measures import Measures, counted_in
from officecli.reports.targets.period_asked_for import see
from officecli.reports.targets.ranking import report as ranking
from officecli.reports.targets.scores import ON_CARDS
from officecli.reports.targets.trend import report
from officecli.store.read.reader import Reader
from officecli.store.write.change import Change
from reports.targets.month_by_month import counted_slowly, lost_slowly, states_slowly
from stage import by_row
from stage.by_row import Staged
from stage.clerks_november import At, base, november
from stage.random_days import History

FIGURES = ("month", "until", "registered", "closed", "overdue", "on_time", "first_pass", "sign_hours", "score")


def test_months_by_hand(office_url: str, at: At) -> None:
    office = base(office_url)
    november(office, at)
    with office.reading() as read:
        found = report(read, Filters())
        nobody = report(read, Filters(person=("王强",)))
        unit = report(read, Filters(unit=("督查室",)), months=2)
    rows = [tuple(row[key] for key in FIGURES) for row in found.rows]
    assert [row[0] for row in rows] == ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12"], "nothing is on record before July"
    assert rows[0] == ("2026-07", None, 0, 0, 0, None, None, None, None)
    assert rows[4][:6] == ("2026-11", None, 4, 0, 1, 50.0)
    assert rows[4][-1] == "54.05"
    assert rows[5][:6] == ("2026-12", "2026-12-03", 0, 0, 1, None)
    assert found.notes == ("2026-12 is not over: this is how it stands on 2026-12-03.",)
    assert [(row["registered"], row["score"]) for row in nobody.rows][4:] == [(0, None), (0, None)]
    assert list(unit.rows) == list(found.rows)[4:]


def test_a_month_that_is_over_stays_as_it_was(sqlite_office: str, at: At) -> None:
    at("2026-09-14T00:30")
    history = History(base(sqlite_office), Random(3))
    told: dict[str, dict[str, Any]] = {}
    first = date(2026, 9, 14)
    for _turn in range(5):
        history.live(7, first, lambda _history: {})
        first = max(history.seen)
        with history.office.reading() as read:
            rows = report(read, Filters()).rows
            assert rows[-1]["overdue"] == overdue(read, Filters(limit=0)).total
        for row in rows:
            if row["until"] is None:
                assert told.setdefault(row["month"], row) == row
    assert sum(row["registered"] for row in told.values()) > 10


@pytest.mark.parametrize("months", [0, -1, 121])
def test_a_count_out_of_bounds(sqlite_office: str, at: At, months: int) -> None:
    at("2026-11-23T02:00")
    with base(sqlite_office).reading() as read, pytest.raises(BadInput, match="from 1 to 120"):
        report(read, Filters(), months=months)


def test_one_month_and_a_past_day(november_office: Staged) -> None:
    with november_office.reading() as read:
        assert [(row["month"], row["until"]) for row in report(read, Filters(as_of="2026-11-13"), months=1).rows] == [("2026-11", "2026-11-13")]


def test_what_the_ledger_knows_is_read_once(november_office: Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that ranking or trend asks of the store is asked twice for the same day; who led and held what, and the targets, once for all months."""
    asked: list[tuple[str, str, str]] = []
    rows = Reader.rows

    def listening(self: Reader, sql: str, *values: Any, **more: Any) -> Any:
        asked.append((sql, str(self.__dict__.get("_as_of")), f"{values}{more}"))
        return rows(self, sql, *values, **more)

    monkeypatch.setattr(Reader, "rows", listening)
    with november_office.reading() as read:
        reports: list[Callable[[], object]] = [lambda: ranking(read, Filters(limit=0), period="2026-11"), lambda: report(read, Filters(), months=3)]
        for told in reports:
            asked.clear()
            told()
            assert [one for one, times in Counter(asked).items() if times > 1] == []
            for same_for_all in (
                "SELECT person_id, post_id, until FROM past_post",
                "SELECT item_id, person_id, until FROM past_lead",
                "SELECT t.*, COALESCE",
            ):
                assert len([sql for sql, *_when in asked if sql.startswith(same_for_all)]) == 1


def test_read_once_or_month_by_month(store_url: str, at: At) -> None:
    """Whatever became of an item: what is read once for all months is what each month's last day saw, and what the slow way finds."""
    at("2026-09-14T00:30")
    random = Random(17)
    history = History(by_row.office(store_url), random)
    compared: Counter[str] = Counter()
    history.live(12, date(2026, 9, 14), lambda _history: {})
    with history.office.changing() as change:
        said_afterwards(change, history, random)
    history.live(12, max(history.seen), lambda _history: {})
    with history.office.changing() as change:
        for nth in range(90):
            handed_in(change, history, random, nth)
    days = (max(history.seen), max(day for day in history.seen if day.day in range(8, 20) and day < max(history.seen)))
    for day in days if history.office.place.engine == "sqlite" else days[:1]:
        with history.office.reading(day) as read:
            months = [period_of("month", day).moved(-back) for back in (3, 2, 1, 0)]
            hands = Hands(read)
            measures, deductions = Measures(read, months, hands), Deductions(read, months, hands)
            summed = Measures(read, months, hands, ON_CARDS, summed=True)
            for month in months:
                found = measures.counted(month)
                told = sorted((one.measure, one.item_id, one.lead_id, one.day, int(one.amount)) for one in found)
                assert told == counted_slowly(read, month)
                assert Counter(counted_in(read, month)) == Counter(found)
                assert measures.states(month) == states_slowly(read, month)
                assert summed.states(month) == measures.states(month)
                added_up = summed.counted(month)
                assert sums(added_up) == sums(one for one in found if one.measure in ON_CARDS)
                lost = deductions.of(see(read, month), found)
                assert points(deductions.of(see(read, month), added_up)) == points(lost)
                assert sorted((one.cause, one.item_id, one.person_id, one.day, 0) for one in lost if one.cause != "late") == lost_slowly(read, month)
                compared.update([measure for measure, *_rest in told])
                compared.update([one.cause for one in lost])
    assert set(compared) == {*MEASURES, *CAUSES}
    assert history.office.place.engine != "sqlite" or min(compared.values()) > 1, compared


def sums(counted: Iterable[Counted]) -> Counter[tuple[str, int, int]]:
    """How many items counted how much, by measure and lead."""
    found: Counter[tuple[str, int, int]] = Counter()
    for one in counted:
        found[one.measure, one.lead_id, int(one.amount)] += one.times
    return found


def points(lost: Iterable[Deduction]) -> Counter[tuple[str, int]]:
    """What was lost, in hundredths of a point, by cause and person."""
    found: Counter[tuple[str, int]] = Counter()
    for one in lost:
        found[one.cause, one.person_id] += int(100 * one.points)
    return found


def handed_in(change: Change, history: History, random: Random, nth: int) -> None:
    """An item handed in once or twice, each time accepted, returned or not yet reviewed, up to today."""

    def later(day: date, most: int = 25) -> date:
        return min(day + timedelta(days=random.randrange(most)), change.read.today)

    registered = later(date(2026, 8, 20), 70)
    item = by_row.new_item(
        change, history.office.people, f"办过{nth}", random.choice(sorted(history.office.people)), later(registered), registered=registered,
        issued=later(registered, 6), signed=later(registered, 12), sign_minutes=nth, imported=True, status="in-hand",
    )  # fmt: skip
    day = later(item.signed or registered)
    for verdict in random.choice((("accepted",), ("accepted",), ("returned",), (None,), ("returned", "accepted"), ("returned", None))):
        reviewed = later(day) if verdict else None
        change.add(Submission, "submit", item_id=item.id, person_id=item.lead_id, day=day, result="已完成", verdict=verdict, reviewed=reviewed)
        day = later(reviewed or day)
    ended: dict[str, Any] = {"status": "closed", "closed": reviewed} if verdict == "accepted" else {"status": "in-hand" if verdict else "submitted"}
    change.set(item, "edit", **(ended if random.random() < 0.8 else {"status": "cancelled", "cancelled": day}))


def said_afterwards(change: Change, history: History, random: Random) -> None:
    """Items out of old ledgers, of which not every day is known, and feedback that is asked for, empty, or waived."""
    for nth in range(20):
        issued = date(2026, 7, 1) + timedelta(days=random.randrange(70))
        due, closed = (issued + timedelta(days=random.randrange(1, 30)) for _ in range(2))
        fields: dict[str, Any] = random.choice(({"status": "closed", "closed": closed}, {"status": "closed"}, {"status": "in-hand"}))
        lead = random.choice(sorted(history.office.people))
        item = by_row.new_item(change, history.office.people, f"旧事项{nth}", lead, due, issued=issued, imported=True, **fields)
        if random.random() < 0.3:
            change.add(PastDeadline, "edit", item_id=item.id, due=due + timedelta(days=random.randrange(-9, 9)), until=issued + timedelta(days=5))
        history.items.append(item.id)
    earlier = by_row.new_item(
        change, history.office.people, "提前", "张三", date(2026, 8, 28), issued=date(2026, 8, 3), imported=True, status="in-hand"
    )
    change.add(PastDeadline, "edit", item_id=earlier.id, due=date(2026, 9, 20), until=date(2026, 9, 5))  # to a day of the month before
    given_up = {"signed": date(2026, 8, 4), "sign_minutes": 30, "status": "cancelled", "cancelled": date(2026, 8, 20)}
    by_row.new_item(change, history.office.people, "撤销", "张三", date(2026, 8, 28), issued=date(2026, 8, 3), imported=True, **given_up)
    for item_id in random.sample(history.items, 20):
        item = change.get(Item, item_id)
        change.set(item, "edit", feedback_every=random.choice(("weekly", "10d", "weekly-3")))
        by_row.note(change, item, "")
        waived = random.choice(("D306", "F604"))
        if random.random() < 0.5:
            change.add(
                Waiver,
                "waive",
                rule=waived,
                item_id=item.id,
                approver_id=item.lead_id,
                day=change.day,
                reason="等上级",
                expires=random.choice((None, change.day)),
            )
