"""What B801 says at the write is what a plan finds: both fit the same work into the same hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

from officecli.model.office.absences import Absence
from officecli.model.time.planning import first_late, schedule
from officecli.reports.planning.workload import workload
from officecli.rules.balance.overloaded import RULE
from officecli.store import judge
from officecli.store.place import place
from officecli.store.read.reader import Reader, reading
from officecli.store.write.change import Change, changing
from officecli.store.write.entries import Signature
from stage.by_row import new_item, note

PEOPLE = ("周海", "吴芳", "张伟", "李娜", "王强", "刘洋", "赵敏", "陈静", "孙丽")
MORNINGS = ("2026-09-11", "2026-09-19", "2026-09-30", "2026-10-10")
"""A Friday, a Saturday, the eve of a week of holidays, a Saturday that is worked."""


def give(change: Change, chance: Random) -> None:
    """Everybody gets a few items with hours like people's, handed out and due in the days around today, and perhaps a leave."""
    people = {row["name"]: row["id"] for row in change.read.rows("SELECT id, name FROM person")} | {"王建国": 1}
    people["王建国"] = people["周海"]
    today = change.read.today
    for name in PEOPLE:
        for _n in range(chance.randint(0, 4)):
            issued = today + timedelta(days=chance.randint(-6, 9))
            item = new_item(
                change,
                people,
                "事项",
                name,
                issued + timedelta(days=chance.randint(0, 9)),
                issued=issued,
                hours=chance.choice((None, 0.1, 0.35, 2.5, 8, 12, 23.3)),
                importance=chance.choice(("major", "normal")),
                urgency=chance.choice(("most-urgent", "urgent", "ordinary")),
                status=chance.choice(("issued", "in-hand", "in-hand", "submitted", "suspended")),
            )
            if chance.random() < 0.3:
                note(change, item, "进行中", progress=chance.randint(0, 100))
        if chance.random() < 0.4:
            since = today + timedelta(days=chance.randint(-3, 9))
            change.add(Absence, "absent", person_id=people[name], since=since, until=since + timedelta(days=chance.randint(0, 6)))


def planned(read: Reader) -> dict[int, tuple[int, int]]:
    """Who cannot do everything in time: the first item that cannot be done, and by how many minutes."""
    found, known = {}, workload(read)
    for person in known.people:
        works = known.works(person)
        plan = schedule(works, known.days(person))
        if late := first_late(works, plan):
            found[person] = (late.id, plan.short[late.id])
    return found


def test_the_rule_and_the_plan_agree(office_url: str, at: Callable[[str], None]) -> None:
    chance, over = Random(0), 0
    for morning in MORNINGS:
        at(f"{morning}T01:00")
        with changing(place(office_url)) as change:
            change.sign(Signature(1, "周海"))
            give(change, chance)
        with reading(place(office_url)) as read:
            for assumed in (0, 3):
                read.settings["plan.assumed_hours"] = assumed
                found = {finding.subject_id: (finding.item_id, finding.values["over"]) for finding in judge.findings(read, RULE)}
                assert found == planned(read), (morning, assumed)
                over += len(found)
    assert 10 < over < 7 * len(PEOPLE)
