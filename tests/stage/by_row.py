"""An office made for a test: founded, staffed, and its items written row by row, without the verbs and their rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from officecli import clock
from officecli.actions.office.founding import Founding, found
from officecli.model.items import Extension, Item, Note, PastClosing, PastDeadline, PastLead, Pause, Prod, Submission, Support, Wait
from officecli.model.names import name_key, title_key
from officecli.model.office.organisation import Person, Post, Rank, Unit
from officecli.model.targets import Target
from officecli.store.calendar.days import working_days
from officecli.store.place import Place, place
from officecli.store.read.reader import Reader, reading
from officecli.store.write.change import Change, changing
from officecli.store.write.entries import Signature
from stage.made_once import made_once

STAFF = {  # unit → (post, rank level, superior's post, people)
    "主任室": [("主任", 8, "", ["王建国"])],
    "综合科": [("综合科科长", 6, "主任", ["李明"]), ("综合科科员", 3, "综合科科长", ["张三", "欧阳修文"])],
    "督查室": [("督查室主任", 6, "主任", ["赵丽"]), ("督查专员", 3, "督查室主任", ["钱进", "Ana Silva"])],
    "机要科": [("机要科科长", 6, "主任", ["孙强"]), ("机要员", 3, "机要科科长", ["周涛"])],
}


@dataclass
class Staged:
    """The office at `place`; `people` and `units` are ids by name."""

    place: Place
    people: dict[str, int]
    units: dict[str, int]

    @contextmanager
    def changing(self) -> Iterator[Change]:
        """A change signed by the director."""
        with changing(self.place) as change:
            change.sign(Signature(self.people["王建国"], "王建国", "originator"))
            yield change

    @contextmanager
    def reading(self, as_of: date | None = None) -> Iterator[Reader]:
        """A reader, for a past day if one is given."""
        with reading(self.place) as read:
            read.as_of = as_of
            yield read

    def item(self, title: str, lead: str, due: str, **fields: Any) -> int:
        """Register an item today; returns its id."""
        with self.changing() as change:
            return new_item(change, self.people, title, lead, date.fromisoformat(due), **fields).id


def office(url: str, *, region: str = "CN") -> Staged:
    """Found and staff an office at the present moment of the clock."""
    where = place(url)
    people, units = made_once(where, lambda: _founded_and_staffed(where, region), region)
    return Staged(where, dict(people), dict(units))


def _founded_and_staffed(where: Place, region: str) -> tuple[dict[str, int], dict[str, int]]:
    found(where, Founding("县政府办公室", region, "zh", "Asia/Shanghai" if region == "CN" else "UTC"))
    people: dict[str, int] = {}
    units: dict[str, int] = {}
    posts: dict[str, int] = {}
    with changing(where) as change:
        change.sign(Signature(0, "founder", "founder"))
        levels = {level: change.add(Rank, "setup", name=f"级{level}", level=level).id for level in (8, 6, 3)}
        for unit, listed in STAFF.items():
            units[unit] = change.add(Unit, "setup", name=unit, nature="service").id
            for title, level, above, names in listed:
                post = change.add(
                    Post, "setup", title=title, unit_id=units[unit], rank_id=levels[level], reports_to_id=posts.get(above), seats=len(names)
                )
                posts[title] = post.id
                for name in names:
                    people[name] = change.add(Person, "setup", name=name, name_key=name_key(name), post_id=post.id, joined=date(2020, 1, 1)).id
    return people, units


def new_item(change: Change, people: dict[str, int], title: str, lead: str, due: date, **fields: Any) -> Item:
    """One item of the director's, issued today unless said otherwise."""
    today = change.read.today
    issued = fields.pop("issued", today)
    serial = int(change.read.value("SELECT COALESCE(MAX(serial), 0) FROM item WHERE year = :year", year=issued.year)) + 1
    values = {
        "number": f"{issued.year}-{serial:03d}", "year": issued.year, "serial": serial, "title": title, "title_key": title_key(title), "kind": "adhoc",
        "urgency": "ordinary", "importance": "normal", "originator_id": people["王建国"], "lead_id": people[lead], "registered": today,
        "issued": issued, "issued_at": f"{issued}T01:00:00Z", "sign_by": f"{issued + timedelta(days=1)}T09:30:00Z", "original_due": due, "due": due,
        "status": "issued",
    }  # fmt: skip
    return change.add(Item, "add", **{**values, **fields})


def sign(change: Change, item: Item) -> None:
    """The lead signs for it, having taken a minute for each id of the item."""
    change.set(item, "sign", status="in-hand", signed=change.day, sign_minutes=item.id % 900)


def hand_over(change: Change, item: Item, to: int) -> None:
    """Another lead, who has yet to sign."""
    change.add(
        PastLead,
        "assign",
        item_id=item.id,
        person_id=item.lead_id,
        signed=item.signed,
        sign_by=item.sign_by,
        sign_minutes=item.sign_minutes,
        until=change.day,
    )
    change.set(
        item,
        "assign",
        lead_id=to,
        signed=None,
        sign_minutes=None,
        sign_by=clock.stamp(),
        status="suspended" if item.status == "suspended" else "issued",
    )


def extend(change: Change, item: Item, to: date, verdict: str | None) -> None:
    """An extension asked for, and decided at once where a verdict is given."""
    days = working_days(change.read)
    assert item.due is not None
    more = days.between(item.due, to)
    asked = change.add(
        Extension, "extend", item_id=item.id, person_id=item.lead_id, day=change.day, due_was=item.due, asked_due=to, days=more, reason="等数据"
    )
    if verdict:
        decide(change, item, asked, verdict)


def decide(change: Change, item: Item, asked: Extension, verdict: str) -> None:
    """Grant or decline an extension."""
    granted = verdict == "granted"
    change.set(
        asked, "grant" if granted else "decline", verdict=verdict, reviewed=change.day, reviewer_id=item.originator_id,
        granted_due=asked.asked_due if granted else None, granted_days=asked.days if granted else None,
    )  # fmt: skip
    if granted:
        change.add(PastDeadline, "grant", item_id=item.id, due=item.due, until=change.day)
        change.set(item, "grant", due=asked.asked_due)


def submit(change: Change, item: Item) -> None:
    """The result is handed in; who has not signed signs by it."""
    signed = {} if item.signed else {"signed": change.day, "sign_minutes": item.id % 900}
    change.add(Submission, "submit", item_id=item.id, person_id=item.lead_id, day=change.day, result="已完成")
    change.set(item, "submit", status="submitted", **signed)


def review(change: Change, item: Item, verdict: str, rating: int | None = None) -> None:
    """The last submission is accepted, which closes the item, or returned."""
    last = change.get(Submission, change.read.value("SELECT MAX(id) FROM submission WHERE item_id = :item", item=item.id))
    change.set(
        last,
        "close" if verdict == "accepted" else "return",
        verdict=verdict,
        reviewed=change.day,
        reviewer_id=item.originator_id,
        reason="数据不全",
        rating=rating,
    )
    if verdict == "accepted":
        change.set(item, "close", status="closed", closed=change.day)
    else:
        change.set(item, "return", status="in-hand")


def suspend(change: Change, item: Item) -> None:
    """The originator stops the clock."""
    change.add(Pause, "suspend", item_id=item.id, since=change.day, reason="等上级文件")
    change.set(item, "suspend", status="suspended")


def resume(change: Change, item: Item) -> None:
    """The clock goes on."""
    pause = change.get(Pause, change.read.value("SELECT MAX(id) FROM pause WHERE item_id = :item", item=item.id))
    change.set(pause, "resume", until=change.day)
    change.set(item, "resume", status="in-hand" if item.signed else "issued")


def close(change: Change, item: Item) -> None:
    """It is struck off without a submission, as a ledger's items are."""
    change.set(item, "close", status="closed", closed=change.day)


def reopen(change: Change, item: Item) -> None:
    """The closing was wrong."""
    change.add(PastClosing, "reopen", item_id=item.id, closed=item.closed, until=change.day)
    change.set(item, "reopen", status="in-hand" if item.signed else "issued", closed=None)


def cancel(change: Change, item: Item) -> None:
    """It is not needed any more."""
    change.set(item, "cancel", status="cancelled", cancelled=change.day)


def support(change: Change, item: Item, person: int, part: str) -> Support:
    """Somebody supports it."""
    return change.add(Support, "support", item_id=item.id, person_id=person, part=part, since=change.day)


def note(change: Change, item: Item, text: str, **fields: Any) -> None:
    """A feedback of the lead's."""
    change.add(Note, "note", item_id=item.id, person_id=item.lead_id, day=change.day, text=text, **fields)


def prod(change: Change, item: Item) -> None:
    """The director presses the lead."""
    change.add(Prod, "prod", item_id=item.id, person_id=item.originator_id, lead_id=item.lead_id, day=change.day, text="请抓紧")


def wait(change: Change, item: Item, for_: str) -> None:
    """The lead waits for somebody."""
    change.add(Wait, "wait", item_id=item.id, waiting_for=for_, reason="缺数据", since=change.day)


def target(change: Change, item: Item, amount: str, unit: str) -> None:
    """A quantified target."""
    change.add(Target, "add", item_id=item.id, amount=amount, unit=unit)
