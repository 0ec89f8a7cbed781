"""Two clerks of one post, each with targets of their own: what each scores is worked out by hand, and every report says the same."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest

from officecli.model.office.absences import Absence
from officecli.model.office.organisation import PastPost, Person
from officecli.reports.shape.filters import Filters
from officecli.reports.targets.ranking import report as ranking
from officecli.reports.targets.scorecard import report
from officecli.reports.targets.targets import Asked, every, one
from officecli.reports.targets.trend import report as trend
from stage import by_row
from stage.clerks_november import At, base, item_of, result, target
from stage.score_by_hand import cents, exact, points, spread

CLERKS = ("王强", "刘洋")
MEASURED = (60, 30, 10)  # weights: in time, bulletins of the post, and each one's own letters
NEVER = date(9999, 1, 1)


def lived(office: by_row.Staged, at: At, random: Random) -> dict[str, list[bool]]:
    """A November of the clerks' at random; by name, which of what was settled in it was in time."""
    work: list[tuple[str, str, date, date]] = []
    for number in range(random.randrange(8)):
        due = date(2026, 11, random.randrange(4, 30))
        done = random.choice((NEVER, due - timedelta(days=random.randrange(3)), due + timedelta(days=random.randrange(1, 4))))
        work.append((f"事{number}", random.choice(CLERKS), due, done))
    at("2026-11-02T01:00")
    with office.changing() as change:
        target(change, "秘书科科员", "按时", amount="95", weight="60.00", threshold="40", computed="on-time")
        target(change, "秘书科科员", "简报", target_class="output", amount="8", unit="篇", weight="30.00", bonus="5")
        for name in CLERKS:
            target(change, "", f"{name}来信", person_id=office.people[name], target_class="output", amount="20", unit="件", weight="10.00")
        for title, lead, due, _done in work:
            by_row.new_item(change, office.people, title, lead, due)
    for day in sorted({done for *_rest, done in work} - {NEVER}):
        at(f"{day}T01:00")
        with office.changing() as change:
            for title, _lead, _due, done in work:
                if done == day:
                    by_row.submit(change, item_of(change, title))
    settled: dict[str, list[bool]] = {name: [] for name in CLERKS}
    for _title, lead, due, done in work:
        if (done if done <= due else due + timedelta(days=1)) <= date(2026, 11, 30):
            settled[lead].append(done <= due)
    return settled


def card(settled: list[bool], bulletins: int, letters: int) -> Fraction:
    """One clerk's score by hand."""
    earned = [points(Fraction(bulletins), 8, Fraction(30), bonus=5), points(Fraction(letters), 20, Fraction(10))]
    if settled:
        share = cents(Fraction(100 * sum(settled), len(settled)))
        earned.append(points(share, 95, Fraction(60), 40))
    else:
        of_post, own = spread([30, 10], sum(MEASURED))
        earned = [points(Fraction(bulletins), 8, of_post, bonus=5), points(Fraction(letters), 20, own)]
    return sum(earned, Fraction(0)) - 2 * settled.count(False)


@pytest.mark.parametrize("seed", range(6))
def test_each_is_scored_by_what_they_led_themselves(sqlite_office: str, at: At, seed: int) -> None:
    random = Random(seed)
    office = base(sqlite_office)
    settled = lived(office, at, random)
    bulletins, letters = random.randrange(12), {name: random.randrange(25) for name in CLERKS}
    at("2026-12-03T02:00")
    with office.changing() as change:
        result(change, "简报", str(bulletins))
        for name in CLERKS:
            result(change, f"{name}来信", str(letters[name]))
    by_hand = {name: card(settled[name], bulletins, letters[name]) for name in CLERKS}
    with office.reading() as read:
        cards = {row["person"]: row for row in report(read, Filters(limit=0), period="2026-11").rows}
        places = {row["person"]: row["score"] for row in ranking(read, Filters(limit=0), period="2026-11").rows}
        months = {name: trend(read, Filters(person=(name,)), months=2).rows[0]["score"] for name in CLERKS}
        listed = {name: {row["metric"]: row for row in every(read, Asked(person=(name,), period="2026-11")).rows} for name in CLERKS}
    assert {name: exact(cards[name]["score"]) for name in CLERKS} == by_hand
    assert {name: (places[name], months[name]) for name in CLERKS} == {name: (cards[name]["score"],) * 2 for name in CLERKS}
    for name in CLERKS:
        shares = cents(Fraction(100 * sum(settled[name]), len(settled[name]))) if settled[name] else None
        assert exact(listed[name]["按时"]["value"]) == shares, "the list says of each what their card says"
        assert exact(listed[name][f"{name}来信"]["value"]) == letters[name]
        assert set(listed[name]) == {"按时", "简报", f"{name}来信"}, "nobody else's own"


def test_one_office_on_both_engines(office_url: str, at: At) -> None:
    """Late, in time, own targets, somebody away all month and somebody who left."""
    office = base(office_url)
    at("2026-11-02T01:00")
    with office.changing() as change:
        target(change, "秘书科科员", "按时", amount="95", weight="60.00", computed="on-time")
        target(change, "秘书科科员", "办结", target_class="output", amount="2", unit="件", weight="40.00", computed="closed")
        target(change, "", "来信", person_id=office.people["赵敏"], target_class="output", amount="20", unit="件", weight="50.00")
        target(change, "", "归档", person_id=office.people["赵敏"], amount="95", weight="50.00", computed="first-pass")
        for title, lead in (("甲", "王强"), ("乙", "刘洋"), ("丙", "刘洋"), ("丁", "赵敏")):
            by_row.new_item(change, office.people, title, lead, date(2026, 11, 10))
        change.add(Absence, "absent", person_id=office.people["赵敏"], since=date(2026, 10, 26), until=date(2026, 12, 4))
    at("2026-11-09T01:00")
    with office.changing() as change:
        for title in ("乙", "丙"):
            by_row.submit(change, item_of(change, title))
            by_row.review(change, item_of(change, title), "accepted", rating=4)
    at("2026-12-03T02:00")
    with office.reading() as read:
        people = {row["person"]: row for row in report(read, Filters(limit=0), period="2026-11").rows}
        posts = {row["post"]: row for row in report(read, Filters(limit=0), by="post", period="2026-11").rows}
        clerk = report(read, Filters(text="王强"), period="2026-11")
        away = report(read, Filters(text="赵敏"), period="2026-11")
        shown = one(read, "按时").rows
    assert (people["王强"]["score"], people["刘洋"]["score"]) == ("-2.00", "100.00"), "one clerk's lateness does not lower the other's"
    assert [(row["matter"], row["result"], row["points"]) for row in clerk.rows] == [
        ("按时", "0% (0/1)", "0.00"), ("办结", "0件", "0.00"), ("甲", None, "-2.00"),
    ]  # fmt: skip
    assert any("Several hold 秘书科/秘书科科员" in note for note in clerk.notes)
    assert posts["秘书科科员"]["base"] == "62.11", "of the post itself: 2 of 3 in time is 42.11, one item closed for each of two is 20"
    november = [row for row in shown if row["period"] == "2026-11"]
    assert [(row["text"], row["amount"]) for row in november[1:3]] == [("王强", "0"), ("刘洋", "100")]
    assert {row["part"] for row in away.rows} == {"deductions", "left-out"}, "whoever was away all the time is not measured by targets of their own"


def test_a_post_that_passed_from_one_to_the_next_is_not_held_by_several(sqlite_office: str, at: At) -> None:
    """On a seat that changed hands the successor scores for the whole, as before; where the two met, each for their own."""
    office = base(sqlite_office)
    at("2026-11-02T01:00")
    with office.changing() as change:
        target(change, "督查科员", "按时", amount="95", weight="100.00", computed="on-time")
        by_row.new_item(change, office.people, "甲", "陈静", date(2026, 11, 10))
    at("2026-11-12T01:00")
    with office.changing() as change:
        chen, zhao = (change.get(Person, office.people[name]) for name in ("陈静", "赵敏"))
        for person, post in ((chen, None), (zhao, chen.post_id)):
            change.add(PastPost, "person-move", person_id=person.id, post_id=person.post_id, until=change.day)
            change.set(person, "person-move", post_id=post)
    at("2026-12-03T02:00")
    with office.reading() as read:
        successor = report(read, Filters(text="赵敏"), period="2026-11").rows
        assert [(row["matter"], row["result"]) for row in successor] == [("按时", "0% (0/1)")]
    with office.changing() as change:
        moved = change.read.value("SELECT id FROM past_post WHERE person_id = :zhao", zhao=office.people["赵敏"])
        change.set(change.get(PastPost, moved), "person-move", until=date(2026, 11, 11))
    with office.reading() as read:
        successor = report(read, Filters(text="赵敏"), period="2026-11").rows
        assert [(row["matter"], row["result"]) for row in successor] == [("按时", None)], "they were there together for a day"
