"""What the lead and the supporters do: sign for, feed back, do a part, wait for somebody, submit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from officecli import clock
from officecli.actions.acting import Acting
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.items import Item, Note, Submission, Support, Wait
from officecli.model.time.office_hours import OfficeHours
from officecli.store.calendar.days import working_days
from officecli.typed.items.amounts import read_target
from officecli.typed.text import tidy


@dataclass(frozen=True, slots=True)
class Feedback:
    """How it goes, as it was typed."""

    text: str = ""
    progress: str = ""
    problem: str = ""
    next_step: str = ""
    evidence: str = ""


def sign(act: Acting, number: str) -> None:
    """The lead takes the item up; inverse: undo."""
    item = act.item(number)
    act.enter("sign", item)
    take_up(act, item)
    act.said.append(_("{number} signed for: {title}.").format(number=item.number, title=item.title))


def note(act: Acting, number: str, feedback: Feedback) -> None:
    """Record how it goes; the lead's first note signs for the item too."""
    item = act.item(number)
    act.enter("note", item)
    fields = {"text": feedback.text, "problem": feedback.problem, "next_step": feedback.next_step, "evidence": feedback.evidence}
    progress = read_progress(feedback.progress)
    if progress is None and not any(value.strip() for value in fields.values()):
        raise BadInput(_("The note is empty."), fix=_('Say how it goes: officecli note {number} "…" --progress 60').format(number=item.number))
    if item.status == "issued" and item.issued <= act.today:
        take_up(act, item)
    cleaned = {name: tidy(value) for name, value in fields.items()}
    act.change.add(Note, "note", item_id=item.id, person_id=act.answering_id, day=act.change.day, progress=progress, **cleaned)
    done = "" if progress is None else f" · {progress}%"
    act.said.append(_("{number} noted: {title}{progress}.").format(number=item.number, title=item.title, progress=done))


def part_done(act: Acting, number: str, name: str) -> None:
    """A supporter's part is done."""
    item = act.item(number)
    person = act.person(name)
    found = act.read.row(
        "SELECT id, done FROM support WHERE item_id = :item AND person_id = :person AND until IS NULL", item=item.id, person=person["id"]
    )
    if found is None:
        raise BadInput(
            _("{name} does not support {number}.").format(name=person["name"], number=item.number),
            fix=_("See who does with: officecli show {number}").format(number=item.number),
        )
    standing = act.enter("part", item)
    if standing.role == "supporter" and person["id"] != act.answering_id:
        act.change.act("none")  # a supporter answers for their own part only
    if found["done"]:
        act.forbid(item, _("The part of {name} was done on {day}.").format(name=person["name"], day=found["done"]), _("Nothing needs to be done."))
    act.change.set(act.change.get(Support, found["id"]), "part", done=act.change.day)
    act.said.append(_("{number}: the part of {name} is done.").format(number=item.number, name=person["name"]))


def submit(act: Acting, number: str, result: str, achieved: str = "") -> None:
    """Submit the result for review; the first submission decides timeliness."""
    item = act.item(number)
    act.enter("submit", item)
    if not result.strip():
        raise BadInput(_("The result is empty."), fix=_("Say what came of it with --result."))
    if achieved:
        read_target(achieved)
    if item.status == "issued":
        take_up(act, item)
    if item.procedure_version_id is not None:
        from officecli.actions.procedures.doing_steps import say_open_steps

        say_open_steps(act, item)
    act.change.add(
        Submission, "submit", item_id=item.id, person_id=act.answering_id, day=act.change.day, result=tidy(result), achieved=tidy(achieved)
    )
    end_waits(act, item, "submit")
    act.change.set(item, "submit", status="submitted")
    act.said.append(_("{number} submitted for review: {title}.").format(number=item.number, title=item.title))


def wait_for(act: Acting, number: str, whom: str, reason: str) -> None:
    """The lead waits for somebody, here or outside; the clock runs on."""
    item = act.item(number)
    act.enter("wait", item)
    text = tidy(whom)
    if not text or not reason.strip():
        raise BadInput(
            _("Waiting needs for whom, and why."), fix=_("Write: officecli wait {number} --for NAME --reason TEXT").format(number=item.number)
        )
    person = act.read.row("SELECT id, name FROM v_person WHERE name = :name AND left_on IS NULL", name=text)
    end_waits(act, item, "wait")
    act.change.add(
        Wait, "wait", item_id=item.id, person_id=person["id"] if person else None, waiting_for=text, reason=tidy(reason), since=act.change.day
    )
    act.said.append(_("{number} waits for {whom} since today; its deadline stays.").format(number=item.number, whom=text))


def wait_over(act: Acting, number: str) -> None:
    """What was waited for has come."""
    item = act.item(number)
    act.enter("wait", item)
    if not end_waits(act, item, "wait"):
        act.forbid(item, _("It waits for nobody."), _("See how it stands with: officecli show {number}").format(number=item.number))
    act.said.append(_("{number} waits no longer.").format(number=item.number))


def end_waits(act: Acting, item: Item, verb: str) -> bool:
    """End the item's open waits; whether there were any."""
    rows = act.read.rows("SELECT id FROM wait WHERE item_id = :item AND until IS NULL", item=item.id)
    for row in rows:
        act.change.set(act.change.get(Wait, row["id"]), verb, until=act.change.day)
    return bool(rows)


def read_progress(text: str) -> int | None:
    """A percentage from 0 to 100, with or without its sign."""
    plain = text.strip().rstrip("%\uff05").strip()
    if not plain:
        return None
    if not plain.isdecimal() or len(plain) > 3 or int(plain) > 100:
        raise BadInput(_("“{text}” is not a progress.").format(text=text[:40]), fix=_("Give a whole number of percent from 0 to 100."))
    return int(plain)


def take_up(act: Acting, item: Item) -> None:
    """The lead signs for the item, and the steps of its procedure begin."""
    office = act.read.office
    zone = ZoneInfo(office["timezone"])
    issued = datetime.fromisoformat(item.issued_at).astimezone(zone)
    minutes = OfficeHours.parse(office["hours"]).minutes_between(issued, clock.now().astimezone(zone), working_days(act.read))
    act.change.set(item, "sign", status="in-hand", signed=act.change.day, sign_minutes=max(0, minutes))
    if item.procedure_version_id is not None:
        from officecli.actions.procedures.opening_steps import begin_steps  # most items follow no procedure, and its tables cost a start 3 ms

        begin_steps(act, item, "sign")
