"""Random days of an office's work, and how each day looked when it was the present."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from officecli import clock
from officecli.model.items import Extension, Item
from officecli.model.office.organisation import PastLeaving, PastPost, Person
from officecli.store.write.change import Change
from stage import by_row

OPEN = ("issued", "in-hand", "submitted", "suspended")


@dataclass
class History:
    """An office with `days` of random work behind it; `seen` is what each view said at the end of each day."""

    office: by_row.Staged
    random: Random
    items: list[int] = field(default_factory=list)
    seen: dict[date, dict[str, list[dict[str, Any]]]] = field(default_factory=dict)

    def live(self, days: int, first: date, views: Callable[[History], dict[str, list[dict[str, Any]]]]) -> None:
        """Work on so many days from `first` on, some apart, and remember how each looked."""
        day = first
        for _turn in range(days):
            clock.pretend(datetime.combine(day, time(1, self.random.randrange(60)), UTC))
            with self.office.changing() as change:
                for _act in range(self.random.randrange(1, 9)):
                    self._act(change)
            self.seen[day] = views(self)
            day += timedelta(days=self.random.choice((1, 1, 1, 2, 3, 5, 9)))

    def _act(self, change: Change) -> None:
        if len(self.items) < 4 or self.random.random() < 0.25:
            self._register(change)
            return
        if self.random.random() < 0.1:
            self.random.choice((self._move, self._leave_or_return))(change)
            return
        item = change.get(Item, self.random.choice(self.items))
        acts = [act for act, statuses in ACTS.items() if item.status in statuses]
        if acts:
            self.random.choice(acts)(self, change, item)

    def _register(self, change: Change) -> None:
        today = change.read.today
        lead, helper = self.random.sample(sorted(self.office.people), 2)
        issued = today + timedelta(days=self.random.choice((0, 0, 0, 0, 3)))
        due = issued + timedelta(days=self.random.randrange(30))
        urgency = self.random.choice(("ordinary", "urgent"))
        title = f"{self.random.choice(MATTERS)}({len(self.items) + 1})"
        item = by_row.new_item(change, self.office.people, title, lead, due, issued=issued, urgency=urgency)
        self.items.append(item.id)
        if self.random.random() < 0.5:
            by_row.support(change, item, self.office.people[helper], self.random.choice(("提供数据", "审核", "")))

    def _move(self, change: Change) -> None:
        """Somebody gets the post of somebody else."""
        one, other = (change.get(Person, self.office.people[name]) for name in self.random.sample(sorted(self.office.people), 2))
        change.add(PastPost, "person-move", person_id=one.id, post_id=one.post_id, until=change.day)
        change.set(one, "person-move", post_id=other.post_id)

    def _leave_or_return(self, change: Change) -> None:
        """Somebody goes, or whoever has gone comes back."""
        gone = change.read.rows("SELECT id FROM person WHERE left_on IS NOT NULL ORDER BY id")
        person = change.get(Person, gone[0]["id"] if gone else self.office.people[self.random.choice(sorted(self.office.people))])
        if person.left_on is None:
            change.add(PastPost, "person-leave", person_id=person.id, post_id=person.post_id, until=change.day)
            change.set(person, "person-leave", left_on=change.day, post_id=None)
            return
        post = change.read.value("SELECT post_id FROM past_post WHERE person_id = :person ORDER BY id DESC", person=person.id)
        change.add(PastLeaving, "person-return", person_id=person.id, left_on=person.left_on, until=change.day)
        change.add(PastPost, "person-return", person_id=person.id, post_id=None, until=change.day)
        change.set(person, "person-return", left_on=None, post_id=post)

    def extend(self, change: Change, item: Item) -> None:
        """Ask for an extension, or decide the one that is asked for."""
        pending = change.read.value("SELECT MAX(id) FROM extension WHERE item_id = :item AND verdict IS NULL", item=item.id)
        verdict = self.random.choice(("granted", "declined"))
        if pending:
            by_row.decide(change, item, change.get(Extension, pending), verdict)
        elif item.due is not None:
            by_row.extend(change, item, item.due + timedelta(days=self.random.randrange(1, 15)), self.random.choice((None, verdict)))


MATTERS = ("关于老旧小区电梯的来信", "全县经济工作会议主题报告", "议定事项分解", "接待方案", "防汛值班抽查", "Second-quarter bulletin")

ACTS: dict[Callable[[History, Change, Item], None], tuple[str, ...]] = {
    lambda _h, change, item: by_row.sign(change, item): ("issued",),
    lambda _h, change, item: by_row.submit(change, item): ("issued", "in-hand"),
    lambda h, change, item: by_row.review(change, item, h.random.choice(("accepted", "returned")), rating=4): ("submitted",),
    lambda h, change, item: by_row.hand_over(change, item, h.random.choice(sorted(h.office.people.values()))): ("issued", "in-hand", "suspended"),
    History.extend: ("issued", "in-hand"),
    lambda _h, change, item: by_row.suspend(change, item): ("issued", "in-hand"),
    lambda _h, change, item: by_row.resume(change, item): ("suspended",),
    lambda h, change, item: by_row.close(change, item) if h.random.random() < 0.2 else None: ("issued", "in-hand"),
    lambda _h, change, item: by_row.reopen(change, item): ("closed",),
    lambda h, change, item: by_row.note(change, item, "已联系有关单位", progress=h.random.choice((None, 30, 80))): OPEN,
    lambda _h, change, item: by_row.wait(change, item, "省厅"): ("in-hand",),
    lambda h, change, item: by_row.prod(change, item): ("issued", "in-hand"),
    lambda h, change, item: by_row.cancel(change, item) if h.random.random() < 0.2 else None: ("issued", "in-hand"),
}
