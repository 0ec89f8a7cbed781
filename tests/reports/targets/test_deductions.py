"""What is taken off a score: for what was late under whom, and no more often than D306 finds it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest

from officecli.model.items import Item
from officecli.model.office.organisation import Setting
from officecli.model.record import Waiver
from officecli.model.time.periods import Period, period_of
from officecli.reports.shape.filters import Filters
from officecli.reports.targets.deductions import Deduction, Deductions
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.measures import counted_in
from officecli.reports.targets.period_asked_for import see
from officecli.reports.targets.ranking import report as ranking
from officecli.reports.targets.scorecard import report
from officecli.reports.targets.trend import report as trend
from officecli.rules import find_rule
from officecli.store import items
from officecli.store.read.reader import Reader
from officecli.store.write.change import Change
from stage import by_row
from stage.by_row import Staged
from stage.clerks_november import NOVEMBER, At, base, item_of, target


def test_whoever_takes_over_what_is_late_was_not_late(sqlite_office: str, at: At) -> None:
    """Scorecard, ranking and trend: all say of the same item that it was late with the same person."""
    office = base(sqlite_office)
    at("2026-11-02T01:00")
    with office.changing() as change:
        for post in ("督查科员", "秘书科科员"):
            target(change, post, "按时率", amount="95", weight="100.00", computed="on-time")
        by_row.new_item(change, office.people, "专报", "陈静", date(2026, 11, 6))
    at("2026-11-09T01:00")
    with office.changing() as change:
        by_row.hand_over(change, item_of(change, "专报"), office.people["王强"])
    at("2026-12-03T02:00")
    with office.reading() as read:
        cards = {name: report(read, Filters(text=name), period="2026-11").rows for name in ("陈静", "王强")}
        settled = {row["person"]: row["settled"] for row in ranking(read, Filters(limit=0), period="2026-11").rows}
        months = {name: trend(read, Filters(person=(name,)), months=2).rows[0]["on_time"] for name in ("陈静", "王强")}
    assert [(row["term"], row["result"]) for row in cards["陈静"]] == [("efficiency-quality", "0% (0/1)"), ("late", None)]
    assert [(row["term"], row["result"]) for row in cards["王强"]] == [("efficiency-quality", None)]
    assert (settled["陈静"], settled["王强"]) == (1, 0)
    assert months == {"陈静": 0.0, "王强": None}


@pytest.mark.parametrize(
    ("due", "suspended", "resumed", "months"),
    [
        (date(2026, 11, 6), "2026-11-09", "2026-12-14", ["2026-11"]),
        (date(2026, 11, 6), "2026-11-30", "2026-12-01", ["2026-11"]),
        (date(2026, 11, 6), "2026-11-06", "2026-12-14", ["2026-12"]),
        (date(2026, 11, 6), "2026-11-16", "2026-11-17", ["2026-11"]),
        (date(2026, 11, 6), "2026-12-07", "2026-12-09", ["2026-11"]),
    ],
)
def test_a_suspension_hides_no_lateness_from_every_month(
    sqlite_office: str, at: At, due: date, suspended: str, resumed: str, months: list[str]
) -> None:
    office = base(sqlite_office)
    at("2026-11-02T01:00")
    with office.changing() as change:
        by_row.new_item(change, office.people, "专报", "陈静", due)
    for day, verb in ((suspended, by_row.suspend), (resumed, by_row.resume)):
        at(f"{day}T01:00")
        with office.changing() as change:
            verb(change, item_of(change, "专报"))
    at("2027-02-01T01:00")
    with office.reading() as read:
        late = [
            month
            for month in ("2026-11", "2026-12", "2027-01")
            for row in report(read, Filters(text="陈静"), period=month).rows
            if row["term"] == "late"
        ]
    assert late == months


def test_marks_are_the_offices_own(november_office: Staged) -> None:
    office = november_office
    with office.changing() as change:
        change.add(Setting, "config", name="score.late", value="0")
        change.add(Setting, "config", name="score.unanswered", value="1.25")
        change.add(Waiver, "waive", rule="D306", item_id=item_of(change, "丁").id, approver_id=office.people["周海"], day=change.day, reason="等上级")
    with office.reading() as read:
        card = report(read, Filters(text="陈静", as_of="2026-12-03"), period="2026-11")
        read.as_of = date(2026, 11, 30)
        lost = deductions_in(read, Period("month", NOVEMBER))
    assert [(row["term"], row["points"]) for row in card.rows if row["part"] == "deductions"][-2:] == [
        ("empty-feedback", "-5.00"),
        ("unanswered", "-1.25"),
    ]
    assert [one.cause for one in lost] == ["no-feedback", "empty-feedback", "unanswered"], "a waiver given in December leaves November as it was"


def test_a_prod_costs_nothing_before_it_could_be_answered(sqlite_office: str, at: At) -> None:
    office = base(sqlite_office)
    at("2026-11-06T01:00")  # a Friday
    with office.changing() as change:
        by_row.new_item(change, office.people, "专报", "陈静", date(2026, 11, 27))
    with office.changing() as change:
        by_row.prod(change, item_of(change, "专报"))
    lost = []
    for day in ("2026-11-06", "2026-11-08", "2026-11-09"):
        at(f"{day}T08:00")
        with office.reading() as read:
            rows = report(read, Filters(text="陈静"), period="2026-11").rows
            lost.append([row["points"] for row in rows if row["term"] == "unanswered"])
    assert lost == [[], [], ["-0.50"]]


def test_d306_and_the_deductions_agree_on_every_day(sqlite_office: str, at: At) -> None:
    """A silence is deducted on the first day on which the check finds it."""
    office = base(sqlite_office)
    random = Random(5)
    verbs: dict[str, list[Callable[..., None]]] = {
        "issued": [by_row.sign, by_row.note, by_row.submit, by_row.suspend],
        "in-hand": [by_row.note, by_row.submit, by_row.suspend],
        "submitted": [accept, send_back],
        "suspended": [by_row.resume],
    }
    known: set[tuple[int, str]] = set()
    for day in range(50):
        today = date(2026, 11, 1) + timedelta(days=day)
        at(f"{today}T01:00")
        with office.changing() as change:
            if day < 8:
                every = random.choice(("weekly", "3d", "10d"))
                by_row.new_item(change, office.people, f"事{day}", random.choice(("陈静", "王强")), date(2027, 1, 29), feedback_every=every)
            for row in change.read.rows("SELECT id, status FROM item ORDER BY id"):
                if random.random() < 0.12 and row["status"] in verbs:
                    verb = random.choice(verbs[row["status"]])
                    verb(change, change.get(Item, row["id"]), *(["进展"] if verb is by_row.note else []))
        with office.reading() as read:
            rule = find_rule("D306")
            assert rule is not None
            found = {(row["subject_id"], row["last"]) for row in read.rows(rule.sql, items.values(read), lo=1, hi=10**9)}
            first_found = [item for item, _last in found - known]
            known |= found
            lost = [one for one in deductions_in(read, period_of("month", today)) if one.cause == "no-feedback"]
            assert sorted(one.item_id for one in lost if one.day == str(today)) == sorted(first_found)
    assert len(known) > 5


def deductions_in(read: Reader, period: Period) -> list[Deduction]:
    return Deductions(read, [period], Hands(read)).of(see(read, period), counted_in(read, period))


def accept(change: Change, item: Item) -> None:
    by_row.review(change, item, "accepted")


def send_back(change: Change, item: Item) -> None:
    by_row.review(change, item, "returned")
