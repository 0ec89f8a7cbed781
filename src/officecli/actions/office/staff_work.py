"""The open work that hangs on a person, and how it goes to somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.actions.acting import Acting
from officecli.actions.items.handing_on import hand_over
from officecli.i18n import _, clauses, in_brackets
from officecli.light import dataclass
from officecli.model.items import Item, Support, Wait
from officecli.standing.office.superiors import superiors
from officecli.store.items import OPEN_STATUSES
from officecli.store.read.reader import Reader, Row

_OPEN = f"i.status IN {OPEN_STATUSES}"


@dataclass(frozen=True)
class Work:
    """Open items led (id, number, title), open parts (id, item_id, number, title, part), open items originated (as those
    led, with lead_id), open waits of others (id, number).
    """

    led: list[Row]
    parts: list[Row]
    originated: list[Row]
    waited_for: list[Row]


def work_of(read: Reader, person_id: int) -> Work:
    """What is open for a person."""
    return Work(
        read.rows(f"SELECT i.id, i.number, i.title FROM item i WHERE i.lead_id = :person AND {_OPEN} ORDER BY i.id", person=person_id),
        read.rows(
            f"""SELECT s.id, s.item_id, i.number, i.title, s.part FROM support s JOIN item i ON i.id = s.item_id
            WHERE s.person_id = :person AND s.until IS NULL AND s.done IS NULL AND {_OPEN} ORDER BY s.id""",
            person=person_id,
        ),
        read.rows(
            f"SELECT i.id, i.number, i.title, i.lead_id FROM item i WHERE i.originator_id = :person AND {_OPEN} ORDER BY i.id", person=person_id
        ),
        read.rows(
            f"""SELECT w.id, i.number FROM wait w JOIN item i ON i.id = w.item_id
            WHERE w.person_id = :person AND w.until IS NULL AND i.lead_id <> :person AND {_OPEN} ORDER BY w.id""",
            person=person_id,
        ),
    )


def reasons_to_stay(read: Reader, person: Row, work: Work) -> list[tuple[str, str, str]]:
    """What must have a successor before the person can go, as the reasons of a refusal."""
    name = person["name"]
    led = [(row["number"], _("{name} leads it: {title}").format(name=name, title=row["title"]), "") for row in work.led]
    parts = [
        (
            row["number"],
            _("{name} supports it: {title}").format(name=name, title=row["title"]) + (in_brackets(row["part"]) if row["part"] else ""),
            "",
        )
        for row in work.parts
    ]
    if work.originated and not superiors(read, person["id"]):
        originated = [
            (row["number"], _("{name} gave it, and has no superior: {title}").format(name=name, title=row["title"]), "") for row in work.originated
        ]
    else:
        originated = []
    return [*led, *parts, *originated]


def hand_work_over(
    act: Acting, person: Row, work: Work, successor: Row | None, verb: str = "", *, not_to: Sequence[int] = ()
) -> dict[str, tuple[str, ...]]:
    """Items and parts go to the successor, who is waited for from now on; the items the person gave go to their heirs. Returns who
    reviews which of these from now on.
    """
    verb = verb or act.verb
    above = [row for row in superiors(act.read, person["id"]) if row["id"] not in not_to]
    given: dict[str, tuple[str, ...]] = {}
    for row in work.originated:
        heir = _heir(row["lead_id"], successor, above)
        if heir is None:
            continue
        act.change.set(act.change.get(Item, row["id"]), verb, originator_id=heir["id"])
        leads_now = successor["id"] if successor and row["lead_id"] == person["id"] else row["lead_id"]
        if heir["id"] != leads_now:
            given[heir["name"]] = (*given.get(heir["name"], ()), row["number"])
    if successor is None:
        return given
    for row in work.led:
        hand_over(act, act.change.get(Item, row["id"]), successor, verb)
    for row in work.parts:
        _pass_part_on(act, row, successor, verb)
    for row in work.waited_for:
        _wait_for_another(act, act.change.get(Wait, row["id"]), successor, verb)
    return given


def _heir(lead_id: int, successor: Row | None, above: Sequence[Row]) -> Row | None:
    """Who answers from now on for what somebody gave: the successor, else the nearest superior; of what either
    leads the next above, for nobody is to change the goal and the deadline of what they were given. Whoever has
    nobody above answers for it themselves: were it still with who left, nobody could close it.
    """
    if successor and lead_id != successor["id"]:
        return successor
    return next((row for row in above if row["id"] != lead_id), successor or next(iter(above), None))


def _wait_for_another(act: Acting, wait: Wait, successor: Row, verb: str) -> None:
    """What was waited for is expected of the successor, for the same reason; nobody waits for themselves."""
    change = act.change
    change.set(wait, verb, until=change.day)
    if change.get(Item, wait.item_id).lead_id != successor["id"]:
        change.add(Wait, verb, item_id=wait.item_id, person_id=successor["id"], waiting_for=successor["name"], reason=wait.reason, since=change.day)


def _pass_part_on(act: Acting, row: Row, successor: Row, verb: str) -> None:
    """The successor takes the part as it is stated, beside a part they may have already; a lead needs none."""
    change = act.change
    change.set(change.get(Support, row["id"]), verb, until=change.day)
    if change.get(Item, row["item_id"]).lead_id == successor["id"]:
        return
    held = act.read.row(
        "SELECT id, part, done FROM support WHERE item_id = :item AND person_id = :person AND until IS NULL",
        item=row["item_id"],
        person=successor["id"],
    )
    if held and not held["done"]:
        parts = [part for part in (held["part"], row["part"]) if part]
        change.set(change.get(Support, held["id"]), verb, part=clauses(parts)[:300])
        return
    if held:
        change.set(change.get(Support, held["id"]), verb, until=change.day)
    change.add(Support, verb, item_id=row["item_id"], person_id=successor["id"], part=row["part"], since=change.day)
