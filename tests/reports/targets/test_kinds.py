"""What is not as plain as most items is counted by itself: of each way not to be plain, an item that its kind alone would count wrongly."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from officecli.model.items import PastClosing, PastDeadline, PastLead, Pause, Submission
from officecli.model.time.periods import period_of
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.kinds import kinds
from officecli.reports.targets.measures import Measures
from officecli.reports.targets.scores import ON_CARDS
from reports.targets.month_by_month import counted_slowly, states_slowly
from stage import by_row
from stage.clerks_november import At

SEEN_ON = date(2026, 11, 18)
LATER = date(2026, 11, 25)
"""A day of the same month that is not to be seen yet."""

SEPTEMBER, OCTOBER = date(2026, 9, 21), date(2026, 10, 12)
Case = tuple[dict[str, Any], tuple[tuple[type, dict[str, Any]], ...]]


def handed_in(day: date, verdict: str | None = None, reviewed: date | None = None) -> tuple[type, dict[str, Any]]:
    return Submission, {"day": day, "result": "已完成", "verdict": verdict, "reviewed": reviewed}


CASES: dict[str, Case] = {
    "plain": ({"status": "closed", "closed": OCTOBER, "signed": SEPTEMBER, "sign_minutes": 30}, (handed_in(SEPTEMBER, "accepted", OCTOBER),)),
    "handed on after it was signed for": ({"signed": SEPTEMBER, "sign_minutes": 30}, ((PastLead, {"until": OCTOBER}),)),
    "suspended over its deadline": ({}, ((Pause, {"since": date(2026, 9, 28), "until": date(2026, 11, 9), "reason": "等文件"}),)),
    "opened again": ({}, ((PastClosing, {"closed": SEPTEMBER, "until": OCTOBER}),)),
    "extended once it was late": ({"due": date(2026, 12, 1)}, ((PastDeadline, {"due": date(2026, 9, 25), "until": OCTOBER}),)),
    "handed in twice": ({}, (handed_in(SEPTEMBER, "accepted", SEPTEMBER), handed_in(OCTOBER, "accepted", OCTOBER))),
    "returned": ({}, (handed_in(SEPTEMBER, "returned", OCTOBER),)),
    "reviewed without a verdict": ({}, (handed_in(SEPTEMBER, None, OCTOBER),)),
    "closed on a day nobody knows": ({"status": "closed"}, ()),
    "issued later": ({"issued": LATER}, ()),
    "issued long before it was registered": ({"issued": date(2026, 8, 3), "registered": OCTOBER, "due": date(2026, 9, 25)}, ()),
    "registered later": ({"registered": LATER}, ()),
    "signed for later": ({"signed": LATER, "sign_minutes": 30}, ()),
    "handed in later": ({"due": date(2026, 12, 1)}, (handed_in(LATER),)),
    "reviewed later": ({"status": "submitted"}, (handed_in(SEPTEMBER, "accepted", LATER),)),
    "closed later": ({"status": "closed", "closed": LATER}, ()),
    "cancelled later": ({"status": "cancelled", "cancelled": LATER}, ()),
    "closed before it was handed in": ({"status": "closed", "closed": SEPTEMBER}, (handed_in(OCTOBER),)),
    "cancelled before it was handed in": ({"status": "cancelled", "cancelled": SEPTEMBER, "due": date(2026, 9, 25)}, (handed_in(OCTOBER),)),
    "cancelled before it was closed": ({"status": "closed", "cancelled": SEPTEMBER, "closed": OCTOBER, "due": date(2026, 9, 25)}, ()),
}


@pytest.mark.parametrize(("fields", "rows"), CASES.values(), ids=CASES)
def test_an_item_counts_as_much_by_its_kind_as_alone(sqlite_url: str, at: At, fields: dict[str, Any], rows: Any) -> None:
    at("2026-11-30T02:00")
    office = by_row.office(sqlite_url)
    with office.changing() as change:
        known: dict[str, Any] = {
            "due": date(2026, 10, 9),
            "registered": date(2026, 9, 14),
            "issued": date(2026, 9, 14),
            "status": "in-hand",
            "imported": True,
        }
        item = by_row.new_item(change, office.people, "调研", "张三", **(known | fields))
        for table, more in rows:
            person = {"person_id": office.people["钱进"]} if table in (PastLead, Submission) else {}
            change.add(table, "edit", item_id=item.id, **person, **more)
    with office.reading(SEEN_ON) as read:
        months = [period_of("month", SEEN_ON).moved(-back) for back in (2, 1, 0)]
        summed = Measures(read, months, Hands(read), ON_CARDS, summed=True)
        alone = Measures(read, months, Hands(read), ON_CARDS)
        for month in months:
            slowly = Counter((measure, lead, amount) for measure, _id, lead, _day, amount in counted_slowly(read, month) if measure in ON_CARDS)
            for measures in (alone, summed):
                assert Counter((one.measure, one.lead_id, int(one.amount)) for one in measures.counted(month) for _time in range(one.times)) == slowly
                assert measures.states(month) == states_slowly(read, month)


def test_items_whose_days_lie_in_the_same_months_are_of_one_kind(sqlite_url: str, at: At) -> None:
    at("2026-11-30T02:00")
    office = by_row.office(sqlite_url)
    with office.changing() as change:
        for day in (2, 9, 16):
            known = {"registered": date(2026, 11, 1), "issued": date(2026, 11, day), "imported": True}
            by_row.new_item(change, office.people, "已办结", "张三", date(2026, 11, day), status="closed", closed=date(2026, 11, day), **known)
            by_row.new_item(change, office.people, "未到期", "张三", date(2026, 12, day), status="in-hand", **known)
    with office.reading() as read:
        alike, apart = kinds(read, date(2026, 11, 1))
    assert (sorted(alike.values()), apart) == ([3, 3], [])
