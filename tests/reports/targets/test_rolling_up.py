"""Months make the quarter, quarters the year, and targets of shorter periods those above them: all of it worked out by hand in exact fractions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from random import Random

import pytest

from officecli.model.time.periods import Period
from officecli.reports.shape.filters import Filters
from officecli.reports.targets.attainment import attained
from officecli.reports.targets.ranking import report as ranking
from officecli.reports.targets.scorecard import report
from officecli.reports.targets.targets import Asked, every, one
from officecli.store.read.reader import Reader
from officecli.typed.targets.finding import find_target
from stage import by_row
from stage.clerks_november import At, base, item_of, result, target
from stage.score_by_hand import cents, exact, points

JULY = date(2026, 7, 1)
MONTHS = tuple(date(2026, month, 1) for month in range(7, 13))
YEAR, THIRD, FOURTH = Period("year", date(2026, 1, 1)), Period("quarter", JULY), Period("quarter", date(2026, 10, 1))
Months = dict[str, dict[date, tuple[int, int]]]
"""By target and month: how many pieces there were, and (of a rate, in whole percent) how well."""


def recorded(office: by_row.Staged, at: At, random: Random) -> Months:
    """Half a year of one clerk's: bulletins that add up, and a rate with the pieces behind it; some months have no result."""
    known: Months = {"简报": {}, "准确率": {}}
    at("2026-07-02T01:00")
    with office.changing() as change:
        target(change, "主任", "全年简报", target_class="output", amount="60", unit="篇", period="year", since=date(2026, 1, 1))
        above = target(change, "督查室主任", "季度准确率", amount="95", period="quarter", since=JULY)
        year = change.read.value("SELECT id FROM target WHERE metric = '全年简报'")
        target(change, "督查科员", "简报", target_class="output", amount="6", unit="篇", weight="40.00", bonus="4", since=JULY, parent_id=year)
        target(change, "督查科员", "准确率", amount="95", weight="60.00", threshold="50", since=JULY, parent_id=above.id)
    at("2027-01-05T01:00")
    with office.changing() as change:
        for month in MONTHS:
            pieces, percent, behind = random.randrange(10), random.randrange(40, 101), random.randrange(1, 60)
            if random.random() < 0.8:
                known["简报"][month] = (pieces, 0)
                result(change, "简报", str(pieces), period_start=month, pieces=str(pieces))
            if random.random() < 0.8:
                known["准确率"][month] = (behind, percent)
                result(change, "准确率", str(percent), period_start=month, pieces=str(behind))
    return known


def rate(months: dict[date, tuple[int, int]], period: Period) -> Fraction | None:
    """The rate of all the pieces there were in the period."""
    inside = [one for month, one in months.items() if month in period]
    if not inside:
        return None
    return cents(Fraction(sum(behind * percent for behind, percent in inside), sum(behind for behind, _percent in inside)))


def count(months: dict[date, tuple[int, int]], period: Period) -> Fraction | None:
    inside = [pieces for month, (pieces, _percent) in months.items() if month in period]
    return Fraction(sum(inside)) if inside else None


def attained_of(read: Reader, metric: str, period: Period) -> Fraction | None:
    (found,) = attained(read, find_target(read, metric), period).values()
    return exact(found.value)


@pytest.mark.parametrize("seed", range(5))
def test_what_months_come_to(sqlite_office: str, at: At, seed: int) -> None:
    office = base(sqlite_office)
    known = recorded(office, at, Random(seed))
    with office.reading() as read:
        assert attained_of(read, "全年简报", YEAR) == count(known["简报"], YEAR), "pieces add up, from months to the year"
        assert attained_of(read, "季度准确率", THIRD) == rate(known["准确率"], THIRD), "a rate counts by the pieces behind it"
        for period in (THIRD, FOURTH, YEAR):
            rows = {row["metric"]: row for row in every(read, Asked(person=("陈静",), period=period.label)).rows}
            bulletins, accuracy = count(known["简报"], period), rate(known["准确率"], period)
            assert (exact(rows["简报"]["value"]), exact(rows["准确率"]["value"])) == (bulletins, accuracy)
            assert rows["简报"]["goal"] == f"at least {6 * sum(month in period for month in MONTHS)}篇", "what was asked in all of its months"
            by_hand = Fraction(0)
            if bulletins is not None:
                by_hand += points(bulletins, 6 * sum(month in period for month in MONTHS), Fraction(40), bonus=4)
            if accuracy is not None:
                by_hand += points(accuracy, 95, Fraction(60), 50)
            card = report(read, Filters(text="陈静"), period=period.label)
            place = next(row for row in ranking(read, Filters(limit=0), period=period.label).rows if row["person"] == "陈静")
            assert exact(card.summary["score"]) == exact(place["score"]) == by_hand, "measured by the month alone, the months make the quarter's card"
            assert any("rolled up" in note for note in card.notes)
        shown = [(row["period"], row["known"]) for row in one(read, "简报").rows if row["source"] is None]
    assert shown[0] == ("2027-01", "none"), "of nothing there is no sum"
    assert ("2026", "rolled-up") in shown
    assert ("2026-Q3", "rolled-up") in shown


def test_what_the_ledger_knows_of_months_makes_the_quarter(office_url: str, at: At) -> None:
    """On both engines: shares by what was settled, medians by how many were signed for; each clerk's own on a post of two."""
    office = base(office_url)
    at("2026-10-02T01:00")
    with office.changing() as change:
        post = {"weight": "100.00", "since": date(2026, 10, 1)}
        top = target(change, "秘书科科长", "全科按时", amount="90", period="quarter", weight="100.00", since=date(2026, 10, 1))
        target(change, "秘书科科员", "按时", amount="90", computed="on-time", parent_id=top.id, **post)
        for title, lead, due in (
            ("甲", "王强", "2026-10-16"),
            ("乙", "刘洋", "2026-10-16"),
            ("丙", "刘洋", "2026-11-13"),
            ("丁", "刘洋", "2026-11-13"),
        ):
            by_row.new_item(change, office.people, title, lead, date.fromisoformat(due))
    for day, titles in (("2026-10-15", ("甲",)), ("2026-10-20", ("乙",)), ("2026-11-12", ("丙", "丁"))):
        at(f"{day}T01:00")
        with office.changing() as change:
            for title in titles:
                by_row.submit(change, item_of(change, title))
    at("2026-12-03T02:00")
    with office.reading() as read:
        quarter = {name: report(read, Filters(text=name), period="2026-Q4") for name in ("王强", "刘洋", "张伟")}
    assert [(row["matter"], row["result"], row["sources"]) for row in quarter["刘洋"].rows[:1]] == [
        ("按时", "66.67% (2/3)", "2026-10 0 (0/1), 2026-11 100 (2/2), 2026-12")
    ]
    assert [(row["result"], row["points"]) for row in quarter["王强"].rows] == [("100% (1/1)", "100.00")]
    assert [(row["result"], row["points"]) for row in quarter["张伟"].rows] == [("75% (3/4)", "83.33")], (
        "the head's own quarter, from the clerks' months"
    )
    assert quarter["张伟"].rows[0]["sources"].endswith("2026-10 50 (1/2), T-002 2026-11 100 (2/2), T-002 2026-12")
